"""An answer with the first digits of the right one is told so; one that is merely of its size is not."""

import numpy as np
import pytest

from autograder.course.closeness import Answer
from autograder.grading.nearness import nearly

TRUTHS = [0.66077, 0.03763]
NEAR = {
    "to-four-decimals": ([0.6608, 0.0376], TRUTHS),
    "to-two-decimals": ([0.66, 0.04], TRUTHS),
    "single-precision": ([float(np.float32(0.66077)), float(np.float32(0.03763)) * (1 + 3e-6)], TRUTHS),
    "rounded-on-the-way": ([0.66079, 0.0376314], TRUTHS),
    "an-array-with-a-nought": ([[0.66, 0.0]], [[0.6612, 0.0031]]),
    "the-second-of-two": ([(1.0, 0.66)], [(1.0, 0.6608)]),
    "beside-a-text": ([("scaled", 2.0001)], [("scaled", 2.0)]),
    "large": ([123457.0], [123456.7]),
}
FAR = {
    "another-size": ([0.67, 0.0376], TRUTHS),
    "a-percent-off": ([0.66077, 0.038], [0.66077, 0.0376]),
    "sign": ([-0.6608, -0.0376], TRUTHS),
    "yes-or-no": ([1.0, 0.0], [0.66, 0.34]),
    "one-case-of-two": ([0.66077, 0.5], TRUTHS),
    "another-shape": ([[0.66077, 0.66077], [0.03763, 0.03763]], TRUTHS),
    "not-finite": ([np.nan, 0.03763], TRUTHS),
    "another-text": ([("wrong", 0.66)], [("scaled", 0.6608)]),
    "nothing": ([], []),
}


def answer(value: object) -> Answer:
    if isinstance(value, tuple):
        return tuple(part if isinstance(part, str) else np.asarray(part, float) for part in value)
    return value if isinstance(value, str) else np.asarray(value, float)


@pytest.mark.parametrize(("values", "truths"), NEAR.values(), ids=NEAR)
def test_it_is_nearly_right(values: list[object], truths: list[object]) -> None:
    assert nearly([*map(answer, values)], [*map(answer, truths)])


@pytest.mark.parametrize(("values", "truths"), FAR.values(), ids=FAR)
def test_it_is_not_nearly_right(values: list[object], truths: list[object]) -> None:
    assert not nearly([*map(answer, values)], [*map(answer, truths)])
