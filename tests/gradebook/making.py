"""Submissions and reports for the tests of the gradebook."""

from datetime import UTC, datetime

from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission

SLUG = "01-gradient-step"
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


def submission(student: str = "ada", content: bytes = b"h = 0.8\n", *, slug: str = SLUG, file: str = "gradient.py") -> Submission:
    """What `student` hands in."""
    return Submission(student=student, slug=slug, file=file, content=content)


def report(of: Submission, score: float | None = 2.0, *, message: str = "Seen.") -> Report:
    """A report of one question; score None is a fault."""
    verdict = Verdict.FAULT if score is None else Verdict.CORRECT if score else Verdict.WRONG
    question = QuestionReport(id="h", verdict=verdict, points=score or 0.0, max_points=2.0, message=message, seen=[0.5, 1.0])
    return Report(
        student=of.student,
        assignment=of.slug,
        submission=of.digest,
        isolation="A",
        score=score,
        max_score=2.0,
        questions=(question,),
        version=3,
        secret="0123abcd",
        file=of.file,
    )
