"""What does a student's program make of one case?

The program's statements run one by one in a namespace of their own, going on after one that raises. Givens are bound before the
run and again after the statement that first binds each; mended answers are bound before the run and again after each of their own
assignments, and other names bound to the very same object follow. The values that count are those at the last statement boundary
at which every given still holds its case's value; a name without a value there counts with its last value in the run.

Imports nothing but the standard library, NumPy and its neighbours: it runs in the sandbox, and for `descent check` on the
student's own machine, Windows included.
"""

import builtins
import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from . import values
from .bounds import Alarm, StatementTimeout, fresh_state, message_of, name_of, quiet
from .calls import LOOK_SECONDS, Ask, BrokenDriver, Call, Called, Caller, call_live, called_as, stand_ins
from .program import HOOK, Raised, Statement, compile_source
from .sources import Refused, Source, extract

__all__ = [
    "BrokenDriver", "Call", "Called", "CaseResult", "Raised", "Refused", "Runner", "Source", "call_live", "extract", "quiet"
]  # fmt: skip

FOLLOWERS = (float, np.ndarray, np.generic, list, tuple)
IMMUTABLE = frozenset({float, int, bool, str, type(None), np.float64})


@dataclasses.dataclass(frozen=True)
class CaseResult:
    """What came out of one case.

    Attributes:
        answers: aligned with the names asked for; see `values.answer`.
        raised: the statements that did not come to their end.
        unassigned: the givens that the file never assigns.
        called: what came of the calls, by question, where calls were made.
    """

    answers: list[values.Answer]
    raised: list[Raised]
    unassigned: list[str]
    called: dict[str, Called] = dataclasses.field(default_factory=dict)


class Runner:
    """Runs one program on one case after another, all with the same names mended, and calls its functions.

    A program that is given nothing is run once: its functions are called for each case in the one namespace.

    Args:
        names: the questions whose values are read.
        published: what the handed-out file assigns to the givens. Whoever writes that down again means the given.
        statement_seconds: a statement is interrupted after this, and not started again in later cases. None: never.
        calls: the questions whose functions are called, in this order.
        driver: the text of the author's driver, or nothing.
        put_right: functions of the student's in whose place others are called, and the text that defines these.
        call_seconds: the same for one call, and for one statement of a program that is run once; None: statement_seconds.

    Raises:
        BrokenDriver: the driver cannot be run.
    """

    def __init__(
        self,
        source: Source,
        givens: Sequence[str],
        names: Sequence[str],
        mended: Sequence[str] = (),
        statement_seconds: float | None = None,
        published: Mapping[str, Any] | None = None,
        *,
        calls: Sequence[Call] = (),
        driver: str = "",
        put_right: tuple[Sequence[str], str] = ((), ""),
        call_seconds: float | None = None,
    ) -> None:
        self.published = published or {}
        self.calls = calls
        self.program = compile_source(source, frozenset(givens) | frozenset(mended), frozenset(call.at for call in calls))
        self.names = list(names)
        everything = frozenset(
            [*names, *(call.question for call in calls)]
        )  # a .py file that Python cannot read binds nothing of what it says
        self.broken = [one if one.cell else dataclasses.replace(one, binds=everything) for one in self.program.broken]
        self.assigned = frozenset(name for statement in self.program.statements for name in statement.binds)
        self.draws = "rand" in source.text  # whatever draws random numbers is spelled so
        self.builtins = dict(vars(builtins), display=_nothing)
        self.once = not givens and not mended
        self.seconds = max(statement_seconds or 0, call_seconds or 0) if self.once and statement_seconds else statement_seconds
        self.stopped: set[int] = set()
        self.alarm = Alarm(statement_seconds is not None)
        self.space: dict[str, Any] = {}
        self._ran: CaseResult | None = None
        self._caller: Caller | None = None
        self._right: dict[str, Any] = {}
        if calls:
            draws = self.draws or "rand" in driver
            self._caller = Caller(calls, driver, self.alarm, call_seconds or statement_seconds, draws, self._place_of)
            names, text = put_right
            self._right = stand_ins(text, names)

    def run(
        self,
        givens: Mapping[str, Any],
        mended: Mapping[str, Any],
        inputs: Mapping[str, Any] | None = None,
        held: Mapping[str, Any] | None = None,
    ) -> CaseResult:
        """Run the program once with these givens and true earlier answers (floats, ints or arrays), then make the calls.

        Args:
            inputs: the arguments of the calls, by name; None: make none.
            held: what a driver asks for later, by name.
        """
        if self._ran is None or not self.once:
            self._ran = self._run(givens, mended)
            _put_right(self._right, self.space)
        if inputs is None:
            return self._ran
        later = held or {}
        called = {call.question: self.call(call, inputs, later.__getitem__) for call in self.calls}
        return dataclasses.replace(self._ran, called=called)

    def call(self, call: Call, inputs: Mapping[str, Any], ask: Ask) -> Called:
        """Make one call in the namespace of the last run; see `Caller.call`."""
        assert self._caller is not None
        return self._caller.call(call, self.space, inputs, ask)

    def _run(self, givens: Mapping[str, Any], mended: Mapping[str, Any]) -> CaseResult:
        fresh_state(self.draws)
        space = _Namespace(givens, mended, self.names, self.builtins, self.published)
        self.space = space.globals
        raised = list(self.broken)
        for index, statement in enumerate(self.program.statements):
            found = [self._execute(index, statement, space.globals)]
            if not (statement.definition and space.indifferent(statement.binds)):
                found.append(self._take_down(index, statement, space))
            raised += [error for error in found if error is not None]
        return CaseResult(space.answers(), [self._with_calls(one) for one in raised], sorted(space.unseen - self.assigned))

    def _with_calls(self, raised: Raised) -> Raised:
        """A statement that would have bound a function would have bound what hangs on it: the class, its methods."""
        bound = {call.question for call in self.calls if call.root in raised.binds} - raised.binds
        return dataclasses.replace(raised, binds=raised.binds | bound) if bound else raised

    def place(self, name: str) -> list[int]:
        """[cell, line] of the last statement that binds a name at the top level; empty where none does."""
        found = [[one.cell, one.line] for one in self.program.statements if name in one.binds]
        return found[-1] if found else []

    def place_of(self, call: Call) -> list[int]:
        """[cell, line] of the last definition of what is called, of whatever else binds its name, or nothing."""
        return list(self.program.definitions.get(call.at, ())) or self.place(call.root)

    def _place_of(self, call: Call) -> tuple[int, int] | None:
        found = self.place_of(call)
        return (found[0], found[1]) if found else None

    def _execute(self, index: int, statement: Statement, space: dict[str, Any]) -> Raised | None:
        if index in self.stopped:
            return Raised(statement.cell, statement.line, StatementTimeout.__name__, statement.binds)
        try:
            self.alarm.arm(self.seconds)
            try:
                exec(statement.code, space)  # noqa: S102  # what this module is for
            finally:
                self.alarm.disarm()
        except StatementTimeout:
            self.alarm.disarm()
            self.stopped.add(index)
            return Raised(statement.cell, statement.line, StatementTimeout.__name__, statement.binds)
        except BaseException as error:  # a student's program may raise anything, SystemExit and KeyboardInterrupt among it
            if self.alarm.is_theirs(error):
                raise
            return Raised(statement.cell, _line(error, statement), name_of(error), statement.binds, self._told(error))
        return None

    def _told(self, error: BaseException) -> str:
        """Python's own message, for a student's own machine. Its words may be the student's code to make, which may never end."""
        try:
            self.alarm.arm(LOOK_SECONDS)
            try:
                return message_of(error)
            finally:
                self.alarm.disarm()
        except StatementTimeout:
            self.alarm.disarm()
            return ""

    def _take_down(self, index: int, statement: Statement, space: "_Namespace") -> Raised | None:
        """The answers after a statement. Looking at an object may run the student's code: it may raise, or never end."""
        try:
            self.alarm.arm(self.seconds)
            try:
                space.boundary()
            finally:
                self.alarm.disarm()
        except StatementTimeout:
            self.alarm.disarm()
            self.stopped.add(index)
            return Raised(statement.cell, statement.line, StatementTimeout.__name__, statement.binds)
        except BaseException as error:
            if self.alarm.is_theirs(error):
                raise
        return None


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
        try:
            taken = values.answer(value)
        except StatementTimeout:
            raise
        except Exception:  # an object that cannot even be looked at
            taken = ["odd", "an object"]
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


def _line(error: BaseException, statement: Statement) -> int:
    """The line of the statement, or inside a block the line in it, at which the exception came up; not one in a function below."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code is statement.code:
            return trace.tb_lineno or statement.line
        trace = trace.tb_next
    return statement.line


def _put_right(right: Mapping[str, Any], space: dict[str, Any]) -> None:
    """Other functions in the places of some of the student's, under whatever other names these go as well."""
    for name, function in right.items():
        owner, _, method = name.rpartition(".")
        if owner:
            if isinstance(space.get(owner), type):
                theirs = vars(space[owner]).get(method)
                type.__setattr__(space[owner], method, called_as(theirs, function))  # a class may have ways of its own
            continue
        former = space.get(name)
        followers = [other for other, value in space.items() if former is not None and value is former]
        space.update(dict.fromkeys([name, *followers], called_as(former, function)))


def _content(value: Any) -> Any:
    """What tells whether a mutable value was changed in place."""
    if isinstance(value, np.ndarray):
        return value.tobytes()
    return [_content(item) for item in value] if isinstance(value, list) else value


def _nothing(*_: object, **__: object) -> None:
    """Stands in for IPython's `display`."""
