"""Does examples.json say what students may know, in the same bytes everywhere?"""

import json
import math

import msgspec
import pytest

from autograder.building.examples import examples_json, published
from autograder.course.load import load_assignment
from autograder.course.published import Published, PublishedMistake
from tests.building.making import QUESTIONS, Made


def _made(course: Made, questions: str = QUESTIONS) -> Published:
    return published(load_assignment(course(questions=questions), "01-halves"))


def test_no_formula_and_no_hidden_case_is_in_it(course: Made) -> None:
    text = examples_json(_made(course)).decode()
    assert "a + b" not in text
    assert "uniform" not in text
    assert set(json.loads(text)) == {
        *("schema", "assignment", "title", "version", "file", "notebook", "givens", "questions", "examples")
    }


def test_a_mistake_that_is_not_finite_is_left_out_where_it_is_not(course: Made) -> None:
    first, second = _made(course).examples
    assert first.mistakes == {"total": {"difference": -1.5}, "half": {}}
    assert second.mistakes["total"] == {"difference": [0.9, 4.0]}


def test_givens_keep_their_kind_and_their_digits(course: Made) -> None:
    first, second = _made(course).examples
    assert first.givens == {"a": 1, "b": 2.5}
    assert isinstance(first.givens["a"], int)
    assert second.givens == {"a": [1, 2], "b": [0.1, -2.0]}


def test_questions_come_in_the_order_asked_with_what_they_need(course: Made) -> None:
    total, half = _made(course).questions
    assert (total.id, total.text, total.points, total.needs) == ("total", "The sum | of both.", 2, ("a", "b"))
    assert (half.id, half.points, half.needs, half.mistakes) == ("half", 1.5, ("total",), ())
    assert total.mistakes[0] == PublishedMistake("difference", "Which sign stands there?")


def test_the_last_digits_that_processors_disagree_on_are_rounded_away(course: Made) -> None:
    formula = "    return a + b\n\n\n@total.mistake\ndef diff"
    noisy = [
        examples_json(_made(course, QUESTIONS.replace(formula, formula.replace("a + b", f"(a + b) * {factor!r}"))))
        for factor in (1 / 3, math.nextafter(1 / 3, 0), math.nextafter(1 / 3, 1))
    ]
    assert noisy[0] != examples_json(_made(course))
    assert noisy[1:] == noisy[:1] * 2


@pytest.mark.parametrize("dust", ["5.5e-17", "-5.5e-17", "-0.0"])
def test_dust_beside_the_answers_becomes_zero(course: Made, dust: str) -> None:
    questions = QUESTIONS.replace("return a - b", f"return {dust} * (a + b)")
    assert examples_json(_made(course, questions)).decode().count('"difference": 0.0') == 1


def test_small_answers_keep_their_digits_beside_large_ones(course: Made) -> None:
    made = _made(course, QUESTIONS.replace("return total / 2", "return total * 1.23456789012e-9"))
    assert made.examples[0].answers["half"] == 4.320987615e-09


def test_what_is_written_is_what_was_made(course: Made) -> None:
    made = _made(course)
    assert msgspec.json.decode(examples_json(made), type=Published) == made


def test_rows_of_numbers_stand_on_one_line_and_the_file_ends_with_a_line_feed(course: Made) -> None:
    text = examples_json(_made(course)).decode()
    assert '"answers": {"total": [1.1, 0.0], "half": [0.55, 0.0]}' in text
    assert text.endswith("}\n")
    assert max(map(len, text.splitlines())) <= 120
