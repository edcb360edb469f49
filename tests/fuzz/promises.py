"""What is promised of any bytes at all that a student's process may send, or a student may hand in?

Each function takes some bytes and does with them what a judge or a child would do. It returns in a word what became of them, and
raises if a promise is broken: the fuzzer and the corpus ask nothing else.
"""

import contextlib
import math
import os
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.sandbox import answers
from autograder.sandbox.answers import Answer, CallTold, CaseValues, Malformed, NoValue, Told
from autograder.sandbox.channel import Channel, Garbled, Stopped
from autograder.sandbox.inside import wire
from autograder.sandbox.inside.calls import Call
from autograder.sandbox.inside.program import compile_source
from autograder.sandbox.inside.sources import Refused, extract, rebuilt
from autograder.sandbox.inside.values import MAX_PARTS, MAX_TEXT, ODD

NAMES = ("h", "nn_output", "error", "error_term", "del_w")
GIVENS = ("x", "y", "w", "learnrate")
STEP = Call("step", ("w", "rate"), ("rows",))
QUESTIONS = ("step", "train")
CAP = 1 << 12  # of the frames in a stream
PATIENCE = 30.0
DEAREST = 64  # bytes of memory that a payload may cost for each of its own
BESIDE = 1 << 18  # and beside that


def payload(data: bytes) -> str:
    """What is decoded is what `encode` would have written, is as large as it says, and every reading of it is a value or Malformed."""
    try:
        value = wire.decode(data)
    except wire.WireError:
        return "refused"
    assert wire.encode(value) == data, "it has another payload, too"
    assert size(value) <= wire.MAX_ELEMENTS, "it becomes more than the elements that are counted"
    return "taken" if read(value) else "malformed"


def stream(data: bytes) -> str:
    """Frames are received as they were sent, and the end is Stopped or Garbled."""
    source, writing = os.pipe()
    sink = os.open(os.devnull, os.O_WRONLY)
    os.set_blocking(writing, False)
    channel = Channel(source, sink, time.monotonic() + PATIENCE, CAP)
    received: list[Any] = []
    try:
        data = data[: os.write(writing, data)] if data else b""
        os.close(writing)
        while True:
            received.append(channel.receive())
    except Stopped as stopped:
        said = "late" if stopped.by_time else "stopped"
    except Garbled:
        said = "garbled"
    finally:
        channel.close()
    assert said != "late", "it waits for what cannot come"
    frames = b"".join(map(wire.frame, received))
    assert data.startswith(frames), "something else was received than was sent"
    assert said == "garbled" or len(data) - len(frames) < wire.LENGTH.size + CAP, "a whole frame was not received"
    return said


def source(data: bytes) -> str:
    """A .py file is read, or refused in a sentence."""
    return _file(data, "py")


def notebook(data: bytes) -> str:
    """A notebook is read, or refused in a sentence."""
    return _file(data, "ipynb")


KINDS: dict[str, Callable[[bytes], str]] = {"payload": payload, "stream": stream, "source": source, "notebook": notebook}
"""By the ending of the files in the corpus."""
WORDS = (
    "case", "places", "value", "text", "parts", "none", "absent", "odd", "called", "ask", "end", "broken", "refused", "h", "step",
    "rows", "ValueError", "cells", "prints", "cell_type", "code", "source", "worksheets", "coding: ", "%%time", "def ", "class ",
)  # fmt: skip
"""What a fuzzer would take long to guess."""


def size(value: Any) -> int:
    """How many objects it is, written out as lists: an array of shape (1000000, 0) has no elements, and is a million lists."""
    if isinstance(value, list):
        return 1 + sum(map(size, value))
    if isinstance(value, np.ndarray) and value.dtype != np.uint8:  # bytes are never written out
        return math.prod(length or 1 for length in value.shape)
    return 1


def read(value: Any) -> bool:
    """Have a decoded value read as everything that a child may say, and look at what comes of it. Whether anything does."""
    count = len(value[1]) if isinstance(value, list) and len(value) > 1 and isinstance(value[1], list) else 0
    names = NAMES[:count]
    taken = answers.is_end(value) is True or isinstance(answers.wanted(value), str)
    if why := answers.broken_driver(value):
        _sentence(why)
        taken = True
    with contextlib.suppress(Malformed):
        extracted, notes, refused = answers.extraction(value, "ipynb")
        for sentence in (*notes, refused):
            _sentence(sentence)
        for number, above in extracted.places:
            _place(number, above)
        taken = True
    with contextlib.suppress(Malformed):
        assert all(type(number) is int for number in answers.fingerprints(value))
        taken = True
    with contextlib.suppress(Malformed):
        for cell, line in answers.places(value, names).values():
            _place(cell, line)
        taken = True
    with contextlib.suppress(Malformed):
        _case(answers.case_values(value, names, GIVENS, [STEP]), names)
        taken = True
    with contextlib.suppress(Malformed):
        _call(answers.called(value, STEP, QUESTIONS))
        taken = True
    return taken


def _case(case: CaseValues, names: tuple[str, ...]) -> None:
    for answer in case.values.values():
        _answer(answer)
    for told in case.raised:
        _told(told, {*names, STEP.question})
    assert {*case.values, *case.blank, *case.odd} <= {*names}
    assert {*case.odd.values()} <= ODD
    assert {*case.unassigned} <= {*GIVENS}


def _call(call: CallTold) -> None:
    if isinstance(call.answer, NoValue):
        assert call.answer.what is None or call.answer.what in ODD | {"", answers.NOT_ALL_NUMBERS}
    else:
        _answer(call.answer)
    assert {*call.changed} <= {*STEP.arguments, *STEP.later}
    assert call.waits in ("", "train")
    if call.raised is not None:
        _told(call.raised, {STEP.question})


def _answer(answer: Answer) -> None:
    parts = answer if isinstance(answer, tuple) else (answer,)
    assert 0 < len(parts) <= MAX_PARTS
    for part in parts:
        if isinstance(part, str):
            assert len(part) <= MAX_TEXT
            assert part.isprintable()
        else:
            assert part.dtype in (np.float64, np.bool_)


def _told(told: Told, names: set[str]) -> None:
    assert told.error.isidentifier()
    assert told.error.isascii()
    assert told.binds <= names
    _place(told.cell, told.line)


def _place(cell: int, line: int) -> None:
    """Whole numbers: True is one for Python, and none in a report."""
    assert (type(cell), type(line)) == (int, int), "a place that is no number"


def _sentence(text: str) -> None:
    """It can be sent, stored and shown: a text with half of a surrogate pair cannot."""
    assert len(text) <= answers.MAX_SENTENCE
    assert text.encode("utf-8", "replace").decode() == text, "a sentence that is no text"


def _of_ours(refusal: Refused) -> None:
    assert str(refusal).isascii(), "a refusal in the student's own words"


def _file(data: bytes, kind: str) -> str:
    with warnings.catch_warnings(action="ignore"):
        try:
            found = extract(data, kind)
        except Refused as refusal:
            _of_ours(refusal)
            return "refused"
        except (MemoryError, RecursionError):  # which a job takes for a file that is too large
            return "refused"
        cells = [[cell.number, cell.above, cell.core] for cell in found.cells if cell.core]
        assert read(wire.decode(wire.encode(["text", cells, list(found.notes)]))), "the judge does not understand it"
        compile_source(rebuilt(kind, [cell.core for cell in found.cells if cell.core]), {"x", "h"}, {"h", "step", "Perceptron.predict"})
    return "taken"
