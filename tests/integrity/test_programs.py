"""A program is written from formulas alone, makes one mistake, and names what it is told to name."""

import types
from pathlib import Path

import pytest

from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.course.vocabulary import Assignment
from autograder.errors import CourseError
from autograder.integrity.programs import ends, program
from tests.integrity.conftest import QUESTIONS, SLUG, Made


def assignment(made: Made, questions: str = QUESTIONS) -> Assignment:
    return load_assignment(load(made(questions=questions, build_it=False)), SLUG).assignment


def values(text: str, **givens: float) -> dict[str, object]:
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
    }.values(),
)
def test_what_a_formula_uses_is_written(head: str, formula: str, made: Made) -> None:
    asked = assignment(made, QUESTIONS.replace("def doubled", f"{head}\n\ndef doubled").replace("return a * b", f"return {formula}"))
    assert values(program(asked), a=2.0, b=3.0)["z"] == 6.0


def test_what_cannot_be_written_is_said_with_its_name(made: Made) -> None:
    questions = QUESTIONS.replace("def doubled", "TABLE = {1: 2}\n\n\ndef doubled").replace(
        "return a * b", "return a * b * TABLE[1] / 2"
    )
    with pytest.raises(CourseError, match="the formula 'z' uses 'TABLE', a dict, which cannot be written"):
        program(assignment(made, questions))


def test_a_formula_without_a_text_of_its_own_is_refused(made: Made, tmp_path: Path) -> None:
    asked = assignment(made)
    asked.questions["z"].formula = max
    with pytest.raises(CourseError, match="is not a function written with def"):
        program(asked)
