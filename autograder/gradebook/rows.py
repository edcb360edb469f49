"""What does every database take: how many rows at once, and which names?"""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select

from autograder.gradebook.tables import NAME_LENGTH

T = TypeVar("T")

CHUNK = 500  # values in one IN (...)


def parts(values: Sequence[T]) -> list[Sequence[T]]:
    """The values in order, at most `CHUNK` at a time."""
    return [values[start : start + CHUNK] for start in range(0, len(values), CHUNK)]


def where_in(connection: Connection, query: Select[Any], column: Any, values: Sequence[Any]) -> list[Row[Any]]:
    """The rows of `query` in which `column` is one of the values."""
    return [row for some in parts(values) for row in connection.execute(query.where(column.in_(some)))]


def storable(name: str) -> bool:
    """Whether every database keeps this as a name: of 1 to 255 characters, each of which has an encoding."""
    return 0 < len(name) <= NAME_LENGTH and textual(name)


def textual(text: str) -> bool:
    """Whether every database keeps this as text."""
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)
