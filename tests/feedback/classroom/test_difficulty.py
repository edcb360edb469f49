"""How hard a question is, and whether it tells apart: numbers that can be checked by hand, and what is not said."""

import math
from statistics import correlation

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.feedback.classroom.difficulty import FEWEST, items
from autograder.grading.report import Verdict
from tests.feedback.classroom.making import MISTAKE, answer, marked, report, unreadable

CLASS = [(1, 1, 1), (1, 1, 0), (1, 0, 1), (0, 1, 1), (0, 0, 0), (0, 0, 0), (1, 1, 1), (1, 0, 0), (0, 0, 1), (1, 1, 1), (0, 1, 0)]


def test_the_share_is_that_of_the_points() -> None:
    found = items([marked("ada", (1, 0.5)), marked("bob", (0, 0.25))])
    assert [item.share for item in found] == [0.5, 0.375]


def test_discrimination_is_the_correlation_with_the_rest_and_not_with_itself() -> None:
    first, *_ = items([marked(f"s{at}", parts) for at, parts in enumerate(CLASS)])
    assert first.discrimination is not None
    expected = correlation([float(one[0]) for one in CLASS], [float(one[1] + one[2]) for one in CLASS])
    assert first.discrimination == pytest.approx(expected, abs=1e-4)


def test_the_interval_is_fishers() -> None:
    first, *_ = items([marked(f"s{at}", parts) for at, parts in enumerate(CLASS)])
    assert first.discrimination is not None
    reach = 1.96 / math.sqrt(len(CLASS) - 3)
    assert first.low == pytest.approx(math.tanh(math.atanh(first.discrimination) - reach), abs=1e-3)
    assert first.high == pytest.approx(math.tanh(math.atanh(first.discrimination) + reach), abs=1e-3)


UNKNOWN = {
    "too-few": ([(1, 1), (0, 0)] * (FEWEST // 2 - 1), f"too few students: {FEWEST - 2}, and {FEWEST} are needed"),
    "all-alike": ([(1, 1), (1, 0)] * FEWEST, "everybody got the same here"),
    "the-rest-alike": ([(1, 1), (0, 1)] * FEWEST, "everybody got the same in the rest"),
    "alone": ([(1,), (0,)] * FEWEST, "there is no other question"),
}


@pytest.mark.parametrize(("parts", "why"), UNKNOWN.values(), ids=UNKNOWN)
def test_where_it_cannot_be_known_it_is_not_said_but_why(parts: list[tuple[int, ...]], why: str) -> None:
    first, *_ = items([marked(f"s{at}", each) for at, each in enumerate(parts)])
    assert (first.discrimination, first.low, first.high, first.unknown) == (None, None, None, why)


def test_who_does_well_elsewhere_and_worse_here_is_seen() -> None:
    first, *_ = items([marked(f"s{at}", (at % 2, 1 - at % 2, 1 - at % 2)) for at in range(20)])
    assert first.odd
    assert first.discrimination == -1.0


def test_what_could_not_be_read_and_what_failed_on_our_side_count_nowhere() -> None:
    faulty = msgspec.structs.replace(marked("eve", (0, 0)), score=None)
    refused = msgspec.structs.replace(marked("fay", (0, 0)), refusal="The file is empty.")
    found = items([marked("ada", (1, 1)), unreadable("bob"), faulty, refused])
    assert [(item.id, item.students, item.share) for item in found] == [("a", 1, 1.0), ("b", 1, 1.0)]


def test_a_question_that_is_worth_nothing_counts_who_has_it_right() -> None:
    ungraded = [report(name, answer("h", verdict, points=0.0, max_points=0.0)) for name, verdict in
                (("ada", Verdict.CORRECT), ("bob", Verdict.CARRIED), ("cy", MISTAKE), ("di", Verdict.WRONG))]  # fmt: skip
    assert items(ungraded)[0].share == 0.5


def test_a_question_that_some_were_not_asked_is_set_against_their_own_rest() -> None:
    old = [report(f"old{at}", answer("a"), answer("b")) for at in range(5)]
    found = items([*old, *(marked(f"new{at}", (at % 2, 1, at % 2)) for at in range(12))])
    assert [(item.id, item.students) for item in found] == [("a", 17), ("b", 17), ("c", 12)]
    assert found[2].discrimination == 1.0


@given(st.lists(st.tuples(*[st.sampled_from((0.0, 0.5, 1.0))] * 3), min_size=FEWEST, max_size=40))
def test_whatever_is_earned_shares_and_correlations_stay_within_bounds(parts: list[tuple[float, ...]]) -> None:
    for item in items([marked(f"s{at}", each) for at, each in enumerate(parts)]):
        assert item.share is not None
        assert 0 <= item.share <= 1
        if item.discrimination is None:
            assert item.unknown
        else:
            assert item.low is not None
            assert item.high is not None
            assert -1 <= item.low <= item.discrimination <= item.high <= 1
