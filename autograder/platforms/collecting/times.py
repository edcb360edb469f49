"""When is that? Points in time as LMSes and nbgrader write them; what cannot be read for certain is no time."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST = 80  # characters that are looked at

_DAY_FIRST = r"(?P<day>\d{1,2}) (?P<month>[a-z]{3,9})"
_MONTH_FIRST = r"(?P<month2>[a-z]{3,9}) (?P<day2>\d{1,2})"
_IN_WORDS = re.compile(
    rf"(?:[a-z]+, )?(?:{_DAY_FIRST}|{_MONTH_FIRST}),? (?P<year>\d{{4}}),? "
    r"(?P<hour>\d{1,2}):?(?P<minute>\d\d)(?: ?(?P<half>[ap])\.?m\.?)?",
    re.IGNORECASE | re.ASCII,
)
_IN_NUMBERS = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: ?(?P<zone>Z|[+-]\d\d:?\d\d|[A-Za-z_]+(?:/[A-Za-z_+-]+)*))?",
    re.ASCII,
)
_DASHED = re.compile(r"(\d{4})-(\d\d)-(\d\d)-(\d\d)-(\d\d)-(\d\d)", re.ASCII)

Clock = Callable[[datetime], datetime]
"""Gives a time without a zone the one that is meant."""


def in_words(text: str) -> datetime | None:
    """A time such as `Nov 20, 2026 1159 PM`, `20 November 2026 2359` or `Friday, 20 November 2026, 11:59 PM`, without a zone."""
    found = _IN_WORDS.fullmatch(text[:LONGEST])
    if found is None:
        return None
    month = (found["month"] or found["month2"]).lower()
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if month[:3] not in MONTHS or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    day = int(found["day"] or found["day2"])
    return _made(int(found["year"]), MONTHS.index(month[:3]) + 1, day, hour, int(found["minute"]))


def dashed(text: str) -> datetime | None:
    """A time such as `2026-11-20-23-59-59`, without a zone."""
    found = _DASHED.fullmatch(text)
    return None if found is None else _made(*map(int, found.groups()))


def in_numbers(text: str) -> datetime | None:
    """A time such as `2026-11-20 23:59:59.123456 UTC`; its zone as a difference, by UTC's names or one of the tz database's.

    What is only short for a zone (PST) is several zones' name, and no time is read from it.
    """
    found = _IN_NUMBERS.fullmatch(text[:LONGEST])
    if found is None:
        return None
    parts = [int(number) for number in found.groups()[:6]]
    made = _made(*parts, int((found[7] or "0").ljust(6, "0")[:6]))
    if made is None or found["zone"] is None:
        return made
    zone = named(found["zone"])
    return None if zone is None else made.replace(tzinfo=zone)


def named(zone: str) -> tzinfo | None:
    """The zone of this name; None for one that is not known, or not the only one that is called so."""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return UTC
    if zone[0] in "+-":
        hours, minutes = int(zone[1:3]), int(zone[-2:])
        if hours > 23 or minutes > 59:
            return None
        return timezone((1 if zone[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))
    if "/" not in zone:
        return None
    try:
        return ZoneInfo(zone)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return None


def _made(*parts: int) -> datetime | None:
    try:
        return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001  # the zone comes later, if there is one
    except ValueError:
        return None
