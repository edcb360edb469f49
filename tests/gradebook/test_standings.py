"""What is kept, seen through the course's policy: who stands where, and why."""

from dataclasses import replace
from datetime import timedelta, timezone

import msgspec
import pytest
from sqlalchemy import Connection, insert, select

from autograder.course.manifest import Attempts, Course
from autograder.errors import CourseError
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import Decision, decisions, excuses, extensions, groups, students
from tests.gradebook.classroom import COURSE, DUE, OTHER, SLUG, hand_in, of


def put(book: Gradebook, table: object, student: str, **more: object) -> None:
    """A row of this student, behind the backs of those who see to it that it makes sense."""

    def work(connection: Connection) -> None:
        number = connection.execute(select(students.c.id).where(students.c.name == student)).scalar_one()
        connection.execute(insert(table), {"student_id": number, "slug": SLUG, **more})  # type: ignore[call-overload]

    book.write(work)


def test_everybody_who_is_known_stands_somewhere(book: Gradebook) -> None:
    hand_in(book, "ben", -1, 5, 4)
    hand_in(book, "ada", -1, 5, 5, slug=OTHER)
    found = [(one.slug, one.student, one.standing.score) for one in book.standings(COURSE)]
    assert found == [(SLUG, "ada", None), (SLUG, "ben", 9), (OTHER, "ada", 10), (OTHER, "ben", None)]
    with pytest.raises(CourseError, match="there is no assignment"):
        book.standings(COURSE, "nonesuch")


def test_attempts_are_numbered_and_the_report_is_that_of_the_one_that_counts(book: Gradebook) -> None:
    hand_in(book, "ada", -9, 2, 3)
    hand_in(book, "ada", -5, 4, 5)
    hand_in(book, "ada", -1, 3, 3)
    found = of(book, "ada")
    assert [one.number for one in found.attempts] == [1, 2, 3]
    assert (found.standing.score, found.standing.attempt) == (9, found.attempts[1])
    assert found.report is not None
    assert found.report.score == 9
    last = of(book, "ada", Course(COURSE.title, COURSE.assignments, attempts=Attempts.LAST))
    assert (last.standing.score, last.report and last.report.score) == (6, 6)


def test_the_same_work_once_more_is_an_attempt_of_its_own_time(book: Gradebook) -> None:
    hand_in(book, "ada", -1, 5, 5, text="same")
    hand_in(book, "ada", 30, 5, 5, text="same")
    assert of(book, "ada").standing.score == 10
    last = of(book, "ada", Course(COURSE.title, COURSE.assignments, late=COURSE.late, attempts=Attempts.LAST))
    assert (last.standing.score, len(last.attempts)) == (8, 2)


def test_what_waits_and_what_the_grader_failed_on_is_no_zero(book: Gradebook) -> None:
    hand_in(book, "ada", -1)
    hand_in(book, "ben", -1, fault=True)
    hand_in(book, "cleo", -2, 4, 4)
    hand_in(book, "cleo", -1, fault=True)
    assert [of(book, name).standing.score for name in ("ada", "ben", "cleo")] == [None, None, 8]


def test_scores_are_the_same_without_the_reports(book: Gradebook) -> None:
    hand_in(book, "ada", -9, 2, 3)
    hand_in(book, "ada", -5, 4, 5)
    hand_in(book, "ben", 30, 5, 5)
    hand_in(book, "cleo", -1, 5, 5, fault=True)
    brief = book.standings(COURSE, reports=False)
    assert [replace(one, report=None) for one in book.standings(COURSE)] == brief
    assert [one.standing.score for one in brief[:3]] == [9, 8, None]


def test_an_extension_is_of_one_student_alone(book: Gradebook) -> None:
    for name in ("ada", "ben"):
        hand_in(book, name, 30, 5, 5)
    put(book, extensions, "ada", due=DUE + timedelta(days=3), reason="ill")
    ada, ben = of(book, "ada"), of(book, "ben")
    assert (ada.standing.score, ada.extended, ben.standing.score, ben.extended) == (10, True, 8, False)


def test_people_excuse_and_decide(book: Gradebook) -> None:
    for name in ("ada", "ben", "cleo"):
        hand_in(book, name, -1, 2, 3)
    put(book, excuses, "ada", reason="ill")
    said = {"reason": "seen on paper", "person": "grace", "decided_at": DUE}
    put(book, decisions, "ben", question="q0", kind=Decision.OVERRIDE, points=5, **said)
    put(book, decisions, "cleo", question="", kind=Decision.OVERRIDE, points=9.5, **said)
    put(book, decisions, "cleo", question="q1", kind=Decision.OVERRIDE, points=0, **said)
    assert [of(book, name).standing.score for name in ("ada", "ben", "cleo")] == [None, 8, 9.5]
    assert of(book, "ada").standing.excused
    assert of(book, "cleo").decisions[""].reason == "seen on paper"


def test_a_group_hands_in_for_all_but_who_has_opted_out(book: Gradebook) -> None:
    hand_in(book, "ada", -1, 5, 4)
    for name in ("ben", "cleo"):
        hand_in(book, name, -1, 1, 1, slug=OTHER)
    for name in ("ada", "ben", "cleo"):
        put(book, groups, name, name="table 1", opted_out=name == "cleo")
    assert [of(book, name).standing.score for name in ("ada", "ben", "cleo")] == [9, 9, None]
    assert [of(book, name).group for name in ("ada", "ben", "cleo")] == ["table 1", "table 1", ""]


def test_an_extension_is_told_with_its_reason_in_the_zone_of_the_due_date(book: Gradebook) -> None:
    hand_in(book, "ada", -1, 5, 5)
    put(book, extensions, "ada", due=DUE + timedelta(days=3), reason="ill")
    put(book, excuses, "ada", reason="sports")
    zone = timezone(timedelta(hours=1))
    entry = msgspec.structs.replace(COURSE.assignments[0], due=DUE.astimezone(zone))
    found = of(book, "ada", msgspec.structs.replace(COURSE, assignments=(entry,)))
    assert (found.extension, found.excuse) == ("ill", "sports")
    assert found.due is not None
    assert (found.due, found.due.tzinfo) == (DUE + timedelta(days=3), zone)


@pytest.mark.parametrize("later", [timedelta(days=3), timedelta(days=9), None], ids=["the same", "later", "never"])
def test_where_all_have_as_much_time_an_extension_takes_none_away(book: Gradebook, later: timedelta | None) -> None:
    hand_in(book, "ada", 24 * 5, 5, 5)
    put(book, extensions, "ada", due=DUE + timedelta(days=3), reason="ill")
    before = of(book, "ada").standing
    entry = msgspec.structs.replace(COURSE.assignments[0], due=None if later is None else DUE + later)
    found = of(book, "ada", msgspec.structs.replace(COURSE, assignments=(entry,)))
    assert (found.due, found.extended, found.extension) == (entry.due, False, "")
    assert found.standing.score is not None
    assert before.score is not None
    assert found.standing.score >= before.score


def test_an_override_of_a_question_that_is_asked_no_longer_counts_for_nothing_and_is_told_of(book: Gradebook) -> None:
    hand_in(book, "ada", -1, 2, 3)
    said = {"kind": Decision.OVERRIDE, "reason": "seen", "person": "grace", "decided_at": DUE}
    put(book, decisions, "ada", question="gone", points=5, **said)
    found = of(book, "ada")
    assert (found.standing.score, found.standing.overridden, found.idle) == (5, False, ("gone",))
    put(book, decisions, "ada", question="q0", points=5, **said)
    found = of(book, "ada")
    assert (found.standing.score, found.standing.overridden, found.idle) == (8, True, ("gone",))
