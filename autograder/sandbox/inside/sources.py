"""What Python does a submitted file hold?

Bytes in, cells of text out: one cell for a .py file, the code cells of a notebook. Runs only where student code may run: in the
sandbox, or on the student's own machine. Line magics and shell lines are skipped, with a note; everything else of a notebook
(outputs, metadata, execution counts) is ignored.
"""

import ast
import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import decode_source
from typing import Any

MAX_CELLS = 2000
PASSED_THROUGH = ("%%time", "%%timeit", "%%capture", "%%prun")  # cell magics that run the Python below them
TIMED = "%time"  # a line magic that runs the statement behind it, names and all
SKIPPED = "pass"
MAX_MAGICS = 100  # looked at one by one in a cell
MAGIC = re.compile(r"^[ \t]*(?:[%!].*|\?\S.*|[\w.]+\?\??[ \t]*|[\w.,][\w., \t]*=[ \t]*[%!].*)$")


class Refused(Exception):
    """The file cannot be read at all. `args[0]` is a sentence for the student, of fixed words."""


@dataclass(frozen=True)
class Cell:
    """Some Python. `number` counts a notebook's code cells from 1 and is 0 for a .py file."""

    number: int
    text: str

    @property
    def core(self) -> str:
        """What counts of it: without blanks at the ends of lines, and empty lines before and after."""
        return "\n".join(line.rstrip() for line in self.text.split("\n")).strip("\n")

    @property
    def above(self) -> int:
        """How many empty lines stand before what counts."""
        lines = self.text.split("\n")
        return next((index for index, line in enumerate(lines) if line.strip()), len(lines))


@dataclass(frozen=True)
class Source:
    """What a file holds: its cells, and remarks on what was left out."""

    cells: tuple[Cell, ...]
    notes: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of the code, the same for the same work: line ends and trailing blanks do not count."""
        return "\n\n".join(cell.core for cell in self.cells)

    @property
    def core(self) -> list[Cell]:
        """The cells that hold anything, with what counts of each."""
        return [Cell(cell.number, cell.core) for cell in self.cells if cell.core]


def rebuilt(kind: str, texts: list[str]) -> Source:
    """A source of what counts and nothing else, for a process that has never seen the file: it can tell nothing that does not count,
    such as how many empty cells there were, or what stood in a notebook's metadata.
    """
    numbered = enumerate(texts, 0 if kind == "py" else 1)
    return Source(tuple(Cell(number, text) for number, text in numbered), ())


def extract(content: bytes, kind: str) -> Source:
    """The cells of a submitted file.

    Args:
        kind: "py" or "ipynb".

    Raises:
        Refused: it is empty, not text, or not a notebook.
    """
    if not content.strip():
        raise Refused("The file is empty.")
    raw = list(_notebook(content)) if kind == "ipynb" else [Cell(0, _text(content))]
    notes: list[str] = []
    cells = tuple(Cell(cell.number, _without_magics(cell, notes)) for cell in raw)
    return Source(cells, tuple(notes))


def beside(content: bytes, kind: str) -> tuple[str, ...]:
    """The cells of a notebook that are no code; of a .py file nothing.

    Raises:
        Refused: it is not a notebook.
    """
    return tuple(cell.text for cell in _notebook(content, code=False)) if kind == "ipynb" else ()


def _text(content: bytes) -> str:
    """Decoded as Python does it: a byte order mark, a coding line, else UTF-8; every line end is a newline."""
    try:
        declared = content.startswith(BOM_UTF8) or any(b"coding" in line for line in content.split(b"\n", 2)[:2])
        text = decode_source(content) if declared else _newlines(content.decode("utf-8"))
    except (SyntaxError, UnicodeError, LookupError):
        raise Refused("The file is not UTF-8 text. Save it as UTF-8 and hand it in again.") from None
    if "\0" in text:
        raise Refused("The file is not text: it holds null bytes.")
    return text


def _notebook(content: bytes, *, code: bool = True) -> Iterator[Cell]:
    """The code cells, or all the others."""
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused("The file is not a notebook: it cannot be read as JSON.") from None
    cells = _cells_of(notebook)
    number = 0
    for cell in cells:
        if isinstance(cell, dict) and (cell.get("cell_type") == "code") is code:
            number += 1
            yield Cell(number, _joined(cell.get("source", cell.get("input", ""))))


def _cells_of(notebook: Any) -> list[Any]:
    if isinstance(notebook, dict):
        cells = notebook.get("cells")
        if cells is None and isinstance(sheets := notebook.get("worksheets"), list):  # nbformat 3
            inner = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
            cells = [cell for each in inner if isinstance(each, list) for cell in each]
        if isinstance(cells, list):
            if len(cells) > MAX_CELLS:
                raise Refused(f"The notebook has more than {MAX_CELLS} cells.")
            return cells
    raise Refused("The file is not a notebook: it has no list of cells.")


def _joined(source: Any) -> str:
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str) or "\0" in source:
        return ""
    return _newlines(source)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _without_magics(cell: Cell, notes: list[str]) -> str:
    """The cell with magics and shell lines blanked, so that line numbers stay. Untouched if it is Python as it stands."""
    text = cell.text
    if not any(sign in text for sign in "%!?"):
        return text  # nearly always
    first = next((line for line in text.split("\n") if line.strip()), "").strip()
    if first.startswith("%%"):
        if first.split()[0] not in PASSED_THROUGH:
            notes.append(f"{_where(cell, 1)}: a cell that starts with {first.split()[0][:20]} is not Python and was skipped.")
            return ""
        text = text.replace(first, "", 1)
    lines = text.split("\n")
    for index in _magics(lines):
        lines[index] = _skipped(lines[index])
        if lines[index].strip() == SKIPPED:
            notes.append(f"{_where(cell, index + 1)}: a magic or shell line was skipped.")
    return "\n".join(lines)


def _magics(lines: list[str]) -> list[int]:
    """The lines that are no Python: those at which Python stumbles, one after another. `% 3)` may go on from the line above it.

    Where it stumbles at a line that does not look like a magic, all that do are taken for one.
    """
    alike = [index for index, line in enumerate(lines) if MAGIC.match(line)]
    left, found = list(lines), list[int]()
    for _ in alike[:MAX_MAGICS]:
        stumbled = _stumbles(left)
        if stumbled not in alike or stumbled in found:
            break
        left[stumbled] = _skipped(left[stumbled])
        found.append(stumbled)
    return sorted(found) if not alike or _stumbles(left) is None else alike


def _skipped(line: str) -> str:
    """What stands in the place of a magic line: nothing, or the statement that it would have run here."""
    left = line[: len(line) - len(line.lstrip())]
    magic, _, statement = line.strip().partition(" ")
    timed = magic == TIMED and statement.strip() and _stumbles([statement.strip()]) is None
    return left + (statement.strip() if timed else SKIPPED)


def _stumbles(lines: list[str]) -> int | None:
    """The line at which Python stops reading, or None."""
    try:
        ast.parse("\n".join(lines))
    except SyntaxError as error:
        return (error.lineno or 1) - 1
    except (ValueError, MemoryError, RecursionError):
        return 0
    return None


def _where(cell: Cell, line: int) -> str:
    return f"cell {cell.number}, line {line}" if cell.number else f"line {line}"
