"""What does a spreadsheet program take for a formula, and how is it kept from that?

A name may be =HYPERLINK(...) or worse: whoever opens the file runs it. A mark before it makes it text. Numbers are left alone.
"""

import re

MARK = "'"
STARTS = "=+-@＝＋－＠"  # the wide ones too: some programs take them for the narrow ones

_BEGINS = re.compile(rf"\s*[{re.escape(STARTS)}]")
_AFTER_DELIMITER = re.compile(rf'([,;"|]\s*)(?=[{re.escape(STARTS)}])')
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def harmless(text: str) -> str:
    """A text that no spreadsheet program takes for a formula, also where it splits cells at another delimiter; on one line."""
    text = _CONTROL.sub(" ", text).strip()
    if _NUMBER.fullmatch(text):
        return text
    text = _AFTER_DELIMITER.sub(rf"\1{MARK}", text)
    return MARK + text if _BEGINS.match(text) else text


def is_harmless(text: str) -> bool:
    """Whether a text may stand in a cell as it is. An id that may not is left out: changed, it would be nobody's."""
    return harmless(text) == text
