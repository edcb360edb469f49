"""The report is a contract: the keys that others read are there, and stay."""

import json
from typing import Any

import msgspec
import pytest

from autograder.grading.report import Place, QuestionReport, Report, Reports, Verdict, total

PROMISED = {"student", "assignment", "submission", "isolation", "score", "max_score", "questions"}
PROMISED_OF_A_QUESTION = {"id", "verdict", "points", "max_points", "mistake", "message", "hint"}


def question(name: str, verdict: Verdict, points: float = 0.0) -> QuestionReport:
    return QuestionReport(id=name, verdict=verdict, points=points, max_points=2.0)


def report(*verdicts: Verdict, score: float | None = 0.0) -> Report:
    questions = tuple(question(f"q{number}", verdict) for number, verdict in enumerate(verdicts))
    return Report(
        student="ada", assignment="01-a", submission="sha256:0", isolation="A", score=score, max_score=2.0, questions=questions
    )


def as_json(value: object) -> Any:
    return json.loads(msgspec.json.encode(value))


def test_the_promised_keys_are_there() -> None:
    found = as_json(Reports((report(Verdict.CORRECT),)))
    assert found["schema"] == "descent/reports/1"
    assert found["reports"][0].keys() >= PROMISED
    assert found["reports"][0]["questions"][0].keys() >= PROMISED_OF_A_QUESTION


def test_the_nine_verdicts_are_these() -> None:
    assert [str(verdict) for verdict in Verdict] == [
        "correct", "carried", "mistake", "hardcoded", "wrong", "unattempted", "missing", "failed", "fault",
    ]  # fmt: skip


@pytest.mark.parametrize("verdict", Verdict)
def test_right_and_carried_count_and_no_other(verdict: Verdict) -> None:
    assert verdict.counts is (verdict in ("correct", "carried"))


def test_the_first_broken_question_is_the_one_to_read() -> None:
    found = report(Verdict.CORRECT, Verdict.CARRIED, Verdict.MISTAKE, Verdict.WRONG).first_broken
    assert found is not None
    assert found.id == "q2"
    assert report(Verdict.CORRECT, Verdict.CARRIED).first_broken is None


def test_a_report_without_a_score_is_a_fault() -> None:
    assert report(Verdict.FAULT, score=None).faulty
    assert not report(Verdict.FAILED, score=0.0).faulty


@pytest.mark.parametrize(("points", "sum_"), [([0.1] * 3, 0.3), ([], 0.0), ([2.0, 1.0], 3.0), ([0.1, 0.2], 0.3)])
def test_points_add_up_without_dust(points: list[float], sum_: float) -> None:
    assert total(points) == sum_


def test_places_are_words() -> None:
    assert (str(Place(7)), str(Place(7, 2))) == ("line 7", "cell 2, line 7")


def test_a_report_of_a_later_version_with_more_keys_can_be_read() -> None:
    later = as_json(report(Verdict.CORRECT)) | {"added_next_year": 1}
    assert msgspec.json.decode(json.dumps(later), type=Report) == report(Verdict.CORRECT)
