"""The student's code is run on the student's own machine as it would be in the sandbox, and a notebook's values are only looked at."""

import signal
import sys
from typing import Any

import numpy as np
import pytest

from autograder.grading.practice import Practice, Waiting
from autograder.grading.rehearsal import look, rehearse
from autograder.sandbox.inside.sources import Refused
from tests.grading.practising import FILE, PUBLISHED, RIGHT, STUB


def rehearsed(text: str, **options: Any) -> Practice:
    return rehearse(PUBLISHED, text.encode(), "py", **options)


def verdicts(practice: Practice) -> list[str]:
    return ["waiting" if isinstance(link, Waiting) else str(link.verdict) for link in practice.links]


# --- what must not happen ------------------------------------------------------------------------------------------------


def test_numbers_written_down_are_not_right() -> None:
    practice = rehearsed(FILE + "total = 3.0\ndouble = 6.0\npair = [6.0, 36.0]\n")
    assert verdicts(practice)[0] == "hardcoded"


def test_nothing_of_the_run_is_left_behind(capsys: pytest.CaptureFixture[str]) -> None:
    modules, streams, errors = set(sys.modules), (sys.stdin, sys.stdout, sys.stderr), np.geterr()
    rehearsed(RIGHT + "print('LOUD')\nimport matplotlib.pyplot as plt\nplt.show()\nfrom autograder import check\ncheck('total')\n")
    assert {name for name in set(sys.modules) - modules if "plot" in name or name == "pylab"} == set()
    assert sys.modules["autograder"].__doc__ is not None
    assert (sys.stdin, sys.stdout, sys.stderr) == streams
    assert np.geterr() == errors
    assert capsys.readouterr() == ("", "")


def test_a_program_that_ends_itself_does_not_end_us() -> None:
    assert verdicts(rehearsed(RIGHT + "import sys\nsys.exit(1)\nraise SystemExit\n")) == ["correct"] * 3


def test_warnings_of_the_students_code_are_its_own() -> None:
    loud = "import numpy as np\n" + RIGHT.replace("a + b", "(np.exp(np.array(1e9)), a + b)[1]")
    assert verdicts(rehearsed(loud)) == ["correct"] * 3


# --- what is said --------------------------------------------------------------------------------------------------------


def test_a_right_file_is_right() -> None:
    practice = rehearsed(RIGHT)
    assert practice.all_right
    assert practice.notes == ()
    assert [str(link.place) for link in practice.judged] == ["line 3", "line 4", "line 5"]


def test_the_stub_is_not_attempted() -> None:
    assert verdicts(rehearsed(STUB)) == ["unattempted"] * 3


def test_a_line_that_stops_is_told_with_its_place_and_pythons_words() -> None:
    practice = rehearsed(FILE + "total = a + c\ndouble = 2 * total\n")
    assert verdicts(practice) == ["failed", "waiting", "missing"]
    broken = practice.first_broken
    assert broken is not None
    assert str(broken.place) == "line 3"
    assert "name 'c' is not defined" in broken.message


def test_an_early_stop_that_the_later_ones_come_from_is_told() -> None:
    practice = rehearsed("import nump as np\n" + FILE + "total = np.add(a, b)\n")
    assert practice.notes[0].startswith("Line 1 stopped with a ModuleNotFoundError")
    assert "No module named 'nump'" in practice.notes[0]


def test_a_given_that_is_gone_is_told() -> None:
    practice = rehearsed(RIGHT.replace("b = 2.0\n", ""))
    assert practice.notes == ("The file no longer assigns b. Put that back: to be marked, it is run again with other values there.",)


def test_true_is_not_a_number() -> None:
    assert "True or False" in rehearsed(FILE + "total = a < b\n").judged[0].message


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="Windows cannot stop a statement")
def test_an_endless_statement_is_stopped() -> None:
    practice = rehearsed(FILE + "while True:\n    pass\ntotal = a + b\n", statement_seconds=0.05)
    assert verdicts(practice)[0] == "correct"
    assert practice.notes[0].startswith("Line 3 came to no end")


def test_without_a_limit_the_students_ctrl_c_stops_everything() -> None:
    with pytest.raises(KeyboardInterrupt):
        rehearsed(FILE + "raise KeyboardInterrupt\n")


def test_what_is_no_notebook_is_refused() -> None:
    with pytest.raises(Refused):
        rehearse(PUBLISHED, b"h = 1", "ipynb")


# --- in a notebook -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [list, tuple, np.array], ids=["list", "tuple", "array"])
def test_values_are_judged_on_the_example_that_stands_there(kind: Any) -> None:
    space = {"a": 4, "b": 0.5, "total": 4.5, "double": np.float64(9), "pair": kind([9.0, 81.0])}
    found = look(PUBLISHED, space, [])
    assert isinstance(found, Practice)
    assert found.all_right


def test_the_question_and_what_it_hangs_on_are_judged() -> None:
    found = look(PUBLISHED, {"a": 1, "b": 2.0, "total": -1.0, "double": -2.0}, ["double"])
    assert isinstance(found, Practice)
    assert verdicts(found) == ["mistake", "waiting"]
    assert found.judged[0].hint == "Is it minus?"


@pytest.mark.parametrize(
    ("space", "only", "said"),
    [
        ({}, ["totl"], "There is no question 'totl' in this assignment. Its questions are: total, double, pair."),
        ({"a": 1}, [], "b is not there yet. Run the cell that sets it, and check again."),
        ({}, [], "a and b are not there yet. Run the cell that sets them, and check again."),
        ({"a": 4, "b": 7.0}, [], "b is not what the public examples say. Run the cell that sets it again, and the cells below it."),
    ],
    ids=["question", "given", "givens", "changed"],
)
def test_why_it_cannot_look_is_said(space: dict[str, object], only: list[str], said: str) -> None:
    assert look(PUBLISHED, space, only) == said
