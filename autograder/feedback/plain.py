"""How is something that a student can influence made safe to show?

Names, files and messages become one line of visible text: what steers a terminal, turns the direction of writing or covers the lines
around it is taken out.
Values become numbers and texts of moderate length. Escaping for HTML or Markdown comes after this, where the page is made.
"""

import math
import re
import unicodedata

LONGEST = 600  # characters of one message
LONGEST_NAME = 80
SHOWN = 8  # elements of one list
FEWER = (4, 3, 2)  # where that is too long
MOST_PARTS = 16
DIGITS = 8
FEWER_DIGITS = 5  # in a matrix
DEEPEST = 4
LONGEST_VALUE = 160
MOST_MARKS = 4  # over one sign: no language has more

_CODE = re.compile(r"`([^`]+)`")
# Cc: controls and escapes; Cf: direction marks and invisible signs; Cs, Cn, Co: no characters that everybody can show.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})


def line(text: str, longest: int = LONGEST) -> str:
    """`text` on one line, without anything invisible, cut with "…" where it is too long."""
    visible = " ".join(text[: longest * 8].split())
    if not visible.isprintable():  # as nearly all text is
        visible = "".join(sign for sign in visible if unicodedata.category(sign) not in _DROPPED).strip()
    visible = thinned(visible)
    return visible if len(visible) <= longest else f"{visible[: longest - 1]}…"


def thinned(text: str) -> str:
    """`text` without marks that are piled up over one sign: more than any language has would cover the lines above and below."""
    if text.isascii():
        return text
    kept: list[str] = []
    piled = 0
    for sign in text:
        piled = piled + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if piled <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def name(text: str) -> str:
    """A student's or a file's name, never empty."""
    return line(text, LONGEST_NAME) or "(no name)"


def spans(text: str) -> list[tuple[str, bool]]:
    """The pieces of a sentence of ours, and which of them are code: what stands between `backticks`."""
    return [(piece, bool(at % 2)) for at, piece in enumerate(_CODE.split(text)) if piece]


def rows(shown: str) -> str:
    """A value's text with a line for each row of a matrix, or for each of several things if there are arrays among them."""
    if "[" not in shown[1:]:
        return shown
    made: list[str] = []
    depth, inside = 0, True  # what follows the last bracket is the shape
    for sign in shown:
        depth += (sign in "([") - (sign in ")]")
        inside = inside and depth > 0
        after_comma = sign == " " and inside and depth == 1 and made[-1] == ","
        made.append("\n " if after_comma else sign)
    return "".join(made)


def value(seen: object) -> str | None:
    """What a report holds of a student's value, as text: numbers with eight digits, lists, matrices with fewer digits, texts, and
    several of these in brackets. Of what is long the beginning is shown, with the shape of a matrix. None for what is no value.
    """
    text = _value(seen, SHOWN, FEWER_DIGITS if _nested(seen) else DIGITS)
    for shown in (SHOWN, *FEWER):
        if text is None or len(text) <= LONGEST_VALUE:
            return text
        text = _value(seen, shown, FEWER_DIGITS)
    return text if text is None or len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _value(seen: object, shown: int, digits: int) -> str | None:
    match seen:
        case {"parts": list(parts), **more} if not more:
            inside = [_part(part, shown, digits) for part in parts[:MOST_PARTS]]
            known = [part for part in inside if part is not None]
            rest = ["…"] if len(parts) > MOST_PARTS else []
            return f"({', '.join([*known, *rest])})" if len(known) == len(inside) else None
    text = _part(seen, shown, digits)
    return f"{text} of shape {_shape(seen)}" if text is not None and "…" in text and _nested(seen) else text


def _part(seen: object, shown: int, digits: int) -> str | None:
    return f'"{line(seen, LONGEST_NAME)}"' if isinstance(seen, str) else _numbers(seen, DEEPEST, shown, digits)


def _numbers(seen: object, depth: int, shown: int, digits: int) -> str | None:
    match seen:
        case bool():
            return str(seen)
        case int() | float():
            return number(seen, digits)
        case list() | tuple() if depth:
            inside = ["nan" if one is None else _numbers(one, depth - 1, shown, digits) for one in seen[:shown]]
            more = ["…"] if len(seen) > shown else []
            parts = [part for part in inside if part is not None]
            return f"[{', '.join([*parts, *more])}]" if len(parts) == len(inside) else None
        case _:
            return None


def _nested(seen: object) -> bool:
    return isinstance(seen, list | tuple) and any(isinstance(one, list | tuple) for one in seen)


def _shape(seen: object) -> str:
    sides = []
    while isinstance(seen, list | tuple):
        sides.append(str(len(seen)))
        seen = seen[0] if seen else 0
    return f"({', '.join(sides)})"


def number(seen: float, digits: int = DIGITS) -> str:
    """A number with up to eight significant digits, and zero without a sign."""
    try:
        return f"{seen + 0.0:.{digits}g}"
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
