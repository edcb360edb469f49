"""Functions judged on the public examples: what is right, what waits, which mistake it is, and what is said."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.course.closeness import Answer
from autograder.course.published import Published, answer
from autograder.course.vocabulary import Kind
from autograder.grading.bench import Waiting, as_json
from autograder.grading.practice import Practice, judge
from autograder.grading.report import Place, QuestionReport, Verdict
from autograder.grading.seen import Seen, Stop
from autograder.grading.wording import Reason, told
from tests.building import calling

NAMES = ("half", "word", "double", "shift", "walked", "drawn")
STOP = {name: Stop(Place(7), "ValueError", "shapes", frozenset({name})) for name in NAMES}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return calling.made(tmp_path_factory.mktemp("calling"))


def right(published: Published, index: int) -> dict[str, Answer]:
    """The right answers on one example."""
    found = {name: answer(value) for name, value in published.examples[index].answers.items()}
    return found | {"word": "agrees", "drawn": np.ones(4) + index}


def found(published: Published, *changed: Mapping[str, Any], **more: Any) -> Practice:
    """What is said where some answers are others than the right ones; None: there is none."""
    seen = {}
    for index, changes in enumerate(changed or ({}, {})):
        values = right(published, index) | dict(changes)
        seen[index] = Seen({name: value for name, value in values.items() if value is not None}, **more)
    return judge(published, seen)


def link(practice: Practice, name: str) -> QuestionReport | Waiting:
    return next(one for one in practice.links if one.id == name)


def report(practice: Practice, name: str) -> QuestionReport:
    one = link(practice, name)
    assert isinstance(one, QuestionReport)
    return one


# --- what must not happen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("word", "wrong"),
        ("word", np.array(1.0)),
        ("double", "agrees"),
        ("double", np.array([True])),
        ("double", np.array(np.nan)),
        ("shift", np.array(6.0)),
        ("shift", (np.array(6.0), np.array(6.0))),
        ("shift", (np.array(6.0), "6")),
        ("walked", (np.array(1.0), np.array(2.0))),
        ("drawn", np.zeros(4)),
        ("drawn", "ones"),
        ("drawn", (np.zeros(2), np.zeros(3))),
    ],
    ids=str,
)
def test_what_is_not_the_answer_is_not_right(published: Published, name: str, value: Any) -> None:
    practice = found(published, {name: value}, {name: value})
    assert not practice.all_right
    assert not report(practice, name).verdict.counts


def test_right_on_one_example_only_is_not_right(published: Published) -> None:
    assert not report(found(published, {}, {"walked": np.array(7.0)}), "walked").verdict.counts
    assert not report(found(published, {}, {"drawn": np.zeros(4)}), "drawn").verdict.counts


def test_a_call_that_failed_on_one_example_only_is_no_named_mistake_unless_that_fails_there(published: Published) -> None:
    squared = [answer(example.mistakes["double"]["squared"]) for example in published.examples]
    practice = found(published, {"double": squared[0]}, {"double": None}, stops=(STOP["double"],))
    assert report(practice, "double").verdict is Verdict.FAILED


def test_no_answer_at_all_is_no_call_that_failed(published: Published) -> None:
    first = answer(published.examples[0].mistakes["double"]["square_matrix"])
    assert report(found(published, {"double": first}, {"double": None}), "double").mistake is None


def test_a_right_function_behind_a_broken_one_is_not_called_wrong(published: Published) -> None:
    practice = found(
        published, {"double": np.zeros((2, 2)), "shift": np.array(1.0)}, {"double": np.ones((2, 3)), "shift": np.array(2.0)}
    )
    assert link(practice, "shift") == Waiting("shift", "double")


def test_no_answer_of_a_call_that_raised_is_vouched_for_by_what_is_built_on_it(published: Published) -> None:
    practice = found(published, {"double": None}, {"double": None}, stops=(STOP["double"],))
    assert report(practice, "double").verdict is Verdict.FAILED
    assert report(practice, "shift").verdict is Verdict.CORRECT


def test_nothing_is_divided_by_zero_where_nothing_counts(tmp_path: Path) -> None:
    ungraded = calling.made(tmp_path, toml=calling.TOML.replace("points = 10", "points = 0"))
    practice = found(ungraded, {"drawn": np.zeros(4)}, {})
    assert (report(practice, "drawn").points, report(practice, "drawn").max_points) == (0, 0)
    assert "are enough" in report(practice, "drawn").message
    assert practice.report("steps.py", "sha256:0", ungraded.points).score == 0


# --- what is said --------------------------------------------------------------------------------------------------------


def test_all_right_is_all_right(published: Published) -> None:
    practice = found(published)
    assert practice.all_right
    assert practice.examples == 2
    assert practice.report("steps.py", "sha256:0", published.points).score == 10


def test_lists_arrays_and_tuples_are_all_accepted(published: Published) -> None:
    twice = [right(published, index)["walked"] for index in range(2)]
    practice = found(published, *({"walked": np.reshape(value, (1, 1))} for value in twice))  # type: ignore[arg-type]
    assert practice.all_right


def test_a_function_that_is_not_written_and_not_needed_is_right(published: Published) -> None:
    practice = found(published, {"double": None}, {"double": None}, blank=frozenset({"double"}))
    assert report(practice, "double").verdict is Verdict.CORRECT
    assert report(practice, "double").message == Reason.UNWRITTEN.value


def test_a_mistake_is_known_by_what_it_gives_and_by_where_it_fails(published: Published) -> None:
    first = answer(published.examples[0].mistakes["double"]["square_matrix"])
    seen = [Seen(right(published, 0) | {"double": first}), Seen({}, stops=(STOP["double"],))]
    said = report(judge(published, dict(enumerate(seen))), "double")
    assert (said.verdict, said.mistake, said.hint) == (Verdict.MISTAKE, "square_matrix", "Which shapes fit?")


def test_a_mistake_that_fails_is_known_by_a_value_that_is_not_finite_as_well(published: Published) -> None:
    first = answer(published.examples[0].mistakes["double"]["square_matrix"])
    endless = np.full((2, 3), np.inf)
    assert report(found(published, {"double": first}, {"double": endless}), "double").mistake == "square_matrix"
    assert report(found(published, {"double": first}, {"double": np.zeros((2, 3))}), "double").mistake is None


def test_a_word_is_compared_and_its_mistakes_are_known_though_they_are_sealed(published: Published) -> None:
    said = report(found(published, {"word": "wrong"}, {"word": "wrong"}), "word")
    assert (said.mistake, said.hint, said.seen) == ("opposite", "Does it?", "wrong")
    assert report(found(published, {"word": "Agree"}, {"word": "Agree"}), "word").message == Reason.OTHER_TEXT.value
    assert report(found(published, {"half": np.array(2.0)}, {"half": np.array(2.0)}), "half").mistake == "doubled"


def test_a_function_that_changes_its_arguments_earns_half(published: Published) -> None:
    said = report(found(published, changed={"double": ("H",)}), "double")
    assert (said.verdict, said.mistake, said.points) == (Verdict.MISTAKE, "arguments_changed", 1.0)
    assert "it changes what it was called with: H" in said.message
    assert said.hint


def test_one_that_changes_them_because_an_earlier_one_does_keeps_its_points(published: Published) -> None:
    said = report(found(published, changed={"double": ("H",), "shift": ("X",)}), "shift")
    assert (said.verdict, said.points) == (Verdict.CORRECT, 2)
    assert "as double does" in said.message


def test_what_a_driver_hands_over_is_not_told_by_the_drivers_names(published: Published) -> None:
    outcomes = tuple(
        msgspec.structs.replace(one, kind=Kind.OUTCOME) if one.kind is Kind.FUNCTION else one for one in published.questions
    )
    driven = msgspec.structs.replace(published, questions=outcomes)
    said = report(found(driven, changed={"double": ("H",)}), "double")
    assert said.message == "What it returns is right, but it changes what it was called with."
    later = report(found(driven, changed={"double": ("H",), "shift": ("X",)}), "shift")
    assert later.message == "What it returns is right. It changes what it was called with, as double does, which it is built on."


def test_what_stops_at_anothers_placeholder_waits_for_it(published: Published) -> None:
    missing = {"double": None, "shift": None}
    practice = found(published, missing, missing, blank=frozenset({"double"}), waits={"shift": "double"}, stops=(STOP["shift"],))
    assert link(practice, "shift") == Waiting("shift", "double")
    assert report(practice, "double").verdict is Verdict.UNATTEMPTED


def test_a_measured_question_earns_its_share(published: Published) -> None:
    practice = found(published, {"drawn": np.array([1.0, 1, 1, 0])}, {"drawn": np.array([1.0, 1, 0, 0])})
    said = report(practice, "drawn")
    assert said.verdict is Verdict.WRONG
    assert said.points == pytest.approx(3 * 0.625 / 0.9, abs=1e-5)
    assert said.message == "On the examples it reaches 62 % of what it should; 90 % on average earn all points, less a part of them."


def test_enough_is_enough(published: Published) -> None:
    values = np.ones(40)
    values[:3] = 0
    assert report(found(published, {"drawn": values}, {"drawn": values[::-1]}), "drawn").verdict is Verdict.CORRECT


def test_what_is_measured_and_stays_the_same_earns_nothing(published: Published) -> None:
    """However good it is: a number that was found once, and typed in, was not found by the student's program."""
    said = report(found(published, {"drawn": np.ones(4)}, {"drawn": np.ones(4)}), "drawn")
    assert (said.verdict, said.points) == (Verdict.HARDCODED, 0)
    assert said.message == Reason.HARDCODED.value


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("double", np.zeros(2), "The value has shape (2,); expected is shape (2, 2)."),
        ("shift", (np.zeros((2, 2)),) * 3, "It returns 3 things; expected: 2 things."),
        ("shift", np.array(1.0), "It returns one thing; expected: 2 things."),
        ("shift", (np.zeros(2), np.array(1.0)), "Of the 2 things that it returns, number 1 has shape (2,); expected is shape (2, 2)."),
        ("double", "text", "It returns text; a number or an array of numbers is expected."),
        ("double", np.array(True), "It returns a truth value; a number or an array of numbers is expected."),
        ("word", np.array(1.0), "The value is a number; a text is expected."),
    ],
    ids=str,
)
def test_what_the_value_shows_is_said(published: Published, name: str, value: Any, said: str) -> None:
    moved = value.dtype == np.float64 if isinstance(value, np.ndarray) else isinstance(value, tuple)
    second = tuple(part + 1 for part in value) if isinstance(value, tuple) else value + 1 if moved else value
    assert report(found(published, {name: value}, {name: second}), name).message == said


@pytest.mark.parametrize(
    ("name", "what", "said"),
    [
        ("double", "nothing", Reason.NOTHING.value),
        ("double", "no function", told(Reason.NO_FUNCTION, detail="double")),
        ("walked", "no function", told(Reason.NO_FUNCTION, detail="Walker.walk")),
        ("double", "a dict", "It returns a dict; a number or an array of numbers is expected."),
        ("drawn", "nothing", Reason.NOTHING.value),
        ("drawn", "a dict", "It returns a dict, which cannot be measured."),
        ("drawn", "no function to be called", Reason.RETURNS_NO_FUNCTION.value),
        ("walked", "no function to be called", Reason.RETURNS_NO_FUNCTION.value),
    ],
)
def test_what_is_no_value_is_said(published: Published, name: str, what: str, said: str) -> None:
    assert report(found(published, {name: None}, {name: None}, odd={name: what}), name).message == said


def test_a_function_that_is_not_there_is_named_by_its_place(published: Published) -> None:
    said = report(found(published, {"walked": None}, {"walked": None}), "walked")
    assert (said.verdict, said.message) == (Verdict.MISSING, "There is no Walker.walk in the file.")


def test_a_number_that_never_moves_does_not_depend_on_the_inputs(published: Published) -> None:
    assert report(found(published, *[{"walked": np.array(8.0)}] * 2), "walked").verdict is Verdict.HARDCODED


def test_a_report_holds_parts_and_texts_as_they_are() -> None:
    assert as_json((np.array([1.0, 2.0]), "scaled", np.array(3.0))) == {"parts": [[1.0, 2.0], "scaled", 3.0]}
