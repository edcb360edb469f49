"""A program is written from formulas alone, makes one mistake, and names what it is told to name."""

import types
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import load
from autograder.course.vocabulary import Assignment
from autograder.errors import CourseError
from autograder.integrity.programs import ends, program
from tests.integrity import walking
from tests.integrity.conftest import QUESTIONS, SLUG, Made


def assignment(made: Made, questions: str = QUESTIONS) -> Assignment:
    return load_assignment(load(made(questions=questions, build_it=False)), SLUG).assignment


def values(text: str, **givens: float) -> dict[str, Any]:
    space = types.ModuleType("program").__dict__
    space.update(givens)
    exec(text, space)
    return space


def test_without_a_mistake_all_is_right(made: Made) -> None:
    found = values(program(assignment(made)), a=2.0, b=3.0)
    assert (found["z"], found["slope"]) == (6.0, 18.0)


def test_a_mistake_takes_the_place_of_its_question_alone(made: Made) -> None:
    asked = assignment(made)
    found = values(program(asked, asked.questions["z"].mistakes["added"]), a=2.0, b=3.0)
    assert (found["z"], found["slope"]) == (5.0, 15.0)


def test_helpers_of_the_authors_file_come_along(made: Made) -> None:
    asked = assignment(made)
    text = program(asked, asked.questions["slope"].mistakes["twice"])
    assert values(text, a=2.0, b=3.0)["slope"] == 36.0
    assert text.count("def doubled") == 1
    assert "autograder" not in text


def test_what_is_not_named_has_no_name(made: Made) -> None:
    asked = assignment(made)
    found = values(program(asked, named=ends(asked)), a=2.0, b=3.0)
    assert ends(asked) == ("slope",)
    assert "z" not in found
    assert found["slope"] == 18.0


@pytest.mark.parametrize(
    ("head", "formula"),
    {
        "an-import": ("", "np.multiply(a, b)"),
        "a-constant": ("ONE = 1.0\n", "ONE * a * b"),
        "a-name-imported": ("from math import prod\n", "prod([a, b])"),
        "a-helper-of-a-helper": ("def f(v):\n    return g(v)\n\n\ndef g(v):\n    return v\n", "f(a) * b"),
        "a-helper-that-calls-itself": ("def f(v, n):\n    return v if n == 0 else f(v, n - 1)\n", "f(a, 3) * b"),
        "a-local-function": ("", "(lambda b: a * b)(b)"),
        "a-numpy-number": ("ONE = np.float64(1.0)\n", "ONE * a * b"),
        "an-array": ("ONES = np.array([0.5, 0.5])\n", "np.sum(ONES * a) * b"),
        "a-table": ("TABLE = {'one': (1.0, [2.0])}\n", "TABLE['one'][0] * a * b"),
        "infinity": ("FAR = float('inf')\n", "min(FAR, a * b)"),
        "a-default": ("ONE = 1.0\n\n\ndef f(v, by=ONE):\n    return v * by\n", "f(a) * b"),
        "a-local-name-that-the-module-has-too": ("", "[slope * b for slope in [a]][0]"),
    }.values(),
)
def test_what_a_formula_uses_is_written(head: str, formula: str, made: Made) -> None:
    asked = assignment(made, QUESTIONS.replace("def doubled", f"{head}\n\ndef doubled").replace("return a * b", f"return {formula}"))
    assert values(program(asked), a=2.0, b=3.0)["z"] == 6.0


def test_what_cannot_be_written_is_said_with_its_name(made: Made) -> None:
    questions = QUESTIONS.replace("def doubled", "TABLE = object()\n\n\ndef doubled").replace(
        "return a * b", "return a * b if TABLE else 0.0"
    )
    with pytest.raises(CourseError, match="the formula 'z' uses 'TABLE' of type object, which cannot be written"):
        program(assignment(made, questions))


def test_a_formula_without_a_text_of_its_own_is_refused(made: Made, tmp_path: Path) -> None:
    asked = assignment(made)
    asked.questions["z"].formula = max
    with pytest.raises(CourseError, match="is not a function written with def"):
        program(asked)


def walk(made: Made, questions: str = walking.QUESTIONS) -> Loaded:
    return load_assignment(load(made(walking.MASTER, questions, driver=walking.DRIVER, points=10, build_it=False)), SLUG)


def test_functions_are_plain_and_built_on_those_of_the_program(made: Made) -> None:
    asked = walk(made).assignment
    space = values(program(asked, asked.questions["slope"].mistakes["alone"]))
    assert space["slope"](3.0, 0.5) == 6.0
    place, places = space["walk"](np.array([1.0]), 0.5, 0.1, 2)  # with the right slope it would be 0.81
    assert (place, list(places)) == (pytest.approx(0.64), pytest.approx([0.8, 0.64]))
    assert space["total"](np.array([1.0, 2.0])) == 3.0


def test_constants_are_values_texts_too(made: Made) -> None:
    asked = walk(made).assignment
    assert values(program(asked))["way"] == "down"
    assert values(program(asked, asked.questions["way"].mistakes["upwards"]))["way"] == "up"


def test_what_is_measured_is_left_out(made: Made) -> None:
    assert "settle" not in program(walk(made).assignment)


def test_a_formula_that_calls_a_question_by_its_name_alone_is_told_how_to_name_it(made: Made) -> None:
    questions = walking.QUESTIONS.replace('rate, epochs, *, slope):\n    """Where', 'rate, epochs):\n    """Where').replace(
        "return walked(x, a, rate, epochs, slope)", "return walked(x, a, rate, epochs, slope.formula)", 1
    )
    with pytest.raises(CourseError, match=r"uses 'slope', a question or a mistake.* def \.\.\.\(\.\.\., \*, slope\)"):
        program(walk(made, questions).assignment)
