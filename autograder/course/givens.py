"""What are the inputs of a question drawn from?

A `Given` draws one value from a `numpy.random.RandomState`, the one generator of NumPy whose stream is promised never to
change (https://numpy.org/doc/stable/reference/random/legacy.html). Real numbers are rounded to four digits, so that a case
can be written on a page.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

Value = float | int | NDArray[np.float64] | NDArray[np.int64] | NDArray[np.float32]
Axis = int | str
Size = Axis | tuple[Axis, ...] | None
"""A shape: whole numbers, or names of the assignment's `sizes`."""
Sizes = Mapping[str, int]
Form = tuple[str, int]
"""The type of an array's entries and its number of axes: what programs that run well on one value stumble over in another."""

DIGITS = 4
TRIES = 1000


@dataclass(frozen=True, slots=True)
class Given:
    """One input.

    Attributes:
        draw: a function of a generator and the case's sizes that gives a value of it.
        text: from where it is drawn, for people.
        names: the sizes that it needs.
        real: its arrays are of float64, also where an author writes whole numbers in an example: `x *= 0.5` works on one and not
            on the other, and nobody's mark should hang on that.
        among: the givens of which each value is drawn from one, if there are several.
    """

    draw: Callable[[RandomState, Sizes], Value]
    text: str
    names: tuple[str, ...] = ()
    real: bool = False
    among: tuple["Given", ...] = ()

    def forms(self, sizes: Sizes) -> frozenset[Form]:
        """All forms of values that may be drawn, where there are several givens to draw from; else nothing."""
        return frozenset(form_of(given.draw(RandomState(0), sizes)) for given in self.among)

    def written(self, value: object) -> Value:
        """A value that an author wrote in an example, as it would be drawn.

        Raises:
            TypeError: it is not made of real numbers of one shape.
        """
        given = as_given(value)
        return given.astype(np.float64) if self.real and isinstance(given, np.ndarray) else given


def integers(low: int, high: int, *, size: Size = None, real: bool = False) -> Given:
    """Whole numbers from `low` to `high - 1`, as an array of shape `size` or one int.

    Args:
        real: arrays hold them as float64, not as int64: what a table of measurements usually is.
    """

    def draw(rng: RandomState, sizes: Sizes) -> Value:
        drawn = _plain(rng.randint(low, high, _shape(size, sizes), dtype=np.int64))
        return drawn.astype(np.float64) if real and isinstance(drawn, np.ndarray) else drawn

    return Given(draw, f"whole numbers from {low} to {high - 1}", _names(size), real)


def uniform(low: float, high: float, *, size: Size = None) -> Given:
    """Reals from [low, high), rounded to four digits, as a float64 array of shape `size` or one float."""
    return Given(
        lambda rng, sizes: _plain(np.round(rng.uniform(low, high, _shape(size, sizes)), DIGITS)),
        f"numbers from {low} to {high}",
        _names(size),
        real=True,
    )


def normal(mean: float = 0.0, sd: float = 1.0, *, size: Size = None) -> Given:
    """Normally distributed reals, rounded to four digits, as a float64 array of shape `size` or one float."""
    return Given(
        lambda rng, sizes: _plain(np.round(rng.normal(mean, sd, _shape(size, sizes)), DIGITS)),
        f"normal numbers, mean {mean:g}, deviation {sd:g}",
        _names(size),
        real=True,
    )


def choice(values: Sequence[float]) -> Given:
    """One of `values`."""
    return Given(lambda rng, _: _plain(np.asarray(values)[rng.randint(len(values))]), f"one of {', '.join(map(str, values))}")


def length(name: str) -> Given:
    """One of the assignment's sizes as a number: the 3 of an array of shape (3, 5)."""
    return Given(lambda _, sizes: sizes[name], f"the size {name}", (name,))


def either(*givens: Given) -> Given:
    """One of several givens, each as likely: an array of whole numbers here, a single real number there."""
    return Given(
        lambda rng, sizes: givens[rng.randint(len(givens))].draw(rng, sizes),
        f"either {' or '.join(given.text for given in givens)}",
        tuple(name for given in givens for name in given.names),
        among=givens,
    )


def form_of(value: Value) -> Form:
    """Which form a value has."""
    array = np.asarray(value)
    return array.dtype.str, array.ndim


def single(given: Given) -> Given:
    """The same in single precision (float32)."""

    def draw(rng: RandomState, sizes: Sizes) -> Value:
        return np.asarray(given.draw(rng, sizes), dtype=np.float32)

    return Given(draw, f"{given.text}, in single precision", given.names)


def draw_sizes(sizes: Mapping[str, Sequence[int]], rng: RandomState) -> dict[str, int]:
    """A size for each name, no two alike: equal ones hide transposes.

    Raises:
        ValueError: in many tries no two were ever unlike.
    """
    for _ in range(TRIES):
        drawn = {name: int(among[rng.randint(len(among))]) for name, among in sizes.items()}
        if len({*drawn.values()}) == len(drawn):
            return drawn
    raise ValueError(f"the sizes {', '.join(sizes)} cannot all be different")


def _shape(size: Size, sizes: Sizes) -> int | tuple[int, ...] | None:
    if size is None:
        return None
    axes = size if isinstance(size, tuple) else (size,)
    return tuple(sizes[axis] if isinstance(axis, str) else axis for axis in axes)


def _names(size: Size) -> tuple[str, ...]:
    return tuple(axis for axis in (size if isinstance(size, tuple) else (size,)) if isinstance(axis, str))


def as_given(value: object) -> Value:
    """A value written by an author (a number or nested lists of numbers) as what a student's code is given; float32 arrays stay so.

    Raises:
        TypeError: it is not made of real numbers of one shape.
    """
    array = np.asarray(value)
    if array.dtype.kind not in "iuf":
        raise TypeError(f"expected a number or lists of numbers, found {value!r}")
    if array.dtype == np.float32:
        return _plain(array)
    return _plain(array.astype(np.int64 if array.dtype.kind in "iu" else np.float64))


def _plain(value: object) -> Value:
    array = np.asarray(value)
    if array.ndim:
        return array
    return array.item()  # type: ignore[no-any-return]  # a 0-d array of int64 or float64
