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

Answer = Array | str | tuple[Array | str, ...]
"""What a question's answer can be: a number or array, a text, or several of these, its parts."""

Flat = tuple[tuple[int, ...], list[float], float]

APART = 0.01
FEW = 64  # entries, up to which plain floats are quicker than an array's


def parts(answer: Answer) -> tuple[Array | str, ...]:
    """What an answer consists of: itself, or the several things that it is."""
    return answer if isinstance(answer, tuple) else (answer,)


def arrays(answer: Answer) -> list[Array]:
    """The numbers and arrays among an answer's parts."""
    return [part for part in parts(answer) if not isinstance(part, str)]


def finite(answer: Answer) -> bool:
    """Whether every entry of every part is a finite number."""
    return all(bool(np.isfinite(array).all()) for array in arrays(answer))


def size(values: Sequence[Answer]) -> float:
    """How large an answer is over all cases: the largest absolute finite entry."""
    return max((_largest(array) for value in values for array in arrays(value)), default=0.0)


def _largest(value: Array) -> float:
    if value.size > FEW:
        return float(np.max(np.abs(value), initial=0.0, where=np.isfinite(value)))
    return max((abs(entry) for entry in value.ravel().tolist() if isfinite(entry)), default=0.0)


def same_shape(got: Answer, expected: Answer) -> bool:
    """Equal shapes, part by part; one element in any wrapping counts as a number where a number is expected."""
    if isinstance(got, tuple) or isinstance(expected, tuple):
        both = isinstance(got, tuple) and isinstance(expected, tuple) and len(got) == len(expected)
        return both and all(map(same_shape, parts(got), parts(expected)))
    if isinstance(got, str) or isinstance(expected, str):
        return isinstance(got, str) and isinstance(expected, str)
    return got.shape == expected.shape or (got.size == 1 and expected.size == 1 and expected.ndim == 0)


def same(got: Answer | None, expected: Answer, *, rtol: float, atol: float) -> bool:
    """Whether `got` is `expected` within tolerance: every entry finite and |got - expected| <= atol + rtol |expected|; texts alike, as
    `plain` has them.
    """
    if got is None or not same_shape(got, expected):
        return False
    if isinstance(expected, tuple):
        return all(same(one, other, rtol=rtol, atol=atol) for one, other in zip(parts(got), expected, strict=True))
    if isinstance(got, str) or isinstance(expected, str):
        return isinstance(got, str) and isinstance(expected, str) and plain(got) == plain(expected)
    assert not isinstance(got, tuple)
    if expected.ndim == 0:
        one, other = got.item(), expected.item()  # most answers are numbers, and this is quicker
        return isfinite(one) and isfinite(other) and abs(one - other) <= atol + rtol * abs(other)
    if not (np.isfinite(got).all() and np.isfinite(expected).all()):
        return False
    return bool(np.all(np.abs(got - expected) <= atol + rtol * np.abs(expected)))


def plain(text: str) -> str:
    """A text as it is compared: a word is the same word in capitals, and with blanks around it."""
    return text.strip().casefold()


def apart(one: Answer, other: Answer) -> bool:
    """Whether two answers differ by at least 1 % of the larger one, or in shape, or in being finite, in at least one part."""
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return differ(flat(one), flat(other))
    ours, theirs = parts(one), parts(other)
    return len(ours) != len(theirs) or any(map(_part_apart, ours, theirs))


def _part_apart(one: Array | str, other: Array | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return not (isinstance(one, str) and isinstance(other, str) and plain(one) == plain(other))
    return differ(flat(one), flat(other))


def as_answer(value: object) -> Answer:
    """What a formula gave as an answer: a tuple part by part, a text as it is, everything else as a float64 array.

    Raises:
        TypeError, ValueError: it holds something that is neither.
    """
    if isinstance(value, tuple):
        return tuple(part if isinstance(part, str) else np.asarray(part, dtype=np.float64) for part in value)
    return value if isinstance(value, str) else np.asarray(value, dtype=np.float64)


UNCOMPUTABLE = np.array(np.nan)
"""The answer of a formula that cannot be computed on some inputs (shapes that do not fit, say)."""


def uncomputable(answer: Answer) -> bool:
    """Whether this stands for a formula that cannot be computed."""
    return isinstance(answer, np.ndarray | np.floating) and answer.ndim == 0 and isnan(answer.item())


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
