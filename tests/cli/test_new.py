"""`descent new` begins an assignment, and a course in an empty folder, and `descent verify` holds at once."""

from pathlib import Path

import pytest

from tests.cli.conftest import Descent


def test_from_an_empty_folder_to_an_assignment_that_is_proven(
    descent: Descent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert descent("new", "01-straight-lines") == 0
    assert capsys.readouterr().out == (
        "course.toml: a new course.\n"
        "solutions/01-straight-lines/straight_lines.py\n"
        "solutions/01-straight-lines/questions.py\n"
        "course.toml\n"
        "assignments/01-straight-lines/README.md\n"
        "assignments/01-straight-lines/straight_lines.py\n"
        "assignments/01-straight-lines/straight_lines.ipynb\n"
        "assignments/01-straight-lines/examples.json\n"
        "\nNext: descent verify 01-straight-lines\n"
    )
    assert descent("verify", "01-straight-lines", "--draws", 5) == 0
    said = capsys.readouterr().out
    assert "26 changes of 26 to the solutions lose points" in said
    assert said.endswith("01-straight-lines: 6 of 6 proofs hold, mutation score 100.0%.\n")


def test_in_a_course_it_stands_beside_the_others(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", course, "new", "07-heat", "--title", "Heat", "--file", "warmth.py") == 0
    said = capsys.readouterr().out
    assert "a new course" not in said
    assert "assignments/07-heat/warmth.py\n" in said
    assert "assignments/01-gradient-step" not in said


def test_a_slug_that_is_taken_is_wrong_usage(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", course, "new", "01-gradient-step") == 2
    assert "has an assignment '01-gradient-step' already. Choose another slug." in capsys.readouterr().err


def test_where_other_things_stand_no_course_is_begun(
    descent: Descent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.tex").touch()
    monkeypatch.chdir(tmp_path)
    assert descent("new", "01-heat") == 2
    assert "A new course begins in an empty folder: mkdir my-course" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]
