"""Who grades the programs of the proofs? A process with sandboxes of its own: `python -m autograder.integrity.worker`.

It differs from the one that grades classes: each task brings a secret, since the proofs want many draws of one program, and may share
its cases with all tasks of that secret, since drawing them takes longer than all else; an impatient task stops an endless statement or
call after a moment; and it may be asked for a part of what students are. What an impatient task finds is never
held against a program: whoever asks repeats with patience what looks wrong.
"""

import sys
from contextlib import ExitStack
from dataclasses import replace
from functools import cache, lru_cache
from itertools import count
from pathlib import Path

import msgspec

from autograder.course import cases
from autograder.course.cases import Case
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course, OwnLimits, load
from autograder.course.secret import Secret
from autograder.course.vocabulary import Assignment
from autograder.errors import CourseError, DescentError, SandboxFault
from autograder.grading.judge import grade
from autograder.grading.limits import limits_of
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.integrity.asking import Asked, asking
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level

STUDENT = "verify"
KEPT = 64  # sets of cases: more than the runs that one program needs


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
        seconds: after so many an endless statement or call is stopped; 0: it gets all the time that the course gives.
        shared: whether it is tried on the cases of the secret alone; else they depend on the program too, as in every grading.
        asked: how much it is asked for.
    """

    file: str
    content: bytes
    secret: bytes
    seconds: float = 0.0
    shared: bool = False
    asked: Asked = Asked.ALL


class Answer(msgspec.Struct, frozen=True):
    """From a worker: a report, or what is wrong with the course, or with the machine."""

    report: Report | None = None
    problems: tuple[str, ...] = ()
    fault: str = ""


class Grader:
    """Grades programs for one assignment in one sandbox."""

    def __init__(self, begin: Begin, stack: ExitStack) -> None:
        self._course = load(Path(begin.root))
        self._loaded = load_assignment(self._course, begin.slug)
        self._sandbox = stack.enter_context(Sandbox(Level(begin.level), limits_of(self._course, self._loaded.entry)))
        self._under = cache(self._made_for)
        self._drawn = lru_cache(KEPT)(self._drawn_by)

    def grade(self, task: Task) -> Report:
        """The report.

        Raises:
            SandboxFault: the sandbox failed twice.
            CourseError: no cases can be drawn, or the driver cannot be run.
        """
        course, loaded = self._under(task.seconds, task.asked)
        submission = Submission(STUDENT, loaded.slug, task.file, task.content)

        def graded() -> Report:
            runs = count()

            def shared(_: Assignment, __: bytes, number: int) -> tuple[Case, ...]:
                return self._drawn(task.secret, next(runs), number)

            draw = shared if task.shared else cases.draw
            return grade(loaded, submission, course=course, secret=Secret(task.secret), sandbox=self._sandbox, draw=draw)

        try:
            return graded()
        except SandboxFault:
            self._sandbox.restart()
            return graded()

    def _drawn_by(self, secret: bytes, run: int, number: int) -> tuple[Case, ...]:
        """The cases of each program's first, second, ... run; no two runs of a program share any."""
        return cases.draw(self._loaded.assignment, cases.seed(secret, self._loaded.slug, 0, "", str(run)), number)

    def _made_for(self, seconds: float, asked: Asked) -> tuple[Course, Loaded]:
        """The course and the assignment, with the limits and the questions that a task asks for."""
        loaded = asking(self._loaded, asked)
        if not seconds:
            return self._course, loaded
        limits = self._course.limits_for(loaded.entry)
        shorter = {name: min(getattr(limits, name), seconds) for name in ("statement_seconds", "call_seconds")}
        course = msgspec.structs.replace(self._course, limits=msgspec.structs.replace(limits, **shorter))
        return course, replace(loaded, entry=msgspec.structs.replace(loaded.entry, limits=OwnLimits()))


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
