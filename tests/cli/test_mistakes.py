"""`descent mistakes suggest`: from work that was handed in to what the author may name."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SLUG, Descent


@pytest.fixture
def graded(descent: Descent, course: Path, fill: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A course whose gradebook holds three submissions; two share a wrong value that no mistake explains, one in a notebook."""
    works = {"zara": "learnrate * error_term * x * 3", "yuri": "3 * x * error_term * learnrate", "xeno": "learnrate * x * 5"}
    for student, answer in works.items():
        folder = tmp_path / "submitted" / student / SLUG
        folder.mkdir(parents=True)
        text = fill(f"{student}.py", del_w=answer).read_text(encoding="utf-8")
        if student == "yuri":
            cells = [{"cell_type": "code", "source": source, "metadata": {}, "outputs": []} for source in ("import os", text)]
            notebook = {"cells": cells, "nbformat": 4, "nbformat_minor": 5, "metadata": {}}
            (folder / "gradient.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
        else:
            (folder / "gradient.py").write_text(text, encoding="utf-8")
    assert descent("--course", course, "grade", tmp_path / "submitted", "--jobs", "1") == 0
    capsys.readouterr()
    return course


def test_a_value_that_two_share_is_shown_with_the_line_of_one_and_nobodys_name(
    descent: Descent, graded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("--course", graded, "mistakes", "suggest", SLUG) == 0
    said = capsys.readouterr().out
    assert f"{SLUG}: 1 wrong value that several share" in said
    assert "del_w: 2 students" in said
    assert "expected there        [-0.020318692," in said
    assert "one of them           gradient.ipynb, cell 2, line" in said
    assert "      del_w = 3 * x * error_term * learnrate\n" in said
    assert "      @del_w.mistake\n      def a_name_for_it(learnrate, error_term, x):\n" in said
    for name in ("zara", "yuri", "xeno"):
        assert name not in said


def test_with_names_and_as_json(descent: Descent, graded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", graded, "mistakes", "suggest", SLUG, "--names", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "descent/suggestions/1"
    (one,) = found["suggestions"]
    assert (one["cluster"]["students"], one["cluster"]["example"]) == (["yuri", "zara"], "yuri")
    assert one["code"] == ["del_w = 3 * x * error_term * learnrate"]
    assert descent("--course", graded, "mistakes", "suggest", SLUG, "--json") == 0
    said = capsys.readouterr().out
    assert "zara" not in said
    assert "yuri" not in said


def test_nothing_handed_in_is_nothing_to_suggest(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", course, "mistakes", "suggest", SLUG) == 0
    assert capsys.readouterr().out == f"{SLUG}: nothing to suggest: no two students share a wrong value that no mistake explains.\n"


def test_an_assignment_that_is_not_there_is_named(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", course, "mistakes", "suggest", "09-none") == 2
    assert "there is no assignment '09-none'" in capsys.readouterr().err
