"""How are some ten thousand programs graded in a minute? By a few workers side by side, each a process with a sandbox of its own."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

import msgspec

from autograder.errors import CourseError, SandboxFault
from autograder.grading.report import Report
from autograder.integrity.worker import Answer, Begin, Task

PACKAGE = Path(__file__).parents[2]

__all__ = ["Task", "Workers"]


class Workers:
    """Workers for one assignment; use as a context manager.

    Args:
        jobs: how many there are.
    """

    def __init__(self, begin: Begin, jobs: int) -> None:
        self._begin = begin
        self._jobs = jobs
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        """Start them all; they load while other work goes on."""
        for _ in range(self._jobs):
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "autograder.integrity.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(PACKAGE)},
                start_new_session=True,  # Ctrl-C is for the process that asked, which ends its workers itself
            )
            self._processes.append(process)
            _write(process, self._begin)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End them, and their sandboxes with them."""
        for process in self._processes:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with contextlib.suppress(BrokenPipeError):
                        stream.close()

    def grade(self, tasks: Sequence[Task], done: Callable[[int], None] = lambda count: None) -> list[Report]:
        """The reports in the order of the tasks.

        Args:
            done: called with how many are done, from any thread, one at a time.

        Raises:
            CourseError: the course cannot be graded: no cases can be drawn.
            SandboxFault: a sandbox failed twice on one task, or a worker ended.
        """
        waiting: SimpleQueue[int] = SimpleQueue()
        for index in range(len(tasks)):
            waiting.put(index)
        reports: dict[int, Report] = {}
        lock = threading.Lock()

        def serve(process: subprocess.Popen[bytes]) -> None:
            with contextlib.suppress(Empty):
                while True:
                    index = waiting.get_nowait()
                    report = _ask(process, tasks[index])
                    with lock:
                        reports[index] = report
                        done(len(reports))

        with ThreadPoolExecutor(self._jobs) as threads, _emptied(waiting):
            for outcome in as_completed([threads.submit(serve, process) for process in self._processes]):
                outcome.result()
        return [reports[index] for index in range(len(tasks))]


@contextlib.contextmanager
def _emptied(waiting: "SimpleQueue[int]") -> Iterator[None]:
    """However it ends, by Ctrl-C too, nothing is left waiting, so that each worker's thread ends with what it is at."""
    try:
        yield
    finally:
        with contextlib.suppress(Empty):
            while True:
                waiting.get_nowait()


def _ask(process: subprocess.Popen[bytes], task: Task) -> Report:
    assert process.stdout is not None
    with contextlib.suppress(BrokenPipeError):
        _write(process, task)
    line = process.stdout.readline()
    if not line:
        raise SandboxFault("A worker of `descent verify` ended. What it wrote stands above.")
    answer = msgspec.json.decode(line, type=Answer)
    if answer.problems:
        raise CourseError(answer.problems)
    if answer.report is None:
        raise SandboxFault(answer.fault)
    return answer.report


def _write(process: subprocess.Popen[bytes], message: Begin | Task) -> None:
    assert process.stdin is not None
    process.stdin.write(msgspec.json.encode(message) + b"\n")
    process.stdin.flush()
