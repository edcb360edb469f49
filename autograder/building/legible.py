"""How is a value of examples.json written so that a person can read it, and what is left out of a long one?

Numbers with eight digits, as NumPy prints them. A row, or a matrix with a line for each row; of what is longer the beginning and the
end, with how much there is in all.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.course.published import Numbers, Parts, Shown

DIGITS = 8
LONGEST_ROW = 12
MOST_ROWS = 10
KEPT = 4  # at the beginning of what is longer
KEPT_LAST = 2
LEFT_OUT = "..."
DEEPEST = 3
BLOCK = " " * 4


def named(values: Mapping[str, Numbers]) -> str:
    """Names and their values as an indented block, the equals signs below each other."""
    wide = max(map(len, values), default=0)
    return "\n".join(_hung(f"{BLOCK}{name:{wide}} = ", written(value)) for name, value in values.items())


def results(calls: Mapping[str, Shown]) -> str:
    """Calls and what they return as an indented block; several things that one call returns are numbered."""
    wide = max((len(call) for call, value in calls.items() if not isinstance(value, Parts)), default=0)
    return "\n".join(_result(call, value, wide) for call, value in calls.items())


def written(value: Numbers | str) -> str:
    """A value on one line or, of a matrix, a line for each row."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if not isinstance(value, list):
        return json.dumps(_number(value))
    if _depth(value) > DEEPEST:
        return f"numbers of shape {shape(value)}"
    return _array(value) + _in_all(value)


def shortened(value: Shown) -> bool:
    """Whether something of a value is left out."""
    if isinstance(value, Parts):
        return any(map(shortened, value.parts))
    return isinstance(value, list) and bool(_in_all(value) or _depth(value) > DEEPEST)


def shape(value: Numbers) -> str:
    """The shape of nested lists as Python writes it: `(2, 3)`."""
    sides: list[int] = []
    while isinstance(value, list):
        sides.append(len(value))
        value = value[0] if value else 0
    return str(tuple(sides))


def _result(call: str, value: Shown, wide: int) -> str:
    if not isinstance(value, Parts):
        return _hung(f"{BLOCK}{call:{wide}} = ", written(value))
    parts = [_hung(f"{BLOCK}  {number}. ", written(part)) for number, part in enumerate(value.parts, 1)]
    return "\n".join([f"{BLOCK}{call} =", *parts])


def _hung(head: str, text: str) -> str:
    """The text behind a head, its later lines below its first."""
    return head + text.replace("\n", f"\n{' ' * len(head)}")


def _array(value: Sequence[Any]) -> str:
    """Nested lists, the innermost ones on a line each with their entries below each other."""
    if not any(isinstance(item, list) for item in value):
        return f"[{', '.join(_row(value))}]"
    if _depth(value) > 2:
        rows = [item if item == LEFT_OUT else _array(item) for item in _kept(value, MOST_ROWS)]
    else:
        rows = _matrix(_kept(value, MOST_ROWS))
    return ",\n ".join(row.replace("\n", "\n ") for row in rows).join("[]")


def _matrix(rows: Sequence[Any]) -> list[str]:
    """The rows of a matrix, its columns lined up; what stands for rows that are left out stays as it is."""
    cells = [_row(row) if isinstance(row, list) else row for row in rows]
    wide = [max(map(len, column)) for column in zip(*(row for row in cells if isinstance(row, list)), strict=True)]
    return [
        row if isinstance(row, str) else f"[{', '.join(cell.rjust(width) for cell, width in zip(row, wide, strict=True))}]"
        for row in cells
    ]


def _row(value: Sequence[Any]) -> list[str]:
    return [item if item == LEFT_OUT else json.dumps(_number(item)) for item in _kept(value, LONGEST_ROW)]


def _kept(items: Sequence[Any], most: int) -> list[Any]:
    """The items, or the first and last of them with a mark for what is left out."""
    return list(items) if len(items) <= most else [*items[:KEPT], LEFT_OUT, *items[-KEPT_LAST:]]


def _in_all(value: list[Any]) -> str:
    """How much there is in all of what is shortened, or nothing."""
    nested = any(isinstance(item, list) for item in value)
    if not nested:
        return f"   ({len(value)} numbers)" if len(value) > LONGEST_ROW else ""
    long = len(value) > MOST_ROWS or any(_in_all(item) for item in value)
    return f"   (shape {shape(value)})" if long else ""


def _depth(value: Any) -> int:
    return 1 + _depth(value[0]) if isinstance(value, list) and value else int(isinstance(value, list))


def _number(value: Any) -> Any:
    return float(f"{value:.{DIGITS}g}") if isinstance(value, float) else value
