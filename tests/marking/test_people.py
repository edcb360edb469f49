"""What people said of a student's work is on that student's page, and why they set points is not."""

from pathlib import Path

import msgspec
import pytest

from autograder.course.manifest import Course
from autograder.feedback.byhand import NOTHING, Asked, ByPeople, Marked, Set
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.deciding import ALL, excuse, override
from autograder.gradebook.marks import Mark, mark
from autograder.gradebook.requests import ask
from autograder.gradebook.store import Gradebook
from autograder.grading.submission import Submission
from autograder.marking.people import of_reports
from tests.gradebook.classroom import COURSE, GRACE, SLUG, about, hand_in, reported
from tests.gradebook.test_marks import BY_HAND, ENTRY, HOW, WHY

WAITING = (Marked("why", "Why?", 4), Marked("how", "How?", 2))


@pytest.fixture
def book(tmp_path: Path) -> Gradebook:
    """A gradebook with work of ada's and ben's."""
    made = Gradebook.open(sqlite_url(tmp_path / "gradebook.db"))
    for student in ("ada", "ben"):
        hand_in(made, student, -1, 5, 3)
    return made


def said(book: Gradebook, student: str = "ada", course: Course = BY_HAND) -> ByPeople:
    return of_reports(course, book)(reported(Submission(student, SLUG, "gradient.py", b""), 5, 3))


def test_where_nobody_said_anything_there_is_nothing(book: Gradebook) -> None:
    assert said(book, course=COURSE) == NOTHING
    assert said(book) == ByPeople(WAITING)
    assert said(book, "somebody new") == ByPeople(WAITING)


def test_marks_points_and_requests_are_the_students_own(book: Gradebook) -> None:
    mark(book, BY_HAND, ENTRY, [Mark(("ada",), "why", 3, "which way?")], GRACE)
    override(book, about(), "q0", 1, 5, reason="copied", by=GRACE)
    override(book, about(), "gone", 1, 5, reason="copied", by=GRACE)
    ask(book, about(), "q0", "is right", GRACE)
    found = said(book)
    assert found.marked == (Marked("why", "Why?", 4, 3, "which way?"), WAITING[1])
    assert found.instead == (Set("q0", 1),)
    assert found.asked == (Asked("q0", "is right"),)
    assert "copied" not in repr(found)
    assert said(book, "ben") == ByPeople(WAITING)
    override(book, about("ben"), ALL, 9, 16, reason="oral", by=GRACE)
    assert said(book, "ben", COURSE) == ByPeople(instead=(Set("", 9),))


def test_of_whom_nothing_is_asked_nothing_waits(book: Gradebook) -> None:
    excuse(book, about(), reason="ill", by=GRACE)
    assert said(book) == NOTHING


def test_a_mark_is_shown_as_what_it_counts_for(book: Gradebook) -> None:
    mark(book, BY_HAND, ENTRY, [Mark(("ada",), "why", 4)], GRACE)
    cheaper = msgspec.structs.replace(ENTRY, questions=(msgspec.structs.replace(WHY, points=1), HOW))
    course = msgspec.structs.replace(COURSE, assignments=(cheaper,))
    assert said(book, course=course).marked[0] == Marked("why", "Why?", 1, 1)
