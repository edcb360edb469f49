"""A function gets copies of its own, of the case's kind; a function that leaves them as they were is not told otherwise."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.sandbox.inside.arguments import altered, fresh

KINDS = [np.float64, np.float32, np.int64]
EPS = 1e-6


def to_and_fro(theta: Any) -> None:
    """As a numerical gradient may leave it: some 1e-17 off."""
    for index in np.ndindex(theta.shape):
        theta[index] += EPS
        theta[index] -= 2 * EPS
        theta[index] += EPS


def nothing_left(theta: Any) -> None:
    theta[...] = np.inf


LEFT: dict[str, Callable[[Any], object]] = {
    "alone": lambda theta: theta.sum(),
    "read-in-another-shape": lambda theta: theta.reshape(-1)[0],
    "put-back": to_and_fro,
    "put-back-to-the-bit": lambda theta: theta.__setitem__(0, theta[0]),
}
CHANGED: dict[str, Callable[[Any], object]] = {
    "eps-forgotten": lambda theta: theta.__setitem__(0, theta[0] + EPS),
    "one-entry": lambda theta: theta.__setitem__(-1, 7.0),
    "all": nothing_left,
    "sorted": lambda theta: theta.sort(),
    "reshaped": lambda theta: setattr(theta, "shape", (1, -1)),
    "of-another-kind": lambda theta: setattr(theta, "dtype", np.int64),
    "a-nan": lambda theta: theta.__setitem__(0, np.nan),
}


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e6])
@pytest.mark.parametrize("do", LEFT.values(), ids=LEFT)
def test_what_is_left_as_it_was_is_not_told(do: Callable[[Any], object], size: float) -> None:
    pristine = np.array([0.0, -1.5, 0.3, 1e-9]) * size
    passed = fresh(pristine)
    do(passed)
    assert not altered(passed, pristine)


@pytest.mark.parametrize("value", [3, 0.5, "text", True])
def test_numbers_and_texts_cannot_be_changed(value: Any) -> None:
    assert fresh(value) is value
    assert not altered(value, value)


def test_nan_and_infinity_that_stay_are_left() -> None:
    pristine = np.array([np.nan, np.inf, 1.0])
    passed = fresh(pristine)
    passed[2] += 1e-16
    passed[2] += 1e-15
    assert passed[2] != 1.0
    assert not altered(passed, pristine)


@pytest.mark.filterwarnings("ignore:Setting the:DeprecationWarning")  # NumPy 2.5 on shape and dtype: students do it all the same
@pytest.mark.parametrize("do", CHANGED.values(), ids=CHANGED)
def test_what_is_changed_is_told(do: Callable[[Any], object]) -> None:
    pristine = np.array([1.5, 0.0, -0.3, 1.0])
    passed = fresh(pristine)
    do(passed)
    assert altered(passed, pristine)


def test_a_whole_number_is_changed_by_one() -> None:
    pristine = np.array([10**12, 2])
    passed = fresh(pristine)
    passed[0] += 1
    assert altered(passed, pristine)


def test_single_precision_is_put_back_as_well_as_it_can_be() -> None:
    pristine = np.array([0.7, -0.3], np.float32)
    passed = fresh(pristine)
    passed += np.float32(EPS)
    passed -= np.float32(EPS)
    assert not altered(passed, pristine)
    passed[0] += np.float32(1e-3)
    assert altered(passed, pristine)


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_writable_and_of_the_same_kind(kind: type) -> None:
    pristine = np.array([[1, 2], [3, 4]], kind)
    pristine.flags.writeable = False
    copied = fresh(pristine)
    copied[0, 0] = 9
    assert (copied.dtype, copied.shape, pristine[0, 0]) == (np.dtype(kind), (2, 2), 1)


def test_a_number_in_an_array_without_axes_is_handed_over_as_a_number() -> None:
    assert type(fresh(np.array(0.5))) is float
    assert type(fresh(np.array(3))) is int
