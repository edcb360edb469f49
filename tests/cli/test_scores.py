"""`descent scores`: who stands where and why, as text, JSON and a table."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep, with_due

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def due(course: Path) -> Path:
    return with_due(course)


def test_who_stands_where_and_why(descent: Descent, due: Path, capsys: Captured) -> None:
    """The attempt, lateness, what was taken off, an extension, an override."""
    keep("ada")
    keep("ben", -30, h=0)
    keep("ben", 30)
    keep("cleo", 30, error=0)
    keep("dan", 30)
    descent("--course", due, "extend", "dan", SLUG, "+2d", "--reason", "was ill")
    descent("--course", due, "override", "cleo", SLUG, "9.5", "--reason", "oral", "--as", "grace")
    capsys.readouterr()
    assert descent("--course", due, "scores", SLUG) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{SLUG}  One step of gradient descent",
        "  due 2026-11-20 23:59 UTC+01:00; late: 10 % a day; the best attempt counts",
        "",
        "  ada      10 / 10",
        "  ben       8 / 10    attempt 1 of 2",
        "  cleo    9.5 / 10    set to 9.5 by grace (oral), where the work earned 8",
        "  dan      10 / 10    extended until 2026-11-22 23:59 UTC+01:00: was ill",
    ]


def test_an_empty_gradebook_says_how_students_become_known(descent: Descent, due: Path, capsys: Captured) -> None:
    assert descent("--course", due, "scores") == 0
    assert "descent grade" in capsys.readouterr().out


def test_json_has_the_attempts_and_what_counts(descent: Descent, due: Path, capsys: Captured) -> None:
    keep("ben", -30, h=0)
    keep("ben", 30)
    assert descent("--course", due, "scores", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    (ben,) = said["scores"]
    assert (said["schema"], ben["score"], ben["attempt"]) == ("descent/scores/1", 8.0, 1)
    assert [(one["number"], one["points"]) for one in ben["attempts"]] == [(1, 8.0), (2, 10.0)]


def test_a_table_holds_no_formula_and_is_utf_8_whatever_the_console(due: Path) -> None:
    keep("=HYPERLINK(1)")
    keep("Zoë 李雷")
    keep("+1;@x")
    command = [sys.executable, "-m", "autograder", "scores", "--csv"]
    plain = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=due, env=plain, capture_output=True, check=True)
    header, *rows = csv.reader(io.StringIO(done.stdout.decode("utf-8"), newline=""))
    assert header[:3] == ["student", "assignment", "score"]
    assert [row[0] for row in rows] == ["'+1;'@x", "'=HYPERLINK(1)", "Zoë 李雷"]
    assert {row[2] for row in rows} == {"10"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["99"], "there is no assignment '99'"), (["--json", "--csv"], "Choose one of --json and --csv.")],
)
def test_what_cannot_be_shown_is_said(descent: Descent, due: Path, arguments: list[str], said: str, capsys: Captured) -> None:
    keep()
    assert descent("--course", due, "scores", *arguments) == 2
    assert said in capsys.readouterr().err
