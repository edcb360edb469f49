"""What is a gradebook file for Blackboard?

The one that Blackboard gave, filled in, and no other: a column is known by the number after `|` in its header, and one without it
becomes a new column of text that is worth nothing. `Gradient step [Total Pts: 10 Score] |664617`; rows are known by `Username`.
Downloads are tab-delimited UTF-16 that is called .xls, or CSV with all cells quoted.
"""

import re
from collections.abc import Sequence

from autograder.platforms.lms import points
from autograder.platforms.lms.rules import Column, Key, Kind, Layout, Lms
from autograder.platforms.lms.table import Row

COLUMN = re.compile(r"(?s)(?P<title>.*?)\s*(?:\[(?P<points>[^\[\]]*)\]\s*)?\|\s*(?P<id>_?\d\S*)\s*")
POINTS = re.compile(r"\d+(?:[.,]\d+)?")
KEYS = {"username": Kind.LOGIN, "student id": Kind.NUMBER}
NAMES = ("first name", "last name")
NOT_POINTS = ("percentage", "letter", "text", "complete")


def recognised(header: Sequence[str]) -> bool:
    """Whether these cells name what a download names."""
    return len(header) > 1 and any(_plain(cell) == "username" or COLUMN.fullmatch(cell) for cell in header)


def layout(rows: Sequence[Row]) -> Layout:
    """Where things are in a file that has a header."""
    header = rows[0].texts()
    columns = [column for index, cell in enumerate(header) if (column := _column(index, cell)) is not None]
    keys = [Key(index, cell, KEYS[_plain(cell)]) for index, cell in enumerate(header) if _plain(cell) in KEYS]
    if not keys:  # another language
        scored = {column.index for column in columns}
        keys = [Key(index, cell, Kind.ANY) for index, cell in enumerate(header) if index not in scored]
    names = [next((index for index, cell in enumerate(header) if _plain(cell) == word), None) for word in NAMES]
    return Layout(
        keys=tuple(sorted(keys, key=lambda key: key.kind is Kind.NUMBER)),
        columns=tuple(columns),
        names=tuple(index for index in names if index is not None),
    )


def _column(index: int, header: str) -> Column | None:
    if (found := COLUMN.fullmatch(header)) is None:
        return None
    said = found["points"] or ""
    most = POINTS.search(said)
    shown = next((word for word in NOT_POINTS if word in said.casefold()), "")
    closed = f"Its primary display is {shown}, not points. Set it to Score on Blackboard and download again." if shown else ""
    return Column(index, header, found["title"], id=found["id"], most=points.most(most[0]) if most else None, closed=closed)


def _plain(cell: str) -> str:
    return " ".join(cell.casefold().split())


BLACKBOARD = Lms(
    name="Blackboard",
    download="Grade Center > Work Offline > Download (in Ultra: Gradebook > Download Grades), with all columns",
    upload="Grade Center > Work Offline > Upload (in Ultra: Gradebook > Upload Grades). Leave the file's name its ending.",
    expected="Expected columns such as Username, and '<Title> [Total Pts: 10 Score] |<number>'.",
    recognised=recognised,
    layout=layout,
)
