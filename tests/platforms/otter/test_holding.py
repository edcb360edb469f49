"""What `grader.check` says: nothing of what is right, and else the words of `check`, with one hint."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course.published import load
from autograder.grading.looking import look
from autograder.grading.practice import Practice
from autograder.grading.report import QuestionReport, Verdict
from autograder.platforms.otter.holding import NotYet, hold
from tests.platforms.otter.conftest import SLUG

GIVEN: dict[str, Any] = {"learnrate": 0.5, "x": np.array([1, 2, 3, 4]), "y": 0.5, "w": np.array([0.5, -0.5, 0.3, 0.1])}


def said(root: Path, question: str, **answers: object) -> str:
    found = look(load(root / "assignments" / SLUG / "examples.json"), {**GIVEN, **answers}, (question,))
    with pytest.raises(NotYet) as raised:
        hold(question, found)
    return str(raised.value)


def test_of_what_is_right_nothing_is_said(root: Path) -> None:
    found = look(load(root / "assignments" / SLUG / "examples.json"), {**GIVEN, "h": 0.8}, ("h",))
    hold("h", found)


def test_a_slip_is_told_with_what_was_seen_and_one_hint(root: Path) -> None:
    words = said(root, "h", h=30.0)
    assert words.startswith("h: not right yet.\n")
    assert "On the first example yours is 30." in words
    assert words.count("Hint: ") == 1


def test_what_hangs_on_a_slip_is_not_judged_and_told_where_to_begin(root: Path) -> None:
    words = said(root, "nn_output", h=30.0, nn_output=1.0)
    assert words.startswith("nn_output is not judged yet: it hangs on h.\nBegin here: h, not right yet.\n")
    assert words.count("Hint: ") == 1


def test_what_is_broken_itself_behind_a_slip_is_told_so_too(root: Path) -> None:
    words = said(root, "nn_output", h=30.0, nn_output=None)
    assert words.startswith("nn_output: not attempted.\nBegin here: h, not right yet.\n")


def test_changed_givens_are_told_instead(root: Path) -> None:
    assert said(root, "h", y=0.7, h=0.8).startswith("y is not what the public examples say.")


def test_what_otter_shows_as_html_is_escaped_and_no_line_is_long() -> None:
    odd = QuestionReport(
        id="h", verdict=Verdict.FAILED, points=0, max_points=2, message=f"NameError: <script>alert(1)</script> {'a b ' * 50}"
    )
    with pytest.raises(NotYet) as raised:
        hold("h", Practice("01", "Step", 1, (odd,), 1))
    assert "&lt;script&gt;" in str(raised.value)
    assert "<" not in str(raised.value)
    assert max(map(len, str(raised.value).split("\n"))) <= 80
