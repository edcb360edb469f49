"""A report in otter's own words: each question's points as they are, one hint, and nothing that a student has written is HTML."""

import json
from typing import Any

import pytest

from autograder.grading.report import Place, QuestionReport, Report, Verdict, total
from autograder.platforms.otter.results import write
from autograder.platforms.otter.zipped import config

pytestmark = pytest.mark.usefixtures("otters_here")


def question(name: str, verdict: Verdict, points: float, **more: Any) -> QuestionReport:
    return QuestionReport(id=name, verdict=verdict, points=points, max_points=2.0, text=f"What {name} is.", **more)


def report(*questions: QuestionReport, **more: Any) -> Report:
    given = {"student": "Ada", "assignment": "01", "file": "gradient.py", "title": "Step"} | more
    score, possible = total([one.points for one in questions]), total([one.max_points for one in questions])
    return Report(submission="sha256:0", isolation="A", questions=questions, **{"score": score, "max_score": possible, **given})


def written(one: Report) -> Any:
    """Otter's results after ours were put in the place of those of a kernel in which nothing was graded."""
    from otter.test_files import GradingResults

    results = GradingResults.without_results(EOFError())
    write(one, results)
    return results


def outputs(results: Any) -> dict[str, str]:
    from otter.run import AutograderConfig

    made = json.loads(config("01", graded=True))
    shown = results.to_gradescope_dict(AutograderConfig(made))
    return {test["name"]: test["output"] for test in shown["tests"]}


MIXED = report(
    question("h", Verdict.CORRECT, 2.0),
    question("error", Verdict.MISTAKE, 1.0, message="Seen before.", hint="Which sign?", seen=0.19, mistake="sign_reversed"),
    question("term", Verdict.CARRIED, 2.0),
    question("step", Verdict.MISTAKE, 0.666667, message="Also seen.", hint="What of the rate?", mistake="rate_forgotten"),
)


def test_points_are_the_reports_whatever_the_verdict() -> None:
    results = written(MIXED)
    assert {name: results.get_score(name) for name in results.test_files} == {"h": 2.0, "error": 1.0, "term": 2.0, "step": 0.666667}
    assert {name: test.possible for name, test in results.results.items()} == dict.fromkeys(["h", "error", "term", "step"], 2.0)
    assert {name: test.passed_all for name, test in results.results.items()} == {"h": True, "error": False, "term": True, "step": False}
    assert results.total == pytest.approx(MIXED.score)
    assert (results.has_catastrophic_failure(), results.notebook) == (False, None)


def test_one_hint_is_given_at_the_first_broken_link() -> None:
    shown = outputs(written(MIXED))
    assert shown["h"] == "h results: All test cases passed!"
    assert shown["error"] == (
        "error results:\n    error message: What error is. Seen before. On the first example yours is 0.19. Hint: Which sign?\n\n"
        "    error result:\n        not right yet"
    )
    assert shown["step"] == "step results:\n    step result:\n        not right yet"
    assert "rate" not in "".join(shown.values())


def test_names_of_mistakes_are_not_for_students() -> None:
    results = written(MIXED)
    assert "sign_reversed" not in results.output + results.summary()


def test_what_cannot_be_read_says_so_above() -> None:
    failed = [question(name, Verdict.FAILED, 0.0, message="The file is empty.") for name in ("h", "error")]
    results = written(report(*failed, refusal="The file is empty."))
    assert "The file is empty." in results.output
    assert outputs(results)["h"] == "h results:\n    h result:\n        stopped with an error"


def test_where_an_error_stopped_it_the_place_is_told() -> None:
    shown = outputs(written(report(question("h", Verdict.FAILED, 0.0, message="Stopped.", place=Place(3, 2)))))
    assert "stopped with an error, cell 2, line 3" in shown["h"]


def test_what_a_student_has_written_is_text_and_nothing_else() -> None:
    odd = "<img src=x onerror=alert(1)> \x1b[31m & \u202e"
    results = written(report(question("h", Verdict.FAILED, 0.0, message=odd), student=odd, file=f"{odd}.py", notes=(odd,)))
    everything = results.output + "".join(outputs(results).values())
    assert "<" not in everything
    assert "\x1b" not in everything
    assert "\u202e" not in everything
    assert "&lt;img" in outputs(results)["h"]


def test_an_ungraded_assignment_has_its_verdicts_and_no_points() -> None:
    ungraded = QuestionReport(id="h", verdict=Verdict.CORRECT, points=0.0, max_points=0.0)
    results = written(report(ungraded))
    assert (results.get_score("h"), results.results["h"].possible, results.results["h"].passed_all) == (0.0, 0.0, True)
    assert results.output.endswith("Ungraded: 1 correct.")
