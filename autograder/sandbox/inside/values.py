"""How does a student's value become plain data, and a case's value take the student's kind?

Both run in the student's own process: nothing here is trusted by the judge. A student's honest value in any usual wrapping
(number, list, tuple, NumPy scalar or array) is sent as an array, a short text as text; anything else is sent as the name of what
it is. Only what a function returns may be several values at once.
"""

import math
import unicodedata
from collections.abc import Iterator
from typing import Any

import numpy as np

MAX_SIZE = 100_000
MAX_TEXT = 64
MAX_PARTS = 16
MAX_AXES = 8
MAX_MARKS = 4

Answer = list[Any]  # ["value", array] | ["text", str] | ["parts", [answer, ...]] | ["none"] | ["absent"] | ["odd", what it is]

KINDS = ("dict", "set", "frozenset", "bytes", "range", "map", "zip", "generator", "module", "Fraction", "Decimal")
ODD = frozenset(
    {
        "text",
        "nothing",
        "no function",
        "no function to be called",
        "several values, one of which is no number",
        "a function",
        "a complex number",
        "an array of too many elements",
        "an array of too many axes",
        "a list of too many elements",
        "a list of unequal parts",
        "a list with a None in it",
        "a list of things that are not numbers",
        "an integer beyond all bounds",
        "an object",
        *(f"a {kind}" for kind in KINDS),
    }
)
"""All that is ever said of what is no number. A class's own name is the student's text, so only well-known ones stand here."""

ABSENT: Answer = ["absent"]
NONE: Answer = ["none"]


def answer(value: object) -> Answer:
    """A student's value as it is sent to the judge, copied."""
    if value is None:
        return NONE
    kind = type(value)
    if kind is float or kind is int or kind is bool:
        return _array(value)
    if issubclass(kind, str):
        return _text(str.__str__(value))
    if isinstance(value, (np.ndarray, np.generic)):
        return _array(value) if _room(value) <= MAX_SIZE else ["odd", "an array of too many elements"]
    if isinstance(value, (list, tuple)):
        return _array(value) if _count(value, 0) <= MAX_SIZE else ["odd", "a list of too many elements"]
    return ["odd", _what(value)]


def returned(value: object) -> Answer:
    """What a student's function returned, as it is sent to the judge, copied.

    A tuple is several values; so is a list that is no array by itself (`[w, b, costs]`).
    """
    if value is None:
        return ["odd", "nothing"]
    kind = type(value)
    if isinstance(value, tuple) and issubclass(kind, tuple) and 1 < tuple.__len__(value) <= MAX_PARTS:
        return _parts(tuple.__iter__(value))
    whole = answer(value)
    if whole[0] == "odd" and isinstance(value, list) and issubclass(kind, list) and 0 < list.__len__(value) <= MAX_PARTS:
        several = _parts(list.__iter__(value))
        if several[0] == "odd" or all(part[0] in ("value", "text") for part in several[1]):
            return several
        if any(part is NONE for part in several[1]):
            return ["odd", "a list with a None in it"]
    return whole


def _parts(items: Iterator[object]) -> Answer:
    parts: list[Answer] = []
    size = 0
    for item in items:
        parts.append(part := answer(item))
        size += part[1].size if part[0] == "value" else 0
        if size > MAX_SIZE:
            return ["odd", "a list of too many elements"]
    return ["parts", parts]


def _text(text: str) -> Answer:
    return ["text", text] if len(text) <= MAX_TEXT and legible(text) else ["odd", "text"]


def legible(text: str) -> bool:
    """Whether it is letters and signs with no more marks over them than any language has: more would cover the lines around it."""
    return text.isprintable() and sum(unicodedata.category(sign) in ("Mn", "Me") for sign in text) <= MAX_MARKS


def like(wanted: Any, student: object) -> Any:
    """A case's value in the kind of the student's: a list for a list, a tuple for a tuple, floats for floats; always a copy."""
    if isinstance(wanted, np.ndarray):
        if isinstance(student, list):
            return wanted.tolist()
        if isinstance(student, tuple):
            return tuple(wanted.tolist())
        if isinstance(student, np.ndarray) and student.dtype.kind == "f" and wanted.dtype.kind == "i":
            return wanted.astype(np.float64)
        return wanted.copy()
    if isinstance(student, (list, tuple)) and len(student) == 1:
        return [wanted] if isinstance(student, list) else (wanted,)
    if isinstance(student, np.ndarray) and student.size == 1:
        return np.full(student.shape, wanted, dtype=np.float64)
    if isinstance(student, np.floating):
        return np.float64(wanted)
    return wanted


def unchanged(value: object, wanted: Any) -> bool:
    """Whether a name still holds what it was given, in whatever wrapping."""
    kind = type(value)
    if kind is float or kind is int:
        return np.ndim(wanted) == 0 and bool(value == wanted)
    if not isinstance(value, (list, tuple, np.ndarray, np.generic)):
        return False
    try:
        return bool(np.array_equal(np.asarray(value, dtype=np.float64), wanted))
    except (TypeError, ValueError, OverflowError):
        return False


def _array(value: Any) -> Answer:
    try:
        array = np.asarray(value)
    except (ValueError, TypeError, OverflowError):
        return ["odd", "a list of unequal parts"]
    if array.ndim > MAX_AXES:
        return ["odd", "an array of too many axes"]
    if _room(array) > MAX_SIZE:
        return ["odd", "an array of too many elements"]
    if array.dtype.kind in "fiub":
        if array.dtype.kind == "b":
            return ["value", np.array(array, dtype=np.bool_)]
        wide = np.array(array, dtype=np.float64, order="C", subok=False)
        return ["value", wide]
    if array.dtype.kind == "c":
        return ["odd", "a complex number"]
    if array.dtype.kind in "US":
        return ["odd", "text"]
    return _objects(array)


def _room(array: Any) -> int:
    """Its entries, and rows without any."""
    return math.prod(max(1, int(side)) for side in np.ndarray.shape.__get__(array)) if isinstance(array, np.ndarray) else 1


def _objects(array: Any) -> Answer:
    """An array of Python objects: numbers after all, or not."""
    items = array.ravel().tolist()
    if any(item is None for item in items):
        return ["odd", "a list with a None in it"]
    if all(isinstance(item, (int, float, np.number)) and not isinstance(item, np.complexfloating) for item in items):
        try:
            return ["value", np.array([float(item) for item in items], dtype=np.float64).reshape(array.shape)]
        except OverflowError:
            return ["odd", "an integer beyond all bounds"]
    return ["odd", "a list of things that are not numbers"]


def _count(value: Any, depth: int) -> int:
    if not isinstance(value, (list, tuple)) or depth > 8:
        return 1
    total = 0
    for item in value:
        total += _count(item, depth + 1)
        if total > MAX_SIZE:
            break
    return total


def _what(value: object) -> str:
    if callable(value):
        return "a function"
    if isinstance(value, complex):
        return "a complex number"
    name = f"a {type(value).__name__}"
    return name if name in ODD else "an object"
