"""An answer that stays where it is while the expected one moves is seen; one that moves along, however little, is not."""

import numpy as np
import pytest

from autograder.grading.movement import still

MOVES = {
    "as-expected": ([1.0, 3.0], [1.0, 3.0]),
    "a-hundredth-as-far": ([1.0, 1.02], [1.0, 3.0]),
    "one-entry-of-two": ([[1.0, 2.0], [1.0, 4.0]], [[1.0, 2.0], [5.0, 4.0]]),
    "what-is-expected-stays-too": ([1.0, 1.0], [3.0, 3.0]),
    "one-case-alone": ([1.0], [3.0]),
    "to-infinity": ([1.0, np.inf], [1.0, 3.0]),
    "into-another-shape": ([[1.0], [1.0, 1.0]], [1.0, 3.0]),
    "expected-in-another-shape": ([1.0, 1.0], [[1.0], [1.0, 3.0]]),
}
STAYS = {
    "one-number": ([2.0, 2.0], [1.0, 3.0]),
    "all-but-rounding": ([2.0, 2.0 + 1e-12], [1.0, 3.0]),
    "of-a-wrong-shape": ([[2.0, 2.0], [2.0, 2.0]], [1.0, 3.0]),
    "no-answer-at-all": ([], [1.0, 3.0]),
}


@pytest.mark.parametrize(("values", "truths"), MOVES.values(), ids=MOVES)
def test_what_moves_is_left_in_peace(values: list[object], truths: list[object]) -> None:
    assert not still([np.array(value) for value in values], [np.array(truth) for truth in truths])


@pytest.mark.parametrize(("values", "truths"), STAYS.values(), ids=STAYS)
def test_what_stays_is_seen(values: list[object], truths: list[object]) -> None:
    assert still([np.array(value) for value in values], [np.array(truth) for truth in truths])
