"""Which processes does a grading consist of, which is to be struck, and which are left when it is over?

Only what this process has started is ever looked at, and so only that can be struck: while `adopting`, whatever loses its parent
becomes a child of this process, wherever in its tree it was and whatever it called itself.
"""

import contextlib
import ctypes
import os
import signal
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
PATIENCE_SECONDS = 5.0  # a process that was killed has ended long before, and one that ends with its judge has had its time


class Role(StrEnum):
    """What a process is to the grading."""

    WORKER = "worker"
    BUBBLEWRAP = "bubblewrap"
    ZYGOTE = "zygote"
    JOB = "job"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Relative:
    """A process that came of another one."""

    pid: int
    role: Role


@contextlib.contextmanager
def adopting() -> Iterator[None]:
    """Whatever was started in here and loses its parent is ours, so that nothing can slip away from `strangers`."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    assert prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0, "this process cannot adopt what loses its parent"
    try:
        yield
    finally:
        prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def family(pid: int) -> list[Relative]:
    """A process and all that came of it, each parent before its children."""
    role = _role(pid, Role.OTHER)
    return [Relative(pid, role), *_below(pid, role)]


def strike(victim: Relative, ancestor: int) -> bool:
    """Kill a process, if it is still the one that was meant. Whether it was."""
    try:
        pidfd = os.pidfd_open(victim.pid)
    except ProcessLookupError:
        return False
    try:
        if victim not in family(ancestor):  # its number may be another's by now; the descriptor's is not
            return False
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    except ProcessLookupError:
        return False
    finally:
        os.close(pidfd)
    return True


def strangers(known: Collection[int]) -> list[str]:
    """What still lives of all that came of this process, but for what is `known`, when all of it has had time to end."""
    until = time.monotonic() + PATIENCE_SECONDS
    while (left := _strangers(known)) and time.monotonic() < until:
        time.sleep(0.005)
    return left


def own() -> frozenset[int]:
    """This process and those that came of it and live."""
    return frozenset(one.pid for one in family(os.getpid()))


def idle(pid: int) -> frozenset[int]:
    """A sandbox's processes when nothing is graded in it."""
    return frozenset(one.pid for one in family(pid) if one.role is not Role.JOB)


def _strangers(known: Collection[int]) -> list[str]:
    found = []
    for one in family(os.getpid()):
        if one.pid not in known and not _reaped(one.pid):
            with contextlib.suppress(OSError):
                found.append(f"{one.pid}: {Path(f'/proc/{one.pid}/cmdline').read_bytes()[:200]!r}")
    return found


def _reaped(pid: int) -> bool:
    """Whether this was dead. An orphan that was adopted is buried too; a child of our own is so by whoever started it."""
    with contextlib.suppress(ChildProcessError):
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _below(pid: int, role: Role) -> Iterator[Relative]:
    for child in _children(pid):
        with contextlib.suppress(OSError):
            relative = Relative(child, _role(child, role))
            yield relative
            yield from _below(child, relative.role)


def _children(pid: int) -> Iterator[int]:
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            yield from map(int, listed.read_text().split())


def _role(pid: int, parent: Role) -> Role:
    """What a process is, by what it runs: a zygote's child runs the same, and so does a worker's that is about to run another."""
    if parent in (Role.ZYGOTE, Role.JOB):
        return Role.JOB
    folder = Path(f"/proc/{pid}")
    if (folder / "comm").read_text().strip() == "bwrap":
        return Role.BUBBLEWRAP
    command = (folder / "cmdline").read_bytes()
    if b"inside.zygote" in command:
        return Role.ZYGOTE
    return Role.WORKER if b"autograder.marking.worker" in command and parent is not Role.WORKER else Role.OTHER
