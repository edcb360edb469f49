"""The home folder is where people of each system expect it, and DESCENT_HOME and DESCENT_DATABASE_URL say otherwise."""

from pathlib import Path

import pytest

from autograder.cli.place import Place, database, home, home_of
from autograder.errors import UsageError


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"DESCENT_HOME": "here"}, "linux", Path("here")),
        ({"DESCENT_HOME": "here"}, "win32", Path("here")),
        ({"XDG_DATA_HOME": "data"}, "linux", Path("data/descent")),
        ({}, "linux", Path.home() / ".local/share/descent"),
        ({"DESCENT_HOME": ""}, "linux", Path.home() / ".local/share/descent"),
        ({}, "darwin", Path.home() / "Library/Application Support/descent"),
        ({"LOCALAPPDATA": "local"}, "win32", Path("local/descent")),
        ({}, "win32", Path.home() / "AppData/Local/descent"),
    ],
)
def test_home_is_where_the_system_keeps_such_things(environment: dict[str, str], platform: str, expected: Path) -> None:
    assert home_of(environment, platform) == expected


def test_home_is_made_for_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESCENT_HOME", str(tmp_path / "a" / "b"))
    assert home().stat().st_mode & 0o777 == 0o700


def test_a_home_that_cannot_be_made_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DESCENT_HOME", str(tmp_path / "file"))
    with pytest.raises(UsageError, match="cannot be used as DESCENT_HOME"):
        home()


def test_the_gradebook_lies_in_home_unless_a_url_says_otherwise(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert database() == f"sqlite:///{home}/gradebook.sqlite"
    monkeypatch.setenv("DESCENT_DATABASE_URL", "sqlite://")
    assert database() == "sqlite://"


def test_the_course_is_the_nearest_one_upwards(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course / "assignments")
    assert Place().root == course
    assert Place().course().entry("01-gradient-step").file == "gradient.py"


def test_the_course_named_goes_before_the_nearest_one(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course)
    assert Place(tmp_path).root == tmp_path
