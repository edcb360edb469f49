"""Lists, arrays and several numbers are taken for one another where that is meant, and nothing else is."""

import numpy as np
import pytest

from autograder.course.closeness import Answer, parts
from autograder.grading.fitting import fitted, misfit, same_but_endless, wanted

N = np.float64(0)
V, W, M = np.arange(2.0), np.arange(3.0), np.arange(6.0).reshape(2, 3)
YES = np.array([True, False])

UNFIT: dict[str, tuple[Answer | None, Answer, str]] = {
    "nothing": (None, V, ""),
    "text-for-an-array": ("up", V, "text"),
    "text-for-a-number": ("up", N, "text"),
    "truth-values": (YES, V, "a truth value"),
    "a-truth-value": (np.array(True), N, "a truth value"),
    "a-number-for-a-text": (N, "up", "a number"),
    "one-entry-for-a-text": (np.ones((1, 1)), "up", "a number"),
    "an-array-for-a-text": (V, "up", "an array of numbers"),
    "a-truth-value-for-a-text": (np.array(True), "up", "a truth value"),
    "text-among-numbers": ((V, "up"), (V, N), "several values, of which number 2 is text"),
    "a-number-among-texts": ((V, N), (V, "up"), "several values, of which number 2 is a number"),
    "truth-values-among-arrays": ((YES, N), (V, N), "several values, of which number 1 is a truth value"),
}


@pytest.mark.parametrize(("value", "expected", "odd"), UNFIT.values(), ids=UNFIT)
def test_what_cannot_be_meant_is_no_answer(value: Answer | None, expected: Answer, odd: str) -> None:
    assert fitted(value, expected) == (None, odd)


MEANT: dict[str, tuple[Answer, Answer, Answer]] = {
    "as-it-is": (V, V, V),
    "a-text": ("up", "down", "up"),
    "numbers-in-brackets-of-their-own": (V.reshape(2, 1, 1), V, V),
    "the-same-among-several": ((N, V.reshape(2, 1, 1)), (N, V), (N, V)),
    "so-many-are-not-asked-for": (W.reshape(3, 1, 1), V, W.reshape(3, 1, 1)),
    "a-column-stays-a-column": (V.reshape(2, 1), V, V.reshape(2, 1)),
    "of-another-shape": (W, V, W),
    "rows-for-several-arrays": (M, (W, W), (M[0], M[1])),
    "entries-for-several-numbers": (V, (N, N), (V[0], V[1])),
    "several-numbers-for-an-array": ((V[0], V[1]), V, V),
    "several-arrays-for-a-table": ((M[0], M[1]), M, M),
    "several-of-a-wrong-count-stay-several": ((V[0], V[1]), W, (V[0], V[1])),
    "unequal-ones-stay-several": ((V, W), M, (V, W)),
    "with-a-text-they-stay-several": ((N, "up"), V, (N, "up")),
    "truth-values-stay-several": ((YES, YES), np.ones((2, 2)), (YES, YES)),
    "several-for-a-text": ((N, N), "up", (N, N)),
    "too-many": ((N, N, N), (N, N), (N, N, N)),
    "entries-are-not-split-for-arrays": (V, (V, N), (V,)),
    "too-few": (W, (N, N), (W,)),
    "a-number-for-several": (N, (N, N), (N,)),
    "a-text-for-several": ("up", (N, "up"), ("up",)),
    "one-alone-for-one-of-several": (M, (M,), (M,)),
    "forged-one-of-one": ((W,), W, W),
    "forged-one-of-one-for-several": ((W,), (W, N), (W,)),
    "rows-are-not-split-for-texts": (V, (N, "up"), (V,)),
    "an-empty-array": (np.zeros(0), V, np.zeros(0)),
}


@pytest.mark.parametrize(("value", "expected", "meant"), MEANT.values(), ids=MEANT)
def test_what_is_meant_counts(value: Answer, expected: Answer, meant: Answer) -> None:
    found, odd = fitted(value, expected)
    assert found is not None
    assert (odd, isinstance(found, tuple)) == ("", isinstance(meant, tuple))
    assert len(parts(found)) == len(parts(meant))
    for one, other in zip(parts(found), parts(meant), strict=True):
        assert np.shape(one) == np.shape(other)
        assert np.array_equal(one, other)


WANTED: dict[str, Answer] = {
    "a number or an array of numbers is": V,
    "a text is": "up",
    "2 numbers or arrays are": (V, N),
    "3 values, texts among them, are": ("up", N, N),
}


@pytest.mark.parametrize("words", WANTED)
def test_what_is_expected_is_said(words: str) -> None:
    assert wanted(WANTED[words]) == words


def test_the_first_part_of_a_wrong_shape_is_named() -> None:
    assert misfit((V, W, M), (V, N, N)) == (2, "(3,)", "()")
    assert misfit(W, V) == (1, "(3,)", "(2,)")


ENDLESS: dict[str, tuple[Answer | None, Answer, bool]] = {
    "in-the-same-places": (np.array([1.0, np.inf]), np.array([1.0, np.nan]), True),
    "in-the-same-parts": ((V, np.array(np.nan), "up"), (V, np.array(np.inf), "up"), True),
    "in-other-places": (np.array([np.inf, 1.0]), np.array([1.0, np.nan]), False),
    "with-another-number-beside": (np.array([2.0, np.inf]), np.array([1.0, np.nan]), False),
    "with-another-text-beside": ((np.array(np.nan), "up"), (np.array(np.nan), "down"), False),
    "of-another-shape": (np.array([np.inf]), np.array([np.inf, np.inf]), False),
    "nothing": (None, np.array(np.nan), False),
}


@pytest.mark.parametrize(("got", "expected", "alike"), ENDLESS.values(), ids=ENDLESS)
def test_what_is_not_finite_is_compared_by_where_it_is(got: Answer | None, expected: Answer, alike: bool) -> None:
    assert same_but_endless(got, expected, rtol=1e-6, atol=0.0) is alike
