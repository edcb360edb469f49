"""Does an answer move with the inputs?"""

from collections.abc import Sequence

import numpy as np

from autograder.course.closeness import Array

STILL = 1e-3  # an answer that moves by less than this part of the expected answer's movement does not depend on the inputs


def still(values: Sequence[Array], truths: Sequence[Array]) -> bool:
    """Whether an answer stays where it is from case to case while the expected answer moves.

    Args:
        values: the answers that there are.
        truths: the expected ones.
    """
    return _of_one_shape(values) and _of_one_shape(truths) and _spread(values) < STILL * _spread(truths)


def _of_one_shape(values: Sequence[Array]) -> bool:
    return len({value.shape for value in values}) <= 1


def _spread(values: Sequence[Array]) -> float:
    """The largest movement of any entry over the cases."""
    if not values:
        return 0.0
    stacked = np.stack(values)
    with np.errstate(over="ignore", invalid="ignore"):
        return float(np.max(stacked.max(axis=0) - stacked.min(axis=0), initial=0.0))
