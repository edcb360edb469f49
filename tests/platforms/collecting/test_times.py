"""Points in time are read as LMSes write them, or not at all."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.platforms.collecting.times import dashed, in_numbers, in_words

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(microsecond=0))  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nov 20, 2026",
        "Nov 31, 2026 1159 PM",
        "Nov 20, 2026 1359 PM",
        "Nov 20, 2026 0059 PM",
        "Nov 20, 2026 1160 PM",
        "20 Brumaire 2026 1159 PM",
        "Nov 20, 2026 1159 PM and more",
        "1120, 2026 1159 PM",
        "x" * 10_000,
    ],
    ids=lambda text: text[:30],
)
def test_what_is_no_time_in_words_is_none(text: str) -> None:
    assert in_words(text) is None


@given(MOMENTS)
def test_a_time_in_words_is_the_one_that_was_written(at: datetime) -> None:
    at = at.replace(second=0)
    hour = at.hour % 12 or 12
    half = "AM" if at.hour < 12 else "PM"
    month = at.strftime("%B")
    for text in (
        f"{month[:3]} {at.day}, {at.year} {hour}{at.minute:02} {half}",
        f"{at.day} {month} {at.year} {at.hour:02}{at.minute:02}",
        f"{at.strftime('%A')}, {at.day} {month} {at.year}, {hour}:{at.minute:02} {half}",
    ):
        assert in_words(text) == at


@given(MOMENTS)
def test_a_time_in_numbers_is_the_one_that_was_written(at: datetime) -> None:
    assert dashed(at.strftime("%Y-%m-%d-%H-%M-%S")) == at
    assert in_numbers(at.strftime("%Y-%m-%d %H:%M:%S")) == at
    assert in_numbers(at.strftime("%Y-%m-%d %H:%M:%S.5 UTC")) == at.replace(tzinfo=UTC) + timedelta(seconds=0.5)


@pytest.mark.parametrize(
    ("zone", "hours"), [("UTC", 0), ("Z", 0), ("+01:00", 1), ("-0800", -8), ("America/Los_Angeles", -8), ("Europe/Berlin", 1)]
)
def test_a_zone_is_read_as_a_difference_or_by_a_name_of_its_own(zone: str, hours: int) -> None:
    at = in_numbers(f"2026-11-20 12:00:00.123456789 {zone}")
    assert at is not None
    assert at.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("zone", ["PST", "CST", "EST", "Mars/Phobos", "../../etc/passwd", "+25:00", "+01:99"])
def test_a_zone_that_may_be_several_or_is_none_gives_no_time(zone: str) -> None:
    assert in_numbers(f"2026-11-20 12:00:00 {zone}") is None
