"""How is a score written so that every LMS reads it, and when is it the one that stands there already?

A point before the decimals, never a comma (an English Moodle refuses it), never an exponent, no zeros at the end.
"""

import re
from decimal import Decimal

PLACES = 6  # what the gradebook keeps
SHOWN = 2  # the fewest decimals that an LMS rounds to when it writes a gradebook

_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d*)?|[+-]?[.,]\d+")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([., '\u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")


def written(score: float) -> str:
    """A score in a cell."""
    text = f"{score:.{PLACES}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def most(text: str) -> Decimal | None:
    """The maximum that a file says, without zeros at the end."""
    found = number(text)
    return None if found is None else Decimal(f"{found.normalize():f}")


def number(text: str) -> Decimal | None:
    """The number that a cell holds, whatever sign the LMS puts before the decimals or between thousands; None: it holds none."""
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if found := _GROUPED.fullmatch(text):
        whole, _, decimals = text.replace(found[1], "").replace(",", ".").partition(".")
        return Decimal(f"{whole}.{decimals}" if decimals else whole)
    return None


def same(score: float, text: str) -> bool:
    """Whether a cell holds this score already, as exactly as the LMS wrote it."""
    there = number(text)
    if there is None:
        return False
    exponent = there.as_tuple().exponent
    places = max(SHOWN, -exponent if isinstance(exponent, int) else 0)
    return abs(Decimal(written(score)) - there) <= Decimal(5).scaleb(-places - 1)
