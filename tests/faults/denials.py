"""How is a process denied what it needs: memory, descriptors, other processes?"""

import contextlib
import os
import resource
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.processes import Role, family

PAGE = resource.getpagesize()
LIMITED = (
    "import os, resource, sys; n = int(sys.argv[2]); resource.setrlimit(int(sys.argv[1]), (n, n)); os.execv(sys.argv[3], sys.argv[3:])"
)
JOINED = "import os, sys, pathlib; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); os.execv(sys.argv[2], sys.argv[2:])"
HIERARCHIES = ("/sys/fs/cgroup/pids", "/sys/fs/cgroup")  # of version 1, and of version 2


def limited(which: int, value: int) -> Sequence[str]:
    """What stands before a command to run it under one of the kernel's limits."""
    return sys.executable, "-c", LIMITED, str(which), str(value)


def deny_memory(more: int, pid: int) -> None:
    """From now on so many bytes more than a process has."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
    resource.prlimit(pid, resource.RLIMIT_AS, (pages * PAGE + more,) * 2)


def deny_descriptors(most: int, pid: int) -> None:
    """From now on no descriptor beyond these."""
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (most, most))


@contextlib.contextmanager
def few_processes(most: int) -> Iterator[Sequence[str]]:
    """What stands before a command so that it and all that comes of it are so many processes and threads at most.

    The kernel's limit does not bind root, for whom it is a control group's.
    """
    if os.geteuid():
        yield limited(resource.RLIMIT_NPROC, most)
        return
    for hierarchy in HIERARCHIES:
        group = Path(hierarchy, f"descent-faults-{os.getpid()}")
        try:
            group.mkdir()
        except OSError:
            continue
        try:
            (group / "pids.max").write_text(str(most))
            yield sys.executable, "-c", JOINED, str(group / "cgroup.procs")
        except FileNotFoundError:
            continue
        finally:
            _removed(group)
        return
    pytest.skip("root's processes cannot be counted here: there is no control group for it")


@dataclass(slots=True)
class Denial:
    """Takes something from workers when the moment has come.

    Args:
        at: a share of the time that the grading takes.
        deny: what is done to one.
        all_of_them: whether those that come in their place fare no better.
        spared: processes of ours that have no part in the grading.
    """

    at: float
    deny: Callable[[int], None]
    all_of_them: bool
    spared: Collection[int]
    done: list[int] = field(default_factory=list)

    def fall(self, now: float) -> None:
        """To those that are there, if it is time."""
        if now < self.at:
            return
        for one in family(os.getpid()):
            if one.role is Role.WORKER and one.pid not in self.spared and one.pid not in self.done:
                with contextlib.suppress(OSError):
                    self.deny(one.pid)
                    self.done.append(one.pid)

    @property
    def left(self) -> bool:
        """Whether there is more to take."""
        return self.all_of_them or not self.done


def _removed(group: Path, patience: float = 5.0) -> None:
    """Take a control group away when the last of its processes has ended."""
    until = time.monotonic() + patience
    while True:
        try:
            group.rmdir()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return
