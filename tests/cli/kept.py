"""A gradebook with something in it, for the verbs that show and decide."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from autograder.cli.place import database
from autograder.gradebook.log import lines
from autograder.gradebook.store import Gradebook
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission
from tests.cli.conftest import ANSWERS, SLUG

DUE = datetime(2026, 11, 20, 22, 59, tzinfo=UTC)
RULES = "due = 2026-11-20T23:59:00+01:00\n"
LATE = "[late]\nper_day = 0.1\n\n"


def with_due(course: Path, head: str = LATE) -> Path:
    """The course with a due date for its assignment, and what lateness takes off."""
    path = course / "course.toml"
    before, entry = path.read_text(encoding="utf-8").split("[[assignments]]")
    entry = entry.replace("points = 10\n", f"points = 10\n{RULES}")
    path.write_text(f"{before}{head}[[assignments]]{entry}", encoding="utf-8")
    return course


def keep(student: str = "ada", hours: float = -1, **points: float) -> None:
    """Work that was handed in so many hours after the due date, with full points but for these questions."""
    submission = Submission(student, SLUG, "gradient.py", f"{student} {hours}".encode())
    questions = tuple(
        QuestionReport(id=name, verdict=Verdict.CORRECT, points=points.get(name, 2.0), max_points=2.0) for name in ANSWERS
    )
    report = Report(
        student=student, assignment=SLUG, submission=submission.digest, isolation="A", score=sum(one.points for one in questions),
        max_score=10.0, questions=questions,
    )  # fmt: skip
    with Gradebook.open(database()) as book:
        (number,) = book.accept([submission], when=DUE + timedelta(hours=hours))
        book.record([(number, report)], when=DUE)


def noted() -> list[tuple[str, str, str]]:
    """What is in the log: who, by which verb, and what is said."""
    with Gradebook.open(database()) as book:
        return [(one.person, one.verb, one.said) for one in book.read(lines)]
