"""What can go wrong that is not a bug of ours, and how it is worded.

A student's mistake is a value (a verdict); an author's or an instructor's is one of these exceptions; ours is a traceback.
"""

import errno
from collections.abc import Iterable

LACKS = {
    errno.ENOMEM: "memory",
    errno.EMFILE: "open files",
    errno.ENFILE: "open files",
    errno.EAGAIN: "processes",
    errno.ENOSPC: "room on the disk",
    errno.EDQUOT: "room on the disk",
}


def lacking(error: BaseException) -> str:
    """What this machine has run out of, if that is what an exception says: then it says nothing of anybody's files. Else ""."""
    if isinstance(error, MemoryError):
        return "memory"
    if isinstance(error, RuntimeError) and "can't start new thread" in str(error):
        return "processes"
    return LACKS.get(error.errno or 0, "") if isinstance(error, OSError) else ""


class DescentError(Exception):
    """Something a person can put right. The text says what, where, what was expected and what to do."""

    exit_code = 2


class CourseError(DescentError):
    """The course's own files are wrong. Carries every problem that was found, not only the first."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class UsageError(DescentError):
    """The command was called in a way that cannot work: a path that is not there, an unknown assignment."""


class IsolationError(DescentError):
    """The machine gives less isolation than the course asks for, or the sandbox cannot start at all."""


class SandboxFault(DescentError):
    """The sandbox failed while grading, through no doing of the student. The submission is graded again, never marked down."""

    exit_code = 1
