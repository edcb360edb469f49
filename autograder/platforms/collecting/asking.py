"""Which names does a file bind? A sandbox is asked, in which the file is read as Python and nothing of it runs."""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from autograder.course.manifest import Course
from autograder.errors import IsolationError, SandboxFault
from autograder.grading.limits import limits_of
from autograder.sandbox.host import Sandbox
from autograder.sandbox.probe import proven

Bound = Callable[[bytes, str, Sequence[str]], frozenset[str]]
"""Which of these names a file of these bytes and kind ("py", "ipynb") binds at its top level."""


def nobody(content: bytes, kind: str, names: Sequence[str]) -> frozenset[str]:
    """Nothing is known where there is no sandbox."""
    return frozenset()


class Asked:
    """A sandbox that is started when it is first asked. Where this machine has none that is strong enough, nothing is known."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._sandbox: Sandbox | None = None
        self._none = False
        self._heard: dict[tuple[bytes, str, tuple[str, ...]], frozenset[str]] = {}

    def __enter__(self) -> Self:
        """Nothing is started yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the sandbox, if one was started."""
        if self._sandbox is not None:
            self._sandbox.stop()

    def bound(self, content: bytes, kind: str, names: Sequence[str]) -> frozenset[str]:
        """Which of the names a file binds; none of a file that cannot be read."""
        asked = (content, kind, tuple(names))
        if asked not in self._heard:
            self._heard[asked] = self._ask(*asked)
        return self._heard[asked]

    def _ask(self, content: bytes, kind: str, names: Sequence[str]) -> frozenset[str]:
        sandbox = self._started()
        if sandbox is None:
            return frozenset()
        try:
            with sandbox.job(content, kind) as job:
                if job.refused:
                    return frozenset()
                return frozenset(job.run(names=names, givens=(), mended=()).places)  # in no case at all, so none of it runs
        except SandboxFault:
            self._none = True
            return frozenset()

    def _started(self) -> Sandbox | None:
        if self._sandbox is None and not self._none:
            try:
                self._sandbox = proven(self._course.min_isolation, limits_of(self._course))
            except IsolationError:
                self._none = True
        return None if self._none else self._sandbox
