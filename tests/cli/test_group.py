"""`descent group`, as an instructor types it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep, noted, with_due

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def known(course: Path) -> Path:
    """A course in which ada has handed in, and ben and cleo are on the roster."""
    keep("ada", error=0)
    return course


@pytest.fixture(autouse=True)
def roster(descent: Descent, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "class.csv").write_text("id\nada\nben\ncleo\n", encoding="utf-8")
    assert descent("roster", "import", tmp_path / "class.csv", "--as", "grace") == 0
    capsys.readouterr()


def test_a_group_is_made_and_everybody_in_it_has_the_score(descent: Descent, known: Path, capsys: Captured) -> None:
    assert descent("--course", known, "group", "make", SLUG, "table 1", "ada", "ben", "--as", "grace") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"table 1, {SLUG}: ada, ben.",
        "  ben  – → 8 of 10  group table 1",
    ]
    assert descent("--course", known, "group", "add", SLUG, "table 1", "cleo", "--as", "grace") == 0
    assert "  cleo  – → 8 of 10" in capsys.readouterr().out
    assert descent("--course", known, "scores", SLUG) == 0
    assert capsys.readouterr().out.count("8 / 10") == 3
    assert noted()[1:] == [("grace", "group", "put into a group")] * 3


def test_one_is_opted_out_and_in_again(descent: Descent, known: Path, capsys: Captured) -> None:
    descent("--course", known, "group", "make", SLUG, "table 1", "ada", "ben")
    capsys.readouterr()
    assert descent("--course", known, "group", "opt-out", SLUG, "ben", "--reason", "did not take part", "--as", "grace") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"table 1, {SLUG}: ada, ben (opted out).",
        "  ben  8 → – of 10  nothing handed in",
    ]
    assert noted()[-1] == ("grace", "group", "opted out of the group: did not take part")
    assert descent("--course", known, "group", "opt-out", SLUG, "ben", "--reason", "x") == 0
    assert "That was so already; nothing is changed." in capsys.readouterr().out
    assert descent("--course", known, "group", "opt-in", SLUG, "ben") == 0
    assert "  ben  – → 8 of 10" in capsys.readouterr().out


def test_some_or_all_are_taken_out(descent: Descent, known: Path, capsys: Captured) -> None:
    descent("--course", known, "group", "make", SLUG, "table 1", "ada", "ben", "cleo")
    capsys.readouterr()
    assert descent("--course", known, "group", "remove", SLUG, "table 1", "cleo") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"table 1, {SLUG}: ada, ben.",
        "cleo: in no group for it now.",
        "  cleo  8 → – of 10  nothing handed in",
    ]
    assert descent("--course", known, "group", "remove", SLUG, "table 1", "--all") == 0
    assert "ada and ben: in no group for it now." in capsys.readouterr().out
    assert descent("--course", known, "group", "list") == 0
    assert capsys.readouterr().out == "There are no groups. To make one: descent group make SLUG NAME STUDENT STUDENT ...\n"


def test_groups_are_listed_for_people_and_programs(descent: Descent, known: Path, capsys: Captured) -> None:
    descent("--course", known, "group", "make", SLUG, "table 10", "ada", "ben")
    descent("--course", known, "group", "make", SLUG, "b", "cleo")
    descent("--course", known, "group", "opt-out", SLUG, "ben", "--reason", "x")
    capsys.readouterr()
    assert descent("--course", known, "group", "list", SLUG) == 0
    assert capsys.readouterr().out == f"{SLUG}\n  b         cleo\n  table 10  ada, ben (opted out)\n"
    assert descent("--course", known, "group", "list", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    members = [{"student": "ada", "opted_out": False}, {"student": "ben", "opted_out": True}]
    assert said["schema"] == "descent/groups/1"
    assert said["groups"][1] == {"slug": SLUG, "name": "table 10", "members": members}


def test_a_csv_file_makes_and_fills_groups(descent: Descent, known: Path, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("group,student\nA,ada\nA,ben\nB,cleo\n", encoding="utf-8")
    assert descent("--course", known, "group", "import", path, "--assignment", SLUG) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"A, {SLUG}: ada, ben.",
        f"B, {SLUG}: cleo.",
        "  ben  – → 8 of 10  group A",
    ]
    assert descent("--course", known, "group", "import", path, "--assignment", SLUG) == 0
    assert "nothing is changed" in capsys.readouterr().out


def test_with_anything_wrong_in_a_file_nobody_is_put_anywhere(descent: Descent, known: Path, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("group,student\nA,ada\nA,bem\nB,ada\n", encoding="utf-8")
    assert descent("--course", known, "group", "import", path, "--assignment", SLUG) == 2
    said = capsys.readouterr().err
    assert "descent: 2 problems" in said
    assert f"{path} line 3: The gradebook knows nobody called 'bem'. Did you mean 'ben'?" in said
    assert f"{path} line 4: 'ada' cannot be in the group 'A' of {SLUG} and in 'B'. Leave one of them." in said
    descent("--course", known, "group", "list")
    assert "There are no groups." in capsys.readouterr().out


REFUSED = {
    "no-assignment": (["make", "99-none", "A", "ada"], "there is no assignment '99-none'"),
    "nobody": (["make", SLUG, "A", "ada", "bem"], "Did you mean 'ben'?"),
    "twice": (["make", SLUG, "table 1", "cleo"], f"has a group 'table 1' already. To add to it: descent group add {SLUG} table 1"),
    "no-group": (["add", SLUG, "table 2", "cleo"], "has no group 'table 2'. It has: 'table 1'."),
    "other-group": (["make", SLUG, "table 2", "ada"], "'ada' is in the group 'table 1'"),
    "no-name": (["make", SLUG, "", "cleo"], "'' cannot be a group's name"),
    "who-leaves": (["remove", SLUG, "table 1"], "Say who leaves the group 'table 1': its members by name, or --all"),
    "both": (["remove", SLUG, "table 1", "ada", "--all"], "Say who leaves the group 'table 1'"),
    "not-in-it": (["remove", SLUG, "table 1", "cleo"], "'cleo' is not in the group 'table 1'"),
    "no-reason": (["opt-out", SLUG, "ben"], "Expected a reason in 1 to 1000 characters"),
    "alone": (["opt-in", SLUG, "cleo"], f"'cleo' is in no group for {SLUG}."),
    "list-of-nothing": (["list", "99-none"], "there is no assignment '99-none'"),
    "import-for-nothing": (["import", "x.csv", "--assignment", "99-none"], "there is no assignment '99-none'"),
    "no-file": (["import", "x.csv", "--assignment", SLUG], "x.csv: cannot be read"),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    descent: Descent, known: Path, arguments: list[str], said: str, capsys: Captured
) -> None:
    descent("--course", known, "group", "make", SLUG, "table 1", "ada", "ben", "--as", "grace")
    before = noted()
    assert descent("--course", known, "group", *arguments) == 2
    assert said in capsys.readouterr().err
    assert noted() == before


def test_somebody_new_may_be_put_into_a_group(descent: Descent, known: Path, capsys: Captured) -> None:
    assert descent("--course", known, "group", "make", SLUG, "A", "ada", "dora", "--new") == 0
    assert "  dora  – → 8 of 10" in capsys.readouterr().out


def test_an_extension_of_one_member_is_not_the_others(descent: Descent, known: Path, capsys: Captured) -> None:
    course = with_due(known)
    keep("ben", 30)
    descent("--course", course, "group", "make", SLUG, "A", "ben", "cleo")
    assert descent("--course", course, "extend", "cleo", SLUG, "+3d", "--reason", "ill") == 0
    capsys.readouterr()
    assert descent("--course", course, "scores", SLUG, "--json") == 0
    found = {one["student"]: (one["score"], one["extended"]) for one in json.loads(capsys.readouterr().out)["scores"]}
    assert (found["ben"], found["cleo"]) == ((8.0, False), (10.0, True))


def test_names_cannot_steer_the_terminal(descent: Descent, known: Path, tmp_path: Path, capsys: Captured) -> None:
    descent("--course", known, "group", "make", SLUG, "A", "ada", "e\x1b[31mve\u202e", "--new")
    descent("--course", known, "group", "list")
    assert descent("--course", known, "group", "remove", SLUG, "A", "--all") == 0
    said = capsys.readouterr()
    assert all(sign.isprintable() or sign == "\n" for sign in said.out + said.err)
