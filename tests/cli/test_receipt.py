"""`descent receipt`: what was received, in a form that nobody can forge, and whether one is genuine."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest

from autograder.cli.place import database
from autograder.course.secret import Secret
from autograder.gradebook.log import By
from autograder.gradebook.purging import purge
from autograder.gradebook.store import Gradebook
from autograder.marking.secrets import store
from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import DUE, keep

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kept(home: Path) -> None:
    """ada handed in twice, ben once; the course's secret is known."""
    store(home, Secret(bytes(32)), replace=False)
    keep("ada", -2)
    keep("ada", -1)
    keep("ben")


def test_a_receipt_for_each_hand_in_is_printed(descent: Descent, course: Path, capsys: Captured) -> None:
    assert descent("--course", course, "receipt", "ada", SLUG) == 0
    first, second = capsys.readouterr().out.split("\n\n")
    assert first.splitlines()[0] == f"Receipt: {SLUG}, ada"
    assert first.splitlines()[2] == "  file       gradient.py, 6 bytes"
    assert "  handed in  2026-11-20 20:59:00 UTC" in first
    assert "  handed in  2026-11-20 21:59:00 UTC" in second
    assert len(second.splitlines()[-1].split()[1]) == 64


def test_what_was_written_is_genuine_for_who_has_the_secret(descent: Descent, course: Path, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "ada.json"
    assert descent("--course", course, "receipt", "ada", "--out", path) == 0
    assert capsys.readouterr().out == f"{path}: 2 receipts. To verify: descent receipt --verify {path}\n"
    assert descent("receipt", "--verify", path) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"ada, {SLUG}: gradient.py, 6 bytes, handed in 2026-11-20 {hour}:59:00 UTC: genuine" for hour in (20, 21)
    ]


def test_one_that_was_changed_is_not_and_the_exit_code_says_so(
    descent: Descent, course: Path, tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "ada.json"
    descent("--course", course, "receipt", "ada", "--out", path)
    path.write_text(path.read_text(encoding="utf-8").replace("2026-11-20T20:59", "2026-11-10T20:59"), encoding="utf-8")
    capsys.readouterr()
    assert descent("receipt", "--verify", path) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert "handed in 2026-11-10 20:59:00 UTC: not genuine: it was changed since it was signed" in first
    assert second.endswith("genuine")


def test_one_of_another_course_is_told_so(descent: Descent, course: Path, home: Path, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "ada.json"
    descent("--course", course, "receipt", "ada", "--out", path)
    store(home, Secret(b"\1" * 32), replace=True)
    capsys.readouterr()
    assert descent("receipt", "--verify", path) == 1
    assert capsys.readouterr().out.count("signed with another course secret") == 2


def test_a_file_is_compared_with_what_was_handed_in(descent: Descent, course: Path, tmp_path: Path, capsys: Captured) -> None:
    path, mine = tmp_path / "ada.json", tmp_path / "gradient.py"
    descent("--course", course, "receipt", "ada", "--out", path)
    capsys.readouterr()
    mine.write_bytes(b"ada -2")
    assert descent("receipt", "--verify", path, "--work", mine) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{mine}: is what a genuine receipt is for."
    mine.write_bytes(b"ada -3")
    assert descent("receipt", "--verify", path, "--work", mine) == 1
    assert capsys.readouterr().out.splitlines()[-1] == f"{mine}: is not what a genuine receipt is for."


def test_a_forged_receipt_for_a_file_does_not_help(descent: Descent, course: Path, tmp_path: Path) -> None:
    path, mine = tmp_path / "ada.json", tmp_path / "gradient.py"
    mine.write_bytes(b"better")
    descent("--course", course, "receipt", "ada", "--out", path)
    said = json.loads(path.read_text(encoding="utf-8"))
    for one in said["receipts"]:
        one["digest"] = f"sha256:{hashlib.sha256(b'better').hexdigest()}"
    path.write_text(json.dumps(said), encoding="utf-8")
    assert descent("receipt", "--verify", path, "--work", mine) == 1


def test_everybodys_are_written_beside_their_feedback(descent: Descent, course: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "feedback"
    assert descent("--course", course, "receipt", "--all", out) == 0
    assert capsys.readouterr().out == f"{out}: 3 receipts of 2 students, in <student>/receipts.json.\n"
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.json")) == ["ada/receipts.json", "ben/receipts.json"]
    assert b"ben" not in (out / "ada" / "receipts.json").read_bytes()
    assert descent("receipt", "--verify", out / "ben" / "receipts.json") == 0


REFUSED = {
    "nothing": ([], "Expected one of: descent receipt STUDENT [SLUG]"),
    "two-at-once": (["ada", "--verify", "x.json"], "Expected one of"),
    "all-and-one": (["ada", "--all", "x"], "Expected one of"),
    "work-of-nothing": (["ada", "--work", "x.py"], "--work is for --verify"),
    "out-for-all": (["--all", "x", "--out", "y"], "--out for one student's receipts"),
    "unknown": (["adam"], "Did you mean 'ada'?"),
    "no-such-assignment": (["ada", "09-nothing"], "09-nothing"),
    "no-such-file": (["--verify", "nowhere.json"], "nowhere.json: cannot be read: No such file"),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused_and_writes_nothing(
    descent: Descent, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str, capsys: Captured
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert descent("--course", course, "receipt", *arguments) == 2
    assert said in capsys.readouterr().err
    assert list((tmp_path / "empty").iterdir()) == []


def test_of_what_was_purged_there_is_no_receipt(descent: Descent, course: Path, capsys: Captured) -> None:
    with Gradebook.open(database()) as book:
        purge(book, DUE + timedelta(days=1), keep_scores=True, by=By("henry", DUE))
    assert descent("--course", course, "receipt", "ada", SLUG) == 2
    assert f"Nothing that 'ada' handed in for {SLUG} is kept, so there is no receipt." in capsys.readouterr().err


def test_no_receipt_at_all_is_no_genuine_one(descent: Descent, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "none.json"
    path.write_text('{"receipts": [], "schema": "descent/receipts/1"}', encoding="utf-8")
    assert descent("receipt", "--verify", path) == 1
    assert capsys.readouterr().out == f"{path}: holds no receipt.\n"
