"""Which two are to be looked at side by side? First: who is not."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from autograder.feedback.classroom.clusters import clusters
from autograder.feedback.classroom.similarity import ENOUGH, MOST_CODE, MOST_PAIRS, Kind, Pair, Prints, pairs
from autograder.feedback.classroom.work import Work
from autograder.grading.report import Report
from tests.feedback.classroom.making import MISTAKE, WRONG, answer, report, sheet, work

HONEST = 40


def honest(count: int = HONEST) -> list[Work]:
    """Students who have everything right."""
    return [work(report(f"s{at:02}", answer("h"), answer("error"))) for at in range(count)]


def slipped(student: str, mistake: str = "", value: Any = None, **more: Any) -> Work:
    """One with a mistake in h or none, and a wrong value in error or none."""
    first = answer("h", MISTAKE, mistake=mistake) if mistake else answer("h")
    second = answer("error", WRONG, seen=value) if value is not None else answer("error")
    return work(report(student, first, second), **more)


def found(works: Sequence[Work], prints: Prints | None = None) -> tuple[Pair, ...]:
    """The pairs of a class."""
    reports: list[Report] = [one.report for one in works if one.report is not None]
    return pairs(sheet(works), clusters(reports), prints)


def test_right_answers_tell_nothing() -> None:
    assert found(honest()) == ()


def test_a_mistake_that_many_made_tells_nothing() -> None:
    assert found([*honest(), *(slipped(f"x{at}", "common") for at in range(10))]) == ()


def test_one_rare_mistake_alone_is_not_enough() -> None:
    assert found([*honest(), slipped("ada", "rare"), slipped("bob", "rare")]) == ()


def test_a_few_students_are_not_compared() -> None:
    assert found([slipped("ada", "rare", 1.5), slipped("bob", "rare", 1.5)]) == ()


def test_who_works_in_one_group_is_not_compared() -> None:
    together = [slipped(name, "rare", 1.5, group="g1") for name in ("ada", "bob")]
    assert found([*honest(), *together]) == ()
    apart = [slipped("ada", "rare", 1.5, group="g1"), slipped("bob", "rare", 1.5, group="g2")]
    assert len(found([*honest(), *apart])) == 1


def test_a_rare_mistake_and_a_rare_value_together_are_shown_with_what_they_are() -> None:
    (pair,) = found([*honest(), slipped("ada", "rare", 1.5), slipped("bob", "rare", 1.5)])
    assert (pair.one, pair.other, pair.same_file) == ("ada", "bob", False)
    assert [(each.kind, each.what, each.students) for each in pair.shared] == [
        (Kind.VALUE, "error = 1.5", 2),
        (Kind.MISTAKE, "h: rare", 2),
    ]
    assert pair.bits >= ENOUGH


def test_a_ring_of_four_is_shown_two_by_two() -> None:
    ring = [slipped(name, "rare", 1.5) for name in ("ada", "bob", "cyd", "dan")]
    assert {(pair.one, pair.other) for pair in found([*honest(30), *ring])} == set(combinations(("ada", "bob", "cyd", "dan"), 2))


def test_a_value_that_is_right_on_the_example_tells_nothing() -> None:
    works = [work(report(f"s{at}", answer("h"), answer("error", seen=1.5))) for at in range(HONEST)]
    assert found([*works, slipped("ada", "rare", 1.5), slipped("bob", "rare", 1.5)]) == ()


def test_shared_code_that_all_have_tells_nothing() -> None:
    works = honest()
    assert found(works, {one.student: {1, 2, 3, 4, 5} for one in works}) == ()


def test_shared_code_counts_less_than_shared_mistakes_and_only_up_to_a_bound() -> None:
    works = [*honest(), slipped("ada"), slipped("bob")]
    own = {student: set(range(1000)) for student in ("ada", "bob")}
    (pair,) = found(works, own)
    assert [(each.kind, each.bits) for each in pair.shared] == [(Kind.CODE, MOST_CODE)]
    few = {student: set(range(5)) for student in ("ada", "bob")}
    assert found(works, few) == ()


def test_the_same_bytes_are_said_to_be() -> None:
    one = report("ada", answer("h", MISTAKE, mistake="rare"), answer("error", WRONG, seen=1.5), submission="sha256:same")
    other = report("bob", *one.questions, submission="sha256:same")
    (pair,) = found([*honest(), work(one), work(other)])
    assert pair.same_file


def test_the_list_has_an_end() -> None:
    many = [slipped(f"x{at}-{side}", f"rare{at}", 1.5 + at) for at in range(MOST_PAIRS + 5) for side in "ab"]
    shown = found([*honest(), *many])
    assert len(shown) == MOST_PAIRS
    assert [pair.bits for pair in shown] == sorted((pair.bits for pair in shown), reverse=True)
