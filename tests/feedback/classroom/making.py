"""Made-up classes for the tests of the class report."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from autograder.feedback.classroom.work import HandIn, Sheet, Work
from autograder.grading.report import Place, QuestionReport, Report, Verdict, total

SLUG = "01-gradient-step"
DUE = datetime(2026, 10, 5, 23, 59, tzinfo=UTC)
CORRECT, MISTAKE, WRONG, CARRIED = Verdict.CORRECT, Verdict.MISTAKE, Verdict.WRONG, Verdict.CARRIED


def answer(name: str, verdict: Verdict = CORRECT, **more: Any) -> QuestionReport:
    """One question's report, worth two points."""
    values = {"id": name, "verdict": verdict, "max_points": 2.0, "points": 2.0 if verdict.counts else 0.0} | more
    return QuestionReport(**values)


def report(student: str, *questions: QuestionReport, **more: Any) -> Report:
    """A report of these questions."""
    values: dict[str, Any] = {
        "student": student,
        "assignment": SLUG,
        "submission": f"sha256:{student}",
        "isolation": "A",
        "score": total([one.points for one in questions]),
        "max_score": total([one.max_points for one in questions]),
        "questions": questions,
        "file": "gradient.py",
    }
    return Report(**(values | more))


def marked(student: str, parts: Sequence[float]) -> Report:
    """A report with these parts of the points of questions a, b, c ..."""
    names = "abcdefghij"
    return report(
        student,
        *(answer(names[at], CORRECT if part else WRONG, points=2.0 * part) for at, part in enumerate(parts)),
    )


def work(one: Report, **more: Any) -> Work:
    """A student with one attempt, an hour before it was due."""
    number = int.from_bytes(one.student.encode("utf-8", "surrogatepass")[:6])
    values: dict[str, Any] = {
        "student": one.student,
        "score": one.score,
        "max_score": one.max_score,
        "report": one,
        "attempts": (HandIn(number, DUE - timedelta(hours=1)),),
    }
    return Work(**(values | more))


def sheet(works: Sequence[Work], slug: str = SLUG, **more: Any) -> Sheet:
    """One assignment."""
    values: dict[str, Any] = {"slug": slug, "title": "One step of gradient descent", "works": tuple(works), "due": DUE}
    return Sheet(**(values | more))


def unreadable(student: str) -> Report:
    """A report of a file that Python could not read."""
    return msgspec.structs.replace(report(student, answer("h", Verdict.FAILED)), unreadable=Place(3))
