"""`otter run` and otter's API, as installed: our points and words, whatever is handed in, and no score where we fail."""

import io
import json
import subprocess
import sys
import zipfile
from codecs import BOM_UTF8
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from autograder.grading.report import Report
from tests.platforms.gradescope.schema import broken
from tests.platforms.otter import hostile
from tests.platforms.otter.conftest import SLUG
from tests.platforms.otter.routes import Ran, by_api, run

Mark = Callable[[str, bytes], Report]
Runs = Callable[[str], Ran]


@pytest.fixture(scope="module")
def traces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the hostile ones leave a file if they get through."""
    return tmp_path_factory.mktemp("traces")


@pytest.fixture(scope="module")
def ran(exported: Path, archive: Path, filled: bytes, slip: bytes, traces: Path, tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """What `otter run` makes of each, when somebody asks for it."""
    folder = tmp_path_factory.mktemp("run")
    start = exported / "00-start-here"
    hostiles = hostile.submissions(traces, slip.decode())
    work: dict[str, tuple[Path, str, bytes]] = {
        "slip": (archive, "gradient.ipynb", filled),
        "metadata": (archive, *hostiles["metadata"]),
        "beside": (archive, *hostiles["beside"]),
        "ungraded": (start / "autograder" / "00-start-here-autograder.zip", "ada.py", (start / "student" / "start.py").read_bytes()),
        "damaged": (_damaged(archive, folder / "damaged.zip"), "gradient.ipynb", filled),
        "no-notebook": (archive, "gradient.ipynb", b"h = 1\n"),
        "byte-order-mark": (archive, "gradient.ipynb", BOM_UTF8 + filled),
        "number": (archive, "gradient.ipynb", filled.replace(b'"nbformat": 4', b'"nbformat": 5')),
    }

    def one(what: str) -> Ran:
        zipped, name, content = work[what]
        path = folder / what / name
        path.parent.mkdir()
        path.write_bytes(content)
        return run(zipped, path, folder / what / "out")

    return cache(one)


def _damaged(archive: Path, path: Path) -> Path:
    """The zip with a secret that is none."""
    with zipfile.ZipFile(archive) as opened, zipfile.ZipFile(path, "w") as made:
        for name in opened.namelist():
            made.writestr(name, b"x" if name == "files/descent/secret" else opened.read(name))
    return path


def results(ran: Ran) -> dict[str, Any]:
    assert ran.results is not None, ran.said
    return ran.results


def test_each_question_gets_the_engines_points(ran: Runs, filled: bytes, marked: Mark) -> None:
    wanted = {question.id: question.points for question in marked("gradient.ipynb", filled).questions}
    assert (ran("slip").code, ran("slip").points) == (0, wanted), ran("slip").said
    assert wanted == {"h": 2.0, "nn_output": 2.0, "error": 0.0, "error_term": 2.0, "del_w": 2.0}


@pytest.mark.parametrize("what", ["metadata", "beside"])
def test_what_is_hostile_is_graded_by_its_work(ran: Runs, what: str) -> None:
    assert (ran(what).code, ran(what).points) == (0, ran("slip").points), ran(what).said


def test_nothing_of_a_submission_is_run_imported_or_unpickled(ran: Runs, traces: Path) -> None:
    assert {ran(what).code for what in ("metadata", "beside")} == {0}
    assert sorted(path.name for path in traces.iterdir()) == []


def test_what_would_be_unpickled_and_imported_would_leave_its_trace(tmp_path: Path) -> None:
    """So that the test before this one can fail: the same files, as otter and a kernel take them without us."""
    (tmp_path / "traces").mkdir()
    _, content = hostile.submissions(tmp_path / "traces", "")["beside"]
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        opened.extractall(tmp_path / "handed-in")
    reads = "import sys; from otter.check.logs import Log; Log.from_file(sys.argv[1])"
    subprocess.run([sys.executable, "-c", reads, tmp_path / "handed-in" / ".OTTER_LOG"], check=False, capture_output=True)
    kernel = [sys.executable, "-m", "ipykernel_launcher", "--version"]
    subprocess.run(kernel, cwd=tmp_path / "handed-in", check=False, capture_output=True)
    assert {path.name for path in (tmp_path / "traces").iterdir()} == {"log", "ipykernel_launcher"}


@pytest.mark.parametrize("what", ["slip", "ungraded"])
def test_results_keep_to_gradescopes_schema_and_show_students_each_question_and_no_more(ran: Runs, what: str) -> None:
    found = results(ran(what))
    assert list(broken(found)) == []
    assert {test["visibility"] for test in found["tests"]} == {"visible"}
    assert [test["name"] for test in found["tests"]] == list(ran(what).points)


def test_a_student_reads_one_hint_at_the_first_broken_link(ran: Runs) -> None:
    found = results(ran("slip"))
    outputs = {test["name"]: test["output"] for test in found["tests"]}
    assert json.dumps(found).count("Hint: ") == outputs["error"].count("Hint: ") == 1
    assert "On the first example yours is 0.18997448." in outputs["error"]
    assert outputs["h"] == "h results: All test cases passed!"
    assert outputs["del_w"] == "del_w results: All test cases passed!\ndel_w message: follow-through credit."
    title, what, right, begin, carried, total = found["output"].split("\n\n")
    assert (title, what) == ("One step of gradient descent", "01-gradient-step · handed in · gradient.ipynb")
    assert right == "Right: h and nn_output. Right but for an earlier slip: error_term and del_w."
    assert begin.startswith("Begin here: error, cell ")
    assert carried.startswith("Follow-through credit: ")
    assert total == "8 of 10 points: 2 correct, 2 with follow-through credit, 1 not right yet."


def test_instructors_read_what_was_graded_and_how(ran: Runs, filled: bytes, marked: Mark) -> None:
    report = marked("gradient.ipynb", filled)
    assert "01-gradient-step, version 1: gradient.ipynb: 8 of 10 points." in ran("slip").said
    assert f"{report.submission}, isolation {report.isolation}, secret {report.secret}" in ran("slip").said
    assert "Total Score: 8.000 / 10.000 (80.000%)" in ran("slip").said


def test_an_ungraded_assignment_is_worth_nothing_and_says_no_percentage(ran: Runs) -> None:
    assert set(ran("ungraded").points.values()) == {0.0}
    assert "%" not in ran("ungraded").said
    assert "00-start-here, version 1: ada.py: Ungraded." in ran("ungraded").said


@pytest.mark.parametrize(("what", "said"), [("damaged", "This is not a course secret"), ("no-notebook", "NotJSONError")])
def test_where_we_or_otter_cannot_grade_there_is_no_score_and_never_a_zero(ran: Runs, what: str, said: str) -> None:
    assert (ran(what).code, ran(what).results) == (1, None)
    assert said in ran(what).said


@pytest.mark.parametrize(("what", "said"), [("byte-order-mark", "NotJSONError"), ("number", "NBFormatError")])
def test_notebooks_that_otter_turns_away_and_we_grade_are_those_that_the_page_names(
    ran: Runs, root: Path, filled: bytes, marked: Mark, what: str, said: str
) -> None:
    content = BOM_UTF8 + filled if what == "byte-order-mark" else filled.replace(b'"nbformat": 4', b'"nbformat": 5')
    assert content != filled
    assert marked("gradient.ipynb", content).score == marked("gradient.ipynb", filled).score
    assert (ran(what).code, ran(what).results) == (1, None)
    assert said in ran(what).said
    assert f"`{said}`" in (root / "docs" / "otter.md").read_text(encoding="utf-8")


def test_the_api_gives_the_engines_points_too(
    root: Path, instructor: Path, master: bytes, traces: Path, marked: Mark, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESCENT_HOME", str(instructor))
    handed_in = {
        "right": ("ada.py", master),
        "in-part": ("gradient.py", (root / "examples" / "submitted" / "olga" / SLUG / "gradient.py").read_bytes()),
        "too-large": ("gradient.ipynb", hostile.notebook("# " + "x" * 1_100_000)),
        "no-notebook": ("gradient.ipynb", b"h = 1\n"),
        **{what: one for what, one in hostile.submissions(traces, "").items() if what in ("patched", "pickled")},
    }
    two = hostile.zipped({"gradient.ipynb": hostile.notebook(""), "other.ipynb": hostile.notebook("")})
    found = by_api(root, SLUG, {**handed_in, "two": ("two.zip", two)})
    reports = {what: marked(*one) for what, one in handed_in.items()}
    wanted = {what: {question.id: question.points for question in report.questions} for what, report in reports.items()}
    assert found == {**wanted, "two": {}}
    assert {what: report.score for what, report in reports.items()} == {
        "right": 10.0, "in-part": 9.0, "too-large": 0.0, "no-notebook": 0.0, "patched": 0.0, "pickled": 0.0,
    }  # fmt: skip
    assert list(traces.iterdir()) == []
