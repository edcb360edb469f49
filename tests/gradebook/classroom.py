"""A course with a due date, and students who hand in before and after it."""

from datetime import UTC, datetime, timedelta

from autograder.course.manifest import Course, Entry, Late
from autograder.gradebook.deciding import About
from autograder.gradebook.log import By
from autograder.gradebook.standings import StudentStanding
from autograder.gradebook.store import Gradebook
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission

SLUG, OTHER = "01-gradient-step", "02-single-neuron"
DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
COURSE = Course(
    title="A course",
    assignments=(Entry(SLUG, "One", "gradient.py", 10, due=DUE), Entry(OTHER, "Two", "neuron.py", 10)),
    late=Late(per_day=0.1),
)
ENTRY = COURSE.entry(SLUG)
GRACE = By("grace", DUE + timedelta(days=2))


def reported(submission: Submission, *points: float, fault: bool = False) -> Report:
    """A report of the questions q0, q1 ... with these points."""
    verdict = Verdict.FAULT if fault else Verdict.CORRECT
    questions = tuple(QuestionReport(id=f"q{at}", verdict=verdict, points=one, max_points=5) for at, one in enumerate(points))
    score = None if fault else sum(points)
    return Report(
        student=submission.student, assignment=submission.slug, submission=submission.digest, isolation="A", score=score, max_score=10,
        questions=questions,
    )  # fmt: skip


def hand_in(
    book: Gradebook, student: str, hours: float, *points: float, slug: str = SLUG, text: str = "", fault: bool = False
) -> tuple[int, Submission]:
    """A hand-in so many hours after the due date, graded if there are points."""
    submission = Submission(student, slug, "gradient.py", f"{text or (student, hours)}".encode())
    (number,) = book.accept([submission], when=DUE + timedelta(hours=hours))
    if points or fault:
        book.record([(number, reported(submission, *points, fault=fault))], when=DUE)
    return number, submission


def of(book: Gradebook, student: str, course: Course = COURSE) -> StudentStanding:
    """Where somebody stands in the first assignment."""
    return next(one for one in book.standings(course, SLUG) if one.student == student)


def about(student: str = "ada", *, new: bool = False) -> About:
    """Of somebody's first assignment something is decided."""
    return About(student, ENTRY, new)
