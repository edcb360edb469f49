"""Every reason is a full sentence that a student can read, and holds nothing that was not put there by us."""

import pytest

from autograder.grading.report import Place
from autograder.grading.wording import ENDINGS, ERRORS, Reason, told

DETAILS = {Reason.ENDED: "time", Reason.ODD: "text", Reason.SHAPE: "(2,) ()"}


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.name)
def test_every_reason_is_a_whole_sentence(reason: Reason) -> None:
    text = told(reason, error="ValueError", detail=DETAILS.get(reason, ""))
    assert text[0].isupper()
    assert text.endswith(".")
    assert not {*"{}|"} & {*text}


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
