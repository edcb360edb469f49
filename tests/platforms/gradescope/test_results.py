"""What Gradescope shows of a report: no more than the student reads elsewhere, in characters that are nothing but themselves."""

import json
from typing import Any

import msgspec
import pytest

from autograder.feedback.text import render
from autograder.grading.report import Place, QuestionReport, Report, Verdict
from autograder.platforms.gradescope.results import as_read, results
from autograder.platforms.gradescope.visibility import Until
from tests.platforms.gradescope.schema import broken

HINT, LATER = "Which sign has it?", "A hint that is not for now."


def question(name: str, verdict: Verdict, **more: Any) -> QuestionReport:
    points = 2.0 if verdict.counts else 0.0
    return QuestionReport(**{"id": name, "verdict": verdict, "points": points, "max_points": 2.0, "text": f"What {name} is.", **more})


def report(*questions: QuestionReport, **more: Any) -> Report:
    known: dict[str, Any] = {
        "student": "ada", "assignment": "01-gradient-step", "submission": "sha256:0", "isolation": "B",
        "score": sum(one.points for one in questions), "max_score": sum(one.max_points for one in questions),
        "file": "gradient.py", "title": "One step",
    }  # fmt: skip
    return Report(**{**known, "questions": questions, **more})


SLIPS = report(
    question("h", Verdict.CORRECT, seen=0.8, message="Right on the examples and on fresh inputs.", place=Place(11)),
    question("error", Verdict.MISTAKE, seen=0.19, message="Seen before.", hint=HINT, mistake="turned_round", place=Place(12)),
    question("error_term", Verdict.HARDCODED, seen=0.1, message="Does not depend.", hint=LATER, mistake="fixed", behind="error"),
    question("del_w", Verdict.MISTAKE, points=1.0, message="Half of it.", hint=LATER, mistake="half"),
    question("w", Verdict.FAILED, message="Line 14 raised ZeroDivisionError.", place=Place(14)),
    notes=("The file no longer assigns y.",),
)


def sent(made: object) -> dict[str, Any]:
    return dict(json.loads(msgspec.json.encode(made)))


@pytest.mark.parametrize("until", Until)
def test_the_schema_is_kept_and_all_text_is_text(until: Until) -> None:
    made = sent(results(SLIPS, until, seconds=0.5))
    assert list(broken(made)) == []
    assert (made["output_format"], made["test_output_format"], made["test_name_format"]) == ("text", "text", "text")
    assert (made["stdout_visibility"], made["execution_time"], made["score"]) == ("hidden", 0.5, 3.0)


def test_points_are_the_reports_and_colour_is_the_verdicts() -> None:
    tests = sent(results(SLIPS, Until.VISIBLE))["tests"]
    assert [(test["name"], test["number"], test["score"], test["max_score"], test["status"]) for test in tests] == [
        ("h", "1", 2.0, 2.0, "passed"),
        ("error", "2", 0.0, 2.0, "failed"),
        ("error_term", "3", 0.0, 2.0, "failed"),
        ("del_w", "4", 1.0, 2.0, "failed"),
        ("w", "5", 0.0, 2.0, "failed"),
    ]


def test_what_stands_there() -> None:
    made = sent(results(SLIPS, Until.VISIBLE, remarks=["old.py: Not graded."]))
    outputs = [made["output"], *(test["output"] for test in made["tests"])]
    assert outputs == [
        "One step\n\n01-gradient-step · gradient.py\n\nRight: h.\n\nBegin here: error, line 12.\n\nNote: The file no longer assigns y."
        "\n\nNote: old.py: Not graded.\n\n3 of 10 points: 1 correct, 3 not right yet, 1 stopped with an error.\n",
        "✓ correct\n\nWhat h is.\n\nYours on the first example: 0.8\n",
        "✗ not right yet, line 12\n\nWhat error is.\n\nSeen before.\n\nOn the first example yours is 0.19.\n\nHint: Which sign has it?"
        "\n\nerror_term is built on it: mend it first, then look at error_term again.\n",
        "✗ not right yet\n\nWhat error_term is.\n\nYours on the first example: 0.1\n",
        "✗ not right yet\n\nWhat del_w is.\n",
        "! stopped with an error, line 14\n\nWhat w is.\n",
    ]


def test_all_that_a_feedback_page_says_is_said() -> None:
    made = sent(results(SLIPS, Until.VISIBLE))
    said = " ".join([made["output"], *(test["name"] + " " + test["output"] for test in made["tests"])])
    missing = {word for word in render(SLIPS).split() if word.strip(",.:") not in said}
    assert missing == {"/", "ada"}  # points stand in columns of Gradescope's own, and it knows who handed in


@pytest.mark.parametrize("until", Until)
def test_what_is_not_for_the_student_is_nowhere(until: Until) -> None:
    whole = json.dumps(sent(results(SLIPS, until)))
    assert not [word for word in (LATER, "turned_round", "fixed", "half", "hardcoded", "Half of", "Does not depend") if word in whole]
    assert whole.count(HINT) == 2  # to read, and in the report


def test_the_report_that_is_sent_says_what_is_read() -> None:
    made = as_read(SLIPS)
    assert (made.score, made.submission, [one.points for one in made.questions]) == (3.0, "sha256:0", [2.0, 0.0, 0.0, 1.0, 0.0])
    assert [(one.verdict, one.message, one.hint, one.place) for one in made.questions] == [
        (Verdict.CORRECT, "", None, None),
        (Verdict.MISTAKE, "Seen before.", HINT, Place(12)),
        (Verdict.WRONG, "", None, None),
        (Verdict.WRONG, "", None, None),
        (Verdict.FAILED, "", None, Place(14)),
    ]


@pytest.mark.parametrize("until", [Until.DUE, Until.PUBLISHED])
def test_until_then_a_student_sees_what_the_file_holds_and_the_total(until: Until) -> None:
    missing = question("q", Verdict.MISSING)
    made = sent(results(report(*SLIPS.questions, missing), until))
    receipt, first, *rest = made["tests"]
    assert receipt == {
        "name": "Handed in", "number": "0", "status": "passed", "visibility": "visible",
        "output": "gradient.py\n\nThe file was read and run. What was found in it:\n\n  h           answered; on the first example 0.8"
        "\n  error       answered; on the first example 0.19\n  error_term  answered; on the first example 0.1"
        "\n  del_w       answered\n  w           ! stopped with an error, line 14\n  q           ? not found\n",
    }  # fmt: skip
    said = " ".join(made["output"].split())
    assert said.endswith(f"Which answers are right, and where to begin, you will see {until.when}. 3 of 12 points.")
    assert {test["visibility"] for test in (first, *rest)} == {until.value}
    assert "extra_data" not in made
    assert first["extra_data"]["schema"] == "descent/reports/1"
    assert not [test for test in rest if "extra_data" in test]


@pytest.mark.parametrize("until", Until)
def test_a_file_that_cannot_be_read_is_said_to_be_so_at_once(until: Until) -> None:
    failed = question("h", Verdict.FAILED, message="It is empty.")
    made = sent(results(report(failed, refusal="It is empty."), until))
    assert "It is empty.\n\n0 of 2 points.\n" in made["output"]
    assert made["tests"][0]["status"] == "failed"
    assert "stopped with an error" not in json.dumps(made)


def test_an_ungraded_assignment_only_informs() -> None:
    made = sent(results(report(question("h", Verdict.CORRECT, points=0.0, max_points=0.0)), Until.VISIBLE))
    assert list(broken(made)) == []
    assert (made["score"], [key for key in made["tests"][0] if "score" in key]) == (0.0, [])
    assert "Ungraded: 1 correct." in made["output"]


def test_what_a_student_chose_stays_one_line_of_visible_text() -> None:
    odd = "<script>alert(1)</script>\n\x1b[31m\u202e**bold**"
    made = sent(results(report(question("h", Verdict.WRONG, seen=odd, message=odd), file=odd), Until.VISIBLE, remarks=[odd]))
    read = [made["output"], made["tests"][0]["output"]]
    assert all("<script>alert(1)</script> [31m**bold**" in text for text in read)
    assert not [text for text in read if "\x1b" in text or "\u202e" in text]
