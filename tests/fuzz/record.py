"""What lies in the corpus? `python -m tests.fuzz.record` writes it anew, all but what searches have found.

What children really say in some conversations, as payloads and as whole streams, and what no child of ours would say. A file's name
says what it is, and its first word what becomes of it (see `promises`); its ending says what kind of bytes it holds.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from autograder.sandbox.host import Sandbox
from autograder.sandbox.inside import wire
from autograder.sandbox.inside.calls import Call
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits
from tests.fuzz.promises import CAP, GIVENS, NAMES, STEP
from tests.fuzz.wire import CORPUS

# Numbers that every machine computes alike, so that the same is said everywhere.
RIGHT = """import numpy as np
learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.25, 0.125])
h = np.dot(x, w)
nn_output = 1 / (1 + h)
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
"""
ODD = """x, y, w, learnrate = [1, 2], 0.5, (0.5, 1.0), 0.5
h = {}
nn_output = None
error = [True, False]
error_term = 1 / 0
del_w = "agrees"
"""
FUNCTIONS = """import numpy as np
def step(w, rate):
    w[0] = 7
    return w - rate, rate
def train(w, rate, rows):
    raise NotImplementedError("TODO")
"""
DRIVER = "def train(student, w, rate):\n    return student.train(w, rate, (yield 'rows'))\n"
STEP_ALONE = Call(STEP.question, STEP.arguments)
TRAIN = Call("train", ("w", "rate"), ("rows",))
EXAMPLE: list[Any] = [np.array([1, 2, 3, 4]), 0.5, np.array([0.5, -0.5, 0.25, 0.125]), 0.5]
INPUTS = {"w": np.array([0.5, 1.0]), "rate": 0.25}
PATIENT = Limits(wall_seconds=30.0)


def main() -> None:
    """Write it."""
    CORPUS.mkdir(exist_ok=True)
    for path in CORPUS.iterdir():
        if not path.name.startswith("found-"):
            path.unlink()
    for name, content in files().items():
        (CORPUS / name).write_bytes(content)
    print(f"{CORPUS}: {len(list(CORPUS.iterdir()))} files")


def files() -> dict[str, bytes]:
    """By name."""
    said = {**spoken(), **PAYLOADS}
    made = {f"{name}.payload": content for name, content in said.items()}
    made |= {f"{name}.stream": content for name, content in streams(said).items()}
    made |= {f"{name}.source": content for name, content in SOURCES.items()}
    return made | {f"{name}.notebook": content for name, content in NOTEBOOKS.items()}


# --- what is really said ---------------------------------------------------------------------------------------------------


def spoken() -> dict[str, bytes]:
    """The payloads of four conversations, and of a file that is taken down as numbers."""
    with Sandbox(Level.A, PATIENT) as sandbox:
        right = heard(sandbox, RIGHT.encode(), "py")
        odd = heard(sandbox, notebook("%%bash\nls", ODD), "ipynb")
        refused = heard(sandbox, b"h = 1\0", "py")
        called = heard(sandbox, FUNCTIONS.encode(), "py", calls=True)
        with listening() as taken_down:
            sandbox.fingerprints(RIGHT.encode(), "py")
    return {
        "taken-text": right[1], "taken-places": right[2], "taken-case-all-right": right[3], "taken-end": right[4],
        "taken-text-with-notes": odd[1], "taken-case-with-odd-values": odd[4], "taken-refused": refused[1],
        "taken-case-without-values": called[3], "taken-called-parts-and-changed": called[4], "taken-ask": called[5],
        "taken-called-placeholder": called[6], "taken-prints": taken_down[1],
    }  # fmt: skip


def heard(sandbox: Sandbox, content: bytes, kind: str, *, calls: bool = False) -> list[bytes]:
    """What a child says to the judge, frame by frame."""
    with listening() as said, sandbox.job(content, kind) as job:
        if job.refused:
            return said
        if calls:
            held = [{"rows": np.ones((2, 2))}]
            job.run(names=[], givens=[], mended=[], calls=[STEP_ALONE, TRAIN], inputs=[INPUTS], held=held, driver=DRIVER)
        else:
            job.run(names=NAMES, givens=GIVENS, mended=[], cases=[EXAMPLE], published=EXAMPLE)
    return said


@contextmanager
def listening() -> Iterator[list[bytes]]:
    """Every payload that is decoded meanwhile."""
    said: list[bytes] = []
    decode = wire.decode

    def recorded(payload: bytes, most: int = wire.MAX_ELEMENTS) -> Any:
        said.append(payload)
        return decode(payload, most)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wire, "decode", recorded)
        yield said


# --- what no child of ours would say ---------------------------------------------------------------------------------------


def long(number: int) -> bytes:
    """A length, as it stands in a payload."""
    return wire.LENGTH.pack(number)


def array(code: bytes, *shape: int) -> bytes:
    """The head of an array."""
    return b"a" + code + bytes([len(shape)]) + b"".join(map(long, shape))


def case(answer: list[Any], *raised: list[Any]) -> bytes:
    """A case of one answer."""
    return wire.encode(["case", [answer], list(raised), []])


MOST = 2**32 - 1
PAIR = np.array([1.0, 2.0])
PAYLOADS = {
    "refused-list-of-billions": b"l" + long(MOST),
    "refused-lists-of-as-many-as-there-are-bytes": (b"l" + long(50)) * 10,
    "refused-text-of-billions": b"s" + long(MOST) + b"abc",
    "refused-text-that-is-not-utf8": b"s" + long(2) + b"\xc0\x80",
    "refused-nested-too-deeply": (b"l" + long(1)) * 13 + b"T",
    "refused-array-of-petabytes": array(b"f", MOST, MOST) + bytes(16),
    "refused-array-of-nine-axes": array(b"f", *[1] * 9) + bytes(8),
    "refused-array-whose-product-is-nought-beyond-64-bits": array(b"u", *[2**31] * 4) + bytes(8),
    "refused-empty-array-of-billions": array(b"f", MOST, 0),
    "refused-empty-array-of-a-vast-shape": array(b"f", 0, *[MOST] * 7),
    "refused-truth-value-of-two": array(b"b", 3) + b"\1\2\0",
    "malformed-verdict": wire.encode(["case", [["absent"]], [], [], "correct"]),
    "malformed-word-that-is-an-array": wire.encode([PAIR, [["absent"]], [], []]),
    "malformed-place-that-is-true": wire.encode(["places", [[False, True]]]),
    "malformed-line-that-is-true": case(["absent"], [False, True, "ValueError", ["h"]]),
    "malformed-text-that-steers-a-terminal": case(["text", "\x1b[2J"]),
    "malformed-half-of-a-pair": case(["text", "\ud800"]),
    "taken-value-that-is-not-finite": case(["value", np.array([np.nan, -np.inf, -0.0])]),
    "taken-error-named-after-a-secret": case(["absent"], [0, 1, "x = [3, -2, 1, 4]", ["h"]]),
    "taken-notes-of-anything": wire.encode(["text", [[0, 0, "h = 1"]], ["half of a pair: \ud800", "\x1b[2J\u202e", "n" * 500]]),
    "malformed-prints-that-are-no-whole-numbers": wire.encode(["prints", PAIR]),
    "taken-empty-arrays": case(["value", np.zeros((0, 3))]),
}  # fmt: skip


def streams(said: dict[str, bytes]) -> dict[str, bytes]:
    """Whole conversations, and what breaks them."""
    whole = b"".join(long(len(payload)) + payload for name, payload in said.items() if name.startswith("taken-case"))
    return {
        "stopped-conversation": whole,
        "stopped-conversation-cut-short": whole[:-3],
        "garbled-frame-beyond-the-cap": long(CAP + 1) + b"T",
        "garbled-frame-of-nothing": long(0),
        "garbled-after-a-conversation": whole + b"Traceback (most recent call last)",
        "garbled-verdict-as-text": b'{"score": 10.0}',
    }


SOURCES = {
    "taken-right": RIGHT.encode(),
    "taken-magics": b"%matplotlib inline\n!ls (\nfiles = !ls\nh = (10\n  % 3)\nnp.dot?\n",
    "taken-mark-and-windows-lines": b"\xef\xbb\xbfh = 1\r\nx = 2\r",
    "taken-latin-1": "# coding: latin-1\nh = 'é'\n".encode("latin-1"),
    "taken-half-of-a-pair": b"# coding: unicode_escape\nh = '\\ud800'\n",
    "taken-brackets-without-end": b"h = " + b"(" * 1000,
    "taken-terms-without-end": b"h = " + b"-" * 1000 + b"1\nx = " + b"1+" * 1000 + b"1\n",
    "taken-blocks-and-methods": b"if x:\n  for h in x:\n    with y as h: pass\nclass Perceptron:\n  def predict(self): pass\n",
    "refused-null-bytes": b"h = 1\0",
    "refused-coding-that-is-no-text": b"# coding: zlib\nh\n",
}


def notebook(*cells: Any) -> bytes:
    """Code cells."""
    return json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells]}).encode()


NOTEBOOKS = {
    "taken-right": notebook(RIGHT.splitlines(keepends=True), "h"),
    "taken-cell-magics": notebook("%%bash\nrm x", "%%time\nh = 1", "\n%%html\n<b>"),
    "taken-magic-beside-half-a-pair": notebook("%matplotlib inline\nh = '\ud800'"),
    "taken-cell-magic-of-half-a-pair": notebook("%%\ud800\x1b[2J\nh"),
    "taken-sources-of-any-kind": notebook(None, 1, {"a": 1}, ["h = 1\n", 2, ["x"]], "\0", True),
    "taken-version-3": b'{"worksheets": [{"cells": [{"cell_type": "code", "input": "h = 1"}]}, 7, {"cells": 7}]}',
    "refused-lists-without-end": b"[" * 2000,
    "refused-number-of-many-digits": b'{"cells": ' + b"9" * 5000 + b"}",
    "refused-cells-that-are-a-text": b'{"cells": "h = 1"}',
}


if __name__ == "__main__":
    main()
