"""How is something that a student can influence made safe to show?

Names, files and messages become one line of visible text: what steers a terminal or turns the direction of writing is taken out.
Values become numbers of moderate length. Escaping for HTML or Markdown comes after this, where the page is made.
"""

import math
import unicodedata

LONGEST = 600  # characters of one message
LONGEST_NAME = 80
SHOWN = 8  # elements of one list
DEEPEST = 4
LONGEST_VALUE = 160

# Cc: controls and escapes; Cf: direction marks and invisible signs; Cs, Cn, Co: no characters that everybody can show.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})


def line(text: str, longest: int = LONGEST) -> str:
    """`text` on one line, without anything invisible, cut with "…" where it is too long."""
    spaced = " ".join(text[: longest * 8].split())
    visible = "".join(sign for sign in spaced if unicodedata.category(sign) not in _DROPPED).strip()
    return visible if len(visible) <= longest else f"{visible[: longest - 1]}…"


def name(text: str) -> str:
    """A student's or a file's name, never empty."""
    return line(text, LONGEST_NAME) or "(no name)"


def value(seen: object) -> str | None:
    """A number or nested lists of numbers as text, eight digits each; None for anything else."""
    text = _value(seen, DEEPEST)
    if text is None or len(text) <= LONGEST_VALUE:
        return text
    return f"{text[: LONGEST_VALUE - 1]}…"


def _value(seen: object, depth: int) -> str | None:
    match seen:
        case bool():
            return str(seen)
        case int() | float():
            return number(seen)
        case list() | tuple() if depth:
            inside = ["nan" if one is None else _value(one, depth - 1) for one in seen[:SHOWN]]
            more = ["…"] if len(seen) > SHOWN else []
            parts = [part for part in inside if part is not None]
            return f"[{', '.join([*parts, *more])}]" if len(parts) == len(inside) else None
        case _:
            return None


def number(seen: float) -> str:
    """A number with up to eight significant digits."""
    try:
        return f"{seen:.8g}"
    except OverflowError:  # a whole number beyond what a float holds
        return "inf" if seen > 0 else "-inf"


def single(seen: object) -> float | None:
    """The one number in `seen`, however many brackets are around it; None if it is not one number."""
    for _ in range(DEEPEST):
        if isinstance(seen, list | tuple) and len(seen) == 1:
            seen = seen[0]
    if isinstance(seen, bool) or not isinstance(seen, int | float):
        return None
    try:
        return float(seen)
    except OverflowError:
        return math.inf if seen > 0 else -math.inf
