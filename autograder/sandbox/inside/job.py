"""What does a student's process do from its first instruction to its last?

It locks itself down and says so, reads the submission and says what Python it holds, reads the cases, runs them and sends a frame
for each run and each call. Nothing it says is a verdict. Frames are lists whose first item is a word:

    from the judge   ["source", kind, bytes] of a file that is to be read, or ["cells", kind, [text, ...]] of one that has been read,
                     or ["prints", kind, bytes] of one that is to be taken down as numbers, and nothing else: nothing of it runs
                     or ["written", kind, bytes, names] of one out of which answers are to be taken as texts: nothing of it runs
                     ["run", names, givens, mended, published, [[question, arguments, later, at], ...], driver,
                      [names put right, the text that defines them], [how many cases come at a time, ...]]
                     ["cases", [[value, ...], ...]] of a program that is given any; those that the student is shown come first
                     ["inputs", [[value, ...], ...]] before a question's calls: for each case what no question before it was given
                     ["held", value] for each ["ask", name]
    to the judge     ["ready"]                     ["prints", numbers] or ["refused", sentence]
                     ["written", [[state, text, length], ...]] or ["refused", sentence]
                     ["text", [[number, lines above, text], ...], notes] or ["refused", sentence]
                     ["places", [[cell, line], ...]] or ["broken", sentence] for a driver that cannot be run
                     ["case", answers, raised, unassigned] for each run of the program
                     ["ask", name] where a driver wants what is given later
                     ["called", answer, changed, [raised] or [], question waited for] for each call
                     ["end"]; these in as few writes as can be

A program that is given nothing is run once, and each question is asked in all cases that came together before the next: a later
question's inputs may hold an earlier one's answers, and come only when those are out. Any other program is run and asked for each
case by itself. The student's code never runs in a process that has read more of the file than what counts of it.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from . import lockdown, wire
from .arguments import fresh
from .calls import BrokenDriver, Call, fresh_names
from .fingerprints import fingerprints
from .program import Raised
from .runner import Refused, Runner, extract, quiet
from .sources import Source, beside, rebuilt
from .written import texts_for

FROM_JUDGE = 0
TO_JUDGE = 3
RECURSION = 1000
OUTBOX = 1 << 16  # bytes of frames that are sent together: each write wakes the judge
MOST_INPUTS = 10**7  # elements in a frame of the judge's
REHEARSAL = b"""import numpy as np
def f(z):
    return 1 / (1 + np.exp(-z))
def g(x, y):
    return f(x) * y, 1
x = np.array([1, 2, 3, 4])
y = 0.5
w = [0.5, -0.5, 0.3, 0.1]
h = np.dot(x, w)
e = f(h) * x
print("Output:", h, e)
h = missing
"""
REHEARSED_DRIVER = "import numpy as np\ndef g(student, x, y):\n    return student.g(x, y)\n"


def run(settings: dict[str, Any], calls: lockdown.SystemCallFilter) -> None:
    """One job, from lockdown to the last frame."""
    limits = settings["limits"]
    lockdown.lock_down(
        settings["layers"],
        settings.get("uid"),
        calls,
        limits["cpu_seconds"],
        limits["memory_mb"] << 20,
    )
    _send(["ready"])
    what, kind, content, *asked_for = _receive()
    if what == "prints":
        _look(content.tobytes(), kind, lambda source: ["prints", fingerprints(source)])
        return
    if what == "written":
        _look(content.tobytes(), kind, lambda source: ["written", texts_for(source, asked_for[0], beside(content.tobytes(), kind))])
        return
    if what == "source":
        _read_file(content.tobytes(), kind)
        _, kind, content = _receive()  # only of a file that holds nothing but what counts; else the judge has gone
    source = rebuilt(kind, content)
    _, names, givens, mended, published, questions, driver, put_right, batches = _receive()
    sys.setrecursionlimit(RECURSION)
    asked = [Call(question, tuple(arguments), tuple(later), at) for question, arguments, later, at in questions]
    with quiet(limits["output_kb"] << 10), np.errstate():
        written = dict(zip(givens, map(fresh, published), strict=False))
        try:
            runner = Runner(
                source, givens, names, mended, limits["statement_seconds"], written,
                calls=asked, driver=driver, put_right=put_right, call_seconds=limits["call_seconds"],
            )  # fmt: skip
        except BrokenDriver as broken:
            _send(["broken", str(broken)])
            return
        _send(["places", [*map(runner.place, names), *map(runner.place_of, asked)]])
        talk = _Talk(runner, asked, batches)
        for count in batches:
            if runner.once:
                talk.hold({}, {}, count)
            for values in [] if runner.once else talk.hear():
                plain = [fresh(value) for value in values]
                talk.hold(dict(zip(givens, plain, strict=False)), dict(zip(mended, plain[len(givens) :], strict=True)), 1)
    talk.put(["end"])
    talk.flush()


class _Talk:
    """What is said to the judge of runs and calls. It is listened to only as long as it has anything to say.

    Args:
        batches: how many cases come at a time.
    """

    def __init__(self, runner: Runner, calls: Sequence[Call], batches: Sequence[int]) -> None:
        self.runner = runner
        self.calls = list(zip(calls, fresh_names(calls), strict=True))
        asked = sum(1 for _, new in self.calls if new)
        self.expected = len(batches) * asked if runner.once else len(batches) + sum(batches) * asked
        self.on_demand = any(call.later for call in calls)
        self.outbox = b""
        self._close_if_silent()

    def hold(self, givens: dict[str, Any], mended: dict[str, Any], count: int) -> None:
        """One run of the program, and the calls of the `count` cases that are asked in it."""
        result = self.runner.run(givens, mended)
        self.put(["case", result.answers, [_told(raised) for raised in result.raised], result.unassigned])
        inputs: list[dict[str, Any]] = [{} for _ in range(count)]
        for call, new in self.calls:
            if new:
                for known, row in zip(inputs, self.hear(), strict=True):
                    known.update(zip(new, row, strict=True))
            for known in inputs:
                called = self.runner.call(call, known, self._ask)
                self.put(["called", called.answer, list(called.changed), [_told(called.raised)] if called.raised else [], called.waits])
            self.flush()  # should the next question's function end the process, these are out

    def put(self, message: list[Any]) -> None:
        """Send a frame, soon."""
        self.outbox += wire.frame(message)
        if len(self.outbox) > OUTBOX:
            self.flush()

    def flush(self) -> None:
        """Send what waits."""
        _write(self.outbox)
        self.outbox = b""

    def hear(self) -> list[list[Any]]:
        """What the judge sends next: a row of values for each case."""
        self.flush()
        _, rows = _receive()
        self.expected -= 1
        self._close_if_silent()
        return rows  # type: ignore[no-any-return]  # the judge's

    def _ask(self, name: str) -> Any:
        self.put(["ask", name])
        self.flush()
        return _receive()[1]

    def _close_if_silent(self) -> None:
        if not self.expected and not self.on_demand:
            os.close(FROM_JUDGE)


def rehearse(times: int = 20) -> None:
    """Go through a job's steps in the zygote, so that each child inherits warm code and loaded modules instead of making its own."""
    call = Call("g", ("x", "y"))
    for _ in range(times):
        wire.decode(wire.encode(["run", ["h"], ["x"], [], [[np.arange(4)]]]))
        runner = Runner(extract(REHEARSAL, "py"), ["x", "y"], ["h", "e"], ["h"], calls=[call], driver=REHEARSED_DRIVER)
        with quiet(), np.errstate():
            given = {"x": np.arange(4), "y": 0.25}
            result = runner.run(given, {"h": 0.5}, given)
        wire.frame(["case", result.answers, [_told(raised) for raised in result.raised], result.unassigned, result.called["g"].answer])


def _read_file(content: bytes, kind: str) -> None:
    def told(source: Source) -> list[Any]:
        return ["text", [[cell.number, cell.above, cell.core] for cell in source.cells if cell.core], list(source.notes)]

    _look(content, kind, told)


def _look(content: bytes, kind: str, told: Callable[[Source], list[Any]]) -> None:
    """Say what is to be said of a file, or why it cannot be read. Nothing of it runs."""
    try:
        _send(told(extract(content, kind)))
    except Refused as refusal:
        _send(["refused", str(refusal)])
    except (MemoryError, RecursionError):
        _send(["refused", "The file is too large to be read."])


def _told(raised: Raised) -> list[Any]:
    """What leaves the sandbox of an exception: never its message, which may hold anything."""
    return [raised.cell, raised.line, raised.error, sorted(raised.binds)]


def _receive() -> Any:
    (length,) = wire.LENGTH.unpack(_read(wire.LENGTH.size))
    return wire.decode(_read(length), MOST_INPUTS)


def _read(count: int) -> bytes:
    data = bytearray()
    while len(data) < count:
        piece = os.read(FROM_JUDGE, count - len(data))
        if not piece:
            os._exit(0)  # the judge has gone
        data += piece
    return bytes(data)


def _send(message: list[Any]) -> None:
    _write(wire.frame(message))


def _write(data: bytes) -> None:
    left = memoryview(data)
    with contextlib.suppress(BrokenPipeError):
        while left:
            left = left[os.write(TO_JUDGE, left) :]
