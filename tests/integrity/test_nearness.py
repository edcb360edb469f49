"""Two statements of one truth agree to a part of their size, part by part."""

import numpy as np
import pytest

from autograder.course.closeness import as_answer
from autograder.integrity.nearness import near, shown


@pytest.mark.parametrize(
    ("found", "expected", "alike"),
    [
        (1.0, 1.0 + 1e-8, True),
        (1.0, 1.0 + 1e-6, False),
        (None, 1.0, False),
        ([1.0, 0.0], [1.0, 1e-9], True),
        ([1.0], [1.0, 1.0], False),
        ([np.nan, 1.0], [np.nan, 1.0], True),
        ([np.inf, 1.0], [-np.inf, 1.0], False),
        ([1.0, 1.0], [np.nan, 1.0], False),
        ([np.nan, 1.0], [1.0, 1.0], False),
        (0.0, 1e-300, False),
        ("up", "up", True),
        ("up", "down", False),
        ("up", 1.0, False),
        ((1.0, "up"), (1.0 + 1e-9, "up"), True),
        ((1.0, "up"), (1.0 + 1e-6, "up"), False),
        ((1.0, 1e9), (1.1, 1e9), False),
        ((1.0, 2.0), (1.0, 2.0, 3.0), False),
        ((1.0, 2.0), [1.0, 2.0], False),
    ],
)
def test_near_is_relative_to_the_largest_entry(found: object, expected: object, alike: bool) -> None:
    value = None if found is None else as_answer(found)
    assert near(value, as_answer(expected)) is alike


def test_an_answer_is_told_part_by_part() -> None:
    assert shown(as_answer((1.5, "up", np.array([1.0, 2.0])))) == "(1.5, 'up', [1. 2.])"
    assert shown(None) == "nothing"


def test_what_cancels_to_nothing_agrees_within_an_absolute_part() -> None:
    assert not near(as_answer(2e-16), as_answer(9e-17))
    assert near(as_answer((1.0, 2e-16)), as_answer((1.0, 9e-17)), atol=1e-12)
