"""What does a student's process do from its first instruction to its last?

It locks itself down and says so, reads the submission and says what Python it holds, reads the cases, runs them and sends a frame
for each. Nothing it says is a verdict. Frames are lists whose first item is a word:

    from the judge   ["source", kind, bytes]       ["run", names, givens, mended, cases, published]
    to the judge     ["ready"]                     ["text", source, notes] or ["refused", sentence]
                     ["places", [[cell, line], ...]]
                     ["case", answers, raised, unassigned] for each case, then ["end"]; these in as few writes as can be
"""

import contextlib
import os
import sys
from typing import Any

import numpy as np

from . import lockdown, wire
from .program import Raised
from .runner import Refused, Runner, Source, extract, quiet

FROM_JUDGE = 0
TO_JUDGE = 3
RECURSION = 1000
OUTBOX = 1 << 16  # bytes of frames that are sent together: each write wakes the judge
REHEARSAL = b"""import numpy as np
def f(z):
    return 1 / (1 + np.exp(-z))
x = np.array([1, 2, 3, 4])
y = 0.5
w = [0.5, -0.5, 0.3, 0.1]
h = np.dot(x, w)
e = f(h) * x
print("Output:", h, e)
h = missing
"""


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
    _, kind, content = _receive()
    source = _extracted(content.tobytes(), kind)
    if source is None:
        return
    _, names, givens, mended, cases, published = _receive()
    os.close(FROM_JUDGE)
    sys.setrecursionlimit(RECURSION)
    with quiet(limits["output_kb"] << 10), np.errstate():
        written = dict(zip(givens, map(_plain, published), strict=False))
        runner = Runner(source, givens, names, mended, limits["statement_seconds"], written)
        _send(["places", [runner.place(name) for name in names]])
        outbox = b""
        for values in cases:
            plain = [_plain(value) for value in values]
            result = runner.run(dict(zip(givens, plain, strict=False)), dict(zip(mended, plain[len(givens) :], strict=True)))
            outbox += wire.frame(["case", result.answers, [_told(raised) for raised in result.raised], result.unassigned])
            if len(outbox) > OUTBOX:
                _write(outbox)
                outbox = b""
    _write(outbox + wire.frame(["end"]))


def rehearse(times: int = 20) -> None:
    """Go through a job's steps in the zygote, so that each child inherits warm code and loaded modules instead of making its own."""
    for _ in range(times):
        wire.decode(wire.encode(["run", ["h"], ["x"], [], [[np.arange(4)]]]))
        runner = Runner(extract(REHEARSAL, "py"), ["x", "y"], ["h", "e"], ["h"])
        with quiet(), np.errstate():
            result = runner.run({"x": np.arange(4), "y": 0.25}, {"h": 0.5})
        wire.frame(["case", result.answers, [_told(raised) for raised in result.raised], result.unassigned])


def _extracted(content: bytes, kind: str) -> Source | None:
    try:
        source = extract(content, kind)
        _send(["text", source.text, list(source.notes)])
    except Refused as refusal:
        _send(["refused", str(refusal)])
    except (MemoryError, RecursionError):
        _send(["refused", "The file is too large to be read."])
    else:
        return source
    return None


def _told(raised: Raised) -> list[Any]:
    """What leaves the sandbox of an exception: never its message, which may hold anything."""
    return [raised.cell, raised.line, raised.error, sorted(raised.binds)]


def _plain(value: Any) -> Any:
    """A case's value as student code is given it: numbers as Python's own, arrays writable."""
    if isinstance(value, np.ndarray):
        return value.item() if value.ndim == 0 else value.copy()
    return value


def _receive() -> Any:
    (length,) = wire.LENGTH.unpack(_read(wire.LENGTH.size))
    return wire.decode(_read(length))


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
