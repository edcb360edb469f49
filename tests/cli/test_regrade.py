"""`descent regrade`: whose score moves after an assignment was mended, shown before it is recorded. With the real sandbox."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.cli.person import whoever
from autograder.cli.place import database
from autograder.gradebook.store import Gradebook
from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep, noted

Captured = pytest.CaptureFixture[str]
SIGN = ("= y - nn_output", "= nn_output - y")


@pytest.fixture
def graded(descent: Descent, course: Path, root: Path, tmp_path: Path, capsys: Captured) -> Path:
    """A course of which ada has 10 points and ben, who took the error the other way round, 8."""
    right = (root / "solutions" / SLUG / "gradient.py").read_text(encoding="utf-8")
    for student, text in {"ada": right, "ben": right.replace(*SIGN)}.items():
        folder = tmp_path / "submitted" / student / SLUG
        folder.mkdir(parents=True)
        (folder / "gradient.py").write_text(text, encoding="utf-8")
    assert descent("--course", course, "grade", tmp_path / "submitted", "--out", tmp_path / "out") == 0
    capsys.readouterr()
    return course


def mend(course: Path) -> None:
    """Make `error` worth 1 point less and `h` 1 more."""
    path = course / "solutions" / SLUG / "questions.py"
    text = path.read_text(encoding="utf-8")
    parts = text.split("@step.question(points=2)")
    order = [part.split("def ", 1)[1].split("(")[0] for part in parts[1:]]
    worth = {"h": 3, "error": 1}
    path.write_text(
        parts[0] + "".join(f"@step.question(points={worth.get(name, 2)}){part}" for name, part in zip(order, parts[1:], strict=True)),
        encoding="utf-8",
    )


def scores() -> dict[str, float | None]:
    with Gradebook.open(database()) as book:
        return {report.student: report.score for report in book.reports(SLUG)}


def test_nothing_moves_where_nothing_was_mended(descent: Descent, graded: Path, capsys: Captured) -> None:
    assert descent("--course", graded, "regrade", SLUG) == 0
    assert capsys.readouterr().out.splitlines() == [f"{SLUG}: 2 submissions graded anew", "", "No report changes."]


def test_what_moves_is_shown_and_then_recorded(descent: Descent, graded: Path, capsys: Captured) -> None:
    """An override stands; who accepts is in the log."""
    mend(graded)
    assert descent("--course", graded, "regrade", SLUG) == 0
    said = capsys.readouterr().out
    assert "  ben      8 → 9          +1  h 2 → 3\n" in said
    assert "ada" not in said
    assert said.endswith(f"1 score moves: 1 up, 0 down.\nNothing is recorded yet. To record it: descent regrade {SLUG} --accept\n")
    assert (scores(), noted()) == ({"ada": 10, "ben": 8}, [])
    descent("--course", graded, "override", "ada", SLUG, "4", "--reason", "copied", "--as", "grace")
    capsys.readouterr()
    assert descent("--course", graded, "regrade", SLUG, "--accept", "--json", "--as", "henry") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["accepted"], said["changed"], [move["student"] for move in said["moves"]]) == (True, 2, ["ben"])
    assert scores() == {"ada": 10, "ben": 9}
    assert noted()[1:] == [
        ("henry", "regrade", "graded anew: from 8 to 9 points (h from 2 to 3)"),
        ("henry", "regrade", "2 submissions graded anew: 2 reports changed, 1 score moved"),
    ]
    with Gradebook.open(database()) as book:
        assert [line.points for line in book.reports()[0].questions if line.id == "error"] == [1]


def test_a_score_that_moves_by_grading_again_is_in_the_log_too(descent: Descent, graded: Path, tmp_path: Path) -> None:
    mend(graded)
    assert descent("--course", graded, "grade", tmp_path / "submitted", "--json") == 0
    assert noted() == [(whoever(), "grade", "graded again: from 8 to 9 points, before lateness")]


def test_of_work_whose_files_were_purged_that_is_said(descent: Descent, graded: Path, capsys: Captured) -> None:
    keep("cleo", hours=-90_000)
    descent("purge", "--before", "2017-01-01", "--keep-scores", "--yes")
    capsys.readouterr()
    assert descent("--course", graded, "regrade", SLUG) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{SLUG}: 2 submissions graded anew",
        "",
        "Files that 1 student handed in were purged: that work stays as it was graded.",
        "No report changes.",
    ]


def test_where_all_of_it_was_purged_nothing_can_be_graded_anew(descent: Descent, course: Path, capsys: Captured) -> None:
    keep("cleo", hours=-90_000)
    descent("purge", "--before", "2017-01-01", "--keep-scores", "--yes")
    assert descent("--course", course, "regrade", SLUG) == 2
    said = capsys.readouterr().err
    assert f"All files that 1 student handed in for {SLUG} were purged: the points are kept, and nothing can be graded anew." in said
    assert "holds nothing" not in said


def test_what_cannot_be_graded_anew_is_said_before_anything_starts(descent: Descent, course: Path, capsys: Captured) -> None:
    assert descent("--course", course, "regrade", SLUG) == 2
    assert f"The gradebook holds nothing of {SLUG}. Grade what was handed in first" in capsys.readouterr().err
    assert descent("--course", course, "regrade", "99") == 2
    assert "there is no assignment '99'" in capsys.readouterr().err
    assert descent("--course", course, "regrade", SLUG, "--accept", "--as", " ") == 2
    assert "Say who you are" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
@pytest.mark.parametrize("deadly", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "killed"])
def test_one_that_is_stopped_has_recorded_nothing(graded: Path, deadly: signal.Signals) -> None:
    mend(graded)
    path, begun = graded / "solutions" / SLUG / "questions.py", graded / "begun"
    wait = f"import pathlib, time\npathlib.Path({str(begun)!r}).touch()\ntime.sleep(3)\n"
    path.write_text(wait + path.read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "autograder", "regrade", SLUG, "--accept"]
    process = subprocess.Popen(command, cwd=graded, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ)
    while not begun.exists():
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(deadly)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130 if deadly == signal.SIGINT else -deadly, b""), err
    assert (scores(), noted()) == ({"ada": 10, "ben": 8}, [])
