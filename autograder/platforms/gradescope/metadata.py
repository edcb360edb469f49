"""Who handed it in, and what is it worth there? As far as Gradescope's submission_metadata.json says so.

Names in it are the students' own to choose, and nothing hangs on it: what is odd about it is passed over.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from autograder.feedback import plain
from autograder.marking.tree import OddError, regular

MOST_BYTES = 32 << 20  # it holds the results of earlier submissions
MOST_USERS = 20


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known.

    Attributes:
        student: the e-mail addresses of whoever handed it in, or nothing.
        points: what Gradescope's assignment is worth, or None.
    """

    student: str = ""
    points: float | None = None


def read(path: Path) -> Metadata:
    """What the file says; nothing where it is not there, no regular file, too large or no such JSON."""
    try:
        with os.fdopen(regular(path), "rb") as file:
            content = file.read(MOST_BYTES + 1)
        said = msgspec.json.decode(content) if len(content) <= MOST_BYTES else None
    except (OSError, OddError, msgspec.MsgspecError, UnicodeError, RecursionError):
        return Metadata()
    return Metadata(", ".join(_addresses(said)), _points(said))


def _addresses(said: Any) -> Iterator[str]:
    match said:
        case {"users": [*users]}:
            for user in users[:MOST_USERS]:
                match user:
                    case {"email": str(address)}:
                        yield plain.name(address)


def _points(said: Any) -> float | None:
    match said:
        case {"assignment": {"total_points": str() | float() | int() as points}}:
            try:
                return float(points)
            except (ValueError, OverflowError):
                return None
    return None
