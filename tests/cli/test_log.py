"""`descent log`: who changed what, and when."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def changed(descent: Descent, course: Path, capsys: Captured) -> None:
    """grace excused ada and gave ben points."""
    for student in ("ada", "ben"):
        keep(student)
    descent("--course", course, "excuse", "ada", SLUG, "--reason", "was ill", "--as", "grace")
    descent("--course", course, "override", "ben", SLUG, "4", "--reason", "copied", "--as", "henry")
    capsys.readouterr()


@pytest.mark.usefixtures("changed")
def test_all_changes_are_shown_or_those_of_one_student(descent: Descent, capsys: Captured) -> None:
    assert descent("log") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith(f"UTC  grace  excuse    ada  {SLUG}  excused: was ill")
    assert second.endswith(f"UTC  henry  override  ben  {SLUG}  4 points for the whole: copied")
    assert descent("log", "ben") == 0
    assert capsys.readouterr().out.split("UTC  ")[1:] == [f"henry  override  ben  {SLUG}  4 points for the whole: copied\n"]


@pytest.mark.usefixtures("changed")
def test_json_has_all_of_it(descent: Descent, capsys: Captured) -> None:
    assert descent("log", "ada", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    (one,) = said["changes"]
    assert (said["schema"], one["person"], one["verb"], one["student"], one["slug"]) == (
        "descent/log/1",
        "grace",
        "excuse",
        "ada",
        SLUG,
    )


def test_where_nothing_was_changed_that_is_said(descent: Descent, capsys: Captured) -> None:
    assert descent("log") == 0
    assert capsys.readouterr().out == "Nothing was changed yet.\n"
    assert descent("log", "ada") == 2
    assert "knows nobody called 'ada'" in capsys.readouterr().err
