"""What stands in for a student's functions is those functions of the master and what they use, and nothing that is still asked for."""

from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.course.load import load_assignment
from autograder.course.standins import can_stand_in, stand_ins
from autograder.course.vocabulary import Kind

MASTER = '''import math
import numpy as np

SCALE = 2
OTHER = np.ones(10**6)


def half(x):
    """Half of x."""
    return x / SCALE


def quarter(x):
    return half(half(x))


class Walker:
    def walk(self, x):
        return quarter(x) + math.pi


def asked(x):
    return quarter(x) + 1


print(asked(8))
'''


def test_a_function_comes_with_what_it_uses_and_nothing_else() -> None:
    assert stand_ins(MASTER, ["quarter"]) == (
        'SCALE = 2\ndef half(x):\n    """Half of x."""\n    return x / SCALE\ndef quarter(x):\n    return half(half(x))\n'
    )


def test_a_class_and_an_import_are_found_as_well() -> None:
    text = stand_ins(MASTER, ["Walker"])
    assert text.startswith("import math\nSCALE = 2\n")
    assert "asked" not in text


METHODS = """import numpy as np


class Walker(Base):
    steps = np.ones(3)

    def walk(self, x):
        return self.far(x) + half(x)

    def far(self, x):
        return x


def half(x):
    return x / 2
"""


def test_a_method_comes_without_the_others() -> None:
    """What it calls of the same object is the student's own."""
    text = stand_ins(METHODS, ["Walker.walk"])
    assert text == "class Walker:\n\n    def walk(self, x):\n        return self.far(x) + half(x)\ndef half(x):\n    return x / 2\n"


def test_a_method_can_stand_in_unless_it_is_asked_for() -> None:
    assert can_stand_in(METHODS, ["Walker.walk"], ["Walker.far"])
    assert not can_stand_in(METHODS, ["Walker.walk"], ["Walker.walk"])
    assert not can_stand_in(METHODS, ["Walker.walk"], ["half"])
    assert not can_stand_in(METHODS, ["Walker.run"], [])


def test_what_is_not_there_is_left_out() -> None:
    assert stand_ins(MASTER, ["nonesuch"]) == "\n"


REFUSED = {
    "what-is-asked": (["asked"], ["asked"]),
    "what-is-asked-beside-another": (["half", "asked"], ["asked"]),
    "what-comes-along": (["quarter"], ["half"]),
    "a-class": (["Walker"], ["asked"]),
    "a-constant": (["SCALE"], ["asked"]),
    "nobody": (["nonesuch"], ["asked"]),
}


@pytest.mark.parametrize(("names", "asked"), REFUSED.values(), ids=REFUSED)
def test_what_brings_what_is_asked_or_is_no_function_cannot_stand_in(names: list[str], asked: list[str]) -> None:
    assert not can_stand_in(MASTER, names, asked)


def test_a_function_that_brings_nothing_that_is_asked_can() -> None:
    assert can_stand_in(MASTER, ["half", "quarter"], ["asked", "Walker"])


STANDS_IN = {
    ("02-single-neuron", "sigmoid_prime", "train"): True,
    ("03-perceptron", "sigmoid", "gradients"): True,
    ("03-perceptron", "predict", "gradients"): True,
    ("03-perceptron", "train", "train_order"): False,  # the same method, asked in another way
    ("04-gradient-check", "numerical_gradient", "numerical_gradient_default"): False,
    ("05-two-layer-network", "hidden_delta", "backward"): True,
    ("05-two-layer-network", "backward", "hidden_delta"): False,
    ("06-train-it", "standardize", "constant_column"): False,
    ("06-train-it", "standardize", "train_classifier"): True,
}


@pytest.mark.parametrize(("slug", "name", "asked"), STANDS_IN, ids="-".join)
def test_in_the_course_functions_stand_in_for_what_comes_after_them(root: Path, slug: str, name: str, asked: str) -> None:
    loaded = load_assignment(manifest.load(root), slug)
    assert loaded.can_stand_in([name], asked) is STANDS_IN[slug, name, asked]


def test_in_the_course_nothing_that_is_asked_then_or_later_comes_along(root: Path) -> None:
    course = manifest.load(root)
    found = 0
    for entry in course.assignments:
        loaded = load_assignment(course, entry.slug)
        questions = list(loaded.assignment.questions.values())
        for index, question in enumerate(questions):
            before = [one.id for one in questions[:index] if one.kind is Kind.FUNCTION]
            names = [name for name in before if loaded.can_stand_in([name], question.id)]
            text = loaded.stand_ins(names)
            later = {one.at.partition(".")[0] for one in questions[index:]}
            assert not [name for name in later if f"def {name}(" in text or f"class {name}:" in text]
            found += len(names)
    assert found > 50


def test_in_the_course_nothing_that_is_asked_for_comes_along(root: Path) -> None:
    course = manifest.load(root)
    found = 0
    for entry in course.assignments:
        loaded = load_assignment(course, entry.slug)
        for question in loaded.assignment.questions.values():
            if question.kind == "measured" and question.uses:
                text = loaded.stand_ins(question.uses)
                assert f"def {question.uses[0]}(" in text
                assert f"def {question.id}(" not in text
                found += 1
    assert found
