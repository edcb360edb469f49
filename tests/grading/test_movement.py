"""An answer that stays where it is while the expected one moves is seen; one that moves along, however little, is not."""

import numpy as np
import pytest

from autograder.course.closeness import Answer, Array
from autograder.grading.movement import constant, rests, still

MOVES = {
    "as-expected": ([1.0, 3.0], [1.0, 3.0]),
    "a-hundredth-as-far": ([1.0, 1.02], [1.0, 3.0]),
    "one-entry-of-two": ([[1.0, 2.0], [1.0, 4.0]], [[1.0, 2.0], [5.0, 4.0]]),
    "what-is-expected-stays-too": ([1.0, 1.0], [3.0, 3.0]),
    "one-case-alone": ([1.0], [3.0]),
    "to-infinity": ([1.0, np.inf], [1.0, 3.0]),
    "into-another-shape": ([[1.0], [1.0, 1.0]], [1.0, 3.0]),
    "with-the-sizes": ([[1.0], [1.0, 2.0]], [[1.0], [1.0, 3.0]]),
    "of-one-entry-more": ([[1.0, 2.0], [1.0, 2.0, 2.0]], [[1.0], [1.0, 3.0]]),
    "noughts-of-all-sizes-expected": ([1.0, 1.0], [[0.0], [0.0, 0.0]]),
    "another-text": (["up", "down"], ["up", "down"]),
    "one-text-expected": (["up", "up"], ["up", "up"]),
    "a-number-for-a-text": ([1.0, 1.0], ["up", "down"]),
    "a-text-for-a-number": (["up", "up"], [1.0, 2.0]),
    "the-second-of-two": ([(1.0, 2.0), (1.0, 3.0)], [(1.0, 5.0), (2.0, 6.0)]),
    "one-thing-for-two": ([1.0, 1.0], [(1.0, 5.0), (2.0, 6.0)]),
}
STAYS = {
    "one-number": ([2.0, 2.0], [1.0, 3.0]),
    "all-but-rounding": ([2.0, 2.0 + 1e-12], [1.0, 3.0]),
    "of-a-wrong-shape": ([[2.0, 2.0], [2.0, 2.0]], [1.0, 3.0]),
    "no-answer-at-all": ([], [1.0, 3.0]),
    "expected-in-another-shape": ([1.0, 1.0], [[1.0], [1.0, 3.0]]),
    "noughts-in-every-shape": ([[0.0], [0.0, 0.0]], [[1.0], [1.0, 3.0]]),
    "one-text": (["up", "up"], ["up", "down"]),
    "both-of-two": ([(1.0, "up"), (1.0, "up")], [(1.0, "up"), (2.0, "down")]),
    "the-one-that-should-move": ([(1.0, 7.0), (1.0, 8.0)], [(1.0, 5.0), (2.0, 5.0)]),
}


def part(value: object) -> Array | str:
    return value if isinstance(value, str) else np.array(value)


def answer(value: object) -> Answer:
    """A tuple is several parts; a text a text; all else an array."""
    if isinstance(value, tuple):
        return tuple(map(part, value))
    return part(value)


@pytest.mark.parametrize(("values", "truths"), MOVES.values(), ids=MOVES)
def test_what_moves_is_left_in_peace(values: list[object], truths: list[object]) -> None:
    assert not still([*map(answer, values)], [*map(answer, truths)])


@pytest.mark.parametrize(("values", "truths"), STAYS.values(), ids=STAYS)
def test_what_stays_is_seen(values: list[object], truths: list[object]) -> None:
    assert still([*map(answer, values)], [*map(answer, truths)])


RESTS = {
    "noughts": ([0.0, 0.0], [1.0, 3.0]),
    "noughts-in-every-shape": ([[0.0], [0.0, 0.0]], [[1.0], [1.0, 3.0]]),
    "one-text": (["up", "up"], ["up", "down"]),
    "a-number-but-for-rounding": ([2.0, 2.0 + 1e-12], [1.0, 3.0]),
}
RESTLESS = {
    "a-millionth-of-what-is-expected": ([1e-6, 3e-6], [1.0, 3.0]),
    "as-far-as-expected-from-far-away": ([1e6 + 1.0, 1e6 + 3.0], [1.0, 3.0]),
    "another-text": (["down", "up"], ["up", "down"]),
}


@pytest.mark.parametrize(("values", "truths"), RESTS.values(), ids=RESTS)
def test_a_part_that_rests_is_seen(values: list[object], truths: list[object]) -> None:
    assert rests([*map(part, values)], [*map(part, truths)])


@pytest.mark.parametrize(("values", "truths"), RESTLESS.values(), ids=RESTLESS)
def test_a_part_that_moves_by_its_own_size_does_not_rest(values: list[object], truths: list[object]) -> None:
    assert not rests([*map(part, values)], [*map(part, truths)])


CONSTANT = {
    "a-number": [2.0, 2.0, 2.0],
    "but-for-a-little-noise": [[2.0, 0.0], [2.0, 0.001]],
    "a-text": ["up", "up"],
    "several-things": [([1.0, 2.0], "up"), ([1.0, 2.0], "up")],
    "truth-values": [[True, False], [True, False]],
}
CHANGING = {
    "a-number": [2.0, 2.0, 2.1],
    "one-entry": [[2.0, 0.0], [2.0, 0.1]],
    "the-shape": [[1.0], [1.0, 1.0]],
    "a-text": ["up", "down"],
    "one-of-several-things": [([1.0, 2.0], 1.0), ([1.0, 2.0], 2.0)],
    "truth-values": [[True, False], [True, True]],
    "a-number-and-then-a-text": [1.0, "up"],
    "to-infinity": [1.0, np.inf],
    "one-case-alone": [1.0],
    "no-case": [],
}


@pytest.mark.parametrize("values", CONSTANT.values(), ids=CONSTANT)
def test_what_is_the_same_in_all_cases_is_seen_without_an_expected_answer(values: list[object]) -> None:
    assert constant([*map(answer, values)])


@pytest.mark.parametrize("values", CHANGING.values(), ids=CHANGING)
def test_what_changes_from_case_to_case_is_not_constant(values: list[object]) -> None:
    assert not constant([*map(answer, values)])
