"""How students write 01-gradient-step: right in many forms, wrong in every way that has a name, in five lines or in one."""

from collections.abc import Collection, Mapping

from autograder.grading.report import Report

TOP = """import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
"""
LINES = {
    "h": "np.dot(x, w)",
    "nn_output": "sigmoid({h})",
    "error": "y - {nn_output}",
    "error_term": "{error} * {nn_output} * (1 - {nn_output})",
    "del_w": "learnrate * {error_term} * x",
}
MISTAKEN = {
    ("h", "products_not_summed"): "x * w",
    ("h", "inputs_summed"): "np.sum(x)",
    ("h", "inputs_twice"): "np.dot(x, x)",
    ("h", "inputs_with_target"): "np.dot(x, y)",
    ("h", "last_product_only"): "[a * b for a, b in zip(x, w)][-1]",
    ("h", "squashed_already"): "sigmoid(np.dot(x, w))",
    ("nn_output", "linear_output"): "{h} + 0",
    ("nn_output", "slope_for_output"): "sigmoid_prime({h})",
    ("nn_output", "curve_mirrored"): "1 / (1 + np.exp({h}))",
    ("nn_output", "bracket_missing"): "1 / 1 + np.exp(-{h})",
    ("error", "sign_reversed"): "{nn_output} - y",
    ("error", "absolute"): "np.abs(y - {nn_output})",
    ("error", "squared"): "(y - {nn_output}) ** 2",
    ("error", "halved_square"): "0.5 * (y - {nn_output}) ** 2",
    ("error", "halved"): "0.5 * (y - {nn_output})",
    ("error", "sum_compared"): "y - {h}",
    ("error_term", "slope_forgotten"): "{error} * 1",
    ("error_term", "slope_at_output"): "{error} * sigmoid_prime({nn_output})",
    ("error_term", "slope_at_inputs"): "{error} * sigmoid_prime(x)",
    ("error_term", "one_minus_output"): "{error} * (1 - {nn_output})",
    ("error_term", "output_only"): "{error} * {nn_output}",
    ("error_term", "error_forgotten"): "{nn_output} * (1 - {nn_output})",
    ("error_term", "precedence"): "y - {nn_output} * {nn_output} * (1 - {nn_output})",
    ("error_term", "bracket_lost"): "{error} * {nn_output} * 1 - {nn_output}",
    ("error_term", "sum_for_output"): "{error} * {h} * (1 - {h})",
    ("error_term", "factor_two"): "2 * {error} * sigmoid_prime({h})",
    ("error_term", "sign_turned"): "-{error} * sigmoid_prime({h})",
    ("error_term", "inputs_already_in"): "{error} * sigmoid_prime({h}) * x",
    ("error_term", "learnrate_already_in"): "learnrate * {error} * sigmoid_prime({h})",
    ("del_w", "learnrate_forgotten"): "{error_term} * x",
    ("del_w", "learnrate_twice"): "learnrate * learnrate * {error_term} * x",
    ("del_w", "input_forgotten"): "learnrate * {error_term}",
    ("del_w", "inputs_squared"): "learnrate * {error_term} * x * x",
    ("del_w", "weights_for_inputs"): "learnrate * {error_term} * w",
    ("del_w", "minus_step"): "-learnrate * {error_term} * x",
    ("del_w", "error_for_error_term"): "learnrate * {error} * x",
    ("del_w", "updated_weights"): "w + learnrate * {error_term} * x",
    ("del_w", "slope_again"): "learnrate * {error_term} * sigmoid_prime({h}) * x",
    ("del_w", "steps_summed"): "np.sum(learnrate * {error_term} * x)",
    ("del_w", "divided_by_inputs"): "learnrate * {error_term} * x / len(x)",
}


def written(named: Collection[str] = tuple(LINES), instead: Mapping[str, str] | None = None) -> str:
    """The file of a student who gives a name to these intermediates only, and writes these formulas instead of the right ones."""
    terms: dict[str, str] = {}
    text = TOP
    for name, line in (LINES | dict(instead or {})).items():
        formula = line.format_map(terms)
        if name in named:
            text += f"{name} = {formula}\n"
        terms[name] = name if name in named else f"({formula})"
    return text


def row(report: Report) -> str:
    """The verdicts in one line, a mistake with its name."""
    return " ".join(question.verdict + (f":{question.mistake}" if question.mistake else "") for question in report.questions)
