"""How is student code held to its time and its output, and what may one run of it leave to the next?"""

import builtins
import contextlib
import math
import random
import signal
import sys
from collections.abc import Iterator

import numpy as np

SEED = 20
AGAIN_SECONDS = 0.1


class StatementTimeout(BaseException):
    """A statement or a call took longer than allowed. Not an Exception, so that `except Exception` does not hide it."""


class OutputFlood(BaseException):
    """More was printed than is allowed."""


class Alarm:
    """Interrupts what takes too long by a StatementTimeout; again and again, should the student's code catch the first.

    Args:
        on: False where nothing is ever interrupted, on a student's own machine: there Ctrl-C is.
    """

    def __init__(self, on: bool) -> None:
        self.on = on
        self.armed = False
        if on:
            signal.signal(signal.SIGALRM, self._interrupt)

    def arm(self, seconds: float | None) -> None:
        """Interrupt after so many seconds; None: never."""
        if self.on and seconds is not None:
            self.armed = True
            signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN_SECONDS)

    def disarm(self) -> None:
        """Leave what follows in peace."""
        if self.armed:
            self.armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Time does not count, and nothing is interrupted, while this side does something that must be done whole."""
        if not self.armed:
            yield
            return
        self.armed = False
        left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
        try:
            yield
        finally:
            self.arm(max(left, AGAIN_SECONDS))

    def is_theirs(self, error: BaseException) -> bool:
        """Whether an exception is the student's, who pressed Ctrl-C, and not their program's."""
        return not self.on and issubclass(type(error), KeyboardInterrupt)

    def _interrupt(self, *_: object) -> None:
        if self.armed:
            raise StatementTimeout


class _Sink:
    """Where a student's prints go: nowhere. Past `limit` characters a print is an error, for each case and call anew."""

    encoding = "utf-8"
    errors = "strict"
    closed = False

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self.written = 0

    def write(self, text: str) -> int:
        self.written += len(text)
        if self.written > self.limit:
            raise OutputFlood
        return len(text)

    def flush(self) -> None:
        """Nothing to do."""

    def isatty(self) -> bool:
        return False


@contextlib.contextmanager
def quiet(limit: float = math.inf) -> Iterator[None]:
    """Swallow what is printed, up to `limit` characters in each case and call, and let `input()` find nothing."""
    keep = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = None, _Sink(limit), _Sink(limit)
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = keep


@contextlib.contextmanager
def keeping_state() -> Iterator[None]:
    """What `fresh_state` sets is afterwards as it was: in a notebook, it is the student's own."""
    numbers, others = np.random.get_state(), random.getstate()
    try:
        with np.errstate():
            yield
    finally:
        np.random.set_state(numbers)
        random.setstate(others)


def fresh_state(draws: bool) -> None:
    """What one case or call may have left behind in the process does not reach the next."""
    if draws:
        np.random.seed(SEED)
        random.seed(SEED)
    np.seterr(divide="warn", over="warn", under="ignore", invalid="warn")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, _Sink):
            stream.written = 0


def name_of(error: BaseException) -> str:
    """The name of the nearest built-in exception class: a student's own class may be called anything."""
    if isinstance(error, OutputFlood):
        return OutputFlood.__name__
    return next((c.__name__ for c in type(error).__mro__ if getattr(builtins, c.__name__, None) is c), "Exception")


def message_of(error: BaseException) -> str:
    """What Python says of an exception, for the student's own machine only: it may hold anything."""
    try:
        return str(error)[:500]
    except BaseException:  # a hostile or broken __str__
        return ""
