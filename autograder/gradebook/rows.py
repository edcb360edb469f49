"""How are many rows asked for at once, in a way that every database takes?"""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select

T = TypeVar("T")

CHUNK = 500  # values in one IN (...)


def parts(values: Sequence[T]) -> list[Sequence[T]]:
    """The values in order, at most `CHUNK` at a time."""
    return [values[start : start + CHUNK] for start in range(0, len(values), CHUNK)]


def where_in(connection: Connection, query: Select[Any], column: Any, values: Sequence[Any]) -> list[Row[Any]]:
    """The rows of `query` in which `column` is one of the values."""
    return [row for some in parts(values) for row in connection.execute(query.where(column.in_(some)))]
