"""The first assignment, and a miniature course of functions, each with a sandbox: a submission goes in, a report comes out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from autograder.course import manifest
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.grading.judge import Examination, examine, grade
from autograder.grading.limits import limits_of
from autograder.grading.report import QuestionReport, Report
from autograder.grading.submission import Submission
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from tests.grading.calling import course_in

SECRET = Secret(b"the tests' own key, known to all")
Grade = Callable[[str], Report]


@pytest.fixture(scope="session")
def course(root: Path) -> Course:
    """The course with its own limits, but for less time."""
    course = manifest.load(root)
    limits = msgspec.structs.replace(course.limits, wall_seconds=6.0, cpu_seconds=2.0, statement_seconds=0.5, call_seconds=0.5)
    return msgspec.structs.replace(course, limits=limits)


@pytest.fixture(scope="session")
def loaded(course: Course) -> Loaded:
    return load_assignment(course, "01-gradient-step")


@pytest.fixture(scope="session")
def sandbox(course: Course) -> Iterator[Sandbox]:
    with Sandbox(Level.A, limits_of(course)) as running:
        yield running


class Small:
    """The miniature course of functions, and a sandbox to grade in."""

    def __init__(self, course: Course, sandbox: Sandbox) -> None:
        self.course, self.sandbox = course, sandbox
        self.neuron = load_assignment(course, "01-neuron")
        self.mixed = load_assignment(course, "02-mixed")

    def examined(self, text: str, loaded: Loaded | None = None, secret: Secret = SECRET, **course: Any) -> Examination:
        loaded = loaded or self.neuron
        submission = Submission("ada", loaded.slug, loaded.entry.file, text.encode())
        changed = msgspec.structs.replace(self.course, **course)
        return examine(loaded, submission, course=changed, secret=secret, sandbox=self.sandbox)

    def graded(self, text: str) -> dict[str, QuestionReport]:
        """The report on a .py file of this text, by question."""
        return {question.id: question for question in self.examined(text).report.questions}


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    course = manifest.load(course_in(tmp_path_factory.mktemp("functions")))
    with Sandbox(Level.A, limits_of(course)) as running:
        yield Small(course, running)


@pytest.fixture(scope="session")
def graded(loaded: Loaded, course: Course, sandbox: Sandbox) -> Grade:
    """The report on a .py file of this text."""

    def report(text: str) -> Report:
        submission = Submission("ada", "01-gradient-step", "gradient.py", text.encode())
        return grade(loaded, submission, course=course, secret=SECRET, sandbox=sandbox)

    return report
