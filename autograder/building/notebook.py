"""How does a stub become a notebook?

Cell by cell, by jupytext's percent format, and one cell more below the title, which brings `check`: it installs the package where it
is missing and carries the public examples, so that a notebook that was opened alone, on Google Colab say, can be checked. The result
depends on the stub, the slug and the examples alone: no outputs, no versions, no times, and cell ids made of the slug and the cell's
place, so that building twice gives the same bytes.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec

from autograder.building.sparing import GRAMMAR, SERVERS, spared
from autograder.course.published import CARRIED

_ID_LENGTH = 64  # nbformat 4.5 allows no more
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_SETUP = """\
# @title Run this cell first
# It brings `check`, and installs it where it is missing, as on Google Colab. There is nothing to fill in here.
try:
    from autograder import check
except ImportError:
    get_ipython().run_line_magic("pip", "install --quiet {distribution}")
    from autograder import check

# The public examples, for where this notebook lies alone.
{carried} = {examples!r}"""
_FOLDED = {"cellView": "form", "jupyter": {"source_hidden": True}}  # on Colab, and in JupyterLab and VS Code
DISTRIBUTION = "descent-course"


@dataclass(frozen=True, slots=True)
class _Cell:
    kind: str  # "code", "markdown" or "raw"
    source: str
    tags: tuple[str, ...]


def notebook(stub: str, slug: str, examples: bytes | None = None) -> bytes:
    """The bytes of an .ipynb (nbformat 4.5) with the stub's cells, UTF-8, ending with one line feed.

    Args:
        examples: the text of examples.json, for the cell that brings `check`; no such cell where it is None.
    """
    with spared(GRAMMAR):
        import nbformat

    cells = [_written(cell, f"{slug[: _ID_LENGTH - 4]}-{number:03d}") for number, cell in enumerate(_cells(stub), 1)]
    if examples is not None:
        titled = bool(cells) and cells[0]["cell_type"] == "markdown"
        cells.insert(int(titled), _setup(f"{slug[: _ID_LENGTH - 4]}-000", examples))
    made = {"cells": cells, "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}
    nbformat.validate(made)
    return f"{json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True)}\n".encode()


def introduction(stub: str) -> str:
    """The stub's first text without its heading: what the assignment says of itself. Empty if it begins with code."""
    first = next(iter(_cells(stub)), None)
    if first is None or first.kind != "markdown":
        return ""
    paragraphs = [paragraph.strip() for paragraph in first.source.split("\n\n")]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph and not paragraph.startswith("#"))


def _cells(stub: str) -> tuple[_Cell, ...]:
    with spared(GRAMMAR, *SERVERS):
        from jupytext import reads  # type: ignore[import-untyped]

    return _read(reads, stub)


@lru_cache(maxsize=1)  # of one stub after the other, each is asked for twice
def _read(parse: Callable[..., Any], stub: str) -> tuple[_Cell, ...]:
    found = parse(stub, fmt="py:percent").cells
    return tuple(_Cell(cell.cell_type, cell.source, tuple(cell.metadata.get("tags", ()))) for cell in found if cell.source.strip())


def _written(cell: _Cell, name: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": name,
        "cell_type": cell.kind,
        "metadata": {"tags": list(cell.tags)} if cell.tags else {},
        "source": cell.source.splitlines(keepends=True),
    }
    return made | {"execution_count": None, "outputs": []} if cell.kind == "code" else made


def _setup(name: str, examples: bytes) -> dict[str, Any]:
    """The cell that brings `check`. It says of itself what it is, for whoever makes another notebook of this one."""
    compact = msgspec.json.format(examples, indent=-1).decode()
    cell = _Cell("code", _SETUP.format(distribution=DISTRIBUTION, carried=CARRIED, examples=compact), ())
    return _written(cell, name) | {"metadata": {**_FOLDED, "descent": {"setup": True}}}
