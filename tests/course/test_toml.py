"""What is written as TOML is read as the same table."""

import math
import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.toml import written

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | TEXTS
    | st.datetimes(timezones=st.none() | st.just(UTC))
    | st.dates()
    | st.times()
)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=8)


@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_it_is_read_as_it_was(table: dict[str, Any]) -> None:
    assert tomllib.loads(written(table)) == table


def test_a_course_is_written_as_an_author_would(root: Path) -> None:
    table = tomllib.loads((root / "course.toml").read_text(encoding="utf-8"))
    text = written(table)
    assert tomllib.loads(text) == table
    assert text.count("[[assignments]]\nslug = ") == len(table["assignments"])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        ('a\x7f"\n\x00é', '"a\\u007f\\"\\n\\u0000é"'),
        (datetime(2026, 9, 21, 12, tzinfo=UTC), "2026-09-21T12:00:00+00:00"),
        (date(2026, 9, 21), "2026-09-21"),
        (time(12), "12:00:00"),
        ([{"points": 1.0}, 2], "[{ points = 1.0 }, 2]"),
        ({}, "{}"),
        (math.inf, "inf"),
    ],
)
def test_each_kind_has_its_spelling(value: object, text: str) -> None:
    assert written({"key": value}) == f"key = {text}\n"


def test_a_key_of_other_signs_is_quoted() -> None:
    assert written({"a key": 1, "": 2, "tables": [{"b.c": 3}]}) == '"a key" = 1\n"" = 2\n\n[[tables]]\n"b.c" = 3\n'
