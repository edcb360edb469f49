"""When was it handed in? nbgrader writes that into a file beside the work, as a time and the name of its zone."""

import os
from datetime import UTC, datetime
from pathlib import Path

from dateutil import parser, tz  # type: ignore[import-untyped]

from autograder.errors import UsageError
from autograder.marking.tree import OddError, regular

FILE = "timestamp.txt"
MOST = 200  # bytes
NO_TIME = (
    "It is not a time such as 2026-09-21 23:59:00 UTC, so it is not known whether this was late. Mend it, or remove it if nothing "
    "is late."
)


def handed_in_at(folder: Path) -> datetime | None:
    """When what lies in this folder was handed in, in UTC; None: nobody wrote it down.

    Raises:
        UsageError: what is written there is no time.
    """
    path = folder / FILE
    try:
        with os.fdopen(regular(path), "rb") as file:
            text = file.read(MOST).decode().strip()
        return _read(text) if text else None
    except FileNotFoundError:
        return None
    except (OddError, OSError, ValueError, OverflowError, TypeError, AttributeError):
        raise UsageError(NO_TIME) from None


def nbgraders(when: datetime | None) -> datetime | None:
    """A time as nbgrader keeps it: in UTC, without saying so."""
    return None if when is None else when.astimezone(UTC).replace(tzinfo=None)


def _read(text: str) -> datetime:
    """As nbgrader's own `parse_utc`: three words are a day, a time and a zone; what names no zone is in UTC."""
    words = text.split(" ")
    if len(words) == 3:
        zone = int(words[2]) if words[2].lstrip("+-").isdigit() else tz.gettz(words[2])
        when: datetime = parser.parse(" ".join([*words[:2], "TZ"]), tzinfos={"TZ": zone})
    else:
        when = parser.parse(text)
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
