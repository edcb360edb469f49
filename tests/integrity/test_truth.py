"""Proof 3 holds where master, questions and gradients agree, and sees where one of them does not."""

import numpy as np
import pytest

from autograder.integrity.truth import near, truth
from tests.integrity.conftest import MASTER, QUESTIONS, Prepared

CLAIM = 'product.gradient(question="slope", of=lambda z: z**2 / 2, wrt="a")'

BAD = {
    "a-wrong-sign": ('of=lambda z: -(z**2) / 2, wrt="a"', "slope is not the gradient by a"),
    "a-wrong-factor": ('of=lambda z: z**2, wrt="a"', "slope is not the gradient by a"),
    "off-by-a-millionth": ('of=lambda z: 1.000001 * z**2 / 2, wrt="a"', "slope is not the gradient by a"),
    "by-another-given": ('of=lambda z: z**2 / 2, wrt="b"', "slope is not the gradient by b"),
    "an-unknown-name": ('of=lambda y: y, wrt="a"', "names 'y', which is neither a given nor a question"),
    "an-unknown-variable": ('of=lambda z: z, wrt="c"', "names 'c', which is neither a given nor a question"),
}
GOOD = {
    "by-a-given": 'of=lambda z: z**2 / 2, wrt="a"',
    "by-an-earlier-question": 'of=lambda z, b: b * z**2 / 2, wrt="z"',
    "times-a-scale": 'of=lambda z: -(z**2), wrt="a", scale=lambda: -0.5',
    "times-a-given": 'of=lambda z, b: z**2 / 2 / b, wrt="a", scale=lambda b: b',
}


@pytest.mark.parametrize("claim", GOOD.values(), ids=GOOD)
def test_a_true_gradient_passes(claim: str, subject: Prepared) -> None:
    found = truth(subject(questions=QUESTIONS.replace(CLAIM, f'product.gradient(question="slope", {claim})')))
    assert found.passed, found.findings
    assert found.figures == {"cases": 302, "questions": 2, "gradients": 1}


@pytest.mark.parametrize(("claim", "why"), BAD.values(), ids=BAD)
def test_a_false_gradient_is_found(claim: str, why: str, subject: Prepared) -> None:
    found = truth(subject(questions=QUESTIONS.replace(CLAIM, f'product.gradient(question="slope", {claim})')))
    assert len(found.findings) == 1
    assert why in found.findings[0]


def test_a_master_that_differs_now_and_then_is_found_with_a_case(subject: Prepared) -> None:
    found = truth(subject(MASTER.replace("z * b  #", "z * min(b, 3.9)  #")))
    assert len(found.findings) == 1
    assert "slope differs from questions.py in " in found.findings[0]
    assert "With a = " in found.findings[0]


@pytest.mark.parametrize(
    ("found", "expected", "alike"),
    [
        (1.0, 1.0 + 1e-8, True),
        (1.0, 1.0 + 1e-6, False),
        (None, 1.0, False),
        ([1.0, 0.0], [1.0, 1e-9], True),
        ([1.0], [1.0, 1.0], False),
        ([np.nan, 1.0], [np.nan, 1.0], True),
        ([np.inf, 1.0], [-np.inf, 1.0], False),
        ([1.0, 1.0], [np.nan, 1.0], False),
        ([np.nan, 1.0], [1.0, 1.0], False),
        (0.0, 1e-300, False),
    ],
)
def test_near_is_relative_to_the_largest_entry(found: object, expected: object, alike: bool) -> None:
    value = None if found is None else np.asarray(found, dtype=np.float64)
    assert near(value, np.asarray(expected, dtype=np.float64)) is alike
