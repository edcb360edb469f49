"""What is said of a question that is not right, and how GitHub is told."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from autograder.grading.practice import NOT_JUDGED
from autograder.grading.report import Place, QuestionReport, Report, Verdict
from autograder.platforms.pytest.summary import summarise
from autograder.platforms.pytest.telling import Said, waiting

BROKEN = QuestionReport(
    id="h", verdict=Verdict.MISTAKE, points=0.0, max_points=2.0, message="Not yet.", hint="Why?", text="The sum.", place=Place(3, 2)
)
NOTES = ("The file no longer assigns w.", NOT_JUDGED.format("error", "h"), NOT_JUDGED.format("error_term", "error"))


def reported(*notes: str) -> Report:
    """A report with one question that is not right."""
    return Report(
        student="", assignment="01-a", submission="", isolation="none", score=0.0, max_score=2.0, questions=(BROKEN,), notes=notes
    )


def test_the_hint_and_the_remarks_stand_with_the_one_to_begin_with_alone() -> None:
    first, later = Said.of(BROKEN, reported(*NOTES)), Said.of(BROKEN, None)
    assert first.text == "not right yet, cell 2, line 3\nThe sum.\nNot yet.\nHint: Why?\nNote: The file no longer assigns w."
    assert later.text == "not right yet, cell 2, line 3\nThe sum.\nNot yet."
    assert str(first.reprcrash) == first.reprcrash.message == "not right yet, cell 2, line 3"


def test_what_steers_a_terminal_is_taken_out() -> None:
    hostile = QuestionReport(id="h", verdict=Verdict.FAILED, points=0.0, max_points=2.0, message="\x1b[2J it\r\nstopped\u202e")
    assert Said.of(hostile, None).text == "stopped with an error\n[2J it stopped"


def test_why_a_question_waits_is_said_of_that_question() -> None:
    assert waiting(reported(*NOTES), "error") == "Not judged yet: error, which hangs on h."
    assert waiting(reported(*NOTES), "error_term") == "Not judged yet: error_term, which hangs on error."
    assert waiting(reported(), "error") == "not judged yet"


def summary(folder: Path, *reports: pytest.TestReport) -> list[str]:
    """The lines that are written for these reports, where pytest was started in `folder`."""
    written: list[str] = []
    terminal: Any = SimpleNamespace(section=written.append, write_line=written.append)
    config: Any = SimpleNamespace(getoption=lambda _: True, rootpath=folder, invocation_params=SimpleNamespace(dir=folder))
    summarise(reports, terminal, config)
    return written


def report(nodeid: str, outcome: str, said: str = "", **noted: float) -> pytest.TestReport:
    """What pytest reports of one test of ours."""
    kept: Any = [(f"descent.{name}", value) for name, value in noted.items()]
    made: Any = outcome
    return pytest.TestReport(nodeid, (nodeid, None, ""), {}, made, said or None, "call", user_properties=kept)


def test_github_is_told_in_one_line_whatever_is_said(tmp_path: Path) -> None:
    said = "50 %\r\n::notice title=Autograding report::{}"
    told = summary(tmp_path, report("a, b/x:y.py::h", "failed", said, points=0.5, max_points=2.0, line=3))
    assert told[-3:] == [
        "::error file=a%2C b/x%3Ay.py,line=3,title=h::50 %25%0D%0A::notice title=Autograding report::{}",
        "::notice title=Autograding complete::Points 0.5/2",
        '::notice title=Autograding report::{"totalPoints":0.5,"maxPoints":2}',
    ]


def test_each_file_has_its_points_and_its_place_to_begin(tmp_path: Path) -> None:
    told = summary(
        tmp_path,
        report("b/x.py::g", "failed", "later", points=0.0, max_points=1.0),
        report("b/x.py::h", "failed", "first", points=0.1, max_points=0.3, begin_here=1),
        report("a/long.py::h", "passed", points=0.2, max_points=0.2),
    )
    assert told[1:3] == ["a/long.py  0.2 of 0.2 points, 1 of 1 question right", "b/x.py     0.1 of 1.3 points, 0 of 2 questions right"]
    assert [line for line in told if line.startswith("::error")] == ["::error file=b/x.py,title=h::first"]


def test_what_earns_nothing_has_no_points(tmp_path: Path) -> None:
    told = summary(tmp_path, report("x.py::h", "passed", points=0.0, max_points=0.0))
    assert told[1] == "x.py  ungraded, 1 of 1 question right"
    assert not [line for line in told if line.startswith("::")]
