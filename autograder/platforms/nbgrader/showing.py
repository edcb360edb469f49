"""What is shown in nbgrader of what a student handed in? A notebook that nbgrader can always read.

It is made anew: of theirs it takes the texts of cells, and which cell of ours each one is. Nothing else is believed: no output, no
metadata, no points, no checksum, no id. Cells of ours that are missing come back, a second one of the same name is a plain cell. What
is graded is the file itself, not this.

Their code runs nowhere here. Their Markdown is shown with its formulas, but HTML in it is only text: graders look at it in pages that
may change marks.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nbformat.notebooknode import NotebookNode, from_dict

from autograder.feedback import plain
from autograder.grading.submission import Submission
from autograder.platforms.nbgrader.names import question_of
from autograder.platforms.nbgrader.released import Cell, Released
from autograder.platforms.nbgrader.telling import plainly

LONGEST = 50_000  # characters of one cell that are shown
MOST_CELLS = 2000  # as many as are graded
DESCENT = "descent"

_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_IMAGE = re.compile(r"!+(?=\[)")  # one that is attached and not there would stop the page, one from elsewhere tell who looks at it
_REACHING = re.compile(r"\\(?=(?:href|require|class|cssId|style|unicode)\b)")  # what MathJax does besides formulas
_FENCE = re.compile(r"^", re.MULTILINE)

Raw = Mapping[str, Any]


def shown(submission: Submission, file: str, released: Released, prose: frozenset[str]) -> NotebookNode:
    """The notebook that nbgrader keeps of a submission.

    Args:
        file: the name that the assignment expects of a notebook.
        prose: the texts that we hand out, which may hold HTML.
    """
    cells = _cells_of(submission.content) if submission.kind == "ipynb" else None
    made = list(_as_file(submission, released) if cells is None else _as_notebook(cells, released, prose))
    if cells is not None and submission.file != file:
        made.insert(0, _note(submission, "was graded as it is"))
    for number, cell in enumerate(made):
        cell["id"] = f"shown-{number:04d}"
    metadata = {"kernelspec": released.kernelspec} if released.kernelspec else {}
    node: NotebookNode = from_dict({"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})  # type: ignore[no-untyped-call]
    return node


def _cells_of(content: bytes) -> list[Raw] | None:
    """A notebook's cells; None where it cannot be read as one."""
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or len(cells) > MOST_CELLS:
        return None
    return [cell for cell in cells if isinstance(cell, dict)]


def _note(submission: Submission, what: str) -> dict[str, Any]:
    return _markdown(f"Handed in as **{plainly(plain.name(submission.file))}**, which {what}.")


def _as_notebook(cells: Sequence[Raw], released: Released, prose: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Their cells in their order; results follow the answers that they belong to, where the cells for them are missing."""
    missing = _missing(cells, released)
    yield from missing[""]
    seen = set[str]()
    for cell in cells:
        known = released.cells.get(_name(cell))
        if known is None or known.name in seen:
            yield _theirs(cell, prose)
            continue
        seen.add(known.name)
        yield _ours(known, known.source if known.locked else _source(cell))
        yield from missing.get(known.name, ())


def _missing(cells: Sequence[Raw], released: Released) -> dict[str, list[dict[str, Any]]]:
    """Our cells that are not among theirs, by the cell that they are to follow, or "" for the beginning."""
    there = {_name(cell) for cell in cells}
    made: dict[str, list[dict[str, Any]]] = {"": []}
    after = ""
    for name, cell in released.cells.items():
        if name in there:
            after = name
        else:
            text = cell.source if cell.locked else _gone(cell)
            made.setdefault(after, []).append(_ours(cell, text))
    return made


def _as_file(submission: Submission, released: Released) -> Iterator[dict[str, Any]]:
    """All our cells, with the file's text in the first one for answers, where graders look for it."""
    why = "is no notebook" if submission.kind == "py" else "cannot be read as a notebook"
    yield _note(submission, f"{why}. It was graded as it is, and its text stands below")
    first = next((one.name for one in released.cells.values() if one.solution and one.points is None), "")
    elsewhere = f"# Handed in as {_clean(plain.name(submission.file))}."
    for cell in released.cells.values():
        answer = _clean(submission.content.decode("utf-8", "replace")) if cell.name == first else elsewhere
        yield _ours(cell, cell.source if cell.locked else answer if cell.kind == "code" else "")


def _gone(cell: Cell) -> str:
    said = "This cell was not in what was handed in."
    return f"# {said}" if cell.kind == "code" else said


def _ours(cell: Cell, text: str) -> dict[str, Any]:
    """One of our cells, by its metadata as nbgrader released it."""
    text = text if cell.kind == "code" or cell.locked else _inert(text)
    made = _code(text) if cell.kind == "code" else _markdown(text)
    made["metadata"] = {"deletable": False, "nbgrader": cell.metadata}
    if cell.locked:
        made["metadata"]["editable"] = False
        if cell.points is not None:
            made["metadata"][DESCENT] = {"result": question_of(cell.name)}
    return made


def _theirs(cell: Raw, prose: frozenset[str]) -> dict[str, Any]:
    text = _source(cell)
    match cell.get("cell_type"):
        case "code":
            return _code(text)
        case "markdown":
            return _markdown(text if text in prose else _inert(text))
        case _:
            return _markdown(_FENCE.sub("    ", text))  # a block of code is never taken for anything else


def _code(text: str) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": text}


def _markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _name(cell: Raw) -> str:
    """The grade_id that a cell says it has, or nothing."""
    metadata = cell.get("metadata")
    marked = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = marked.get("grade_id") if isinstance(marked, dict) else None
    return name if isinstance(name, str) else ""


def _source(cell: Raw) -> str:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    return _clean(source) if isinstance(source, str) else ""


def _clean(text: str) -> str:
    """Text that can be written down and looked at: of moderate length, without halves of characters and what steers a terminal."""
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}\n# ... and so on: what was handed in is longer than is shown here."
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


def _inert(text: str) -> str:
    """Markdown in which HTML is text, images are links, and formulas are formulas only."""
    return _REACHING.sub(r"\\ ", _IMAGE.sub("", _HTML.sub("< ", text)))
