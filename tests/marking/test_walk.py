"""What a grader types is read as it is meant, or asked for again; what a student wrote is shown as it stands."""

from datetime import UTC, datetime

import pytest

from autograder.course.manifest import ByHand, Criterion
from autograder.errors import UsageError
from autograder.gradebook.standings import Decided
from autograder.gradebook.tables import Decision
from autograder.marking.byhand import Answer, State
from autograder.marking.walk import LETTERS, Told, Walk, head, read, said, shown
from autograder.sandbox.writings import Written

RUBRIC = (Criterion(1, "names it"), Criterion(1.5, "says why"), Criterion(-0.5, "no sentence"))
WHY = ByHand("why", "manual", "Why?", 2, "", RUBRIC)
BARE = ByHand("why", "manual", "Why?", 2)
WHEN = datetime(2026, 3, 2, tzinfo=UTC)


def answer(text: str = "So.", *students: str, mark: float | None = None, of: str = "") -> Answer:
    """An answer of these students, marked for what it is or for something else."""
    written = Written("given", text, len(text)) if text else Written("blank")
    names = students or ("ada",)
    given = {} if mark is None else dict.fromkeys(names, Decided(Decision.MARK, mark, "well", "grace", WHEN, of or written.digest))
    return Answer(WHY, 1, "why.py", names, written, True, given)


MEANT = {
    "1.5": 1.5, "0": 0.0, "2": 2.0, "0,5": 0.5, "a": 1.0, "A": 1.0, "b": 1.5, "ab": 2.0, "a, c": 0.5, "c": 0.0, "aa": 1.0,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "points"), MEANT.items())
def test_points_and_letters_of_the_rubric_are_understood(typed: str, points: float) -> None:
    found = read(typed, WHY)
    assert isinstance(found, Told)
    assert found.points == points


NOT_MEANT = ["2.1", "-1", "nan", "inf", "1e0", "d", "1a", "1 2", "٣", "full", "q"]


@pytest.mark.parametrize("typed", NOT_MEANT)
def test_anything_else_is_asked_for_again(typed: str) -> None:
    assert isinstance(read(typed, WHY), str)
    assert isinstance(read("a", BARE), str)


def test_no_letter_of_the_rubric_stops() -> None:
    assert "q" not in LETTERS
    assert len(LETTERS) == 25  # as many as a rubric may have lines


def test_the_comment_begins_with_what_was_ticked() -> None:
    assert said(RUBRIC[:2], "good") == "names it; says why. good"
    assert said((), "good") == "good"
    assert said(RUBRIC[:1], "") == "names it"
    assert said((Criterion(1, "x" * 200),) * 5, "y" * 900) == "y" * 900  # the person's own words come first


def test_an_answer_stands_behind_a_line_whatever_it_says() -> None:
    lines = list(shown(answer("Points:\n  2\n\n\ta\x1b[0m"), "student 1"))
    assert lines == ["student 1", "  | Points:", "  |   2", "  |", "  |     a[0m"]


def test_what_was_given_before_is_said_and_whether_it_still_holds() -> None:
    assert list(shown(answer(mark=1.5), "x"))[1] == "  marked 1.5 by grace: well"
    assert answer(mark=1.5).state is State.MARKED
    changed = answer(mark=1.5, of="sha256:other")
    assert changed.state is State.CHANGED
    assert list(shown(changed, "x"))[1] == "  marked 1.5 by grace, and the answer has changed since: well"
    half = answer("So.", "ada", "ben", mark=1)
    assert Answer(WHY, 1, "why.py", (*half.students, "cleo"), half.written, True, half.marks).state is State.WAITS


def test_a_long_answer_says_that_it_is_cut() -> None:
    long = Answer(WHY, 1, "why.py", ("ada",), Written("given", "x", 40_000), True, {})
    assert list(shown(long, "x"))[-1] == "  (the first 1 of 40000 characters; the rest is in the file)"


def test_the_question_stands_above_with_its_rubric() -> None:
    assert list(head(WHY)) == [
        "why: Why? (2 points, marked by hand)", "  a     +1  names it", "  b   +1.5  says why", "  c   -0.5  no sentence",
    ]  # fmt: skip


def walked(typed: list[str], *answers: Answer, fails: bool = False) -> tuple[int, list[tuple[str, float, str]], str]:
    """How many were marked, which marks were kept, and what was said."""
    kept: list[tuple[str, float, str]] = []
    told: list[str] = []
    waiting = iter(typed)

    def give(one: Answer, points: float, comment: str) -> None:
        if fails:
            raise UsageError("Something else counts by now.")
        kept.append((one.students[0], points, comment))

    done = Walk(lambda prompt: next(waiting, None), told.append, give, lambda one: one.students[0]).through(WHY, answers)
    return done, kept, "\n".join(told)


def test_enter_leaves_an_answer_and_the_end_of_the_input_stops() -> None:
    done, kept, _ = walked(["", "1", "fine"], answer("a", "ada"), answer("b", "ben"), answer("c", "cleo"))
    assert (done, kept) == (1, [("ben", 1.0, "fine")])


def test_stopping_at_the_comment_keeps_no_half_mark() -> None:
    assert walked(["1"], answer("a", "ada"))[:2] == (0, [])


def test_a_comment_may_be_q_and_one_that_is_too_long_is_asked_for_again() -> None:
    assert walked(["1", "x" * 1001, "q"], answer("a", "ada"))[1] == [("ada", 1.0, "q")]


def test_what_cannot_be_kept_is_said_and_the_next_is_shown() -> None:
    done, _, told = walked(["1", "", "1", ""], answer("a", "ada"), answer("b", "ben"), fails=True)
    assert (done, told.count("Not kept: Something else counts by now.")) == (0, 2)


@pytest.mark.parametrize(("typed", "points"), [("y", [0.0, 0.0]), ("", []), ("n", []), ("2", [])])
def test_nobody_who_has_written_nothing_gets_nothing_unasked(typed: str, points: list[float]) -> None:
    done, kept, _ = walked([typed], answer("", "ada"), answer("", "ben"))
    assert (done, [one[1] for one in kept]) == (len(points), points)
