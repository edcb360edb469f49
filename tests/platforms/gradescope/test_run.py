"""A submission on Gradescope: what is graded there is what is graded here, and where we fail there is no score at all."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.course.secret import Secret
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.platforms.engine import Engine
from tests.platforms.gradescope.conftest import SLUG
from tests.platforms.gradescope.routes import Place, by_script, points
from tests.platforms.gradescope.schema import broken

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="level B gives each job a user of its own, which only root can do")
STUBS = "assignments"


@pytest.fixture
def here(root: Path, secret: Secret) -> Callable[[str, bytes], Report]:
    """The report on a file as this machine gives it, with the same secret."""

    def mark(name: str, content: bytes) -> Report:
        with Engine(root, secret) as engine:
            return engine.mark(Submission("ada", SLUG, name, content))

    return mark


def notebook(source: bytes) -> bytes:
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": source.decode()}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def reported(results: dict[str, Any]) -> dict[str, Any]:
    return dict(results["extra_data"]["reports"][0])


def test_the_same_work_gets_the_same_points_as_here(
    place: Place, here: Callable[[str, bytes], Report], root: Path, master: bytes, slip: bytes
) -> None:
    stub = (root / STUBS / SLUG / "gradient.ipynb").read_bytes()
    cases = [("gradient.py", master), ("gradient.ipynb", notebook(slip)), ("gradient.ipynb", stub), ("gradient.py", b"h = (")]
    for name, content in cases:
        results = place.graded({name: content})
        report = here(name, content)
        assert list(broken(results)) == []
        assert points(results) == {question.id: question.points for question in report.questions}, name
        assert (results["score"], reported(results)["submission"]) == (report.score, report.submission), name
        assert [test["status"] == "passed" for test in results["tests"]] == [one.verdict.counts for one in report.questions]


@root_only
def test_in_a_container_without_namespaces_it_is_level_b(place: Place, slip: bytes) -> None:
    place.hand_in({"gradient.py": slip})
    done = place.run(contained=True)
    results = json.loads(place.results.read_bytes())
    assert (done.returncode, results["score"], reported(results)["isolation"]) == (0, 8.0, "B"), done.stdout
    assert "01-gradient-step: isolation level B." in done.stdout
    assert [path.name for path in place.results.parent.iterdir()] == ["results.json"]


def test_what_a_student_reads_is_what_is_seen_and_one_hint(place: Place, slip: bytes) -> None:
    results = place.graded({"gradient.py": slip})
    outputs = {test["name"]: test["output"] for test in results["tests"]}
    assert "8 of 10 points: 2 correct, 2 with follow-through credit, 1 not right yet." in results["output"]
    assert "Begin here: error, line " in results["output"]
    assert "✗ not right yet" in outputs["error"]
    assert "Hint: In the first example the output lies above its target." in outputs["error"]
    assert "".join([results["output"], *outputs.values()]).count("Hint:") == 1


def test_what_is_hidden_is_hidden_with_the_report_but_not_the_total(gradescope: Callable[..., Place], slip: bytes) -> None:
    results = gradescope("--hidden-until", "after_due_date").graded({"gradescope-is-fun.py": slip})
    receipt, *questions = results["tests"]
    assert list(broken(results)) == []
    assert (receipt["name"], receipt["visibility"], "score" in receipt) == ("Handed in", "visible", False)
    assert {test["visibility"] for test in questions} == {"after_due_date"}
    assert points(results) == {"h": 2.0, "nn_output": 2.0, "error": 0.0, "error_term": 2.0, "del_w": 2.0}
    assert results["score"] == 8.0
    assert "8 of 10 points." in results["output"]
    assert "you will see after the due date" in " ".join(results["output"].split())
    seen_now = json.dumps([results["output"], receipt, results.get("extra_data")])
    assert not [word for word in ("not right yet", "Hint", "Begin here", "correct", "follow-through", "verdict") if word in seen_now]
    assert reported(questions[0])["score"] == 8.0


def test_a_group_is_one_student_and_instructors_are_told_of_other_points(own: Place, slip: bytes) -> None:
    own.hand_in({"gradient.py": slip})
    users = [{"email": "ada@example.edu"}, {"email": "ben@example.edu"}]
    told = {"users": users, "assignment": {"total_points": "100.0"}}
    (own.base / "submission_metadata.json").write_text(json.dumps(told))
    done = own.run()
    assert reported(json.loads(own.results.read_bytes()))["student"] == "ada@example.edu, ben@example.edu"
    assert "Gradescope has this assignment at 100 points, course.toml at 10: make them agree." in done.stdout


def test_without_metadata_all_is_as_with_it(own: Place, slip: bytes) -> None:
    own.hand_in({"gradient.py": slip})
    (own.base / "submission_metadata.json").unlink()
    assert own.run().returncode == 0
    assert json.loads(own.results.read_bytes())["score"] == 8.0


def test_nothing_to_grade_is_said_to_the_student_and_earns_nothing(place: Place) -> None:
    results = place.graded({"essay.txt": b"gradient descent", "work.zip": b"PK"})
    assert list(broken(results)) == []
    assert (results["score"], set(points(results).values())) == (0.0, {0.0})
    assert results["output"].replace("\n", " ").split("  ")[1:] == [
        "01-gradient-step",
        "No Python file or notebook was handed in. Expected gradient.py or gradient.ipynb. Unpack the zip and hand in what is in it.",
        "0 of 10 points. ",
    ]


def test_instructors_read_in_one_sentence_why_nothing_was_graded(own: Place) -> None:
    own.hand_in({"essay.txt": b"gradient descent"})
    expected = "0 of 10 points: No Python file or notebook was handed in. Expected gradient.py or gradient.ipynb. sha256:"
    assert expected in own.run().stdout
    own.hand_in({"gradient.ipynb": b""})
    assert "0 of 10 points: gradient.ipynb: The file is empty. sha256:" in own.run().stdout


# --- where we fail ---------------------------------------------------------------------------------------------------------


def not_graded(place: Place, *, contained: bool = False, **environment: str) -> str:
    """What is printed where there must be no results; older ones lie there."""
    place.results.write_text('{"score": 10}')
    done = place.run(contained=contained, **environment)
    assert done.returncode == 1, done.stdout
    assert list(place.results.parent.iterdir()) == []
    assert "NOT GRADED, and no score was written. Nothing is marked down" in done.stdout
    return done.stdout


def test_a_fault_of_the_sandbox_leaves_no_score(own: Place, slip: bytes) -> None:
    own.hand_in({"gradient.py": slip})
    inside = own.base / "source" / "descent" / "engine" / "autograder" / "sandbox" / "inside"
    (inside / "job.py").write_text("import os\ndef rehearse(): pass\ndef __getattr__(name): os._exit(1)\n")
    said = not_graded(own)
    assert "Level A: " in said or "Level B: " in said


def test_a_course_that_cannot_be_read_leaves_no_score(own: Place, slip: bytes) -> None:
    own.hand_in({"gradient.py": slip})
    (own.base / "source" / "descent" / "course" / "course.toml").unlink()
    assert "course.toml: not found" in not_graded(own)


def test_a_bug_leaves_no_score_and_tells_no_value(own: Place, slip: bytes) -> None:
    own.hand_in({"gradient.py": slip})
    judge = own.base / "source" / "descent" / "engine" / "autograder" / "grading" / "judge.py"
    judge.write_text(judge.read_text().replace("    trial = Trial(", "    raise KeyError(1234.5)\n    trial = Trial("))
    said = not_graded(own)
    assert "This is a bug in descent, or of this image: KeyError" in said
    assert "in examine" in said
    assert "1234.5" not in said


def test_no_submission_folder_is_our_fault(own: Place) -> None:
    shutil.rmtree(own.base / "submission")
    assert "FileNotFoundError" in not_graded(own)


@root_only
def test_too_little_isolation_leaves_no_score_and_says_why(own: Place, slip: bytes) -> None:
    own.hand_in({"gradient.py": slip})
    manifest = own.base / "source" / "descent" / "course" / "course.toml"
    manifest.write_text(manifest.read_text().replace('min_isolation = "B"', 'min_isolation = "A"'))
    assert "Level A: The sandbox cannot start" in not_graded(own, contained=True)


def test_gradescopes_own_time_limit_is_never_reached(own: Place) -> None:
    own.hand_in({"gradient.py": b"while True:\n    try:\n        while True: pass\n    except BaseException: pass\n"})
    said = not_graded(own, TIMEOUT_SECONDS="3")
    assert "Grading took as long as Gradescope allows, which would have counted as a zero." in said


def test_a_place_where_nothing_can_be_written_is_said(own: Place, slip: bytes) -> None:
    own.hand_in({"gradient.py": slip})
    own.results.parent.rmdir()
    done = own.run()
    assert (done.returncode, "the results cannot be written there: No such file" in done.stdout) == (1, True)


# --- for the parity of all routes ------------------------------------------------------------------------------------------


def test_the_route_for_parity_gives_points_by_student(root: Path, master: bytes, slip: bytes) -> None:
    assert by_script(root, SLUG, {"ada": ("gradient.py", master), "bo": ("gradient.py", slip)}) == {
        "ada": {"h": 2.0, "nn_output": 2.0, "error": 2.0, "error_term": 2.0, "del_w": 2.0},
        "bo": {"h": 2.0, "nn_output": 2.0, "error": 0.0, "error_term": 2.0, "del_w": 2.0},
    }
