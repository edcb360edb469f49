"""How does the log of changes look? A line for each, the oldest first."""

from collections.abc import Sequence

import msgspec

from autograder.feedback import plain
from autograder.gradebook.deciding import told
from autograder.gradebook.log import Line

SCHEMA = "descent/log/1"


class Changes(msgspec.Struct, frozen=True):
    """What `descent log --json` prints."""

    changes: tuple[Line, ...]
    schema: str = SCHEMA


def render(found: Sequence[Line]) -> str:
    """The lines, in columns; ends with a newline."""
    if not found:
        return "Nothing was changed yet.\n"
    cells = [(told(one.when), plain.name(one.person), one.verb, plain.line(one.student) or "-", one.slug or "-") for one in found]
    wide = [max(map(len, column)) for column in zip(*cells, strict=True)]
    heads = ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, wide, strict=True)) for row in cells]
    return "".join(f"{head}  {plain.line(one.said)}\n" for head, one in zip(heads, found, strict=True))
