"""How is a class graded in seconds? By workers side by side, each a process of its own, one submission at a time.

A worker that dies takes nothing with it: its submission is graded again by a new one, once, and is then a fault. Nothing here
depends on the order in which reports come.
"""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from autograder.course.load import load_assignment
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.errors import CourseError, DescentError, IsolationError, SandboxFault
from autograder.grading.judge import faulty
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking import protocol
from autograder.marking.protocol import Begin, Mark, Marked, Ready, Unable
from autograder.sandbox.isolation import Level

TRIES = 2
SPARE_SECONDS = 60.0
END_SECONDS = 3.0
PACKAGE = Path(__file__).parents[2]
WORKER = ("-P", "-m", "autograder.marking.worker")


class WorkerDied(Exception):
    """A worker ended, or said nothing for much longer than any submission may take."""


class Pool:
    """Workers for one course. `wait` before anything is graded: what cannot work is said there.

    Args:
        level: of isolation; None: the strongest that works here, which the first worker finds by trying.
        jobs: how many submissions are graded at a time.
        drawing: whether the reports hold what feedback pages draw of a descent.
        unsafe: where the level is to be found: somebody has said that less than the course asks for will do.
    """

    def __init__(
        self, course: Course, secret: Secret, level: Level | None, jobs: int, *, drawing: bool = False, unsafe: bool = False
    ) -> None:
        self._course = course
        self._secret = secret
        self._level: Future[Level] = Future()
        if level is not None:
            self._level.set_result(level)
        self._unsafe = unsafe
        self._jobs = jobs
        self._drawing = drawing
        self._threads = ThreadPoolExecutor(jobs)  # each first hires, and then works
        self._hired: list[Future[_Worker]] = []
        self._workers: list[_Worker] = []
        self._lock = threading.Lock()
        self._closed = False
        self._standing = 0  # threads of `grade` that still have a worker

    def __enter__(self) -> Self:
        """Start all workers, and do not wait for them.

        Raises:
            SandboxFault: this machine gives no thread to do it in.
        """
        try:
            self._hired = [self._threads.submit(self._hire if index else self._lead) for index in range(self._jobs)]
        except RuntimeError as error:
            self._end(patience=0.0)
            raise SandboxFault(f"Grading could not be started: {error}. There are too many processes on this machine.") from error
        return self

    def wait(self) -> Level:
        """Until the first worker is ready: the level of isolation that all grade at.

        Raises:
            DescentError: the sandbox cannot start, or the course cannot be read.
        """
        self._hired[0].result()
        return self._level.result()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all workers: the idle ones let their sandboxes end, busy ones (on Ctrl-C) are killed."""
        self._end(patience=0.0 if kind else END_SECONDS)

    def _end(self, patience: float) -> None:
        with self._lock:
            self._closed = True
            workers = list(self._workers)
        if patience:
            for worker in workers:
                worker.let_end()  # all of them side by side, before any is waited for
        for worker in workers:
            worker.end(patience)
        self._threads.shutdown()

    def grade(
        self, submissions: Sequence[Submission], time_factor: Callable[[Submission], float] = lambda submission: 1.0
    ) -> Iterator[tuple[int, Report]]:
        """(index, report) of each submission, as they are done.

        Args:
            time_factor: how many times as long as others' the runs of one may take.

        Raises:
            DescentError: no worker can be had any more.
        """
        waiting: Waiting = SimpleQueue()
        done: Done = SimpleQueue()
        for index, submission in enumerate(submissions):
            waiting.put((index, Mark(submission, time_factor(submission))))
        hired = self._hired[: len(submissions)]
        self._standing = len(hired)
        for worker in hired:
            self._threads.submit(self._work, worker, waiting, done)
        for _ in submissions:
            result = done.get()
            if isinstance(result, Exception):
                raise result
            yield result

    def _work(self, hired: "Future[_Worker]", waiting: "Waiting", done: "Done") -> None:
        """One thread: hands submissions to its worker, and hires another when that dies. Where none can be had, the others go on."""
        held: tuple[int, Mark] | None = None
        try:
            worker = hired.result()
            while (held := self._next(waiting)) is not None:
                report, worker = self._mark(held[1], worker)
                done.put((held[0], report))
        except Exception as error:  # raised again in the thread that reads the results, if no other can go on
            with self._lock:
                if held is not None:
                    waiting.put(held)
                self._standing -= 1
                alone = not self._standing
            if alone or not isinstance(error, DescentError):
                done.put(error)

    def _next(self, waiting: "Waiting") -> tuple[int, Mark] | None:
        """What is to be graded next; None: nothing is, and this thread goes. What another one gives back meanwhile is seen."""
        with self._lock:
            try:
                return waiting.get_nowait()
            except Empty:
                self._standing -= 1
                return None

    def _mark(self, asked: Mark, worker: "_Worker") -> "tuple[Report, _Worker]":
        for _ in range(TRIES):
            try:
                return worker.mark(asked), worker
            except WorkerDied:
                worker.end()
                worker = self._hire()
        loaded = load_assignment(self._course, asked.submission.slug)
        return faulty(loaded, asked.submission, isolation=str(self._level.result()), secret_id=self._secret.id), worker

    def _lead(self) -> "_Worker":
        """The first worker. All others go by the level that it finds.

        Raises:
            DescentError: as `_hire`.
        """
        try:
            return self._hire(first=True)
        except BaseException as error:
            if not self._level.done():
                self._level.set_exception(error)
            raise

    def _hire(self, *, first: bool = False) -> "_Worker":
        """A worker that is ready. One that dies before it is takes nothing with it: another one is tried, once.

        Raises:
            DescentError: there is none to be had.
        """
        try:
            return self._begun(first=first)
        except (IsolationError, SandboxFault):
            if self._closed:
                raise
        return self._begun(first=first)

    def _begun(self, *, first: bool) -> "_Worker":
        with self._lock:
            if self._closed:
                raise SandboxFault("Grading was stopped.")
            try:
                worker = _Worker(self._silence)
            except OSError as error:  # no process, no memory or no descriptor to be had
                raise SandboxFault(f"A worker that grades could not be started: {error.strerror}.") from error
            self._workers.append(worker)
        level = "" if first and not self._level.done() else str(self._level.result())  # found, while the others start
        found = worker.begin(Begin(str(self._course.root.resolve()), self._secret.key, level, self._drawing, self._unsafe))
        if not self._level.done():
            self._level.set_result(found)
        return worker

    @cached_property
    def _silence(self) -> float:
        """Seconds after which a worker that says nothing is given up: more than any submission may take. Asked under the lock."""
        course = self._course
        longest = (
            course.limits_for(entry).wall_seconds * (2 * len(load_assignment(course, entry.slug).assignment.questions) + 3)
            for entry in course.assignments
        )
        return max(longest, default=course.limits.wall_seconds) * TRIES + SPARE_SECONDS


class _Worker:
    """One worker process. It is given up if it says nothing for `silence` seconds, or as many times that as a run may take longer."""

    def __init__(self, silence: float) -> None:
        self._silence = silence
        self._process = subprocess.Popen(
            [sys.executable, *WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(PACKAGE)},
            start_new_session=True,  # Ctrl-C is for the judge, which ends its workers itself
        )

    def begin(self, begin: Begin) -> Level:
        """Have it start its sandbox; hear of which level.

        Raises:
            DescentError: it cannot.
        """
        match self._ask(begin, self._silence):
            case Ready(level=level):
                return Level(level)
            case Unable(problems=problems, course=course):
                self.end()
                raise CourseError(problems) if course else IsolationError(problems[0])
            case _:
                self.end()
                raise SandboxFault("A worker that grades could not be started. Run `descent doctor`.")

    def mark(self, asked: Mark) -> Report:
        """Its report on a submission.

        Raises:
            WorkerDied: it ended, or was too long silent.
        """
        match self._ask(asked, self._silence * asked.time_factor):
            case Marked(report=report):
                return report
            case Unable(problems=problems, course=True):
                raise CourseError(problems)
            case _:
                raise WorkerDied

    def end(self, patience: float = 0.0) -> None:
        """End it, and its sandbox with it. May be called twice, and while another thread waits for its answer.

        Args:
            patience: seconds to let it end by itself, with its input, before it is killed.
        """
        if patience:
            self.let_end()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(patience)
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    def let_end(self) -> None:
        """End its input, with which it ends by itself. May be called twice."""
        if self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()

    def _ask(self, message: protocol.Message, silence: float) -> protocol.Message | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        watchdog = threading.Timer(silence, self._process.kill)
        watchdog.daemon = True
        with contextlib.suppress(RuntimeError):  # no thread is to be had: it is waited for without
            watchdog.start()
        try:
            protocol.write(self._process.stdin, message)  # type: ignore[arg-type]
            return protocol.read(self._process.stdout)  # type: ignore[arg-type]
        except (BrokenPipeError, ValueError):
            return None
        finally:
            watchdog.cancel()


Waiting = SimpleQueue[tuple[int, Mark]]
Done = SimpleQueue[tuple[int, Report] | Exception]
