"""Does examples.json say what students may know, in the same bytes everywhere?"""

import json
import math
from pathlib import Path

import msgspec
import numpy as np
import pytest

from autograder.building.examples import examples_json, published
from autograder.course.load import load_assignment
from autograder.course.published import Parts, Published, PublishedMistake, load, sealed
from autograder.course.vocabulary import Kind
from tests.building import calling
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


# --- functions -----------------------------------------------------------------------------------------------------------


def test_no_given_that_nothing_needs_is_published(tmp_path: Path) -> None:
    """Of derived ones, those that are sent; of all others, those that a call or a measure needs."""
    for example in calling.made(tmp_path).examples:
        assert list(example.givens) == ["X", "rate", "start", "seed", "least", "H"]


def test_a_value_of_the_first_assignments_kind_has_no_more_keys_than_it_had(course: Made) -> None:
    (total, _) = json.loads(examples_json(_made(course)))["questions"]
    assert list(total) == ["id", "text", "points", "needs", "rtol", "atol", "mistakes"]


def test_a_word_that_never_changes_cannot_be_read_by_opening_the_file(tmp_path: Path) -> None:
    text = examples_json(made := calling.made(tmp_path)).decode()
    assert '"agrees"' not in text
    assert made.examples[0].answers["word"] == sealed(calling.SLUG, "word", "agrees") != sealed(calling.SLUG, "other", "agrees")
    assert made.examples[0].mistakes["word"] == {"opposite": sealed(calling.SLUG, "word", "wrong")}
    assert made.examples[0].seals("word")
    assert not made.examples[0].seals("half")


def test_what_hangs_on_what_and_how_it_is_tried_is_told(tmp_path: Path) -> None:
    made = calling.made(tmp_path)
    shift, walked, drawn = (made.question(name) for name in ("shift", "walked", "drawn"))
    assert (shift.kind, shift.sends, shift.uses, shift.place) == (Kind.FUNCTION, ("X", "rate"), ("double",), "shift")
    assert (walked.kind, walked.sends, walked.place) == (Kind.OUTCOME, ("start", "X"), "Walker.walk")
    assert (drawn.kind, drawn.sends, drawn.later, drawn.enough, drawn.measured_by) == (
        *(Kind.MEASURED, ("seed",), ("rate",), 0.9, ("least",)),
    )
    assert made.givens == ()
    assert made.driver == calling.DRIVER
    assert made.points == 10


def test_the_text_of_a_measure_is_the_function_without_its_decorator(tmp_path: Path) -> None:
    text = calling.made(tmp_path).question("drawn").measure
    assert text.startswith("def drawn(got, least):\n    ")
    assert text.endswith("> least)")


def test_givens_come_back_in_the_kind_that_they_had(tmp_path: Path) -> None:
    course = calling.write(tmp_path)
    (tmp_path / "examples.json").write_bytes(examples_json(published(load_assignment(course, calling.SLUG))))
    first, second = (example.values() for example in load(tmp_path / "examples.json").examples)
    assert np.asarray(first["X"]).dtype == np.int64
    assert np.asarray(first["start"]).dtype == np.float32
    assert np.asarray(first["start"])[0] == np.float32(0.1)
    assert np.asarray(first["H"]).dtype == np.float64
    assert (type(first["seed"]), type(first["rate"])) == (int, float)
    assert np.asarray(second["start"]).dtype == np.float32


def test_several_things_that_are_returned_are_parts(tmp_path: Path) -> None:
    made = calling.made(tmp_path)
    assert made.examples[0].answers["shift"] == Parts(([[2.5, 0.5], [4.5, -1.5]], 6.0))
    assert "drawn" not in made.examples[0].answers


def test_a_mistake_whose_call_fails_is_marked_where_another_example_shows_its_value(tmp_path: Path) -> None:
    first, second = calling.made(tmp_path).examples
    assert first.mistakes["double"]["square_matrix"] == [[0.25, 0.0], [0.0, 0.25]]
    assert second.mistakes["double"]["square_matrix"] is None


def test_a_mistake_that_no_example_shows_is_left_out(tmp_path: Path) -> None:
    made = calling.made(tmp_path, questions=calling.QUESTIONS.replace("return H @ H", "return H @ H.T @ H.T"))
    assert [list(example.mistakes["double"]) for example in made.examples] == [["squared", "square_matrix"]] * 2
    made = calling.made(tmp_path, questions=calling.QUESTIONS.replace("return H @ H", "return H @ H[0, :1]"))
    assert [list(example.mistakes["double"]) for example in made.examples] == [["squared"]] * 2


def test_a_derived_zero_has_no_sign(tmp_path: Path) -> None:
    made = calling.made(tmp_path, questions=calling.QUESTIONS.replace("return X * rate", "return -(X * rate)"))
    assert "-0.0" not in examples_json(made).decode()


def test_nothing_is_worth_anything_where_the_assignment_counts_for_nothing(tmp_path: Path) -> None:
    made = calling.made(tmp_path, toml=calling.TOML.replace("points = 10", "points = 0"))
    assert {question.points for question in made.questions} == {0}
    assert made.points == 0


@pytest.mark.parametrize(("rtol", "digits"), [("1e-6", 1.234567891), ("5e-6", 1.234567891), ("1e-5", 1.23456789), ("5e-3", 1.234568)])
def test_a_wider_tolerance_needs_fewer_digits(course: Made, rtol: str, digits: float) -> None:
    questions = QUESTIONS.replace("points=1.5", f"points=1.5, rtol={rtol}").replace(
        "return total / 2", "return total * 0 + 1.2345678912345"
    )
    assert _made(course, questions).examples[0].answers["half"] == digits


def test_what_follows_from_small_differences_is_rounded_to_what_all_processors_agree_on(course: Made) -> None:
    questions = QUESTIONS.replace("points=1.5", "points=1.5, atol=1e-8").replace("return total / 2", "return total * 0 + 1.23456789")
    assert _made(course, questions).examples[0].answers["half"] == 1.2345679
