"""What people decide is kept with its reason and in the log, can be taken back, and is never half done."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from autograder.course.manifest import Entry
from autograder.errors import UsageError
from autograder.gradebook import deciding
from autograder.gradebook.deciding import ALL, About, excuse, extend, override, unexcuse, unextend, unoverride
from autograder.gradebook.log import By, lines
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import UnknownStudentError
from autograder.gradebook.tables import Decision, decisions, students
from tests.gradebook.classroom import DUE, GRACE, SLUG, about, hand_in, of, reported

LATER = DUE + timedelta(days=3)
HENRY = By("henry", DUE + timedelta(days=5))
Change = Callable[[Gradebook], object]
CHANGES: dict[str, Change] = {
    "extend": lambda book: extend(book, about(), LATER, reason="ill", by=GRACE),
    "excuse": lambda book: excuse(book, about(), reason="ill", by=GRACE),
    "override": lambda book: override(book, about(), "q0", 1.5, 5, reason="ill", by=GRACE),
    "override-all": lambda book: override(book, about(), ALL, 1.5, 10, reason="ill", by=GRACE),
}
REMOVALS: dict[str, Change] = {
    "extend": lambda book: unextend(book, about(), reason="", by=HENRY),
    "excuse": lambda book: unexcuse(book, about(), reason="", by=HENRY),
    "override": lambda book: unoverride(book, about(), "q0", reason="", by=HENRY),
    "override-all": lambda book: unoverride(book, about(), ALL, reason="", by=HENRY),
}


@pytest.fixture
def ada(book: Gradebook) -> Gradebook:
    """A gradebook in which ada has 8 points, 30 hours late."""
    hand_in(book, "ada", 30, 5, 3)
    return book


def said(book: Gradebook) -> list[str]:
    return [one.said for one in book.read(lines)]


def test_more_time_is_of_one_student_and_says_why(ada: Gradebook) -> None:
    hand_in(ada, "ben", 30, 5, 3)
    assert extend(ada, about(), LATER, reason="  was\n ill ", by=GRACE) == deciding.Outcome(None, changed=True)
    assert (of(ada, "ada").standing.score, of(ada, "ada").extension, of(ada, "ben").standing.score) == (8, "was ill", 6.4)
    assert said(ada) == ["extended until 2026-11-23 23:59 UTC: was ill"]


def test_another_extension_takes_the_place_of_the_first(ada: Gradebook) -> None:
    extend(ada, about(), LATER, reason="ill", by=GRACE)
    found = extend(ada, about(), DUE + timedelta(hours=1), reason="not so ill", by=HENRY)
    assert found.before is not None
    assert found.before["due"] == LATER
    assert of(ada, "ada").due == DUE + timedelta(hours=1)
    assert said(ada)[-1] == "extended until 2026-11-21 00:59 UTC, before until 2026-11-23 23:59 UTC: not so ill"


@pytest.mark.parametrize("hours", [0, -1])
def test_less_time_than_all_have_is_no_extension(ada: Gradebook, hours: int) -> None:
    with pytest.raises(UsageError, match=r"is not later than 2026-11-20 23:59 UTC, when 01-gradient-step is due for all"):
        extend(ada, about(), DUE + timedelta(hours=hours), reason="ill", by=GRACE)
    assert said(ada) == []


def test_what_is_never_due_is_not_extended(ada: Gradebook) -> None:
    never = About("ada", Entry("02", "Two", "two.py", 10))
    with pytest.raises(UsageError, match=r"02 is never due, so there is nothing to extend"):
        extend(ada, never, LATER, reason="ill", by=GRACE)


def test_excused_is_no_zero_and_can_be_taken_back(ada: Gradebook) -> None:
    excuse(ada, about(), reason="sports", by=GRACE)
    assert (of(ada, "ada").standing.score, of(ada, "ada").excuse) == (None, "sports")
    unexcuse(ada, about(), reason="fell through", by=HENRY)
    assert (of(ada, "ada").standing.score, of(ada, "ada").excuse) == (6.4, "")
    assert said(ada) == ["excused: sports", "no longer excused: fell through"]


def test_points_of_a_person_take_the_place_of_a_questions_or_of_all(ada: Gradebook) -> None:
    override(ada, about(), "q1", 5, 5, reason="seen on paper", by=GRACE)
    assert of(ada, "ada").standing.score == 8
    override(ada, about(), ALL, 9.5, 10, reason="oral", by=HENRY)
    assert of(ada, "ada").standing.score == 9.5
    unoverride(ada, about(), ALL, reason="", by=HENRY)
    assert of(ada, "ada").standing.score == 8
    assert of(ada, "ada").decisions["q1"].person == "grace"
    assert said(ada) == ["5 points for q1: seen on paper", "9.5 points for the whole: oral", "9.5 points for the whole taken back"]


def test_another_override_says_what_was_there_and_by_whom(ada: Gradebook) -> None:
    override(ada, about(), ALL, 9, 10, reason="oral", by=GRACE)
    override(ada, about(), ALL, 4, 10, reason="heard again", by=HENRY)
    assert said(ada)[-1] == "4 points for the whole, before 9 by grace: heard again"


@pytest.mark.parametrize("points", [-0.5, 5.5, float("nan"), float("inf")])
def test_points_out_of_bounds_are_refused_with_the_bounds(ada: Gradebook, points: float) -> None:
    with pytest.raises(UsageError, match=r"points for q0 of 01-gradient-step: expected 0 to 5\."):
        override(ada, about(), "q0", points, 5, reason="x", by=GRACE)
    assert of(ada, "ada").decisions == {}


@pytest.mark.parametrize("points", [0, 5])
def test_the_bounds_themselves_are_given(ada: Gradebook, points: float) -> None:
    override(ada, about(), "q0", points, 5, reason="x", by=GRACE)
    assert of(ada, "ada").standing.earned == points + 3


def test_a_mark_by_hand_is_not_overridden(ada: Gradebook) -> None:
    number = ada.read(lambda connection: connection.execute(select(students.c.id)).scalar_one())
    mark = {"student_id": number, "slug": SLUG, "question": "why", "kind": Decision.MARK, "points": 3, "reason": "", "person": "grace"}
    ada.write(lambda connection: connection.execute(insert(decisions), {**mark, "decided_at": DUE}))
    with pytest.raises(UsageError, match=r"why of 01-gradient-step is marked by hand\. Change the mark itself: descent mark"):
        override(ada, about(), "why", 1, 5, reason="x", by=GRACE)
    with pytest.raises(UsageError, match="'ada' has no override for why"):
        unoverride(ada, about(), "why", reason="", by=GRACE)
    assert of(ada, "ada").decisions["why"].points == 3


def test_to_take_back_an_override_that_is_not_there_names_those_that_are(ada: Gradebook) -> None:
    with pytest.raises(UsageError, match=r"no override for the whole of 01-gradient-step. There is: none\."):
        unoverride(ada, about(), ALL, reason="", by=GRACE)
    override(ada, about(), "q1", 5, 5, reason="x", by=GRACE)
    override(ada, about(), ALL, 9, 10, reason="x", by=GRACE)
    with pytest.raises(UsageError, match=r"There is: 9 points for the whole, 5 points for q1\."):
        unoverride(ada, about(), "q0", reason="", by=GRACE)


# --- what holds for all of them ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_writes_one_line_of_who_when_and_what(ada: Gradebook, change: str) -> None:
    CHANGES[change](ada)
    (line,) = ada.read(lines)
    verb = change.removesuffix("-all")
    assert (line.when, line.person, line.verb, line.student, line.slug) == (GRACE.when, "grace", verb, "ada", SLUG)
    assert line.said.endswith(": ill")
    assert "ada" not in line.said


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_decided_so_already_is_no_change(ada: Gradebook, change: str) -> None:
    CHANGES[change](ada)
    assert CHANGES[change](ada).changed is False  # type: ignore[attr-defined]
    assert len(said(ada)) == 1


def test_what_another_person_decides_in_the_same_way_is_no_change(ada: Gradebook) -> None:
    for by in (GRACE, HENRY):
        found = override(ada, about(), ALL, 9, 10, reason="oral", by=by)
    assert (found.changed, of(ada, "ada").decisions[ALL].person, len(said(ada))) == (False, "grace", 1)


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_taken_back_is_gone_and_in_the_log(ada: Gradebook, change: str) -> None:
    before = of(ada, "ada")
    CHANGES[change](ada)
    REMOVALS[change](ada)
    assert of(ada, "ada") == before
    assert [one.person for one in ada.read(lines)] == ["grace", "henry"]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_not_there_cannot_be_taken_back(ada: Gradebook, change: str) -> None:
    with pytest.raises(UsageError, match="'ada' has no"):
        REMOVALS[change](ada)
    assert said(ada) == []


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_decided_about_somebody_unknown(book: Gradebook, change: str) -> None:
    hand_in(book, "adah", 30, 5, 3)
    with pytest.raises(UnknownStudentError, match="Did you mean 'adah'"):
        CHANGES[change](book)
    with pytest.raises(UnknownStudentError, match="Did you mean 'adah'"):
        REMOVALS[change](book)
    assert said(book) == []


def test_somebody_new_is_made_known_where_that_is_said(book: Gradebook) -> None:
    extend(book, about(new=True), LATER, reason="joined late", by=GRACE)
    assert (of(book, "ada").due, of(book, "ada").standing.score) == (LATER, None)


@pytest.mark.parametrize("reason", ["", " \n ", "x" * 1001, "nul\0", "caf\udce9"])
@pytest.mark.parametrize("change", [extend, excuse, override], ids=lambda change: change.__name__)
def test_without_a_reason_nothing_is_decided(ada: Gradebook, change: Callable[..., object], reason: str) -> None:
    more = {extend: (LATER,), override: ("q0", 1.0, 5.0)}.get(change, ())  # type: ignore[call-overload]
    with pytest.raises(UsageError, match=r"Expected a reason in 1 to 1000 characters"):
        change(ada, about(), *more, reason=reason, by=GRACE)
    assert said(ada) == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_and_its_line_are_kept_both_or_neither(ada: Gradebook, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = of(ada, "ada")

    def full(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(deciding, "note", full)
    with pytest.raises(OSError, match="full"):
        CHANGES[change](ada)
    assert of(ada, "ada") == before
    monkeypatch.undo()
    CHANGES[change](ada)
    monkeypatch.setattr(deciding, "note", full)
    decided = of(ada, "ada")
    with pytest.raises(OSError, match="full"):
        REMOVALS[change](ada)
    assert of(ada, "ada") == decided


def test_no_grading_touches_what_a_person_decided(ada: Gradebook) -> None:
    override(ada, about(), ALL, 9.5, 10, reason="oral", by=GRACE)
    override(ada, about(), "q0", 0, 5, reason="copied", by=GRACE)
    decided = of(ada, "ada").decisions
    number, submission = hand_in(ada, "ada", 30)
    for points in ((0, 0), (5, 5)):
        ada.record([(number, reported(submission, *points))], when=datetime.now(UTC))
        assert (of(ada, "ada").decisions, of(ada, "ada").standing.score) == (decided, 9.5)
    hand_in(ada, "ada", -5, 5, 5)
    assert (of(ada, "ada").decisions, of(ada, "ada").standing.score) == (decided, 9.5)
