"""Who grades the programs of the proofs? A process with sandboxes of its own: `python -m autograder.integrity.worker`.

It differs from the one that grades classes in two things: each task brings a secret, since the proofs want many draws of one
program, and an impatient task stops an endless statement after a moment. What an impatient task finds is never held against a
program: whoever asks repeats with patience what looks wrong.
"""

import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import msgspec

from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.course.secret import Secret
from autograder.errors import CourseError, DescentError, SandboxFault
from autograder.grading.judge import grade
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.worker import limits_of
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level

IMPATIENT_SECONDS = 0.02
STUDENT = "verify"


class Begin(msgspec.Struct, frozen=True):
    """To a new worker: which assignment of which course, and how strongly to isolate."""

    root: str
    slug: str
    level: str


class Task(msgspec.Struct, frozen=True):
    """A program to grade.

    Attributes:
        file: its name; its ending says how it is read.
        secret: what its cases are drawn from.
        patient: whether an endless statement gets all the time that the course gives.
    """

    file: str
    content: bytes
    secret: bytes
    patient: bool = True


class Answer(msgspec.Struct, frozen=True):
    """From a worker: a report, or what is wrong with the course, or with the machine."""

    report: Report | None = None
    problems: tuple[str, ...] = ()
    fault: str = ""


class Grader:
    """Grades programs for one assignment in two sandboxes, the impatient one and the patient one, started when first needed."""

    def __init__(self, begin: Begin, stack: ExitStack) -> None:
        self._course = load(Path(begin.root))
        self._loaded = load_assignment(self._course, begin.slug)
        self._level = Level(begin.level)
        self._stack = stack
        self._sandboxes: dict[bool, Sandbox] = {}

    def grade(self, task: Task) -> Report:
        """The report.

        Raises:
            SandboxFault: the sandbox failed twice.
            CourseError: no cases can be drawn.
        """
        sandbox = self._sandbox(task.patient)
        submission = Submission(STUDENT, self._loaded.slug, task.file, task.content)

        def graded() -> Report:
            return grade(self._loaded, submission, course=self._course, secret=Secret(task.secret), sandbox=sandbox)

        try:
            return graded()
        except SandboxFault:
            sandbox.restart()
            return graded()

    def _sandbox(self, patient: bool) -> Sandbox:
        if patient not in self._sandboxes:
            limits = limits_of(self._course)
            quick = replace(limits, statement_seconds=min(limits.statement_seconds, IMPATIENT_SECONDS))
            self._sandboxes[patient] = self._stack.enter_context(Sandbox(self._level, limits if patient else quick))
        return self._sandboxes[patient]


def serve() -> None:
    """Answer tasks, one a line, until there are no more."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what an author's file prints must not stand between the answers
    with ExitStack() as stack:
        grader = Grader(msgspec.json.decode(requests.readline(), type=Begin), stack)
        for line in requests:
            answers.write(msgspec.json.encode(_answer(grader, msgspec.json.decode(line, type=Task))) + b"\n")
            answers.flush()


def _answer(grader: Grader, task: Task) -> Answer:
    try:
        return Answer(grader.grade(task))
    except CourseError as error:
        return Answer(problems=error.problems)
    except DescentError as error:
        return Answer(fault=str(error))


if __name__ == "__main__":
    serve()
