"""What stands in a gradebook file, cell by cell, so that all but what is filled in stays byte for byte as it was?

A file is bytes in one of three encodings, cells with one of three delimiters, and lines with whatever ends they have. Each cell is kept
as it was written, quotes and all; what it says is asked of the csv module, which has to agree on where the cells are.
"""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from autograder.gradebook.rosterfile import SPREADSHEETS
from autograder.marking.tree import spelled
from autograder.platforms.lms.trouble import TemplateError

DELIMITERS = (",", ";", "\t")
SHOWN = 80  # characters of a line in a message
LARGEST = 64 * 2**20  # bytes: ten thousand students with a hundred columns have a tenth of that
UTF8, LITTLE, BIG = "utf-8", "utf-16-le", "utf-16-be"
MARKS = ((codecs.BOM_UTF8, UTF8), (codecs.BOM_UTF16_LE, LITTLE), (codecs.BOM_UTF16_BE, BIG))


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its cells as they are written, what ends it, and the line that it begins on, from 1."""

    cells: tuple[str, ...]
    end: str
    line: int

    def texts(self) -> list[str]:
        """What the cells say."""
        return [unquoted(cell) for cell in self.cells]

    def text(self, index: int) -> str:
        """What one cell says; nothing where the row is too short to have it."""
        return unquoted(self.cells[index]) if index < len(self.cells) else ""

    @property
    def blank(self) -> bool:
        """Whether it holds nothing at all."""
        return not any(self.cells)

    def filled(self, values: dict[int, str]) -> "Row":
        """The row with these values in the place of some cells, quoted where the cell was."""
        cells = [*self.cells, *[""] * (max(values, default=-1) + 1 - len(self.cells))]
        all_quoted = all(cell.startswith('"') for cell in self.cells if cell)
        for index, value in values.items():
            quoted = cells[index].startswith('"') or (all_quoted and not cells[index])
            cells[index] = f'"{value}"' if quoted else value
        return replace(self, cells=tuple(cells))

    def only(self, indexes: Iterable[int]) -> "Row":
        """The row with only these of its cells."""
        return replace(self, cells=tuple(self.cells[index] if index < len(self.cells) else "" for index in indexes))


@dataclass(frozen=True, slots=True)
class Table:
    """A gradebook file."""

    rows: tuple[Row, ...]
    delimiter: str
    encoding: str
    mark: bytes

    def content(self) -> bytes:
        """The file's bytes."""
        text = "".join(f"{self.delimiter.join(row.cells)}{row.end}" for row in self.rows)
        return self.mark + text.encode(self.encoding)


def read(name: str, content: bytes, recognised: Callable[[Sequence[str]], bool], expected: str) -> Table:
    """The file with these bytes.

    Args:
        name: the file's, for messages.
        recognised: whether the cells of a first row are those of a header. It decides between delimiters.
        expected: what a header is and where to get one, in sentences.

    Raises:
        TemplateError: the encoding is unknown, there is no header, or a cell has no end.
    """
    text, encoding, mark = _decoded(name, content)
    if (delimiter := _delimiter(text, recognised)) is None:
        raise TemplateError(f"{name}, line 1: there is no header, but {_shown(text)}. {expected}")
    return Table(_rows(name, text, delimiter), delimiter, encoding, mark)


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """A new file: UTF-8, commas, CRLF, which every LMS takes (RFC 4180)."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def unquoted(cell: str) -> str:
    """What a cell says."""
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def _decoded(name: str, content: bytes) -> tuple[str, str, bytes]:
    if len(content) > LARGEST:
        raise TemplateError(f"{name}: is larger than {LARGEST >> 20} MB: no gradebook is. Name the file that the LMS gave.")
    if content.startswith(SPREADSHEETS):
        raise TemplateError(
            f"{name}: is a zip or a spreadsheet (.xlsx, .ods, an old .xls), not text. Download it from the LMS as CSV or "
            "as a text file."
        )
    mark, encoding = next(((mark, encoding) for mark, encoding in MARKS if content.startswith(mark)), (b"", UTF8))
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise TemplateError(
            f"{name}, line {line}: unknown encoding: expected UTF-8, or UTF-16 with a byte order mark. Download it again and give "
            "it as it is; a spreadsheet program may have saved it otherwise (there, choose 'CSV UTF-8')."
        ) from None
    if "\0" in text:
        raise TemplateError(
            f"{name}: unknown encoding: it holds zero bytes, as UTF-16 without a byte order mark does, or a spreadsheet program's own "
            "format. Expected text in UTF-8 or UTF-16. Download it from the LMS as CSV or as text."
        )
    return text, encoding, mark


def _delimiter(text: str, recognised: Callable[[Sequence[str]], bool]) -> str | None:
    """The delimiter by which the first row is a header; of several the one that gives most cells; None: it is none."""
    found: list[tuple[int, str]] = []
    for delimiter in DELIMITERS:
        cells, _, _ = _record(text, 0, delimiter) or ([], "", 0)
        if cells and recognised([unquoted(cell) for cell in cells]):
            found.append((len(cells), delimiter))
    return max(found)[1] if found else None


def _shown(text: str) -> str:
    """The first line, as far as it can be shown."""
    first = re.split(r"[\r\n]", text[: SHOWN + 1], maxsplit=1)[0]
    return f"'{spelled(first[:SHOWN])}{'...' if len(first) > SHOWN else ''}'" if first.strip() else "an empty line"


def _rows(name: str, text: str, delimiter: str) -> tuple[Row, ...]:
    rows: list[Row] = []
    at, line = 0, 1
    while at < len(text):
        if (record := _record(text, at, delimiter)) is None:
            raise TemplateError(
                f"{name}, line {line}: a quotation mark stands where no cell begins or ends. Expected marks around a whole cell, those "
                "inside of it doubled. Download the file again, or mend that line."
            )
        cells, end, after = record
        rows.append(Row(tuple(cells), end, line))
        line += _lines(text, at, after)
        at = after
    _agreed(name, text, delimiter, rows)
    return tuple(rows)


def _lines(text: str, start: int, stop: int) -> int:
    """How many lines end between two places."""
    piece = text[start:stop]
    return piece.count("\n") + piece.count("\r") - piece.count("\r\n")


def _record(text: str, at: int, delimiter: str) -> tuple[list[str], str, int] | None:
    """The cells of the record that begins here, what ends it, and where the next begins; None where a cell has no end."""
    cells: list[str] = []
    match = _cell(delimiter).match
    while True:
        found = match(text, at)
        if found is None:
            return None
        cells.append(found[1])
        at = found.end()
        if found[2] != delimiter:
            return cells, found[2], at


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    """A cell and what follows it: the delimiter, an end of a line, or the end of the text."""
    return re.compile(rf'("(?:[^"]|"")*+"|[^"{delimiter}\r\n][^{delimiter}\r\n]*+|)({delimiter}|\r\n|\n|\r|\Z)')


def _agreed(name: str, text: str, delimiter: str, rows: Sequence[Row]) -> None:
    """Check that the csv module finds the same cells.

    Raises:
        TemplateError: it does not: whatever the LMS would make of the file, it is not sure.
    """
    read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row, theirs in zip(rows, read, strict=True):
            if (theirs or [""]) != row.texts():
                raise TemplateError(f"{name}, line {row.line}: it is not clear where its cells end. Download the file again.")
    except (csv.Error, ValueError) as error:
        raise TemplateError(f"{name}, line {read.line_num}: not readable as a table: {error}. Download the file again.") from None
