"""What does a student's function give, called on a case's arguments, alone or by an author's driver?

Each call gets fresh copies of its arguments, positionally. Without a driver function of the question's name the student's own
function of that name is called; with one, the driver function is, and uses what the student's file holds: `student.NAME`. A driver
function that is a generator may ask for what is given only later: `rows = yield "X_test"`.

Imports nothing but the standard library, NumPy and its neighbours: it runs in the sandbox, and for `descent check` on the
student's own machine, Windows included. There it calls the functions of a live notebook, too.
"""

import builtins
import dataclasses
import inspect
import warnings
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any

from . import values
from .arguments import altered, fresh
from .bounds import Alarm, StatementTimeout, fresh_state, keeping_state, message_of, name_of, quiet
from .program import Raised, cell_of

DRIVER = "<driver>"
NOWHERE = (0, 0)
LOOK_SECONDS = 0.2
MISSING = object()

Space = dict[str, Any]
Ask = Callable[[str], Any]
Place = tuple[int, int] | None
"""(cell, line) in the student's file."""


@dataclasses.dataclass(frozen=True)
class Call:
    """One question whose answer is what a function returns.

    Attributes:
        question: its name, which is the function's: the driver's if it has one of this name, else the student's.
        arguments: the names of the inputs that are passed, in this order.
        later: inputs that a driver function gets only when it asks for them.
        at: where the work is in the student's file, "step" or "Perceptron.predict"; the question's name if empty.
    """

    question: str
    arguments: tuple[str, ...]
    later: tuple[str, ...] = ()
    at: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", self.at or self.question)

    @property
    def root(self) -> str:
        """The name at the top level of the student's file that this hangs on."""
        return self.at.partition(".")[0]


NOT_CALLABLE = " object is not callable"  # as Python says it
NOTHING_CALLED = f"'NoneType'{NOT_CALLABLE}"


@dataclasses.dataclass(frozen=True)
class Called:
    """What came of one call.

    Attributes:
        answer: see `values.returned`; ["none"] where the placeholder still stands, ["absent"] without such a name or a value.
        changed: the arguments that are no longer what was passed.
        raised: why the call did not come to its end, and where in the student's file; line 0 where that is not known.
        waits: the other question whose placeholder stood in its way.
    """

    answer: values.Answer
    changed: tuple[str, ...] = ()
    raised: Raised | None = None
    waits: str = ""


class BrokenDriver(Exception):
    """A driver that cannot be run: its author's mistake. `args[0]` says what and in which line."""


class _Missing(AttributeError):
    """The student's file has no such name."""


class _Student:
    """What a driver sees of the student's file."""

    def __init__(self, space: Space) -> None:
        self.__space = space

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__space[name]
        except KeyError:
            raise _Missing(name) from None


class Caller:
    """Makes calls in a namespace that a student's program has filled.

    Args:
        driver: the text of the author's driver, or nothing.
        seconds: a call is interrupted after this, and not made again in later cases. None: never.
        draws: whether anything may draw random numbers; all generators are seeded before each call then.
        place: where a call's `at` is defined, or None if that is not known.
        live: the namespace is a notebook's, which numbers its cells in its own way: lines are told without one.

    Raises:
        BrokenDriver: the driver cannot be run.
    """

    def __init__(
        self,
        calls: Sequence[Call],
        driver: str,
        alarm: Alarm,
        seconds: float | None,
        draws: bool,
        place: Callable[[Call], Place],
        live: bool = False,
    ) -> None:
        self.calls = calls
        self.driver = _run_driver(driver) if driver else {}
        self.alarm = alarm
        self.seconds = seconds
        self.draws = draws
        self.place = place
        self.live = live
        self.stopped: set[str] = set()

    def call(self, call: Call, space: Space, inputs: Mapping[str, Any], ask: Ask) -> Called:
        """Make one call on one case.

        Args:
            inputs: by name, at least the call's arguments.
            ask: gives what is given only later, by name.
        """
        if call.question in self.stopped:
            return self._stop(call, StatementTimeout.__name__)
        handed = [(name, inputs[name], fresh(inputs[name])) for name in call.arguments]
        fresh_state(self.draws)
        try:
            try:
                self.alarm.arm(self.seconds)
                return self._made(call, space, handed, ask)
            finally:
                self.alarm.disarm()
        except StatementTimeout:
            self.alarm.disarm()
            self.stopped.add(call.question)
            return self._stop(call, StatementTimeout.__name__)
        except BaseException as error:  # a student's function may raise anything, SystemExit and KeyboardInterrupt among it
            if self.alarm.is_theirs(error):
                raise
            return self._failed(call, space, error)

    def _made(self, call: Call, space: Space, handed: list[tuple[str, Any, Any]], ask: Ask) -> Called:
        driver = self.driver.get(call.question)
        root = call.question if driver is None else call.root
        if space.get(root, MISSING) is None:
            return Called(values.NONE)
        passed = [argument for _, _, argument in handed]
        if driver is None:
            if root not in space:
                return Called(values.ABSENT)
            if not callable(space[root]):
                return Called(["odd", "no function"])
            value = space[root](*passed)
        elif inspect.isgeneratorfunction(driver):

            def asked(name: str) -> Any:
                with self.alarm.paused():
                    handed.append((name, pristine := ask(name), given := fresh(pristine)))
                return given

            value = _driven(driver(_Student(space), *passed), call.later, asked)
        else:
            value = driver(_Student(space), *passed)
        answer = _returned(value)
        return Called(answer, tuple(dict.fromkeys(name for name, pristine, given in handed if altered(given, pristine))))

    def _failed(self, call: Call, space: Space, error: BaseException) -> Called:
        try:
            self.alarm.arm(LOOK_SECONDS)
            return self._explained(call, space, error)
        except BaseException:  # a hostile exception, that cannot even be looked at
            return self._stop(call, "Exception")
        finally:
            self.alarm.disarm()

    def _explained(self, call: Call, space: Space, error: BaseException) -> Called:
        kind = type(error)
        frames = _frames(error.__traceback__)
        innermost = frames[-1].tb_frame
        own = [frame for frame in frames if frame.tb_frame.f_globals is space]
        if issubclass(kind, _Missing):
            return Called(values.ABSENT)
        _, dot, method = call.at.rpartition(".")
        if isinstance(error, AttributeError) and innermost.f_globals is self.driver and dot and error.name == method:
            return Called(values.ABSENT)  # the class has no such method
        if not dot and innermost.f_globals is self.driver and not own and message_of(error).endswith(NOT_CALLABLE):
            return Called(["odd", "nothing" if message_of(error) == NOTHING_CALLED else "no function to be called"])
        waits = ""
        if issubclass(kind, NotImplementedError) and innermost.f_globals is space:
            name = innermost.f_code.co_qualname
            if name == call.at:
                return Called(values.NONE)
            waits = next((other.question for other in self.calls if other.at == name), "")
        return self._stop(call, name_of(error), _where(own[-1], self.live) if own else None, message_of(error), waits)

    def _stop(self, call: Call, error: str, where: Place = None, detail: str = "", waits: str = "") -> Called:
        cell, line = where or self.place(call) or NOWHERE
        return Called(values.ABSENT, (), Raised(cell, line, error, frozenset({call.question}), detail), waits)


def fresh_names(calls: Sequence[Call]) -> list[list[str]]:
    """For each call the arguments that none before it has.

    They are sent when all before it has been answered, not earlier: what one question is given may be the answer to another.
    """
    known: set[str] = set()
    found = []
    for call in calls:
        new = [name for name in dict.fromkeys(call.arguments) if name not in known]
        known.update(new)
        found.append(new)
    return found


def call_live(
    space: Space,
    calls: Sequence[Call],
    inputs: Sequence[Mapping[str, Any]],
    held: Sequence[Mapping[str, Any]] = (),
    driver: str = "",
) -> list[dict[str, Called]]:
    """What the functions of a live namespace, a notebook's, give on some cases: by question, for each case. No program is run.

    Nothing is interrupted but by Ctrl-C. What is printed is swallowed; random generators and NumPy's settings are put back.

    Args:
        space: the namespace itself (not a copy: lines are known by it).
        inputs: for each case by name; held: what drivers ask for later.

    Raises:
        BrokenDriver: the driver cannot be run.
    """
    with quiet(), keeping_state(), warnings.catch_warnings(action="ignore"):
        caller = Caller(calls, driver, Alarm(on=False), None, True, lambda call: None, live=True)
        laters = held or [{}] * len(inputs)
        return [
            {call.question: caller.call(call, space, given, later.__getitem__) for call in calls}
            for given, later in zip(inputs, laters, strict=True)
        ]


def stand_ins(text: str, names: Sequence[str]) -> Space:
    """What stands in for functions of the student's, by name, from the text that defines them.

    Raises:
        BrokenDriver: it does not.
    """
    space = _run_driver(text) if names else {}
    found: Space = {}
    for name in names:
        owner, _, method = name.rpartition(".")
        found[name] = vars(space[owner]).get(method) if owner in space else space.get(method)
        if not callable(found[name]):
            raise BrokenDriver(f"nothing stands in for {name}: it is no function of the master")
    return found


def called_as(theirs: object, right: Callable[..., Any]) -> Callable[..., Any]:
    """A stand-in that is called as the student calls their own function: by their names for its arguments, and with more of them than
    are asked for, if they have some of their own.
    """
    if not inspect.isfunction(theirs) or not inspect.isfunction(right):
        return right
    try:
        signature = inspect.signature(theirs)
    except (TypeError, ValueError):  # it has been tampered with
        return right
    if any(one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD) for one in signature.parameters.values()):
        return right
    wanted = right.__code__.co_argcount

    def called(*arguments: Any, **named: Any) -> Any:
        if not named and len(arguments) == wanted:
            return right(*arguments)
        known = signature.bind(*arguments, **named).arguments
        return right(*[known[name] for name in signature.parameters if name in known][:wanted])

    return called


def _run_driver(text: str) -> Space:
    space: Space = {"__name__": "driver", "__builtins__": builtins}
    try:
        exec(compile(text, DRIVER, "exec", dont_inherit=True), space)  # noqa: S102  # the author's, beside the student's code
    except MemoryError:
        raise  # what the student's text takes up is no fault of the author's
    except Exception as error:
        lines = [trace.tb_lineno for trace in _frames(error.__traceback__) if trace.tb_frame.f_code.co_filename == DRIVER]
        line = error.lineno if isinstance(error, SyntaxError) else lines[-1] if lines else 0
        raise BrokenDriver(f"line {line}: {type(error).__name__}: {message_of(error)}") from None
    return space


def _driven(driver: Any, later: Sequence[str], ask: Ask) -> Any:
    """What a driver that is a generator returns in the end; each input is asked for once, and kept."""
    known: dict[str, Any] = {}
    reply = None
    while True:
        try:
            name = driver.send(reply)
        except StopIteration as stop:
            return stop.value
        if name not in later:
            raise ValueError(f"the driver asked for {name!r}, which is not given later")
        if name not in known:
            known[name] = ask(name)
        reply = known[name]


def _returned(value: Any) -> values.Answer:
    try:
        return values.returned(value)
    except Exception:  # an object that cannot even be looked at
        return ["odd", "an object"]


def _frames(trace: TracebackType | None) -> list[TracebackType]:
    frames = []
    while trace is not None:
        frames.append(trace)
        trace = trace.tb_next
    return frames


def _where(trace: TracebackType, live: bool) -> Place:
    """The cell and line of a frame of the student's file; None for code that is not of it. In a notebook, the line within its cell."""
    cell = cell_of(trace.tb_frame.f_code.co_filename)
    if cell is None:
        return (0, trace.tb_lineno or 0) if live else None
    return cell, trace.tb_lineno or 0
