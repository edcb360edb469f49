"""Every reason is a full sentence that a student can read, and holds nothing that was not put there by us."""

import pytest

from autograder.grading.report import Place
from autograder.grading.wording import ENDINGS, ERRORS, Reason, listed, told

DETAILS = {
    Reason.ENDED: "time",
    Reason.CALL_ENDED: "early",
    Reason.ODD: "text",
    Reason.SHAPE: "(2,) ()",
    Reason.SHAPE_PART: "3|2|(2,) ()",
    Reason.NO_TEXT: "a number",
    Reason.CHANGED: "w and b",
    Reason.CHANGED_BEFORE: "w|step",
    Reason.MISSING_CALL: "step",
    Reason.WAITS: "step",
    Reason.NO_FUNCTION: "step",
    Reason.ODD_CALL: "text|3 numbers or arrays are",
    Reason.ODD_MEASURED: "text",
    Reason.PARTS: "one thing|3 things",
    Reason.CARRIED_PUT_RIGHT: "slope and predict",
    Reason.CARRIED_HOLDING: "step",
    Reason.MISTAKE_IN: "train",
    Reason.CHANGED_TOO: "w",
    Reason.BEHIND: "step",
    Reason.BEHIND_SLIP: "step",
    Reason.BEHIND_NOTHING: "step",
    Reason.BEHIND_STOPPED: "step",
    Reason.BEHIND_ENDED: "step",
    Reason.BEHIND_CHANGED: "step|w",
    Reason.RAISED_BEHIND: "predict",
    Reason.NOT_FINITE_BEHIND: "predict",
    Reason.MEASURED: "7|10|9",
    Reason.MEASURED_CARRIED: "standardize",
    Reason.MEASURED_SHARE: "71|90",
}


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.name)
def test_every_reason_is_a_whole_sentence(reason: Reason) -> None:
    text = told(reason, error="ValueError", detail=DETAILS.get(reason, ""))
    assert text[0].isupper()
    assert text[-1] in ".?"
    assert not {*"{}|"} & {*text}


def test_a_reason_that_is_filled_has_a_detail_here() -> None:
    filled = {reason for reason in Reason if "{" in reason.value and reason is not Reason.RAISED}
    assert filled == {*DETAILS}


BLAME = ("you", "cheat", "copied", "wrong", "incorrect", "fail", "bad", "sorry", "!")


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.name)
def test_no_reason_blames_or_accuses(reason: Reason) -> None:
    words = told(reason, error="ValueError", detail=DETAILS.get(reason, "")).lower()
    assert not [word for word in BLAME if word in words.replace("right", "")]


RAISED = {
    "ValueError": "Its line stopped with a ValueError.",
    "IndexError": "Its line stopped with an IndexError.",
    "ImportError": "Its line stopped with an ImportError.",
    "Exception": "Its line stopped with an Exception.",
    "NameError": "Its line stopped with a NameError: a name that is not defined.",
    "SyntaxError": "Its line stopped with a SyntaxError: Python cannot read it.",
}


@pytest.mark.parametrize(("error", "said"), RAISED.items(), ids=RAISED)
def test_an_exception_is_told_by_its_name(error: str, said: str) -> None:
    assert told(Reason.RAISED, error=error) == said


def test_the_place_stands_behind_what_raised_and_nothing_else() -> None:
    assert told(Reason.RAISED, error="ValueError", place=Place(7)) == "Line 7 stopped with a ValueError."
    assert told(Reason.RAISED, error="ValueError", place=Place(7, 2)) == "Cell 2, line 7 stopped with a ValueError."
    assert told(Reason.BLANK, place=Place(7)) == "The placeholder is still there."


@pytest.mark.parametrize("error", ERRORS)
def test_every_known_exception_makes_a_sentence(error: str) -> None:
    assert told(Reason.RAISED, error=error).startswith("Its line ")


@pytest.mark.parametrize("how", ENDINGS)
def test_every_way_to_end_makes_a_sentence(how: str) -> None:
    assert told(Reason.ENDED, detail=how) == ENDINGS[how]


SHAPES = {
    "() (4,)": "The value is a single number; expected is shape (4,).",
    "(4,) ()": "The value has shape (4,); expected is a single number.",
    "(4, 1) (4,)": "The value has shape (4, 1); expected is shape (4,).",
    "(0,) (2, 3)": "The value has shape (0,); expected is shape (2, 3).",
}


@pytest.mark.parametrize(("detail", "said"), SHAPES.items(), ids=SHAPES)
def test_shapes_are_told_side_by_side(detail: str, said: str) -> None:
    assert told(Reason.SHAPE, detail=detail) == said


FILLED = {
    (Reason.SHAPE_PART, "3|2|(2,) ()"): "Of the 3 things that it returns, number 2 has shape (2,); expected is a single number.",
    (Reason.PARTS, "one thing|3 things"): "It returns one thing; expected: 3 things.",
    (Reason.WAITS, "step"): "It needs step, which is not written yet.",
    (Reason.MEASURED, "7|10|9"): "On 7 of 10 fresh inputs it does what it should; 9 are enough for all points.",
    (Reason.CALL_ENDED, "time"): "When it was called, the program ran out of time.",
    (Reason.CHANGED, "w and b"): "What it returns is right, but it changes what it was called with: w and b.",
    (Reason.CHANGED, ""): "What it returns is right, but it changes what it was called with.",
    (Reason.CHANGED_BEFORE, "|step"): (
        "What it returns is right. It changes what it was called with, as step does, which it is built on."
    ),
    (Reason.CHANGED_TOO, ""): "It also changes what it was called with, which whoever called still needs.",
    (Reason.BEHIND_CHANGED, "step|w"): (
        "It is built on step, which changes w: what is computed after that starts from other numbers. Mend step first."
    ),
    (Reason.BEHIND_CHANGED, "step|"): (
        "It is built on step, which changes what it was called with: what is computed after that starts from other numbers. "
        "Mend step first."
    ),
    (Reason.ODD_CALL, "text|a number or an array of numbers is"): "It returns text; a number or an array of numbers is expected.",
}


@pytest.mark.parametrize(("reason", "detail"), FILLED, ids=lambda value: value.name if isinstance(value, Reason) else "")
def test_details_stand_where_they_belong(reason: Reason, detail: str) -> None:
    assert told(reason, detail=detail) == FILLED[reason, detail]


NAMES = {("w",): "w", ("w", "b"): "w and b", ("w", "b", "X"): "w, b and X"}


@pytest.mark.parametrize("names", NAMES, ids=len)
def test_names_are_listed_as_people_say_them(names: tuple[str, ...]) -> None:
    assert listed(names) == NAMES[names]
