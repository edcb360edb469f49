"""What are the inputs of a question drawn from?

A `Given` draws one value from a `numpy.random.RandomState`, the one generator of NumPy whose stream is promised never to
change (https://numpy.org/doc/stable/reference/random/legacy.html). Real numbers are rounded to four digits, so that a case
can be written on a page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

Value = float | int | NDArray[np.float64] | NDArray[np.int64]
Size = int | tuple[int, ...] | None

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Given:
    """One input: `draw(rng)` gives a value of it, `text` says from where, for people."""

    draw: Callable[[RandomState], Value]
    text: str


def integers(low: int, high: int, *, size: Size = None) -> Given:
    """Whole numbers from `low` to `high - 1`, as an int64 array of shape `size` or one int."""
    return Given(lambda rng: _plain(rng.randint(low, high, size, dtype=np.int64)), f"whole numbers from {low} to {high - 1}")


def uniform(low: float, high: float, *, size: Size = None) -> Given:
    """Reals from [low, high), rounded to four digits, as a float64 array of shape `size` or one float."""
    return Given(lambda rng: _plain(np.round(rng.uniform(low, high, size), DIGITS)), f"numbers from {low} to {high}")


def normal(mean: float = 0.0, sd: float = 1.0, *, size: Size = None) -> Given:
    """Normally distributed reals, rounded to four digits, as a float64 array of shape `size` or one float."""
    return Given(
        lambda rng: _plain(np.round(rng.normal(mean, sd, size), DIGITS)),
        f"normal numbers, mean {mean:g}, deviation {sd:g}",
    )


def choice(values: Sequence[float]) -> Given:
    """One of `values`."""
    return Given(lambda rng: _plain(np.asarray(values)[rng.randint(len(values))]), f"one of {', '.join(map(str, values))}")


def as_given(value: object) -> Value:
    """A value written by an author (a number or nested lists of numbers) as what a student's code is given.

    Raises:
        TypeError: it is not made of real numbers of one shape.
    """
    array = np.asarray(value)
    if array.dtype.kind not in "iuf":
        raise TypeError(f"expected a number or lists of numbers, found {value!r}")
    return _plain(array.astype(np.int64 if array.dtype.kind in "iu" else np.float64))


def _plain(value: object) -> Value:
    array = np.asarray(value)
    if array.ndim:
        return array
    return array.item()  # type: ignore[no-any-return]  # a 0-d array of int64 or float64
