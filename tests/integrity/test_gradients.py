"""A claimed gradient is compared with central differences, also a part of what a function returns, and by givens that others follow."""

import numpy as np
import pytest

from autograder.course import cases
from autograder.course.givens import normal
from autograder.course.vocabulary import Assignment
from autograder.integrity import draws
from autograder.integrity.gradients import false_claims


def bowl(claim: dict[str, object]) -> list[str]:
    """What is found of a claim about a function that gives the gradients by x and by h, where h follows from x."""
    made = Assignment(givens={"x": normal(size=3), "w": normal(size=3)}, examples=[{"x": [1, 2, 3], "w": [3, 2, 1]}] * 2)

    @made.derived
    def h(x, w):  # type: ignore[no-untyped-def]
        return np.exp(w * x / 4)

    @made.function(points=1)
    def slopes(x, w, h):  # type: ignore[no-untyped-def]
        """Both."""
        return w * h / 4, 2 * h

    @made.function(points=1)
    def single(h):  # type: ignore[no-untyped-def]
        """One."""
        return 2 * h

    made.gradient(**claim)  # type: ignore[arg-type]
    return list(false_claims(made, list(cases.accepted(made, draws.rng("test"), 5))))


GOOD = {
    "by-what-others-follow-from": {"question": "slopes", "part": 0, "of": lambda h: 1.0 * np.sum(h), "wrt": "x"},
    "by-what-follows": {"question": "slopes", "part": 1, "of": lambda h: np.sum(h**2), "wrt": "h"},
    "of-a-question-of-one-part": {"question": "single", "of": lambda h: np.sum(h**2), "wrt": "h"},
    "of-other-questions": {"question": "single", "of": lambda single: np.sum(single**2) / 4, "wrt": "h"},
}
BAD = {
    "another-part": (GOOD["by-what-others-follow-from"] | {"part": 1}, "slopes, part 1 is not the gradient by x"),
    "no-part": (GOOD["by-what-follows"] | {"part": None}, "it returns 2 things. Say which is meant: part=0 to part=1."),
    "a-part-that-is-not-there": (GOOD["by-what-follows"] | {"part": 2}, "it returns 2 things."),
    "a-part-of-one-thing": (GOOD["of-a-question-of-one-part"] | {"part": 0}, "does not return several things. Leave part= out."),
    "of-a-given": (GOOD["of-a-question-of-one-part"] | {"question": "x"}, "speaks of a given. Name a question."),
    "of-nothing": (GOOD["of-a-question-of-one-part"] | {"question": "y"}, "names 'y', which is neither a given nor a question"),
}


@pytest.mark.parametrize("claim", GOOD.values(), ids=GOOD)
def test_a_true_claim_passes(claim: dict[str, object]) -> None:
    assert bowl(claim) == []


@pytest.mark.parametrize(("claim", "why"), BAD.values(), ids=BAD)
def test_a_false_claim_is_found(claim: dict[str, object], why: str) -> None:
    found = bowl(claim)
    assert len(found) == 1
    assert why in found[0]
