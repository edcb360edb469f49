"""`descent forget`: says what goes, asks, and then nothing of the student is left."""

from pathlib import Path

import pytest

from autograder.cli.place import database
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import names
from tests.cli.asked import nobody, types
from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep, noted

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def two(descent: Descent, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """ada and ben have handed in; something was decided about ada."""
    monkeypatch.chdir(tmp_path)
    keep("ada")
    keep("ben")
    descent("--course", course, "override", "ada", SLUG, "4", "--reason", "was ill", "--as", "grace")
    capsys.readouterr()


def known() -> list[str]:
    with Gradebook.open(database()) as book:
        return book.read(names)


SAID = [
    "About ada there is stored:",
    "  submissions: 1",
    "  reports: 1",
    "  attempts: 1",
    "  decisions: 1",
    "  log: 1, of which stays what was done, without the name and the reasons",
]


def test_it_says_what_goes_asks_and_removes_it(descent: Descent, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    types(monkeypatch, "y\n")
    assert descent("forget", "ada", "--as", "henry") == 0
    out, err = capsys.readouterr()
    assert sorted(out.splitlines()[:6]) == sorted(SAID)
    assert out.splitlines()[6:8] == ["To keep a copy, first: descent data ada", "Remove all of it for good? [y/N] Forgotten."]
    assert err == ""
    assert known() == ["ben"]
    assert noted() == [("grace", "override", "4 points for the whole"), ("henry", "forget", "a student was forgotten")]


def test_who_does_not_say_yes_keeps_all_of_it(descent: Descent, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    types(monkeypatch, "\n")
    assert descent("forget", "ada") == 0
    assert capsys.readouterr().out.endswith("Nothing is removed.\n")
    assert known() == ["ada", "ben"]


def test_where_nobody_is_there_to_ask_nothing_is_removed(descent: Descent, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    nobody(monkeypatch, "y\n")
    assert descent("forget", "ada") == 2
    assert "say so: --yes" in capsys.readouterr().err
    assert known() == ["ada", "ben"]


def test_with_yes_nobody_is_asked(descent: Descent, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    nobody(monkeypatch)
    assert descent("forget", "ada", "--yes") == 0
    assert "[y/N]" not in capsys.readouterr().out
    assert known() == ["ben"]


def test_what_lies_where_grading_and_collecting_put_it_is_told_of(descent: Descent, tmp_path: Path, capsys: Captured) -> None:
    for place in ("feedback/ada", "feedback/adam", "collected/ada", "collected/.attempts/ada", "collected/ben"):
        (tmp_path / place).mkdir(parents=True)
    assert descent("forget", "ada", "--yes") == 0
    out = capsys.readouterr().out
    assert [line.rpartition(": ")[2] for line in out.splitlines() if line.startswith("Still there")] == [
        str(Path("feedback/ada")),
        str(Path("collected/ada")),
        str(Path("collected/.attempts/ada")),
    ]
    assert (tmp_path / "feedback" / "ada").is_dir()  # nobody has asked for that


@pytest.mark.parametrize("odd", ["..", ".", "a/../..", "/", "x" * 200])
def test_a_name_that_is_a_path_leads_nowhere(descent: Descent, tmp_path: Path, odd: str, capsys: Captured) -> None:
    (tmp_path / "feedback").mkdir()
    keep(odd)
    assert descent("forget", odd, "--yes") == 0
    assert "Still there" not in capsys.readouterr().out


def test_texts_about_others_that_name_the_student_are_told_of(descent: Descent, course: Path, capsys: Captured) -> None:
    descent("--course", course, "override", "ben", SLUG, "0", "--reason", "copied from ada", "--as", "grace")
    capsys.readouterr()
    assert descent("forget", "ada", "--yes") == 0
    assert capsys.readouterr().err.splitlines() == [
        "Texts about others that still name the student (2):",
        f"  decisions, {SLUG} of ben: copied from ada",
        f"  log, {SLUG} of ben: 0 points for the whole: copied from ada",
    ]


def test_who_is_not_known_is_told_so(descent: Descent, capsys: Captured) -> None:
    assert descent("forget", "Ada", "--yes") == 2
    assert "Did you mean 'ada'?" in capsys.readouterr().err
    assert known() == ["ada", "ben"]


def test_not_a_byte_of_the_student_is_left_at_home(descent: Descent, home: Path) -> None:
    assert any(b"ada -1" in path.read_bytes() for path in home.iterdir())
    assert descent("forget", "ada", "--yes", "--as", "henry") == 0
    assert [path.name for path in home.iterdir() if b"ada" in path.read_bytes()] == []
