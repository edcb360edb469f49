"""Does an answer move with the inputs?"""

from collections.abc import Sequence
from math import isfinite

import numpy as np

from autograder.course.closeness import Answer, Array, parts

STILL = 1e-3  # an answer that moves by less than this part of the expected answer's movement does not depend on the inputs

Part = Sequence[Array | str]
"""One of the things that an answer consists of, case by case."""


def still(values: Sequence[Answer], truths: Sequence[Answer]) -> bool:
    """Whether an answer stays where it is from case to case while the expected answer moves; of several parts, each that should.

    Args:
        values: the answers that there are.
        truths: the expected ones.
    """
    if len({len(parts(answer)) for answer in (*values, *truths)}) != 1:
        return False
    expected = by_part(truths)
    found = by_part(values) if values else [()] * len(expected)
    moving = [(value, truth) for value, truth in zip(found, expected, strict=True) if moves(truth)]
    return bool(moving) and all(_stays(value, truth) for value, truth in moving)


def constant(values: Sequence[Answer]) -> bool:
    """Whether an answer that nothing is compared with is the same in every case, but for a thousandth of its own size."""
    if len(values) < 2 or len({len(parts(answer)) for answer in values}) != 1:
        return False
    return all(_same_throughout(part) for part in by_part(values))


def by_part(answers: Sequence[Answer]) -> list[Part]:
    """Answers of equally many parts, case by case, as these parts."""
    return list(zip(*map(parts, answers), strict=True))


def moves(truths: Part) -> bool:
    """Whether a part of the expected answer moves at all."""
    arrays = _arrays(truths)
    if len(arrays) < len(truths):
        return len({*map(str, truths)}) > 1
    return _movement(arrays) > 0


def rests(values: Part, truths: Part) -> bool:
    """Whether a part stays where it is while the expected one moves, and by its own size too: a thousandth of a slope moves as well."""
    found = _arrays(values)
    return _stays(values, truths) and _movement(found) <= STILL * _largest(found)


def _same_throughout(part: Part) -> bool:
    found = _arrays(part)
    if len(found) < len(part):
        return not found and len({*map(str, part)}) == 1
    largest = _largest(found)
    return isfinite(largest) and _of_one_shape(found) and _spread(found) <= STILL * largest


def _stays(values: Part, truths: Part) -> bool:
    found, expected = _arrays(values), _arrays(truths)
    if len(expected) < len(truths):
        return not found and len({*map(str, values)}) <= 1
    if len(found) < len(values):
        return False
    if _of_one_shape(expected):
        return _of_one_shape(found) and _spread(found) < STILL * _spread(expected)
    return _movement(found) < STILL * _range(expected)


def _arrays(part: Part) -> list[Array]:
    return [value for value in part if not isinstance(value, str)]


def _of_one_shape(values: Sequence[Array]) -> bool:
    return len({value.shape for value in values}) <= 1


def _largest(values: Sequence[Array]) -> float:
    return max((float(np.max(np.abs(value), initial=0.0)) for value in values), default=0.0)


def _movement(values: Sequence[Array]) -> float:
    return _spread(values) if _of_one_shape(values) else _range(values)  # the sizes may be others from case to case


def _spread(values: Sequence[Array]) -> float:
    """The largest movement of any entry over the cases."""
    if not values:
        return 0.0
    stacked = np.stack(values)
    with np.errstate(over="ignore", invalid="ignore"):
        return float(np.max(np.subtract(stacked.max(axis=0), stacked.min(axis=0), dtype=np.float64), initial=0.0))


def _range(values: Sequence[Array]) -> float:
    """How far apart the smallest and the largest of all entries are."""
    entries = np.concatenate([value.ravel() for value in values])
    with np.errstate(over="ignore", invalid="ignore"):
        return float(entries.max() - entries.min()) if entries.size else 0.0
