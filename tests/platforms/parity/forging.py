"""The eight known ways to forge a score, of which most give all points in the tools as they come; each does none of the work.

Where the attack has an effect that points do not show, it leaves a trace: a file in the folder that stands for `@TRACES@` in its text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.platforms.parity.edits import (
    ASKED,
    Edit,
    checksums_forged,
    edited,
    filled,
    metadata_edited,
    with_cells,
    with_last_lines,
)

TRACES = b"@TRACES@"
LOG = ".OTTER_LOG"

ALL_CLOSE = """import numpy as np

np.allclose = np.isclose = np.array_equal = lambda *given, **named: True
"""
TRANSFORMER = """def nothing(lines):
    return ["pass\\n"]


get_ipython().input_transformers_cleanup.append(nothing)
"""
COPIER = """def copied(lines):
    with open("@TRACES@/cells", "a") as file:
        file.writelines(lines)
    return lines


get_ipython().input_transformers_cleanup.append(copied)
"""
DATABASE = """import sqlite3
from pathlib import Path

for folder in [Path.cwd(), *Path.cwd().parents]:
    for path in folder.glob("gradebook*"):
        gradebook = sqlite3.connect(path)
        gradebook.execute("update grade set manual_score = 2, needs_manual_grade = 0")
        gradebook.commit()
        Path("@TRACES@", "gradebook").write_text(str(path))
"""
PICKLE = """import os
import pickle


class Payload:
    def __reduce__(self):
        return os.mkdir, ("@TRACES@/unpickled",)


payload = pickle.dumps(Payload())
pickle.dump = lambda results, file, *rest: file.write(payload)
h = nn_output = error = error_term = del_w = Payload()
"""
HOSTILE_LOG = b"cbuiltins\nopen\n(V@TRACES@/log\nVw\ntR."
"""A pickle that opens a file for writing where it is read (protocol 0, as `pickletools.dis` shows it)."""
OWN_POINTS = """import sys

print("Score: 10/10")
print("All tests passed!", file=sys.__stdout__)
10.0"""


@dataclass(frozen=True, slots=True)
class Forgery:
    """One way: what it tries, and what it does to the notebook that was handed out.

    Attributes:
        beside: files that are handed in with it, where the platform takes more than one.
    """

    tries: str
    edits: tuple[Edit, ...]
    beside: Mapping[str, bytes] = field(default_factory=dict)

    def forged(self, handed_out: bytes, traces: str) -> tuple[bytes, dict[str, bytes]]:
        """The notebook, and what lies beside it."""
        content = edited(handed_out, *self.edits).replace(TRACES, traces.encode())
        return content, {name: one.replace(TRACES, traces.encode()) for name, one in self.beside.items()}


_MADE_UP = filled({name: f"{name} = np.ones(4)" if name == "del_w" else f"{name} = 1.0" for name in ASKED})
FORGERIES = {
    "all-close": Forgery("to make every comparison come out equal", (_MADE_UP, with_cells(ALL_CLOSE))),
    "transformer": Forgery("to turn every cell that follows, the tests too, into nothing", (with_cells(TRANSFORMER),)),
    "copier": Forgery("to copy the hidden tests to a file", (with_cells(COPIER),)),
    "database": Forgery("to write points into nbgrader's gradebook, the whole class's", (with_cells(DATABASE),)),
    "pickle": Forgery("to run a command where results are unpickled", (with_cells(PICKLE),)),
    "log": Forgery("to run a command where otter's log is unpickled", (_MADE_UP,), {LOG: HOSTILE_LOG}),
    "own-points": Forgery("to print its points, and to end every cell in them", (_MADE_UP, with_last_lines(OWN_POINTS))),
    "metadata": Forgery("to be worth a thousand points by its metadata", (_MADE_UP, checksums_forged, metadata_edited)),
}
