"""The student's code is run on the student's own machine as it would be in the sandbox."""

import signal
import sys
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.building.stub import stub
from autograder.course.published import Published
from autograder.errors import CourseError
from autograder.grading.bench import Waiting
from autograder.grading.practice import Practice
from autograder.grading.rehearsal import rehearse
from autograder.grading.report import QuestionReport
from autograder.grading.wording import Reason
from autograder.sandbox.inside.sources import Refused
from tests.building import calling
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
    assert "a truth value" in rehearsed(FILE + "total = a < b\n").judged[0].message


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


# --- functions -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return calling.made(tmp_path_factory.mktemp("calling"))


def called(published: Published, *changes: tuple[str, str], text: str = calling.RIGHT, **options: Any) -> dict[str, str]:
    """What is said of each question of the right file with some changes."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {link.id: _told(link) for link in rehearse(published, text.encode(), "py", **options).links}


def _told(link: QuestionReport | Waiting) -> str:
    return f"waits for {link.behind}" if isinstance(link, Waiting) else f"{link.verdict}: {link.message}"


def test_functions_that_are_right_are_right(published: Published) -> None:
    assert {said.partition(":")[0] for said in called(published).values()} == {"correct"}


def test_the_stub_of_functions_is_not_attempted_and_names_their_lines(published: Published) -> None:
    practice = rehearse(published, stub(calling.MASTER).encode(), "py")
    assert verdicts(practice) == ["unattempted"] * 6
    assert [str(link.place) for link in practice.judged[2:4]] == ["line 16", "line 22"]
    assert practice.notes == ()


def test_a_function_is_called_with_fresh_copies_of_its_arguments(published: Published) -> None:
    changed = called(published, ("return 2 * X", "X *= 2; return X"))
    assert changed["double"].startswith("mistake: What it returns is right, but it changes")
    assert changed["walked"].startswith("correct")


def test_arguments_keep_their_kind(published: Published) -> None:
    kinds = "    assert X.dtype == np.int64 and type(rate) is float\n    moved = double(X) + rate"
    assert called(published, ("    moved = double(X) + rate", kinds))["shift"].startswith("correct")


def test_an_error_in_a_call_is_told_with_its_line_and_pythons_own_words(published: Published) -> None:
    said = called(published, ("moved = double(X) + rate", "moved = double(X) + pace"))["shift"]
    assert said == "failed: Line 25 stopped with a NameError: a name that is not defined. Python says: name 'pace' is not defined"


def test_a_function_that_returns_nothing_is_asked_for_its_return(published: Published) -> None:
    assert called(published, ("return 2 * X", "2 * X"))["double"] == f"wrong: {Reason.NOTHING.value}"


def test_a_placeholder_in_the_way_is_waited_for(published: Published) -> None:
    said = called(published, ("return 2 * X", 'raise NotImplementedError("TODO: double")'))
    assert said["double"].startswith("unattempted")
    assert said["shift"] == "waits for double"


def test_a_function_that_is_gone_is_missing(published: Published) -> None:
    assert called(published, ("def double(", "def doubled("), ("double(X) + rate", "2 * X + rate"))["double"].startswith(
        "correct: Not written"
    )
    assert called(published, ("def walk(", "def go("))["walked"].startswith("missing: There is no Walker.walk")
    assert called(published, ("class Walker", "class Goer"))["walked"].startswith("missing")


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="Windows cannot stop a call")
def test_an_endless_call_is_stopped(published: Published) -> None:
    said = called(published, ("return 2 * X", "\n    while True: pass"), statement_seconds=5.0, call_seconds=0.05)
    assert said["double"].startswith("failed: Line 16 came to no end")
    assert said["walked"].startswith("correct")


def test_a_file_that_is_not_python_fails_every_question(published: Published) -> None:
    assert {said.partition(":")[0] for said in called(published, text="def double(X:\n").values()} <= {"failed", "waits for double"}


def test_a_driver_that_cannot_be_run_is_a_fault_of_the_examples(published: Published) -> None:
    broken = msgspec.structs.replace(published, driver="def walked(")
    with pytest.raises(CourseError, match=r"examples\.json: the functions cannot be tried: line 1: SyntaxError"):
        rehearse(broken, calling.RIGHT.encode(), "py")
