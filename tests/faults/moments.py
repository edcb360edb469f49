"""When does a fault come, and what does it strike? Drawn from a seed, so that a failure can be seen again.

Where the judge is this very process, a moment is a place in its conversation with the sandbox: before the nth thing that it says or
hears, and a little later. Where it is another one, it is a share of the time that an undisturbed grading takes.
"""

import os
import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from random import Random
from types import TracebackType
from typing import Any, Protocol, Self

import pytest

from autograder.sandbox.channel import Channel
from autograder.sandbox.host import Sandbox
from tests.faults.processes import Role, family, strike

LOOK_SECONDS = 0.002
LATER_SECONDS = 0.004


def seeds(few: int, many: int) -> Sequence[int]:
    """So many in the usual tests, and so many with DESCENT_ATTACKS=all."""
    return range(many if os.environ.get("DESCENT_ATTACKS") == "all" else few)


@dataclass(frozen=True, slots=True)
class Blow:
    """One process is killed.

    Attributes:
        at: the number of what is said or heard next; or a share of the time.
        later: seconds after that.
    """

    role: Role
    at: float
    later: float


@dataclass(slots=True)
class Conversations:
    """Counts what a judge in this process says to its sandbox and hears from it, and does what is to be done at each."""

    act: Callable[[int], None] = lambda number: None
    count: int = 0

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """From now on, until the patch is undone."""
        for owner, name in ((Sandbox, "job"), (Sandbox, "again"), (Channel, "send"), (Channel, "receive")):
            patch.setattr(owner, name, self._heard(getattr(owner, name)))

    def _heard(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            self.act(self.count)
            return original(*arguments, **named)

        return call


class Blows:
    """Kills what it is told to, when the moment has come and there is something to kill.

    Args:
        within: what is killed came of this process.
        spared: processes that came of it and have no part in the grading.
    """

    def __init__(self, planned: Sequence[Blow], rng: Random, within: Callable[[], int], spared: Collection[int] = ()) -> None:
        self._waiting = list(planned)
        self._rng = rng
        self._within = within
        self._spared = spared
        self.struck: list[Blow] = []

    def fall(self, now: float) -> None:
        """Those whose moment has come."""
        for blow in [one for one in self._waiting if one.at <= now]:
            time.sleep(blow.later)
            if self._falls(blow):
                self._waiting.remove(blow)
                self.struck.append(blow)

    def _falls(self, blow: Blow) -> bool:
        ancestor = self._within()
        victims = [one for one in family(ancestor) if one.role is blow.role and one.pid not in self._spared]
        return bool(victims) and strike(self._rng.choice(victims), ancestor)

    @property
    def left(self) -> bool:
        """Whether any has still to come."""
        return bool(self._waiting)


class Falling(Protocol):
    """What comes at a moment."""

    def fall(self, now: float) -> None:
        """Do all whose moment has come."""

    @property
    def left(self) -> bool:
        """Whether there is more to do."""


class Clock(threading.Thread):
    """Lets something fall at shares of the time that a grading takes.

    Args:
        lasting: how long it takes undisturbed, in seconds.
    """

    def __init__(self, falling: Falling, lasting: float) -> None:
        super().__init__(daemon=True)
        self._falling = falling
        self._lasting = lasting
        self._over = threading.Event()

    def run(self) -> None:
        """Until all have fallen or it is over."""
        began = time.monotonic()
        while self._falling.left and not self._over.wait(LOOK_SECONDS):
            self._falling.fall((time.monotonic() - began) / self._lasting)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over.set()
        self.join()
