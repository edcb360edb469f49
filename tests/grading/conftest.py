"""The first assignment and one sandbox for each worker; a submission goes in, a report comes out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from autograder.course import manifest
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.grading.judge import grade
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits

SECRET = Secret(b"the tests' own key, known to all")
Grade = Callable[[str], Report]


@pytest.fixture(scope="session")
def course(root: Path) -> Course:
    return manifest.load(root)


@pytest.fixture(scope="session")
def loaded(course: Course) -> Loaded:
    return load_assignment(course, "01-gradient-step")


@pytest.fixture(scope="session")
def sandbox(course: Course) -> Iterator[Sandbox]:
    """The course's own limits, but for less time."""
    limits = msgspec.structs.asdict(course.limits) | {"wall_seconds": 6.0, "cpu_seconds": 2.0, "statement_seconds": 0.5}
    with Sandbox(Level.A, Limits(**limits)) as running:
        yield running


@pytest.fixture(scope="session")
def graded(loaded: Loaded, course: Course, sandbox: Sandbox) -> Grade:
    """The report on a .py file of this text."""

    def report(text: str) -> Report:
        submission = Submission("ada", "01-gradient-step", "gradient.py", text.encode())
        return grade(loaded, submission, course=course, secret=SECRET, sandbox=sandbox)

    return report
