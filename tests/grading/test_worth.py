"""What is measured is worth what its measure says, and nothing that a student returns can harm the judge that measures."""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.course import Assignment, uniform
from autograder.course.cases import Case
from autograder.course.closeness import Answer
from autograder.course.vocabulary import Question
from autograder.grading.worth import share

CASE = Case({"x": np.arange(4.0), "y": 2.0}, {})
Measure = Callable[..., Any]


def asked(measure: Measure) -> Question:
    made = Assignment(givens={"x": uniform(0, 1, size=4), "y": uniform(0, 1)}, examples=[])
    measure.__name__ = "outcome"
    return made.measured(points=1, sends=("x",))(measure)


def near(got: Any, x: Any, y: Any) -> Any:
    return np.mean(np.abs(got - x) < y)


def both(got: Any, x: Any, y: Any) -> Any:
    one, other = got
    return np.mean((one + other).shape[0] > 0)


def raising(got: Any, x: Any, y: Any) -> Any:
    raise RecursionError(got)


def warning(got: Any, x: Any, y: Any) -> Any:
    warnings.warn("measured", RuntimeWarning, stacklevel=1)
    return 1.0


def sum_of(got: Any, x: Any, y: Any) -> Any:
    return np.sum(got)


def as_it_is(got: Any, x: Any, y: Any) -> Any:
    return got


def in_place(got: Any, x: Any, y: Any) -> Any:
    got += 1
    return got[0]


def locked(values: list[float]) -> Any:
    array = np.array(values)
    array.flags.writeable = False
    return array


NOTHING: dict[str, tuple[Measure, Answer | None]] = {
    "no-answer": (near, None),
    "a-text": (near, "up"),
    "another-shape": (near, np.zeros(3)),
    "several-where-one-is-measured": (as_it_is, (np.ones(1), np.ones(1))),
    "one-where-several-are": (both, np.zeros(3)),
    "a-raising-measure": (raising, np.zeros(4)),
    "not-a-number": (sum_of, np.array([np.nan])),
    "endless": (sum_of, np.array([np.inf])),
    "below-nothing": (sum_of, np.array([-3.0])),
    "overflowing": (lambda got, x, y: np.exp(got * 1e300) * 0, np.array(1.0)),
    "columns-against-rows": (both, (np.zeros((6000, 1)), np.zeros((1, 6000)))),
    "axes-against-axes": (both, (np.zeros((330, 1, 1)), np.zeros((1, 330, 1)))),
    "eight-axes": (both, (np.zeros((1,) * 7 + (20,)), np.zeros((20,) + (1,) * 7))),
}


@pytest.mark.parametrize(("measure", "got"), NOTHING.values(), ids=NOTHING)
def test_what_cannot_be_measured_is_worth_nothing(measure: Measure, got: Answer | None) -> None:
    assert share(asked(measure), got, CASE) == 0.0


WORTH: dict[str, tuple[Measure, Answer, float]] = {
    "all": (near, np.arange(4.0), 1.0),
    "a-part": (near, np.array([0.0, 1.0, 2.0, 9.0]), 0.75),
    "a-number": (near, np.array(1.0), 0.75),
    "truth-values": (sum_of, np.array([True, False]), 1.0),
    "more-than-all": (sum_of, np.array([7.0]), 1.0),
    "with-warnings": (warning, np.array([7.0]), 1.0),
    "several": (both, (np.zeros((50, 3)), np.zeros((50, 1))), 1.0),
    "a-long-row-alone": (sum_of, np.full(100_000, 1e-5), 1.0),
    "written-into": (in_place, locked([-0.5]), 0.5),
}


@pytest.mark.parametrize(("measure", "got", "worth"), WORTH.values(), ids=WORTH)
def test_an_outcome_is_worth_what_the_measure_says(measure: Measure, got: Answer, worth: float) -> None:
    assert share(asked(measure), got, CASE) == pytest.approx(worth)
