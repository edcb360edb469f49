"""When are two values the same, and when are they told apart?

Two questions with two measures: `same` decides a mark (rtol 1e-6, with an absolute part scaled to the question's size), and
`apart` decides whether a case can tell two formulas from each other (1 % of the larger). Never `==`: a sum written out gives
0.7999999999999999 where `np.dot` gives 0.8, and both are right.
"""

from collections.abc import Sequence
from math import isfinite, isnan

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

Flat = tuple[tuple[int, ...], list[float], float]

APART = 0.01


def size(values: Sequence[Array]) -> float:
    """How large an answer is over all cases: the largest absolute finite entry."""
    return max((float(np.max(np.abs(v), initial=0.0, where=np.isfinite(v))) for v in values), default=0.0)


def same_shape(got: Array, expected: Array) -> bool:
    """Equal shapes; one element in any wrapping counts as a number where a number is expected."""
    return got.shape == expected.shape or (got.size == 1 and expected.size == 1 and expected.ndim == 0)


def same(got: Array | None, expected: Array, *, rtol: float, atol: float) -> bool:
    """Whether `got` is `expected` within tolerance: every entry finite and |got - expected| <= atol + rtol |expected|."""
    if got is None or not same_shape(got, expected):
        return False
    if expected.ndim == 0:
        one, other = got.item(), expected.item()  # most answers are numbers, and this is quicker
        return isfinite(one) and isfinite(other) and abs(one - other) <= atol + rtol * abs(other)
    if not (np.isfinite(got).all() and np.isfinite(expected).all()):
        return False
    return bool(np.all(np.abs(got - expected) <= atol + rtol * np.abs(expected)))


def apart(one: Array, other: Array) -> bool:
    """Whether two values differ by at least 1 % of the larger one, or in shape, or in being finite."""
    return differ(flat(one), flat(other))


def flat(value: Array | float) -> Flat:
    """A value's shape, entries and size as plain floats: `differ` is asked some hundred times a submission, of few numbers each."""
    if isinstance(value, float):  # np.float64 is one
        return (), [float(value)], abs(float(value))
    entries = value.ravel().tolist()
    return () if value.size == 1 else value.shape, entries, max(map(abs, entries), default=0.0)


def differ(one: Flat, other: Flat) -> bool:
    """As `apart`, of flattened values. One element in any wrapping is a number."""
    if one[0] != other[0]:
        return True
    enough = APART * max(one[2], other[2])
    if not isfinite(enough) or isnan(one[2]) or isnan(other[2]) or any(map(isnan, one[1] + other[1])):
        return [isfinite(a) for a in one[1]] != [isfinite(b) for b in other[1]]
    return enough > 0 and any(abs(a - b) >= enough for a, b in zip(one[1], other[1], strict=True))
