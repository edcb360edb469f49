"""Is an answer right but for its later digits: rounded, or held in single precision?"""

from collections.abc import Sequence

import numpy as np

from autograder.course.closeness import Answer, Array, arrays, parts, same, same_shape

FIRST_DIGITS = 1e-3
MOST_DECIMALS = 8
A_LITTLE_MORE = 1 + 1e-6  # than half of the last decimal, which is as far as rounding goes


def nearly(values: Sequence[Answer], truths: Sequence[Answer]) -> bool:
    """Whether each answer has the first digits of the expected one, or is that one rounded, in all cases to the same decimals."""
    if not values or not all(map(same_shape, values, truths)):
        return False
    if all(same(one, other, rtol=FIRST_DIGITS, atol=0.0) for one, other in zip(values, truths, strict=True)):
        return True
    texts = [part for answer in (*values, *truths) for part in parts(answer) if isinstance(part, str)]
    pairs = [pair for one, other in zip(values, truths, strict=True) for pair in zip(arrays(one), arrays(other), strict=True)]
    return not texts and any(all(_rounded(*pair, decimals) for pair in pairs) for decimals in range(1, MOST_DECIMALS + 1))


def _rounded(got: Array, expected: Array, decimals: int) -> bool:
    with np.errstate(over="ignore", invalid="ignore"):
        held = np.allclose(got, np.round(got, decimals), rtol=1e-12, atol=0.0)
        return held and bool(np.all(np.abs(got.ravel() - expected.ravel()) <= A_LITTLE_MORE * 0.5 * 10.0**-decimals))
