"""A time that somebody types is read for certain or not at all."""

from datetime import datetime, timedelta, timezone

import pytest

from autograder.cli.when import moment
from autograder.errors import UsageError

ZONE = timezone(timedelta(hours=1))
DUE = datetime(2026, 11, 20, 23, 59, tzinfo=ZONE)
READ = {
    "2026-11-27": datetime(2026, 11, 27, 23, 59, tzinfo=ZONE),
    "2026-11-27T18:00": datetime(2026, 11, 27, 18, tzinfo=ZONE),
    "2026-11-27 18:00:30": datetime(2026, 11, 27, 18, 0, 30, tzinfo=ZONE),
    "2026-11-27T18:00Z": datetime(2026, 11, 27, 19, tzinfo=ZONE),
    "2026-11-27T18:00-05:00": datetime(2026, 11, 28, 0, tzinfo=ZONE),
    "+3d": DUE + timedelta(days=3),
    "+12h": DUE + timedelta(hours=12),
    "+1w": DUE + timedelta(days=7),
}


@pytest.mark.parametrize(("text", "found"), READ.items())
def test_it_is_in_the_zone_of_the_due_date_unless_it_has_one(text: str, found: datetime) -> None:
    assert moment(text, DUE) == found


@pytest.mark.parametrize(
    "text",
    ["", "tomorrow", "27.11.2026", "11/27/2026", "20261127", "2026-W48-5", "2026-13-01", "2026-02-30", "2026-11-27T25:00",
     "2026-11-27T18", "3d", "+3", "-3d", "+9999w" * 2, "+٣d", "2026-11-27T18:00 +01:00", "2026-11-27\n"],
)  # fmt: skip
def test_what_could_be_another_time_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"is no time that can be read for certain\. Expected a time such as 2026-11-27"):
        moment(text, DUE)


def test_a_time_beyond_all_years_is_refused() -> None:
    with pytest.raises(UsageError, match="no time"):
        moment("+9999w", datetime(9990, 1, 1, tzinfo=ZONE))
