"""What is exported comes from the gradebook, by the course's policy, with the ids of the roster."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from autograder.course.manifest import Course, Entry, Late
from autograder.errors import CourseError, UsageError
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.log import By
from autograder.gradebook.roster import Person, enrol
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import excuses, students
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission
from autograder.platforms.lms.scores import called, gathered, sign_in

DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
LATE = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
COURSE = Course(
    title="A course",
    assignments=(Entry("00-start", "Start", "a.py", 0), Entry("01-a", "One", "a.py", 10, due=DUE), Entry("02-b", "Two", "b.py", 10)),
    late=Late(per_day=0.1),
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with Gradebook.open(sqlite_url(tmp_path / "gradebook.db")) as opened:
        yield opened


def hand_in(book: Gradebook, student: str, slug: str, points: float, when: datetime = DUE) -> None:
    submission = Submission(student, slug, "a.py", f"{student} {slug}".encode())
    (number,) = book.accept([submission], when=when)
    question = QuestionReport(id="q", verdict=Verdict.CORRECT, points=points, max_points=10)
    report = Report(
        student=student, assignment=slug, submission=submission.digest, isolation="A", score=points, max_score=10, questions=(question,)
    )
    book.record([(number, report)], when=when)


def test_scores_are_those_of_the_policy_and_ids_those_of_the_roster(book: Gradebook) -> None:
    hand_in(book, "ada", "01-a", 8, LATE)
    hand_in(book, "ben", "01-a", 6)
    ada = Person("ada", "Ada Lovelace", "ada@uni.example", "alovelace", "1001", "A")
    book.write(lambda connection: enrol(connection, [ada, Person("cleo")], By("grace", DUE)))
    with book._engine.begin() as connection:
        number = connection.execute(select(students.c.id).where(students.c.name == "ben")).scalar_one()
        connection.execute(insert(excuses), {"student_id": number, "slug": "01-a", "reason": "ill"})
    found = gathered(book, COURSE)
    assert [entry.slug for entry in found.assignments] == ["01-a"]
    assert found.people == (ada, Person("ben"), Person("cleo"))
    (entry,) = found.assignments
    standings = [found.of(person, entry) for person in found.people]
    assert [(one.score, one.excused) for one in standings] == [(7.2, False), (None, True), (None, False)]
    assert [found.has_any(person) for person in found.people] == [True, True, False]


def test_assignments_worth_nothing_or_without_a_score_are_exported_only_if_named(book: Gradebook) -> None:
    hand_in(book, "ada", "00-start", 0)
    hand_in(book, "ada", "02-b", 5)
    assert [entry.slug for entry in gathered(book, COURSE).assignments] == ["02-b"]
    assert [entry.slug for entry in gathered(book, COURSE, ["02-b", "00-start", "02-b"]).assignments] == ["02-b", "00-start"]
    assert [entry.slug for entry in gathered(book, COURSE, ["01-a", "02-b"]).assignments] == ["01-a", "02-b"]


def test_where_there_is_no_score_that_is_told(book: Gradebook) -> None:
    with pytest.raises(UsageError, match=r"The gradebook holds no score of 01-a, 02-b\. Grade first"):
        gathered(book, COURSE)
    hand_in(book, "ada", "02-b", 5)
    with pytest.raises(UsageError, match=r"no score of 01-a\."):
        gathered(book, COURSE, ["01-a"])
    with pytest.raises(CourseError, match="there is no assignment '09-z'"):
        gathered(book, COURSE, ["09-z"])


def test_who_is_in_no_roster_signs_in_as_they_are_called_here() -> None:
    assert [sign_in(one) for one in (Person("ada"), Person("ada", login="alovelace"))] == ["ada", "alovelace"]
    assert [called(one) for one in (Person("a\x1bda"), Person("ada", "Ada"))] == ["a\\x1bda", "ada (Ada)"]
