"""Which time does a person mean who types one? Said again in full, so that a slip is seen."""

import re
from datetime import datetime, timedelta

from autograder.errors import UsageError

EXPECTED = (
    "a time such as 2026-11-27 (the end of that day), 2026-11-27T18:00, 2026-11-27T18:00+01:00, or +3d, +12h, +1w after the due date"
)

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
_LATER = re.compile(r"\+(\d{1,4})([hdw])", re.ASCII)
_SPANS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def moment(text: str, due: datetime) -> datetime:
    """The time that is meant, in the zone of the due date where none is typed.

    Raises:
        UsageError: it cannot be read for certain.
    """
    try:
        if (later := _LATER.fullmatch(text)) is not None:
            return due + int(later[1]) * _SPANS[later[2]]
        if _DAY.fullmatch(text):
            return datetime.fromisoformat(f"{text}T23:59").replace(tzinfo=due.tzinfo)
        if _TIME.fullmatch(text):
            found = datetime.fromisoformat(text)
            return found if found.tzinfo is not None else found.replace(tzinfo=due.tzinfo)
    except (ValueError, OverflowError):
        pass
    raise UsageError(f"{text[:80]!r} is no time that can be read for certain. Expected {EXPECTED}.")
