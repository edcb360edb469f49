"""Sixty pieces of work of every kind: who handed in what, for which assignment, and what is to be seen in it.

Most lie elsewhere in the project and are taken from there: what the invented class handed in, the golden situations, the attacks on the
sandbox. What is made here is what only platforms meddle with: the cells and the metadata of the notebook that students were handed, and
the eight known forgeries.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tests.platforms.parity import edits
from tests.platforms.parity.edits import Edit, edited, right, slipped
from tests.platforms.parity.forging import FORGERIES

FIRST = "01-gradient-step"


class Kind(StrEnum):
    """What kind of work it is."""

    RIGHT = "right"
    SLIP = "slip"
    HARDCODED = "hardcoded"
    BROKEN = "broken"
    HOSTILE = "hostile"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One piece of work.

    Attributes:
        what: what is to be seen in it.
        beside: files that lie beside it where a platform takes more than one.
        forgery: the name of the known forgery that it is; such a one does no work, so that it earns nothing.
    """

    student: str
    slug: str
    file: str
    content: bytes
    kind: Kind
    what: str
    beside: dict[str, bytes] = field(default_factory=dict)
    forgery: str = ""


# Of examples/submitted: by assignment and student. What each is, says examples/README.md.
CLASS: dict[str, dict[str, tuple[Kind, str]]] = {
    "00-start-here": {
        "liam": (Kind.RIGHT, "ungraded: a notebook"),
        "uma": (Kind.HARDCODED, "ungraded: numbers returned"),
    },
    FIRST: {
        "amara": (Kind.RIGHT, "all the prose of the stub"),
        "farid": (Kind.RIGHT, "no NumPy"),
        "grace": (Kind.RIGHT, "only the last answer"),
        "kavya": (Kind.RIGHT, "a second exercise below, under the same names"),
        "liam": (Kind.RIGHT, "a notebook with outputs, magics and shell lines, run out of order"),
        "mei": (Kind.RIGHT, "Windows line ends, a byte order mark, comments in Chinese"),
        "noor": (Kind.SLIP, "the error with the other sign"),
        "olga": (Kind.SLIP, "the same, made up for: half of one answer's points"),
        "carla": (Kind.SLIP, "a notebook: operator precedence"),
        "xiomara": (Kind.SLIP, "two of five done"),
        "uma": (Kind.HARDCODED, "numbers for answers"),
        "viktor": (Kind.HARDCODED, "right on the public examples only"),
        "wanjiru": (Kind.BROKEN, "the stub, untouched"),
        "yusuf": (Kind.BROKEN, "a bracket that is never closed"),
        "aiko": (Kind.BROKEN, "a loop that never ends"),
    },
    "02-single-neuron": {
        "ivan": (Kind.RIGHT, "functions that call helpers and themselves"),
        "rosa": (Kind.SLIP, "the bias moved too late; Windows line ends"),
        "carla": (Kind.SLIP, "a notebook: every slope is zero"),
    },
    "03-perceptron": {
        "dina": (Kind.RIGHT, "a class without NumPy"),
        "eoin": (Kind.SLIP, "three quarters of a point lost in a method"),
        "olga": (Kind.SLIP, "a convention: one and a half of three points"),
    },
    "04-gradient-check": {"carla": (Kind.SLIP, "a notebook: quarters of points, and one verdict wrong")},
    "05-two-layer-network": {
        "mei": (Kind.RIGHT, "train calls no other function"),
        "pablo": (Kind.SLIP, "two slips"),
    },
    "06-train-it": {"hana": (Kind.SLIP, "trained, and divided by zero")},
}

# Of tests/submissions, all to the first assignment: the folder's name says what is wrong.
SITUATIONS = {
    "wrong-shape": ("bea", Kind.SLIP),
    "two-slips": ("cyril", Kind.SLIP),
    "changes-between-runs": ("emil", Kind.BROKEN),
    "a-given-is-gone": ("fiona", Kind.RIGHT),
    "ends-itself": ("gustav", Kind.BROKEN),
    "empty": ("helen", Kind.BROKEN),
    "not-utf8": ("igor", Kind.BROKEN),
    "no-notebook": ("jana", Kind.BROKEN),
    "notebook-with-a-broken-cell": ("kofi", Kind.BROKEN),
    "notebook-with-magics": ("lena", Kind.RIGHT),
}

# Of tests/attacks, all to the first assignment: each says in its head what it tries and what it earns.
ATTACKS = {
    "forging/report_printed.py": "marek",
    "forging/results_written.py": "nadia",
    "packages/judge_imported.py": "oskar",
    "packages/pickles_as_answers.py": "petra",
    "notebooks/answers_only_in_outputs.ipynb": "selma",
    "notebooks/grade_id_twice.ipynb": "tomas",
}

# The notebook that was handed out, cut up.
EDITED: dict[str, tuple[Kind, str, tuple[Edit, ...]]] = {
    "ulrike": (Kind.RIGHT, "the tests' cells deleted", (right, edits.tests_deleted)),
    "vera": (Kind.SLIP, "the answers' cells deleted, the work in a new one", (slipped, edits.answers_deleted)),
    "walter": (Kind.RIGHT, "cells doubled, ids and all", (right, edits.doubled)),
    "xenia": (Kind.RIGHT, "a cell cut in two", (right, edits.split)),
    "yara": (Kind.BROKEN, "cells in another order, the last answer first", (right, edits.reordered)),
    "zeno": (Kind.SLIP, "no metadata left", (slipped, edits.metadata_gone)),
    "anton": (Kind.SLIP, "metadata and points edited", (slipped, edits.metadata_edited)),
    "birgit": (Kind.HOSTILE, "tests edited, their checksums forged", (slipped, edits.checksums_forged)),
    "conrad": (Kind.HOSTILE, "every cell said to be the first answer", (slipped, edits.ids_forged)),
}

# The known forgeries, by those who hand them in. The gradebook is written to when everybody else stands in it.
FORGERS = {
    "dagmar": "all-close",
    "edgar": "transformer",
    "frieda": "copier",
    "zuri": "database",
    "henrik": "pickle",
    "ingrid": "log",
    "johan": "own-points",
    "katja": "metadata",
}

# What the usual tests take: one of each kind, both endings, parts of points, and what needs the most from an adapter.
USUAL = {
    FIRST: ("olga", "carla", "uma", "walter", "yusuf", "ingrid", "zuri"),
    "03-perceptron": ("eoin",),
}


def handed_in(root: Path, slug: str, handed_out: Callable[[str], bytes], traces: str) -> list[HandedIn]:
    """All that was handed in for one assignment, by student.

    Args:
        handed_out: the notebook of an assignment as students get it from nbgrader.
        traces: a folder that anybody may write to; there the hostile ones leave what they get at.
    """
    found = [*_class(root, slug)]
    if slug == FIRST:
        notebook = handed_out(slug)
        found += [*_situations(root), *_attacks(root, traces), *_edited(notebook), *_forged(notebook, traces)]
    return sorted(found, key=lambda one: one.student)


def _class(root: Path, slug: str) -> Iterator[HandedIn]:
    for student, (kind, what) in CLASS[slug].items():
        (path,) = (root / "examples" / "submitted" / student / slug).iterdir()
        yield HandedIn(student, slug, path.name, path.read_bytes(), kind, what)


def _situations(root: Path) -> Iterator[HandedIn]:
    for folder, (student, kind) in SITUATIONS.items():
        (path,) = (root / "tests" / "submissions" / folder).glob("gradient.*")
        yield HandedIn(student, FIRST, path.name, path.read_bytes(), kind, folder.replace("-", " "))


def _attacks(root: Path, traces: str) -> Iterator[HandedIn]:
    for name, student in ATTACKS.items():
        path = root / "tests" / "attacks" / name
        content = path.read_bytes().replace(b"@FOLDER@", traces.encode())
        yield HandedIn(student, FIRST, f"gradient{path.suffix}", content, Kind.HOSTILE, path.stem.replace("_", " "))


def _edited(notebook: bytes) -> Iterator[HandedIn]:
    for student, (kind, what, changes) in EDITED.items():
        yield HandedIn(student, FIRST, "gradient.ipynb", edited(notebook, *changes), kind, what)


def _forged(notebook: bytes, traces: str) -> Iterator[HandedIn]:
    for student, name in FORGERS.items():
        forgery = FORGERIES[name]
        content, beside = forgery.forged(notebook, traces)
        yield HandedIn(student, FIRST, "gradient.ipynb", content, Kind.HOSTILE, forgery.tries, beside, name)
