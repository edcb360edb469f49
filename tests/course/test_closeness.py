"""Right is what is right within tolerance, never what is bit for bit the same; two formulas are apart from 1 % on."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from autograder.course.closeness import APART, apart, same, size

RTOL, ATOL = 1e-6, 1e-12
NAN, INF = float("nan"), float("inf")

SAME = {
    "summed-in-another-order": (0.7999999999999999, 0.8),
    "exactly": (0.8, 0.8),
    "nought": (0.0, 0.0),
    "minus-nought": (-0.0, 0.0),
    "within-rtol": (1.0000005, 1.0),
    "dust-beside-nought": (1e-13, 0.0),
    "one-element-for-a-number": ([0.8], 0.8),
    "one-by-one-for-a-number": ([[0.8]], 0.8),
    "vector": ([1.0, 2.0], [1.0, 2.0]),
    "empty": ([], []),
}
DIFFERENT = {
    "beyond-rtol": (1.000002, 1.0),
    "sign": (-0.8, 0.8),
    "more-than-dust": (1e-11, 0.0),
    "nan": (NAN, 0.8),
    "nan-where-nan-is-predicted": (NAN, NAN),
    "inf": (INF, 0.8),
    "inf-where-inf-is-predicted": (INF, INF),
    "a-number-where-inf-is-predicted": (0.8, INF),
    "a-number-where-nan-is-predicted": (0.8, NAN),
    "nan-in-one-entry": ([1.0, NAN], [1.0, 2.0]),
    "inf-predicted-in-one-entry": ([1.0, 2.0], [1.0, INF]),
    "one-wrong-entry": ([1.0, 2.1], [1.0, 2.0]),
    "number-for-one-element": (0.8, [0.8]),
    "number-for-a-vector": (1.0, [1.0, 1.0]),
    "column-for-a-row": ([[1.0], [2.0]], [1.0, 2.0]),
    "longer": ([1.0, 2.0, 0.0], [1.0, 2.0]),
    "empty-for-a-number": ([], 0.8),
}


@pytest.mark.parametrize(("got", "expected"), SAME.values(), ids=SAME)
def test_it_is_right(got: object, expected: object) -> None:
    assert same(np.asarray(got, float), np.asarray(expected, float), rtol=RTOL, atol=ATOL)


@pytest.mark.parametrize(("got", "expected"), DIFFERENT.values(), ids=DIFFERENT)
def test_it_is_not_right(got: object, expected: object) -> None:
    assert not same(np.asarray(got, float), np.asarray(expected, float), rtol=RTOL, atol=ATOL)


@pytest.mark.parametrize("got", ["wrong", "Wrong", "WRONG", " wrong\n"])
def test_a_word_is_the_same_in_capitals_and_with_blanks_around_it(got: str) -> None:
    assert same(got, "wrong", rtol=RTOL, atol=ATOL)
    assert not apart(got, "wrong")


@pytest.mark.parametrize("got", ["scaled", "", "wro ng", "wrong!"])
def test_another_word_is_not_right(got: str) -> None:
    assert not same(got, "wrong", rtol=RTOL, atol=ATOL)
    assert apart(got, "wrong")


def test_no_value_is_not_right() -> None:
    assert not same(None, np.asarray(0.0), rtol=1.0, atol=1.0)


def test_what_a_student_sends_may_be_as_large_as_it_likes() -> None:
    """No overflow, no warning: the largest float against the smallest."""
    assert not same(np.asarray(-1.7e308), np.asarray(1.0), rtol=RTOL, atol=ATOL)
    assert not same(np.asarray(-1.7e308), np.asarray(0.0), rtol=RTOL, atol=ATOL)


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], 0.0), ([[]], 0.0), ([1.0, -3.0], 3.0), ([[1.0, -7.0], [2.0, 3.0]], 7.0), ([NAN, 2.0], 2.0), ([INF, [1.0, -INF]], 1.0)],
)
def test_the_size_of_an_answer_is_its_largest_finite_entry(values: list[object], expected: float) -> None:
    assert size([np.asarray(value, float) for value in values]) == expected


APARTNESS = {
    "one-percent": (1.0, 0.99, True),
    "less-than-one-percent": (1.0, 0.991, False),
    "sign": (0.5, -0.5, True),
    "equal": (0.5, 0.5, False),
    "both-nought": (0.0, 0.0, False),
    "nought-and-tiny": (0.0, 1e-300, True),
    "other-shape": (1.0, [1.0, 1.0], True),
    "one-element": ([1.0], 1.0, False),
    "nan-and-a-number": (NAN, 1.0, True),
    "both-nan": (NAN, NAN, False),
    "nan-and-inf": (NAN, INF, False),
    "inf-in-one-of-two-entries": ([1.0, INF], [1.0, 2.0], True),
    "small-entry-beside-a-large-one": ([1000.0, 1.0], [1000.0, 2.0], False),
    "large-entry": ([1000.0, 1.0], [1020.0, 1.0], True),
}


@pytest.mark.parametrize(("one", "other", "expected"), APARTNESS.values(), ids=APARTNESS)
def test_apart_is_one_percent_of_the_larger(one: object, other: object, expected: bool) -> None:
    assert apart(np.asarray(one, float), np.asarray(other, float)) is expected


FLOATS = st.floats(width=64)
PAIRS = array_shapes(min_dims=0, max_dims=2, max_side=3).flatmap(
    lambda shape: st.tuples(arrays(np.float64, shape, elements=FLOATS), arrays(np.float64, shape, elements=FLOATS))
)
ANY = array_shapes(min_dims=0, max_dims=2, max_side=3).flatmap(lambda shape: arrays(np.float64, shape, elements=FLOATS))


@given(PAIRS)
def test_apart_is_symmetric(pair: tuple[np.ndarray, np.ndarray]) -> None:
    assert apart(*pair) == apart(*reversed(pair))


@given(ANY, ANY)
def test_apart_is_symmetric_for_any_shapes(one: np.ndarray, other: np.ndarray) -> None:
    assert apart(one, other) == apart(other, one)


@given(ANY)
def test_nothing_is_apart_from_itself(value: np.ndarray) -> None:
    assert not apart(value, value)


@given(ANY)
def test_a_value_is_itself_if_and_only_if_it_is_finite(value: np.ndarray) -> None:
    assert same(value, value, rtol=0, atol=0) == bool(np.isfinite(value).all())


@given(st.floats(-1e100, 1e100), st.floats(-1e100, 1e100))
def test_what_is_apart_is_never_the_same(one: float, other: float) -> None:
    """The two measures agree: a mistake that is told from the truth never passes for it."""
    a, b = np.asarray(one), np.asarray(other)
    if apart(a, b) and max(abs(one), abs(other)) > 1e-6:
        assert not same(a, b, rtol=RTOL, atol=1e-12)
    assert APART > 1e3 * RTOL
