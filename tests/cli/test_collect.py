"""`descent collect`, as an instructor types it, from an LMS's zip to graded work."""

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from autograder.cli.place import database
from autograder.gradebook.store import Gradebook
from tests.cli.conftest import SLUG, Descent

FOLDER = "{}_{}_assignsubmission_file/gradient.py"
ROSTER = "id,name,email\nada,Ada Lovelace,ada@example.org\njs1,John Smith,js1@example.org\njs2,John Smith,js2@example.org\n"


@pytest.fixture
def right(root: Path) -> str:
    """The master, which is right."""
    return (root / "solutions" / SLUG / "gradient.py").read_text(encoding="utf-8")


@pytest.fixture
def moodle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, right: str) -> Path:
    """A download of Moodle's, with two students of one name; the test is in its folder."""
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile("moodle.zip", "w") as archive:
        for number, name in enumerate(["Ada Lovelace", "John Smith", "John Smith"], 101):
            archive.writestr(FOLDER.format(name, number), f"{right}# {number}\n")
    return tmp_path / "moodle.zip"


@pytest.fixture
def due(course: Path) -> Path:
    """A course whose assignment is due."""
    path = course / "course.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('file = "gradient.py"', 'file = "gradient.py"\ndue = 2026-11-20T23:59:00+01:00'), encoding="utf-8")
    return course


def test_a_class_goes_from_the_lms_to_the_gradebook(
    descent: Descent, due: Path, right: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each attempt's time is known, late is late, and grading takes the folder as it is."""
    with zipfile.ZipFile("x.zip", "w") as archive:
        archive.writestr("1-9 - Ada Lovelace - Nov 20, 2026 1158 PM/gradient.py", right)
        archive.writestr("1-9 - Ada Lovelace - Nov 21, 2026 1158 PM/hw final.py", f"{right}#")
        archive.writestr("2-9 - Bob Ross - Nov 20, 2026 1158 PM/gradient.py", right)
    assert descent("--course", due, "collect", "x.zip") == 0
    said = capsys.readouterr().out
    assert "x.zip: a download of Brightspace, 3 files handed in" in said
    assert f"  Ada Lovelace  {SLUG} (2026-11-21 23:58, late, the last of 2 attempts)\n" in said
    assert f"  Bob Ross      {SLUG} (2026-11-20 23:58)\n" in said
    assert "2 submissions of 2 students, 1 late, in collected." in said
    assert said.endswith("Next: descent grade collected\n")
    assert descent("--course", due, "grade", "collected") == 0
    with Gradebook.open(database()) as book:
        assert [(one.student, one.score) for one in book.reports(SLUG)] == [("Ada Lovelace", 10.0), ("Bob Ross", 10.0)]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_two_of_one_name_are_listed_with_both_and_neither_is_guessed(
    descent: Descent, due: Path, moodle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("roster.csv").write_text(ROSTER, encoding="utf-8")
    assert descent("--course", due, "collect", moodle, "--roster", "roster.csv") == 1
    said = capsys.readouterr().out
    assert "John Smith may be js1 and js2 on the roster" in said
    assert sorted(path.name for path in Path("collected").iterdir()) == ["ada", "collected.json", "receipts.csv"]


def test_the_gradebooks_roster_is_used_where_none_is_named(descent: Descent, due: Path, moodle: Path) -> None:
    Path("roster.csv").write_text("id,name\nada,Ada Lovelace\n", encoding="utf-8")
    descent("roster", "import", "roster.csv")
    assert descent("--course", due, "collect", moodle) == 1
    assert Path("collected/ada", SLUG, "gradient.py").is_file()


def test_json_is_the_list_that_is_written(descent: Descent, due: Path, moodle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", due, "collect", moodle, "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said == json.loads(Path("collected/collected.json").read_text(encoding="utf-8"))
    assert said["schema"] == "descent/collected/1"
    assert [(one["student"], one["late"], one["handed_in"]) for one in said["files"]] == [("Ada Lovelace", None, None)]
    assert len(said["left"]) == 2


def test_a_worksheet_of_moodles_tells_them_apart_and_when(descent: Descent, due: Path, moodle: Path) -> None:
    rows = [
        f'Participant {number},John Smith,js{number - 101}@example.org,"Friday, 20 November 2026, 11:5{number - 95} PM"'
        for number in (102, 103)
    ]
    Path("w.csv").write_text("\n".join(["Identifier,Full name,Email address,Last modified (submission)", *rows]), encoding="utf-8")
    Path("roster.csv").write_text(ROSTER, encoding="utf-8")
    assert descent("--course", due, "collect", moodle, "--roster", "roster.csv", "--worksheet", "w.csv") == 0
    files = json.loads(Path("collected/collected.json").read_text(encoding="utf-8"))["files"]
    assert [(one["student"], one["handed_in"], one["late"]) for one in files] == [
        ("ada", None, None),
        ("js1", "2026-11-20T23:57:00+01:00", False),
        ("js2", "2026-11-20T23:58:00+01:00", False),
    ]


@pytest.mark.parametrize("row", ["Participant 9,Bob,-", "Participant 101,Ada Lovelace,-"], ids=["not-in-it", "without-a-time"])
def test_a_worksheet_that_was_given_is_not_asked_for_again(
    descent: Descent, due: Path, moodle: Path, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("w.csv").write_text(f"Identifier,Full name,Last modified (submission)\n{row}\n", encoding="utf-8")
    descent("--course", due, "collect", moodle)
    assert (
        "Of 1 it is not known when they were handed in. Moodle's grading worksheet says it: --worksheet FILE\n"
        in capsys.readouterr().out
    )
    descent("--course", due, "collect", moodle, "--worksheet", "w.csv")
    said = capsys.readouterr().out
    assert "Of 1 it is not known when they were handed in. They are not in the worksheet that was given, or have no time there." in said
    assert "Moodle's grading worksheet says it" not in said


def test_an_extension_is_heeded(descent: Descent, due: Path, right: str) -> None:
    with zipfile.ZipFile("x.zip", "w") as archive:
        archive.writestr("1-9 - ada - Nov 21, 2026 1158 PM/gradient.py", right)
    Path("names.csv").write_text("id,name\nada,ada\n", encoding="utf-8")
    descent("roster", "import", "names.csv")
    assert descent("--course", due, "extend", "ada", SLUG, "2026-11-23T23:59:00+01:00", "--reason", "ill") == 0
    assert descent("--course", due, "collect", "x.zip") == 0
    (one,) = json.loads(Path("collected/collected.json").read_text(encoding="utf-8"))["files"]
    assert one["late"] is False


def test_the_zone_of_times_may_be_said(descent: Descent, due: Path, right: str) -> None:
    with zipfile.ZipFile("x.zip", "w") as archive:
        archive.writestr("1-9 - Ada - Nov 20, 2026 500 PM/gradient.py", right)
    assert descent("--course", due, "collect", "x.zip", "--zone", "America/Los_Angeles") == 0
    (one,) = json.loads(Path("collected/collected.json").read_text(encoding="utf-8"))["files"]
    assert datetime.fromisoformat(one["handed_in"]) == datetime.fromisoformat("2026-11-20T17:00:00-08:00")
    assert one["late"] is True


# --- what is told, and writes nothing ------------------------------------------------------------------------------------

WRONG = {
    "nothing-there": (["collect", "nowhere.zip"], "nowhere.zip: not found."),
    "no-zone": (["collect", "moodle.zip", "--zone", "Mars/Phobos"], "no such time zone is known here"),
    "no-assignment": (["collect", "moodle.zip", "--assignment", "99-none"], "there is no assignment '99-none'"),
    "another-lms": (["collect", "moodle.zip", "--from", "canvas"], "its files are not named as canvas names them"),
    "no-roster": (["collect", "moodle.zip", "--roster", "none.csv"], "none.csv: cannot be read"),
    "wrong-roster": (["collect", "moodle.zip", "--roster", "moodle.zip"], "is a zip or a spreadsheet"),
    "full-folder": (["collect", "moodle.zip", "--out", "full"], "full: holds what was not collected"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_and_nothing_is_written(
    descent: Descent, due: Path, moodle: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("full").mkdir()
    Path("full/mine.txt").write_text("mine", encoding="utf-8")
    before = sorted(map(str, Path().rglob("*")))
    assert descent("--course", due, *arguments) == 2
    assert said in capsys.readouterr().err
    assert sorted(map(str, Path().rglob("*"))) == before


def test_where_nothing_can_be_collected_nothing_is_written_and_what_was_there_stays(
    descent: Descent, due: Path, moodle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    descent("--course", due, "collect", moodle)
    Path("roster.csv").write_text("id,name\ndora,Dora\n", encoding="utf-8")
    before = Path("collected/collected.json").read_bytes()
    assert descent("--course", due, "collect", moodle, "--roster", "roster.csv") == 1
    assert "Nothing was collected, so nothing was written." in capsys.readouterr().out
    assert Path("collected/collected.json").read_bytes() == before


def test_a_name_cannot_steer_the_terminal(descent: Descent, due: Path, right: str, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile("x.zip", "w") as archive:
        archive.writestr("1-9 - Ada\x1b[31m - Nov 20, 2026 500 PM/gradient.py", right)
        archive.writestr("2-9 - Bob\u202e - Nov 20, 2026 500 PM/gradient.py", right)
        archive.writestr("3-9 - Cy - Nov 20, 2026 500 PM/gradient.py", right)
    assert descent("--course", due, "collect", "x.zip") == 1
    said = capsys.readouterr().out
    assert "Left, 2 files:" in said
    assert all(sign.isprintable() or sign == "\n" for sign in said)
