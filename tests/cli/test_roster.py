"""`descent roster`, as an instructor types it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Descent

CSV = "id,name,email\nada,Ada Lovelace,ada@example.org\nbob,Bob Ross,bob@example.org\n"


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    path = tmp_path / "class.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_a_class_is_put_on_the_roster_and_listed(descent: Descent, csv: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("roster", "import", csv, "--as", "grace") == 0
    assert "2 on it: 2 new, 0 changed, 0 as before." in capsys.readouterr().out
    assert descent("roster", "list") == 0
    assert capsys.readouterr().out.splitlines() == [
        "id   full name     email",
        "ada  Ada Lovelace  ada@example.org",
        "bob  Bob Ross      bob@example.org",
    ]


def test_json_has_everybody(descent: Descent, csv: Path, capsys: pytest.CaptureFixture[str]) -> None:
    descent("roster", "import", csv)
    capsys.readouterr()
    assert descent("roster", "list", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["schema"] == "descent/roster/1"
    assert said["students"][0] == {
        "id": "ada",
        "full_name": "Ada Lovelace",
        "email": "ada@example.org",
        "login": "",
        "number": "",
        "section": "",
        "time_factor": 1.0,
    }


def test_an_lms_own_export_is_known_and_says_what_became_the_id(
    descent: Descent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "grades.csv"
    path.write_text(
        'Student,ID,SIS Login ID,Section,Step (1)\n    Points Possible,,,,10\n"Lovelace, Ada",12345,al,A,8\n', encoding="utf-8"
    )
    assert descent("roster", "import", path) == 0
    assert "a roster as Canvas writes it; each student's id is the login" in capsys.readouterr().out


def test_wrong_lines_are_all_told_and_nothing_is_written(descent: Descent, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "class.csv"
    path.write_text(f"{CSV},Nobody,\nada,Eve,\n", encoding="utf-8")
    assert descent("roster", "import", path) == 2
    said = capsys.readouterr().err
    assert "descent: 2 problems" in said
    assert f"{path} line 4: no id." in said
    assert f"{path} line 5: the id 'ada' stands in line 2 too." in said
    assert descent("roster", "list") == 0
    assert "Nobody is on the roster" in capsys.readouterr().out


def test_whoever_is_not_in_a_later_file_is_named_and_kept(descent: Descent, csv: Path, capsys: pytest.CaptureFixture[str]) -> None:
    descent("roster", "import", csv)
    csv.write_text("id\nada\ncy\n", encoding="utf-8")
    capsys.readouterr()
    assert descent("roster", "import", csv) == 0
    assert "1 new, 0 changed, 1 as before.\nOn the roster and not in this file, and kept: bob." in capsys.readouterr().out


def test_a_name_cannot_steer_the_terminal(descent: Descent, csv: Path, capsys: pytest.CaptureFixture[str]) -> None:
    csv.write_text("id,name\nada,Ada\x1b[31m \u202eecalevoL\n", encoding="utf-8")
    descent("roster", "import", csv)
    descent("roster", "list")
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "\u202e" not in said
