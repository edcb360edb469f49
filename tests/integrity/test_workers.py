"""Workers grade in order, say what is wrong with the course, and their end is not taken for a verdict."""

import pytest

from autograder.errors import CourseError, SandboxFault
from autograder.integrity import draws
from autograder.integrity.worker import Begin, Task
from autograder.integrity.workers import Workers
from autograder.sandbox.isolation import Level
from tests.integrity.conftest import QUESTIONS, SLUG, Made, Prepared

RIGHT = b"z = a * b\nslope = z * b\n"
WRONG = b"z = a\nslope = b\n"


def task(content: bytes) -> Task:
    return Task("product.py", content, draws.secret(0))


def test_reports_come_in_the_order_of_the_tasks(made: Made, level: Level) -> None:
    told: list[int] = []
    with Workers(Begin(str(made()), SLUG, str(level)), 2) as workers:
        reports = workers.grade([task(content) for content in (RIGHT, WRONG, RIGHT, RIGHT, WRONG)], told.append)
    assert [report.score for report in reports] == [4.0, 0.0, 4.0, 4.0, 0.0]
    assert told == [1, 2, 3, 4, 5]


def test_nothing_to_grade_is_graded_at_once(subject: Prepared) -> None:
    assert subject().workers.grade([]) == []


def test_a_course_that_cannot_be_graded_is_its_authors_fault(subject: Prepared) -> None:
    made = subject(questions=QUESTIONS.replace("return a + b", "return a * b"), build_it=False)
    with pytest.raises(CourseError, match="mistake 'z:added' gives the same as the right formula"):
        made.workers.grade([task(RIGHT)] * 3)


def test_after_the_first_problem_nothing_more_is_graded(subject: Prepared) -> None:
    made = subject(questions=QUESTIONS.replace("return a + b", "return a * b"), build_it=False)
    told: list[int] = []
    with pytest.raises(CourseError):
        made.workers.grade([task(RIGHT)] * 1000, told.append)
    assert told == []
    with pytest.raises(CourseError):  # and the worker is there for the next
        made.workers.grade([task(RIGHT)])


def test_a_worker_that_cannot_begin_is_a_fault_of_ours(made: Made, level: Level, capfd: pytest.CaptureFixture[str]) -> None:
    with (
        Workers(Begin(str(made()), "no-such-assignment", str(level)), 1) as workers,
        pytest.raises(SandboxFault, match="A worker of `descent verify` ended"),
    ):
        workers.grade([task(RIGHT)])
    assert "no-such-assignment" in capfd.readouterr().err
