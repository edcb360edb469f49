"""Scores in cells: written so that every LMS reads them, and known again however an LMS wrote them."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.platforms.lms.points import most, number, same, written

SCORES = st.floats(min_value=0, max_value=1e6, allow_nan=False).map(lambda score: round(score, 6))


@pytest.mark.parametrize(
    ("score", "text"),
    [
        (8.0, "8"), (0.0, "0"), (-0.0, "0"), (100.0, "100"), (7.25, "7.25"), (0.000001, "0.000001"), (1e-9, "0"), (1e6, "1000000"),
        (0.1 + 0.2, "0.3"),
    ],
)  # fmt: skip
def test_a_score_is_written_plainly(score: float, text: str) -> None:
    assert written(score) == text


@given(SCORES)
def test_a_score_never_has_a_comma_or_an_exponent_and_is_read_back_as_it_was(score: float) -> None:
    assert re.fullmatch(r"0|[1-9]\d*|(?:0|[1-9]\d*)\.\d*[1-9]", written(score))
    assert number(written(score)) == Decimal(written(score))
    assert float(written(score)) == score
    assert same(score, written(score))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("8", "8"), (" 8.50 ", "8.5"), ("8,5", "8.5"), ("1.234,5", "1234.5"), ("1,234.50", "1234.5"), ("1 234,5", "1234.5"),
        ("1'234.5", "1234.5"), ("+3", "3"), ("-1", "-1"), (".5", "0.5"), ("5.", "5"),
        ("", None), ("-", None), ("EX", None), ("8 of 10", None), ("80%", None), ("1,2,3", None), ("1e3", None),
        ("Needs Grading(8.0)", None),
    ],
)  # fmt: skip
def test_a_number_is_read_whatever_sign_is_before_its_decimals(cell: str, value: str | None) -> None:
    assert number(cell) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("score", "cell", "alike"),
    [
        (8, "8.00", True), (8, "8,0", True), (7.333333, "7.33", True), (7.666667, "7.67", True), (7.333333, "7.33333", True),
        (7.335, "7.34", True), (7.335, "7.33", True),  # halves are rounded one way or the other
        (7.333333, "7.3", False), (7.34, "7.33", False), (8, "7.99", False), (0, "", False), (0, "-", False), (8, "EX", False),
        (7.333333, "7.333334", False),
    ],
)  # fmt: skip
def test_a_score_is_the_one_that_is_there_if_the_lms_only_rounded_it(score: float, cell: str, alike: bool) -> None:
    assert same(score, cell) is alike


def test_a_maximum_is_said_without_zeros_at_its_end() -> None:
    assert [f"{most(text):f}" for text in ("10.00", "100", "2,50")] == ["10", "100", "2.5"]
    assert most("") is None
