"""Authors build and compare, instructors export; a finding is exit code 1."""

import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import SLUG, Descent


def test_building_twice_changes_nothing(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", course, "build") == 0
    assert capsys.readouterr().out == "assignments/ is as solutions/ says. Nothing to do.\n"


def test_check_says_what_differs_and_changes_nothing(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stub = course / "assignments" / SLUG / "gradient.py"
    stub.write_text("h = 1\n", encoding="utf-8")
    assert descent("--course", course, "build", "--check") == 1
    assert f"assignments/{SLUG}/gradient.py: is not what its master gives" in capsys.readouterr().out
    assert stub.read_text(encoding="utf-8") == "h = 1\n"
    assert descent("--course", course, "build") == 0
    assert descent("--course", course, "build", "--check") == 0


def test_a_broken_course_is_wrong_and_told_with_every_problem(
    descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (course / "course.toml").write_text("titel = 1\n", encoding="utf-8")
    assert descent("--course", course, "build") == 2
    assert "Did you mean 'title'?" in capsys.readouterr().err


@pytest.mark.parametrize("package", ["jupytext", "nbformat"])
def test_without_the_packages_for_authors_the_command_that_installs_them_is_named(
    descent: Descent, course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    assert descent("--course", course, "build") == 2
    assert f"needs the Python package {package}, " in (said := capsys.readouterr().err)
    assert "pip install 'descent-course[authors]'" in said


def handed_out(target: Path) -> dict[str, bytes]:
    if target.is_dir():
        return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("target", ["handout", "handout.zip"])
def test_a_class_receives_no_solutions(
    descent: Descent, course: Path, tmp_path: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("--course", course, "export", "student", tmp_path / target) == 0
    assert "Give students all of it." in capsys.readouterr().out
    files = handed_out(tmp_path / target)
    assert f"{SLUG}/gradient.py" in files
    assert not [name for name, content in files.items() if "solutions" in name or b"solutions/" in content]


def test_export_does_not_write_over_somebodys_folder(descent: Descent, course: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "work.txt").touch()
    assert descent("--course", course, "export", "student", tmp_path / "mine") == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["work.txt"]
