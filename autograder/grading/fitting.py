"""Has what came back the form of what is asked for?

Students return a list for an array, an array for several numbers, several numbers for an array: all of these are meant, and
count. What cannot be meant is odd, and is told in words of ours.
"""

import numpy as np

from autograder.course.closeness import Answer, Array, parts, same, same_shape

TRUTH_VALUE = "a truth value"
TEXT = "text"


def fitted(value: Answer | None, expected: Answer) -> tuple[Answer | None, str]:
    """What a student's value is as an answer to what is expected; or None, and what is odd about it.

    Args:
        value: as the sandbox gives it; arrays may be of truth values.
    """
    if isinstance(value, np.ndarray) and isinstance(expected, np.ndarray) and value.dtype.kind == "f":
        return _numbers(value, expected), ""  # nearly always, and asked for often
    if value is None:
        return None, ""
    if isinstance(expected, tuple):
        return _several(_split(value, expected), expected)
    if isinstance(value, tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, tuple):
        whole = _stacked(value, expected)
        return (value, "") if whole is None else (whole, "")
    odd = _odd(value, expected)
    return (None, odd) if odd else (value, "")


def same_but_endless(got: Answer | None, expected: Answer, *, rtol: float, atol: float) -> bool:
    """Whether `got` is `expected` but for entries that are not finite, and these are in the same places in both."""
    if got is None or not same_shape(got, expected):
        return False
    pairs = [*zip(parts(got), parts(expected), strict=True)]
    if any(not np.array_equal(np.isfinite(one).ravel(), np.isfinite(other).ravel()) for one, other in _arrays(pairs)):
        return False
    return all(same(_bounded(one), _bounded(other), rtol=rtol, atol=atol) for one, other in pairs)


def wanted(expected: Answer) -> str:
    """What is expected, in words with their verb."""
    if isinstance(expected, str):
        return "a text is"
    if not isinstance(expected, tuple):
        return "a number or an array of numbers is"
    kinds = "values, texts among them," if any(isinstance(part, str) for part in expected) else "numbers or arrays"
    return f"{len(expected)} {kinds} are"


def misfit(got: Answer, expected: Answer) -> tuple[int, str, str]:
    """The first part whose shape is not the expected one: which, from 1, its shape and the expected one as text."""
    for number, (one, other) in enumerate(zip(parts(got), parts(expected), strict=True), 1):
        if not same_shape(one, other):
            return number, _shape(one), _shape(other)
    raise ValueError("all shapes fit")


def _arrays(pairs: list[tuple[Array | str, Array | str]]) -> list[tuple[Array, Array]]:
    return [(one, other) for one, other in pairs if not isinstance(one, str) and not isinstance(other, str)]


def _bounded(part: Array | str) -> Array | str:
    """With nought for what is not finite."""
    return part if isinstance(part, str) else np.where(np.isfinite(part), part, 0.0)


def _odd(value: Array | str, expected: Array | str) -> str:
    """What a value is that cannot be meant, or nothing."""
    if isinstance(value, str):
        return "" if isinstance(expected, str) else TEXT
    if value.dtype.kind == "b":
        return TRUTH_VALUE
    if isinstance(expected, str):
        return "a number" if value.size == 1 else "an array of numbers"
    return ""


def _split(value: Answer, expected: tuple[Array | str, ...]) -> tuple[Array | str, ...]:
    """Several things in the place of one array of them, if each is of the shape that is expected of it."""
    if isinstance(value, (tuple, str)):
        return parts(value)
    if value.ndim and len(value) == len(expected):
        each = tuple(np.asarray(part) for part in value)
        if same_shape(each, expected):
            return each
    return (value,)


def _several(found: tuple[Array | str, ...], expected: tuple[Array | str, ...]) -> tuple[Answer | None, str]:
    if len(found) == len(expected):
        for number, (one, other) in enumerate(zip(found, expected, strict=True), 1):
            if odd := _odd(one, other):
                return None, f"several values, of which number {number} is {odd}"
        found = tuple(map(_numbers, found, expected))
    return found, ""


def _numbers(value: Array | str, expected: Array | str) -> Array | str:
    """A list of numbers, where each of them came as an array of one element in two axes or more: what nobody means as a shape."""
    if isinstance(value, str) or isinstance(expected, str) or value.ndim < 3 or expected.ndim != 1:
        return value
    return value.ravel() if value.size == len(value) == len(expected) else value


def _stacked(value: tuple[Array | str, ...], expected: Array | str) -> Array | None:
    """One array in the place of several equal things, if that is what is expected."""
    arrays = [part for part in value if not isinstance(part, str) and part.dtype.kind == "f"]
    if len(arrays) < len(value) or isinstance(expected, str) or len({array.shape for array in arrays}) != 1:
        return None
    whole = np.stack(arrays)
    return whole if same_shape(whole, expected) else None


def _shape(value: Array | str) -> str:
    return str(() if isinstance(value, str) else value.shape)
