"""`descent data`: everything that is stored about one student, and nothing of others."""

import json
import zipfile
from pathlib import Path

import pytest

from autograder.course.pseudonyms import pseudonyms
from autograder.marking.secrets import load_or_create
from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep

Captured = pytest.CaptureFixture[str]


def test_it_is_a_zip_of_the_students_name_unless_another_place_is_named(
    descent: Descent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    keep("ada", error=0)
    keep("ben")
    assert descent("data", "ada") == 0
    assert capsys.readouterr().out == "ada-data.zip: 1 submission and 5 rows about ada. For nobody else's eyes.\n"
    with zipfile.ZipFile("ada-data.zip") as archive:
        assert archive.read(f"submissions/{SLUG}/1-gradient.py") == b"ada -1"
        assert not any(b"ben" in archive.read(name) for name in archive.namelist())
    assert descent("data", "ada", "--out", "of-ada") == 0
    data = json.loads((tmp_path / "of-ada" / "data.json").read_text(encoding="utf-8"))
    assert [row["score"] for row in data["tables"]["reports"]] == [8]


def test_the_pseudonym_is_that_of_reports_without_names(descent: Descent, home: Path, tmp_path: Path) -> None:
    keep("ada")
    keep("ben")
    descent("data", "ada", "--out", tmp_path / "of-ada")
    label = json.loads((tmp_path / "of-ada" / "data.json").read_text(encoding="utf-8"))["pseudonym"]
    assert label == pseudonyms(["ada", "ben"], load_or_create(home))["ada"]


def test_texts_that_name_others_are_told_of(descent: Descent, course: Path, tmp_path: Path, capsys: Captured) -> None:
    keep("ada")
    keep("ben")
    descent("--course", course, "override", "ada", SLUG, "0", "--reason", "copied from ben", "--as", "grace")
    capsys.readouterr()
    assert descent("data", "ada", "--out", tmp_path / "x.zip") == 0
    assert capsys.readouterr().err.splitlines() == [
        "These texts name other students. Look at them before you pass it on:",
        "  decisions, reason: copied from ben (names ben)",
        "  log, said: 0 points for the whole: copied from ben (names ben)",
    ]


def test_who_is_not_known_gets_no_file(descent: Descent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.chdir(tmp_path)
    keep("ada")
    assert descent("data", "adam") == 2
    assert "Did you mean 'ada'?" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_stays(descent: Descent, tmp_path: Path, capsys: Captured) -> None:
    keep("ada")
    (tmp_path / "mine.zip").write_bytes(b"mine")
    assert descent("data", "ada", "--out", tmp_path / "mine.zip") == 2
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "mine.zip").read_bytes() == b"mine"
