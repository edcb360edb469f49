"""What does a student's program make of one case?

The program's statements run one by one in a namespace of their own, going on after one that raises. Givens are bound before the
run and again after the statement that first binds each; mended answers are bound before the run and again after each of their own
assignments, and other names bound to the very same object follow. The values that count are those at the last statement boundary
at which every given still holds its case's value; a name without a value there counts with its last value in the run.

Imports nothing but the standard library, NumPy and its neighbours: it runs in the sandbox, and for `descent check` on the
student's own machine, Windows included.
"""

import builtins
import contextlib
import dataclasses
import math
import random
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from . import values
from .program import HOOK, Raised, Statement, compile_source
from .sources import Refused, Source, extract

__all__ = ["CaseResult", "Raised", "Refused", "Runner", "Source", "extract"]

FOLLOWERS = (float, np.ndarray, np.generic, list, tuple)
IMMUTABLE = frozenset({float, int, bool, str, type(None), np.float64})
SEED = 20


class StatementTimeout(BaseException):
    """A single statement took longer than allowed. Not an Exception, so that `except Exception` does not hide it."""


class OutputFlood(BaseException):
    """More was printed than is allowed."""


@dataclasses.dataclass(frozen=True)
class CaseResult:
    """What came out of one case.

    Attributes:
        answers: aligned with the names asked for; see `values.answer`.
        raised: the statements that did not come to their end.
        unassigned: the givens that the file never assigns.
    """

    answers: list[values.Answer]
    raised: list[Raised]
    unassigned: list[str]


class Runner:
    """Runs one program on one case after another, all with the same names mended.

    Args:
        names: the questions whose values are read.
        published: what the handed-out file assigns to the givens. Whoever writes that down again means the given.
        statement_seconds: a statement is interrupted after this, and not started again in later cases. None: never.
    """

    def __init__(
        self,
        source: Source,
        givens: Sequence[str],
        names: Sequence[str],
        mended: Sequence[str] = (),
        statement_seconds: float | None = None,
        published: Mapping[str, Any] | None = None,
    ) -> None:
        self.published = published or {}
        self.program = compile_source(source, frozenset(givens) | frozenset(mended))
        self.names = list(names)
        everything = frozenset(names)  # a .py file that Python cannot read binds nothing of what it says
        self.broken = [one if one.cell else dataclasses.replace(one, binds=everything) for one in self.program.broken]
        self.assigned = frozenset(name for statement in self.program.statements for name in statement.binds)
        self.draws = "rand" in source.text  # whatever draws random numbers is spelled so
        self.builtins = dict(vars(builtins), display=_nothing)
        self.seconds = statement_seconds
        self.stopped: set[int] = set()
        self.armed = False
        if statement_seconds is not None:
            signal.signal(signal.SIGALRM, self._interrupt)

    def run(self, givens: Mapping[str, Any], mended: Mapping[str, Any]) -> CaseResult:
        """Run the program once with these givens and true earlier answers (floats, ints or arrays)."""
        _fresh_state(self.draws)
        space = _Namespace(givens, mended, self.names, self.builtins, self.published)
        raised = list(self.broken)
        for index, statement in enumerate(self.program.statements):
            error = self._execute(index, statement, space.globals)
            if error is not None:
                raised.append(error)
            if not (statement.definition and space.indifferent(statement.binds)):
                space.boundary()
        return CaseResult(space.answers(), raised, sorted(space.unseen - self.assigned))

    def place(self, name: str) -> list[int]:
        """[cell, line] of the last statement that binds a name at the top level; empty where none does."""
        found = [[one.cell, one.line] for one in self.program.statements if name in one.binds]
        return found[-1] if found else []

    def _execute(self, index: int, statement: Statement, space: dict[str, Any]) -> Raised | None:
        if index in self.stopped:
            return Raised(statement.cell, statement.line, StatementTimeout.__name__, statement.binds)
        try:
            self._arm()
            try:
                exec(statement.code, space)  # noqa: S102  # what this module is for
            finally:
                self._disarm()
        except StatementTimeout:
            self._disarm()
            self.stopped.add(index)
            return Raised(statement.cell, statement.line, StatementTimeout.__name__, statement.binds)
        except BaseException as error:  # a student's program may raise anything, SystemExit and KeyboardInterrupt among it
            if isinstance(error, KeyboardInterrupt) and self.seconds is None:
                raise  # on the student's own machine it is the student who pressed Ctrl-C
            return Raised(statement.cell, _line(error, statement), _name(error), statement.binds, _message(error))
        return None

    def _arm(self) -> None:
        if self.seconds is not None:
            self.armed = True
            signal.setitimer(signal.ITIMER_REAL, self.seconds, 0.1)  # again and again, should the student's code catch the first

    def _disarm(self) -> None:
        if self.armed:
            self.armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _interrupt(self, *_: object) -> None:
        if self.armed:
            raise StatementTimeout


class _Namespace:
    """The student's globals, and what is watched in them."""

    def __init__(
        self,
        givens: Mapping[str, Any],
        mended: Mapping[str, Any],
        names: Sequence[str],
        scope: dict[str, Any],
        published: Mapping[str, Any],
    ) -> None:
        self.published = published
        self.givens = givens
        self.mended = mended
        self.names = names
        self.bound = {name: values.like(value, None) for name, value in {**givens, **mended}.items()}
        self.contents = {name: _content(value) for name, value in self.bound.items()}
        self.watched = frozenset([*names, *givens, *mended])
        self.unseen = set(givens)
        self.taken: dict[str, tuple[object, values.Answer]] = {}
        self.good: dict[str, values.Answer] = {}
        self.latest: dict[str, values.Answer] = {}
        scope[HOOK] = self.bind
        self.globals: dict[str, Any] = {"__name__": "__main__", "__builtins__": scope, **self.bound}

    def indifferent(self, names: frozenset[str]) -> bool:
        """Whether nothing that is watched has one of these names."""
        return names.isdisjoint(self.watched)

    def boundary(self) -> None:
        """Between two statements: bind what must be bound, and take down the answers."""
        self.bind()
        now: dict[str, values.Answer] = {}
        for name in self.names:
            if name in self.globals:
                now[name] = taken = self._answer(name, self.globals[name])
                if taken is not values.NONE:
                    self.latest[name] = taken
        if all(self._holds(name) for name in self.givens):
            self.good = now

    def _answer(self, name: str, value: object) -> values.Answer:
        """A value as it is sent; taken down once for an object that cannot change."""
        before, taken = self.taken.get(name, (self, values.ABSENT))
        if before is value and type(value) in IMMUTABLE:
            return taken
        taken = values.answer(value)
        self.taken[name] = value, taken
        return taken

    def bind(self) -> None:
        """Bind each given after its first assignment, and each mended answer after any."""
        space = self.globals
        for name in [name for name in self.unseen if space.get(name) is not self.bound[name]]:
            if name in space:
                self.unseen.discard(name)
                self._bind(name, self.givens[name])
        for name, value in self.published.items():
            current = space.get(name)
            if current is not self.bound[name] and values.unchanged(current, value):
                self._bind(name, self.givens[name])
        for name, true in self.mended.items():
            current = space.get(name)
            if current is not self.bound[name] or _content(current) != self.contents[name]:
                self._mend(name, current, true)

    def _bind(self, name: str, wanted: Any) -> None:
        self.globals[name] = self.bound[name] = values.like(wanted, self.globals.get(name))
        self.contents[name] = _content(self.bound[name])

    def _mend(self, name: str, current: Any, true: Any) -> None:
        self._bind(name, true)
        if type(current) in FOLLOWERS or isinstance(current, FOLLOWERS):
            for other, value in list(self.globals.items()):
                if value is current and other not in self.givens and other not in self.names:
                    self.globals[other] = self.bound[name]

    def _holds(self, name: str) -> bool:
        current = self.globals.get(name)
        if current is self.bound[name]:
            return type(current) in IMMUTABLE or _content(current) == self.contents[name]
        return values.unchanged(current, self.givens[name])

    def answers(self) -> list[values.Answer]:
        def of(name: str) -> values.Answer:
            value = self.good.get(name, values.ABSENT)
            return self.latest.get(name, value) if value is values.ABSENT or value is values.NONE else value

        return [of(name) for name in self.names]


class _Sink:
    """Where a student's prints go: nowhere. Past `limit` characters a print is an error, for each case anew."""

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
    """Swallow what is printed, up to `limit` characters in each case, and let `input()` find nothing."""
    keep = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = None, _Sink(limit), _Sink(limit)
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = keep


def _fresh_state(draws: bool) -> None:
    """What one case may have left behind in the process does not reach the next."""
    if draws:
        np.random.seed(SEED)
        random.seed(SEED)
    np.seterr(divide="warn", over="warn", under="ignore", invalid="warn")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, _Sink):
            stream.written = 0


def _line(error: BaseException, statement: Statement) -> int:
    """The line of the statement, or inside a block the line in it, at which the exception came up; not one in a function below."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code is statement.code:
            return trace.tb_lineno or statement.line
        trace = trace.tb_next
    return statement.line


def _name(error: BaseException) -> str:
    """The name of the nearest built-in exception class: a student's own class may be called anything."""
    if isinstance(error, OutputFlood):
        return OutputFlood.__name__
    return next((c.__name__ for c in type(error).__mro__ if getattr(builtins, c.__name__, None) is c), "Exception")


def _message(error: BaseException) -> str:
    try:
        return str(error)[:500]
    except BaseException:  # a hostile or broken __str__
        return ""


def _content(value: Any) -> Any:
    """What tells whether a mutable value was changed in place."""
    if isinstance(value, np.ndarray):
        return value.tobytes()
    return [_content(item) for item in value] if isinstance(value, list) else value


def _nothing(*_: object, **__: object) -> None:
    """Stands in for IPython's `display`."""
