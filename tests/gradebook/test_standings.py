"""What is kept, seen through the course's policy: who stands where, and why."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from autograder.course.manifest import Attempts, Course, Entry, Late
from autograder.errors import CourseError
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.standings import StudentStanding
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import Decision, decisions, excuses, extensions, groups, students
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission

SLUG, OTHER = "01-gradient-step", "02-single-neuron"
DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
COURSE = Course(
    title="A course",
    assignments=(Entry(SLUG, "One", "gradient.py", 10, due=DUE), Entry(OTHER, "Two", "neuron.py", 10)),
    late=Late(per_day=0.1),
)


def reported(submission: Submission, *points: float, fault: bool = False) -> Report:
    verdict = Verdict.FAULT if fault else Verdict.CORRECT
    questions = tuple(QuestionReport(id=f"q{at}", verdict=verdict, points=one, max_points=5) for at, one in enumerate(points))
    score = None if fault else sum(points)
    return Report(
        student=submission.student, assignment=submission.slug, submission=submission.digest, isolation="A", score=score, max_score=10,
        questions=questions,
    )  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with Gradebook.open(sqlite_url(tmp_path / "gradebook.db")) as opened:
        yield opened


def hand_in(book: Gradebook, student: str, hours: float, *points: float, slug: str = SLUG, text: str = "", fault: bool = False) -> None:
    """A hand-in so many hours after the due date, graded if there are points."""
    submission = Submission(student, slug, "gradient.py", f"{text or (student, hours)}".encode())
    (number,) = book.accept([submission], when=DUE + timedelta(hours=hours))
    if points or fault:
        book.record([(number, reported(submission, *points, fault=fault))], when=DUE)


def put(book: Gradebook, table: object, student: str, **more: object) -> None:
    with book._engine.begin() as connection:
        number = connection.execute(select(students.c.id).where(students.c.name == student)).scalar_one()
        connection.execute(insert(table), {"student_id": number, "slug": SLUG, **more})  # type: ignore[arg-type]


def of(book: Gradebook, student: str, course: Course = COURSE) -> StudentStanding:
    return next(one for one in book.standings(course, SLUG) if one.student == student)


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
