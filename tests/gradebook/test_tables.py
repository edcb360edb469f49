"""Times are kept as moments, whatever zone they come in and whatever the database makes of zones."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import sqlite

from autograder.gradebook.tables import Moment

DIALECT = sqlite.dialect()
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("hours", [-8, 0, 9])
def test_a_moment_goes_in_as_utc(hours: int) -> None:
    kept = Moment().process_bind_param(NOON.astimezone(timezone(timedelta(hours=hours))), DIALECT)
    assert kept is not None
    assert (kept, kept.utcoffset()) == (NOON, timedelta(0))


@pytest.mark.parametrize("kept", [NOON.replace(tzinfo=None), NOON, NOON.astimezone(timezone(timedelta(hours=9)))])
def test_a_moment_comes_out_aware_and_in_utc(kept: datetime) -> None:
    found = Moment().process_result_value(kept, DIALECT)
    assert found is not None
    assert (found, found.tzinfo) == (NOON, UTC)


def test_a_time_without_a_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="expected a time with a zone"):
        Moment().process_bind_param(NOON.replace(tzinfo=None), DIALECT)


def test_nothing_stays_nothing() -> None:
    assert Moment().process_bind_param(None, DIALECT) is None
    assert Moment().process_result_value(None, DIALECT) is None
