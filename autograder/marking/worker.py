"""Who grades one submission after another? A process with a sandbox of its own: `python -m autograder.marking.worker`.

It reads messages on standard input and answers on standard output, and ends with its input: in the middle of a submission, too, if
whoever asked is gone. A fault of the sandbox is met with a new sandbox and a second try; a second fault is reported as one.
"""

import os
import select
import sys
import threading
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course, load
from autograder.course.secret import Secret
from autograder.errors import CourseError, DescentError, SandboxFault
from autograder.grading.descending import drawn
from autograder.grading.judge import faulty, grade
from autograder.grading.limits import limits_of
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.protocol import Begin, Mark, Marked, Ready, Unable, read, write
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.probe import shut_in

TRIES = 2
END_SECONDS = 2.0  # for a worker that is idle, and its sandbox, to end by themselves


class Marker:
    """Grades submissions of one course in one sandbox; assignments are loaded when they first come.

    Args:
        drawing: whether the reports hold what feedback pages draw of a descent, which takes one more run each.
    """

    def __init__(self, course: Course, secret: Secret, sandbox: Sandbox, *, drawing: bool = False) -> None:
        self._course = course
        self._secret = secret
        self._sandbox = sandbox
        self._drawing = drawing
        self._loaded: dict[str, Loaded] = {}

    def mark(self, submission: Submission, time_factor: float = 1.0) -> Report:
        """The report; a fault after a second try.

        Args:
            time_factor: how many times as long as others' its runs may take.
        """
        loaded = self._assignment(submission.slug)
        for _ in range(TRIES):
            try:
                report = grade(
                    loaded, submission, course=self._course, secret=self._secret, sandbox=self._sandbox, time_factor=time_factor
                )
                return self._drawn(loaded, submission, report, time_factor) if self._drawing else report
            except SandboxFault:
                self._sandbox.restart()
        return faulty(loaded, submission, isolation=str(self._sandbox.level), secret_id=self._secret.id)

    def _drawn(self, loaded: Loaded, submission: Submission, report: Report, time_factor: float) -> Report:
        return drawn(loaded, submission, report, course=self._course, sandbox=self._sandbox, time_factor=time_factor)

    def _assignment(self, slug: str) -> Loaded:
        if slug not in self._loaded:
            self._loaded[slug] = load_assignment(self._course, slug)
        return self._loaded[slug]


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until they end."""
    begin = read(requests)
    if not isinstance(begin, Begin):
        return
    try:
        course = load(Path(begin.root))
        with _sandbox(begin, course) as sandbox:
            marker = Marker(course, Secret(begin.secret), sandbox, drawing=begin.drawing)
            write(answers, Ready(str(sandbox.level)))
            while isinstance(request := read(requests), Mark):
                write(answers, Marked(marker.mark(request.submission, request.time_factor)))
    except CourseError as error:
        write(answers, Unable(error.problems, course=True))
    except DescentError as error:
        write(answers, Unable((str(error),)))
    except BrokenPipeError:
        return


def _sandbox(begin: Begin, course: Course) -> AbstractContextManager[Sandbox]:
    """Of the strongest level that works here, where none is asked for."""
    if begin.level:
        return Sandbox(Level(begin.level), limits_of(course))
    return shut_in(course.min_isolation, limits_of(course), unsafe=begin.unsafe)


def end_with(requests: int) -> None:
    """End this process when nobody can write any more to that pipe: a judge that was killed. Its sandbox dies with it."""
    poll = select.poll()
    poll.register(requests, 0)  # a hang-up is told without being asked for
    poll.poll()
    time.sleep(END_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with, args=(sys.stdin.fileno(),), daemon=True).start()
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # what an author's file prints must not stand between the answers
    serve(sys.stdin.buffer, out)
