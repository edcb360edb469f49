"""The class at a glance, from the gradebook in DESCENT_HOME."""

import json
from datetime import UTC, datetime

import pytest

from autograder.cli.place import database
from autograder.gradebook.store import Gradebook
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission
from tests.cli.conftest import Descent

WHEN = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def ada() -> None:
    """A gradebook that holds one report."""
    submission = Submission("ada", "01-step", "gradient.py", b"h = 1\n")
    question = QuestionReport(id="h", verdict=Verdict.MISTAKE, points=0, max_points=2, mistake="inputs_summed")
    report = Report(
        student="ada",
        assignment="01-step",
        submission=submission.digest,
        isolation="A",
        score=0.0,
        max_score=2.0,
        questions=(question,),
    )
    with Gradebook.open(database()) as book:
        (accepted,) = book.accept([submission], when=WHEN)
        book.record([(accepted, report)], when=WHEN)


def test_an_empty_gradebook_says_how_reports_are_made(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("report") == 0
    assert "descent grade" in capsys.readouterr().out


@pytest.mark.usefixtures("ada")
def test_a_class_is_shown(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("report") == 0
    said = capsys.readouterr().out
    assert "1 student" in said
    assert "inputs_summed" in said


@pytest.mark.usefixtures("ada")
def test_json_is_the_reports(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("report", "--json", "--assignment", "01-step") == 0
    assert [one["student"] for one in json.loads(capsys.readouterr().out)["reports"]] == ["ada"]
    assert descent("report", "--json", "--assignment", "02-none") == 0
    assert json.loads(capsys.readouterr().out)["reports"] == []
