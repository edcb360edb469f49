"""Proof 3 holds where master, questions and gradients agree, and sees where one of them does not."""

import pytest

from autograder.integrity.truth import truth
from tests.integrity import walking
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


def test_functions_outcomes_and_constants_are_compared_and_what_is_measured_is_measured(walk: Prepared) -> None:
    found = truth(walk())
    assert found.passed, found.findings
    assert found.figures == {"cases": 22, "questions": 5, "gradients": 1}
    assert found.notes == ("measured: settle is worth 100.0%, 90% is enough",)


DIFFERENT = {
    "a-function": ("return 2 * a * x", "return 2 * a * x + 1e-6", "slope differs from questions.py in 22 of 22 cases"),
    "one-of-two-things": ("places.append(self.x[0])", "places.append(self.x[-1])", "walk differs from questions.py"),
    "a-constant": ("quarter = 0.5 * 0.5", "quarter = 0.5 * 0.501", "quarter differs from questions.py"),
    "a-text": ('way = "down"', 'way = "Down"', "the master says 'Down', questions.py 'down'"),
    "what-is-not-good-enough": ("for _ in range(12)", "for _ in range(3)", "settle is worth 0.0% on 4 cases, enough=0.9 is wanted"),
    "what-stops": ("return np.sum(level)", "return np.sum(levels)", "the master says nothing, questions.py"),
}


@pytest.mark.parametrize(("old", "new", "why"), DIFFERENT.values(), ids=DIFFERENT)
def test_what_differs_in_the_master_is_found(old: str, new: str, why: str, walk: Prepared) -> None:
    assert old in walking.MASTER
    found = truth(walk(walking.MASTER.replace(old, new)))
    assert any(why in finding for finding in found.findings), found.findings


def test_a_question_of_few_digits_is_compared_with_its_own_tolerance(walk: Prepared) -> None:
    """The constant on paper is asked for to three digits; all else is compared to seven."""
    found = truth(walk(walking.MASTER.replace("quarter = 0.5 * 0.5", "quarter = 0.5 * 0.5001")))
    assert found.passed, found.findings
