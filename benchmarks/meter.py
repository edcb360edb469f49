"""How long, and how much processor? Wall time, and the CPU time of the whole machine by the kernel's count.

A sandbox's processes belong to process 1 of their own namespaces, so that no parent's account holds them. The machine's own counters
do, and everything else that runs meanwhile: measure on a machine that does nothing else.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Taken:
    """Seconds of wall time and of CPU time; filled when the block ends."""

    wall: float = 0.0
    cpu: float = 0.0


@contextmanager
def taken() -> Iterator[Taken]:
    """Measure a block."""
    result = Taken()
    cpu, wall = _busy(), time.perf_counter()
    yield result
    result.wall, result.cpu = time.perf_counter() - wall, _busy() - cpu


def _busy() -> float:
    """CPU seconds since the machine started, but for idling and waiting (proc_stat(5): user, nice, system, irq, softirq)."""
    user, nice, system, _idle, _wait, irq, softirq, *_ = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:])
    return (user + nice + system + irq + softirq) / TICK
