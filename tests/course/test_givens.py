"""Inputs are drawn from a stream that never changes, and can be written on a page."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.random import RandomState

from autograder.course import Given, choice, either, integers, length, normal, single, uniform
from autograder.course.givens import as_given, draw_sizes

GOLDEN = {
    "integers": (integers(-5, 6, size=4), [-3, 0, -4, -1]),
    "one-integer": (integers(1, 100), 99),
    "uniform": (uniform(0.05, 0.95), 0.8867),
    "normals": (normal(sd=0.5, size=2), [-0.1024, 0.2395]),
    "choice": (choice([2, 3, 5, 7]), 5),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_stream_of_draws_stays_what_it_is(name: str) -> None:
    """A changed stream would change every hidden case of every submission: regrading would no longer give the same report."""
    given, expected = GOLDEN[name]
    assert np.asarray(given.draw(RandomState(12345), {})).tolist() == expected


@given(st.integers(0, 2**32 - 1))
def test_real_numbers_have_four_digits(seed: int) -> None:
    for made in (uniform(-9, 9, size=5), normal(3, 2, size=5)):
        drawn = made.draw(RandomState(seed), {})
        assert np.array_equal(drawn, np.round(drawn, 4))


@given(st.integers(0, 2**32 - 1))
def test_draws_stay_in_their_range(seed: int) -> None:
    rng = RandomState(seed)
    whole = integers(-2, 3, size=20).draw(rng, {})
    assert isinstance(whole, np.ndarray)
    assert set(whole.tolist()) <= {-2, -1, 0, 1, 2}
    assert 0.05 <= float(uniform(0.05, 0.95).draw(rng, {})) <= 0.95
    assert choice([2.5, 4]).draw(rng, {}) in (2.5, 4)


def test_sides_take_the_sizes_of_their_case() -> None:
    drawn = normal(size=("rows", 2, "columns")).draw(RandomState(1), {"rows": 3, "columns": 4})
    assert isinstance(drawn, np.ndarray)
    assert drawn.shape == (3, 2, 4)
    assert length("rows").draw(RandomState(1), {"rows": 3}) == 3


@given(st.integers(0, 2**32 - 1))
def test_no_two_sizes_are_alike(seed: int) -> None:
    drawn = draw_sizes({"rows": range(1, 4), "columns": range(2, 5), "deep": (2, 3)}, RandomState(seed))
    assert len({*drawn.values()}) == 3
    assert drawn["rows"] in range(1, 4)
    assert drawn["deep"] in (2, 3)


def test_sizes_that_cannot_differ_are_told_instead_of_being_drawn_for_ever() -> None:
    with pytest.raises(ValueError, match="the sizes rows, columns cannot all be different"):
        draw_sizes({"rows": [2], "columns": [2]}, RandomState(1))


def test_either_draws_each_of_its_givens() -> None:
    made = either(integers(0, 9, size=2), uniform(0, 1), single(normal(size=3)))
    kinds = {np.asarray(made.draw(RandomState(seed), {})).dtype for seed in range(30)}
    assert kinds == {np.dtype(np.int64), np.dtype(np.float64), np.dtype(np.float32)}


SHAPES = {
    "one-float": (uniform(0, 1), float),
    "one-int": (integers(0, 9), int),
    "one-of": (choice([1.5, 2.5]), float),
}


@pytest.mark.parametrize(("made", "kind"), SHAPES.values(), ids=SHAPES)
def test_one_number_is_pythons_own(made: Given, kind: type) -> None:
    assert type(made.draw(RandomState(1), {})) is kind


def test_arrays_have_the_kind_and_shape_asked_for() -> None:
    whole, real = integers(0, 9, size=(2, 3)).draw(RandomState(1), {}), normal(size=4).draw(RandomState(1), {})
    assert isinstance(whole, np.ndarray)
    assert isinstance(real, np.ndarray)
    assert (whole.dtype, whole.shape) == (np.dtype(np.int64), (2, 3))
    assert (real.dtype, real.shape) == (np.dtype(np.float64), (4,))


def test_each_given_says_where_it_comes_from() -> None:
    assert integers(-5, 6).text == "whole numbers from -5 to 5"
    assert choice([1, 2]).text == "one of 1, 2"
    assert uniform(0.1, 0.9).text == "numbers from 0.1 to 0.9"
    assert normal(0, 0.5).text == "normal numbers, mean 0, deviation 0.5"


WRITTEN = {
    "int": (3, 3, int),
    "float": (0.5, 0.5, float),
    "numpy-number": (np.float64(0.5), 0.5, float),
    "list": ([1, 2], [1, 2], np.ndarray),
    "mixed-list": ([1, 2.5], [1.0, 2.5], np.ndarray),
    "nested": ([[1], [2]], [[1], [2]], np.ndarray),
}


@pytest.mark.parametrize(("written", "value", "kind"), WRITTEN.values(), ids=WRITTEN)
def test_what_an_author_writes_becomes_a_given(written: object, value: object, kind: type) -> None:
    made = as_given(written)
    assert type(made) is kind
    assert np.asarray(made).tolist() == value


@pytest.mark.parametrize("written", ["1", None, True, [True], 1j, {"a": 1}, [None]])
def test_what_is_no_number_is_refused(written: object) -> None:
    with pytest.raises(TypeError, match="expected a number or lists of numbers, found"):
        as_given(written)
