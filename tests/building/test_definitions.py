"""Which functions does a file define, and how are they called?"""

import ast

import pytest

from autograder.building.definitions import definition, functions, signature

TEXT = """\
import numpy as np

step = None


def gradient(f, theta: "np.ndarray", eps=1e-6):
    def inner():
        return 0


if step is None:

    def train(X, /, Y, *, epochs=10, rate):
        return X


class Perceptron:
    def __init__(self, n):
        self.n = n

    def predict(self, xs): ...

    @staticmethod
    def of(n=(1,  2), *rest, **more): ...


class Empty:
    pass
"""


@pytest.mark.parametrize("name", ["step", "no_such", "predict", "Perceptron.fit", "Perceptron.predict.xs", ""])
def test_what_is_no_function_has_no_signature(name: str) -> None:
    assert signature(TEXT, name) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gradient", "gradient(f, theta, eps=1e-6)"),
        ("gradient.inner", "gradient.inner()"),
        ("train", "train(X, Y, *, epochs=10, rate)"),
        ("Perceptron", "Perceptron(n)"),
        ("Perceptron.predict", "Perceptron.predict(xs)"),
        ("Perceptron.of", "Perceptron.of(n=(1, 2), *rest, **more)"),
        ("Empty", "Empty()"),
    ],
)
def test_a_signature_is_how_it_is_called_with_its_defaults_as_they_are_written(name: str, said: str) -> None:
    assert signature(TEXT, name) == said


def test_outer_functions_come_before_inner_ones() -> None:
    assert [name for name, _ in functions(ast.parse(TEXT))] == [
        *("gradient", "gradient.inner", "train", "Perceptron.__init__", "Perceptron.predict", "Perceptron.of")
    ]


def test_what_is_defined_twice_is_what_it_was_last() -> None:
    found = definition(ast.parse("def f(a): ...\n\n\ndef f(b): ...\n"), "f")
    assert found is not None
    assert found.lineno == 4
