"""Each operator makes the slips that it is for, and no others."""

import ast

import pytest

from autograder.integrity import operators
from autograder.integrity.operators import Operator, Scope

SCOPE = Scope(("x", "w", "h"), ("f", "g"), ("rows", "rate"), ("fit", "score"), ("up", "down"))

MADE: dict[str, tuple[Operator, str, list[str]]] = {
    "plus": (operators.another_operator, "x + w", ["x - w", "x * w", "x / w", "x ** w", "x @ w"]),
    "minus-also-the-other-way-round": (
        operators.another_operator,
        "x - w",
        ["x + w", "x * w", "x / w", "x ** w", "x @ w", "w - x"],
    ),
    "a-factor-dropped": (operators.one_operand, "x * w", ["x", "w"]),
    "a-sign-dropped": (operators.one_operand, "-x", ["x"]),
    "a-not-dropped": (operators.one_operand, "not x", ["x"]),
    "and-for-or": (operators.one_operand, "x and w", ["x", "w", "x or w"]),
    "a-product-negated": (operators.negated, "x * w", ["-(x * w)"]),
    "a-quantity-negated": (operators.negated, "x", ["-x"]),
    "a-number": (operators.another_constant, "3", ["4", "0", "1", "6", "-3"]),
    "one": (operators.another_constant, "1", ["2", "0", "-1"]),
    "zero": (operators.another_constant, "0", ["1"]),
    "a-truth-value": (operators.another_constant, "True", ["False"]),
    "a-name": (operators.another_name, "x", ["w", "h"]),
    "a-function": (operators.another_name, "f", ["g"]),
    "an-attribute": (operators.another_name, "self.rate", ["self.rows"]),
    "a-method": (operators.another_name, "self.fit", ["self.score"]),
    "an-attribute-negated": (operators.negated, "self.rate", ["-self.rate"]),
    "a-word": (operators.another_constant, "'up'", ["'down'"]),
    "what-is-returned-the-wrong-way-round": (operators.another_order, "(x, w, h)", ["(w, x, h)", "(x, h, w)"]),
    "a-shape-the-wrong-way-round": (operators.another_order, "(2, 3)", ["(3, 2)"]),
    "a-call-left-out": (operators.another_call, "f(x)", ["x"]),
    "arguments-the-wrong-way-round": (operators.another_call, "f(x, w)", ["x", "w", "f(w, x)"]),
    "a-keyword-dropped": (operators.another_call, "np.sum(x, axis=0)", ["x", "np.sum(x)", "np.mean(x, axis=0)"]),
    "a-product-of-entries": (operators.another_call, "np.dot(x, w)", ["x", "w", "np.dot(w, x)", "x * w"]),
    "a-sum-for-a-mean": (operators.another_call, "x.mean()", ["x", "x.sum()"]),
    "exp-of-the-negative": (operators.another_call, "np.exp(x)", ["x", "np.exp(-x)"]),
    "a-transpose-left-out": (operators.transposed, "x.T", ["x"]),
    "a-transpose-put-in": (operators.transposed, "x @ w", ["x.T @ w", "x @ w.T"]),
    "a-transpose-put-in-a-dot": (operators.transposed, "np.dot(x, w)", ["np.dot(x.T, w)", "np.dot(x, w.T)"]),
    "an-index": (operators.another_index, "x[i]", ["x[i + 1]", "x[i - 1]"]),
    "a-slice": (operators.another_index, "x[1:]", ["x[1 + 1:]", "x[1 - 1:]"]),
    "a-comparison": (operators.another_comparison, "x < w", ["x <= w", "x > w"]),
    "equality": (operators.another_comparison, "x == w", ["x != w"]),
}
SPARED: dict[str, tuple[Operator, str]] = {
    "a-text": (operators.another_constant, "'a'"),
    "none": (operators.another_constant, "None"),
    "a-strangers-name": (operators.another_name, "np"),
    "a-stranger-is-not-negated": (operators.negated, "np"),
    "the-object-itself": (operators.another_name, "self"),
    "a-strangers-attribute": (operators.another_name, "x.rate"),
    "a-class-of-one-method": (operators.another_call, "self.fit()"),
    "a-single-thing-returned": (operators.another_order, "(x,)"),
    "another-attribute": (operators.transposed, "x.shape"),
    "a-product-of-entries-is-not-transposed": (operators.transposed, "x * w"),
    "a-constant-index-is-a-constant": (operators.another_index, "x[0]"),
    "membership": (operators.another_comparison, "x in w"),
}


def changed(operator: Operator, text: str) -> list[str]:
    node = ast.parse(text, mode="eval").body
    return [ast.unparse(ast.fix_missing_locations(made)) for made in operator(node, SCOPE)]


@pytest.mark.parametrize(("operator", "text", "made"), MADE.values(), ids=MADE)
def test_a_slip_is_made(operator: Operator, text: str, made: list[str]) -> None:
    assert changed(operator, text) == made


@pytest.mark.parametrize(("operator", "text"), SPARED.values(), ids=SPARED)
def test_nothing_is_made_of(operator: Operator, text: str) -> None:
    assert changed(operator, text) == []


def test_every_operator_is_in_the_list() -> None:
    named = {operator for operator, *_ in MADE.values()}
    assert named == set(operators.OPERATORS)
