"""A class whose students hand in whatever students hand in: each is called by what is odd about their work.

Most of it is made of the notebook that nbgrader has released. `hand_in` lays out all of it; `NOT_GRADED` says what nobody grades, with
words of the reason.
"""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.platforms.parity import edits
from tests.platforms.parity.edits import Edit, Notebook, edited, right, slipped
from tests.platforms.parity.forging import FORGERIES

SLUG = "01-gradient-step"
FILE, NOTEBOOK = "gradient.py", "gradient.ipynb"
HOSTILE_HTML = "<script>alert('x')</script> <img src=x onerror=alert(1)> $\\href{javascript:alert(1)}{x}$"
TRACES = "traces"  # the folder beside `submitted` in which a forgery would leave something
TOO_MUCH = 17000 * 1024  # more than course.toml allows

NOT_GRADED = {
    "empty file": "The file is empty.",
    "too large": "The file is too large",
    "a link": "Links are not followed",
    "only a zip": "Unpack a zip",
    "nothing at all": "holds no .py or .ipynb file",
    "two of other names": "Several files, and none is named gradient.py or gradient.ipynb",
    "too deep": "It lies in a folder",
}


def hand_in(submitted: Path, released: bytes, root: Path) -> None:
    """Lay out the class's work below `submitted`.

    Args:
        released: the notebook as nbgrader has released it.
        root: the course's folder.
    """
    for student, content in _notebooks(released):
        _write(submitted, student, NOTEBOOK, content)
    solution = (root / "solutions" / SLUG / FILE).read_bytes()
    slip = solution.replace(b"nn_output = sigmoid(h)", b"nn_output = sigmoid(-h)")
    assert slip != solution
    _write(submitted, "only a py", FILE, slip)
    _write(submitted, "py and the released notebook", FILE, slip)
    _write(submitted, "py and the released notebook", NOTEBOOK, released)
    _write(submitted, "untouched py and a notebook", FILE, (root / "assignments" / SLUG / FILE).read_bytes())
    _write(submitted, "untouched py and a notebook", NOTEBOOK, edited(released, slipped))
    _write(submitted, "another name", "My work <b>&`x` $y$ (1).ipynb", edited(released, slipped))
    _write(submitted, "py of another name", "arbeit.py", slip)
    _write(submitted, "O'Néil {y} 50%", NOTEBOOK, edited(released, right))
    for name, forgery in FORGERIES.items():
        content, beside = forgery.forged(released, str(submitted.parent / TRACES))
        for file, one in {NOTEBOOK: content, **beside}.items():
            _write(submitted, f"forged {name}", file, one)
    _odd_companions(submitted, edited(released, slipped))
    _not_gradable(submitted, released)


def _notebooks(released: bytes) -> Iterator[tuple[str, bytes]]:
    """Notebooks of the right name, by student."""
    yield "untouched", released
    yield "all right", edited(released, right)
    yield "one slip", edited(released, slipped)
    yield "half done", edited(released, edits.filled({name: edits.RIGHT[name] for name in ("h", "nn_output")}))
    yield "answers and tests deleted", edited(released, right, edits.answers_deleted, edits.tests_deleted)
    for change in CHANGES:
        yield change.__name__.strip("_").replace("_", " "), edited(released, slipped, change)
    yield "forged checksums", edited(released, edits.checksums_forged)
    yield "not JSON", released[:2000]
    yield "not a notebook", b"[1, 2, 3]"
    yield "no cells", b'{"cells": []}'
    yield "too many cells", json.dumps({"cells": [edits.code("h = 1")] * 2001}).encode()
    yield "nested too deep", b'{"cells": ' + b"[" * 100_000
    yield "not text", b"\xff\xfe\x00"


def _each(notebook: Notebook, change: Callable[[edits.Cell], Any]) -> None:
    for cell in notebook["cells"]:
        change(cell)


def _old_schema(notebook: Notebook) -> None:
    _each(notebook, lambda cell: cell["metadata"].get("nbgrader", {}).pop("schema_version", None))


def _metadata_of_another_kind(notebook: Notebook) -> None:
    for cell, kind in zip(notebook["cells"], ["h", [], 1, None, {"nbgrader": "h"}, {"nbgrader": [1]}] * 9, strict=False):
        cell["metadata"] = kind


def _ids_that_are_numbers(notebook: Notebook) -> None:
    _each(notebook, lambda cell: cell.update(id=5, metadata={"nbgrader": {"grade_id": 5, "grade": True, "points": "many"}}))


def _an_unknown_test(notebook: Notebook) -> None:
    graded = {"grade": True, "grade_id": "bonus", "points": 90, "locked": False, "schema_version": 3, "solution": False}
    notebook["cells"].append({**edits.code("90.0"), "metadata": {"nbgrader": graded}, "outputs": [edits.result("90.0")]})


def _a_manually_graded_one(notebook: Notebook) -> None:
    for cell in edits.graded(notebook):
        cell["metadata"]["nbgrader"] |= {"solution": True, "locked": False}


def _other_kinds_of_cells(notebook: Notebook) -> None:
    """The tests have become Markdown, and there is a raw one, one of no kind at all, and something that is no cell."""
    for cell in edits.graded(notebook):
        cell["cell_type"] = "markdown"
        cell["attachments"] = {"plot.png": {"image/png": "iVBORw0="}}
    raw = {"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": HOSTILE_HTML}
    notebook["cells"] += [raw, {"cell_type": "heading", "source": HOSTILE_HTML}, {"source": 5}, "cell", None]


def _hostile_text(notebook: Notebook) -> None:
    """HTML, an attachment that is not there, half a character, what steers a terminal."""
    for kind in ("markdown", "code"):
        text = f"{HOSTILE_HTML}\n![x](attachment:nowhere.png)\n\ud800 \x1b[2J \x00"
        text = f'note = """{text}"""' if kind == "code" else text
        notebook["cells"].append({**edits.code(text), "cell_type": kind})


def _no_kernelspec(notebook: Notebook) -> None:
    notebook["metadata"] = {"kernelspec": {"name": "bash"}, "language_info": None}


def _large_outputs(notebook: Notebook) -> None:
    """They are the points that it would like, and much else."""
    for cell in edits.code_cells(notebook):
        cell["outputs"] = [edits.result("2.0"), {"output_type": "stream", "name": "stderr", "text": "x" * 20_000}]


def _nbformat_3(notebook: Notebook) -> None:
    cells = notebook.pop("cells")
    for cell in edits.code_cells({"cells": cells}):
        cell["input"] = cell.pop("source")
    notebook |= {"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells}]}


CHANGES: tuple[Edit, ...] = (
    edits.tests_deleted,
    edits.answers_deleted,
    edits.doubled,
    edits.split,
    edits.reordered,
    edits.metadata_gone,
    edits.metadata_edited,
    edits.ids_forged,
    _old_schema,
    _metadata_of_another_kind,
    _ids_that_are_numbers,
    _an_unknown_test,
    _a_manually_graded_one,
    _other_kinds_of_cells,
    _hostile_text,
    _no_kernelspec,
    _large_outputs,
    _nbformat_3,
)


def _odd_companions(submitted: Path, notebook: bytes) -> None:
    """Work that is graded, and beside it what cannot be copied, or should not."""
    for student in ("a dangling link beside it", "a link to a secret beside it", "a pipe beside it"):
        _write(submitted, student, NOTEBOOK, notebook)
    (_place(submitted, "a dangling link beside it") / "data").symlink_to("/nowhere/at/all")
    (submitted.parent / "secret").write_text("a secret of the grader's")
    (_place(submitted, "a link to a secret beside it") / "data.txt").symlink_to(submitted.parent / "secret")
    os.mkfifo(_place(submitted, "a pipe beside it") / "data.txt")


def _not_gradable(submitted: Path, released: bytes) -> None:
    _write(submitted, "empty file", NOTEBOOK, b"")
    _write(submitted, "too large", NOTEBOOK, b" " * TOO_MUCH)
    (_place(submitted, "a link") / NOTEBOOK).symlink_to(_place(submitted, "untouched") / NOTEBOOK)
    _write(submitted, "only a zip", "work.zip", b"PK")
    _write(submitted, "nothing at all", "notes.txt", b"I was ill.")
    _write(submitted, "two of other names", "one.py", b"h = 1")
    _write(submitted, "two of other names", "two.py", b"h = 2")
    _write(submitted, "too deep", f"below/{NOTEBOOK}", released)


def _place(submitted: Path, student: str) -> Path:
    place = submitted / student / SLUG
    place.mkdir(parents=True, exist_ok=True)
    return place


def _write(submitted: Path, student: str, name: str, content: bytes) -> None:
    path = _place(submitted, student) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
