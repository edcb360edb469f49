"""Who grades what another tool hands over? One judge in this process, with a sandbox of its own, for hosts that call us.

The student's code runs in the sandbox's processes, never here. What could not be graded raises: no host may take it for a zero.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from autograder.course.manifest import Course, load
from autograder.course.secret import Secret
from autograder.errors import SandboxFault
from autograder.grading.limits import limits_of
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.pool import Pool
from autograder.marking.worker import Marker
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.probe import proven


class Engine:
    """Grades submissions of one course, and remembers what it has graded.

    Args:
        root: the course's folder.
        secret: what hidden cases are drawn from.
        level: the isolation; the strongest that works here where it is None.
        time_factor: how many times as long as others' the runs of one may take.

    Raises:
        CourseError: the course cannot be read.
        IsolationError: this machine isolates less than the course asks for; with the remedy.
    """

    def __init__(
        self,
        root: Path,
        secret: Secret,
        level: Level | None = None,
        time_factor: Callable[[Submission], float] = lambda submission: 1.0,
    ) -> None:
        self.course: Course = load(root)
        self._secret = secret
        self._time_factor = time_factor
        self._open = ExitStack()
        self._sandbox: Sandbox | None = None  # in which the level was found, for the first submissions
        if level is None:
            self._sandbox = proven(self.course.min_isolation, limits_of(self.course))
            self._open.callback(self._sandbox.stop)
            level = self._sandbox.level
        self._level = level
        self._marker: Marker | None = None
        self._reports: dict[Submission, Report] = {}

    def __enter__(self) -> Self:
        """Nothing is started before it is needed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the sandbox."""
        self.close()

    def close(self) -> None:
        """End the sandbox; grading once more starts another."""
        self._open.close()
        self._marker = self._sandbox = None

    @property
    def isolation(self) -> str:
        """The level that submissions are graded at."""
        return str(self._level)

    def mark(self, submission: Submission) -> Report:
        """The report on one submission.

        Raises:
            SandboxFault: it could not be graded, by no fault of the student's.
        """
        if submission not in self._reports:
            report = self._started().mark(submission, self._time_factor(submission))
            if report.faulty:
                raise SandboxFault(
                    f"{submission.student or submission.file}: {submission.slug} could not be graded: a problem on our side, not the "
                    "student's. Nothing was scored. Run `descent doctor`, then grade it again."
                )
            self._reports[submission] = report
        return self._reports[submission]

    def mark_all(self, submissions: Iterable[Submission], jobs: int) -> None:
        """Grade a class side by side, so that `mark` finds the reports; what could not be graded is left for `mark` to say."""
        waiting = list(dict.fromkeys(one for one in submissions if one not in self._reports))
        if len(waiting) < 2 or jobs < 2:
            return
        with Pool(self.course, self._secret, self._level, min(jobs, len(waiting))) as pool:
            pool.wait()
            for index, report in pool.grade(waiting, self._time_factor):
                if not report.faulty:
                    self._reports[waiting[index]] = report

    def _started(self) -> Marker:
        if self._marker is None:
            sandbox = self._sandbox or self._open.enter_context(Sandbox(self._level, limits_of(self.course)))
            self._marker = Marker(self.course, self._secret, sandbox)
        return self._marker
