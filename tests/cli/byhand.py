"""A course with questions that a person marks, and work in its gradebook."""

from datetime import timedelta
from pathlib import Path

from autograder.cli.place import database
from autograder.gradebook.log import By
from autograder.gradebook.store import Gradebook
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission
from tests.cli.conftest import ANSWERS, SLUG
from tests.cli.kept import DUE

QUESTIONS = '''
[[assignments.questions]]
id = "reflection"
kind = "manual"
title = "What does the sign do?"
prompt = """
Say in two sentences which way the weights move, and why.
"""
points = 2
rubric = [
    { points = 1, text = "names the direction" },
    { points = 1.5, text = "says why" },
    { points = -0.5, text = "no sentence" },
]

[[assignments.questions]]
id = "momentum"
kind = "manual"
title = "A step with momentum"
points = 3
answer = "code"
'''
GRACE = By("grace", DUE)


def with_questions(course: Path, questions: str = QUESTIONS) -> Path:
    """The course with these questions in its assignment."""
    path = course / "course.toml"
    path.write_text(path.read_text(encoding="utf-8") + questions, encoding="utf-8")
    return course


def wrote(reflection: str | None = None, momentum: str | None = None, more: str = "") -> str:
    """A file with these answers; None: the place as it was handed out."""
    text = f'reflection = """\n{reflection or ""}\n"""\n'
    code = momentum or 'def momentum():\n    raise NotImplementedError("TODO: momentum")\n'
    return f"{more}\n{text}\n{code}"


def keep(student: str, text: str, hours: float = -1, *, file: str = "gradient.py", points: float = 2.0) -> int:
    """Work that was handed in so many hours after the due date, with so many points for each question that is graded by itself."""
    submission = Submission(student, SLUG, file, text.encode())
    questions = tuple(QuestionReport(id=name, verdict=Verdict.CORRECT, points=points, max_points=2.0) for name in ANSWERS)
    report = Report(
        student=student, assignment=SLUG, submission=submission.digest, isolation="A", score=5 * points, max_score=10.0,
        questions=questions,
    )  # fmt: skip
    with Gradebook.open(database()) as book:
        (number,) = book.accept([submission], when=DUE + timedelta(hours=hours))
        book.record([(number, report)], when=DUE)
    return number
