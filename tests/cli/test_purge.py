"""`descent purge`: old work goes, for who says so, and with --keep-scores nobody's score moves."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.cli.place import database
from autograder.gradebook.store import Gradebook
from autograder.grading.submission import Submission
from tests.cli.asked import nobody, types
from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import DUE, keep, noted

Captured = pytest.CaptureFixture[str]
DAY = "2026-11-20"  # when the tests' work is due


@pytest.fixture(autouse=True)
def old(monkeypatch: pytest.MonkeyPatch) -> None:
    """ada handed in three days before, ben an hour after; it is the year after."""
    monkeypatch.setattr("autograder.cli.person.now", lambda: datetime(2027, 11, 1, tzinfo=UTC))
    keep("ada", -72, error=0)
    keep("ben", 1)


def students() -> list[str]:
    """Whose work there is with its file."""
    with Gradebook.open(database()) as book:
        return [one.student for _, one in book.kept(SLUG)]


def scores(descent: Descent, course: Path, capsys: Captured) -> str:
    """What `descent scores --json` prints."""
    capsys.readouterr()
    assert descent("--course", course, "scores", "--json") == 0
    return capsys.readouterr().out


def test_it_says_what_goes_asks_and_removes_it(descent: Descent, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    types(monkeypatch, "yes\n")
    assert descent("purge", "--before", DAY, "--as", "henry") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Handed in for the last time before {DAY} (UTC), by 1 student for 1 assignment:",
        "  1 submission (7 bytes) and 1 report",
        "The scores that rest on them go too. To keep those: --keep-scores",
        "Remove it for good? [y/N] Removed: 1 submission (7 bytes) and 1 report.",
    ]
    assert students() == ["ben"]
    assert noted() == [("henry", "purge", f"1 submission of before {DAY} 00:00+00:00")]


def test_with_keep_scores_no_score_moves(descent: Descent, course: Path, capsys: Captured) -> None:
    before = scores(descent, course, capsys)
    assert '"score": 8.0' in before
    assert descent("purge", "--before", DAY, "--keep-scores", "--yes") == 0
    assert "The points of each question stay" in capsys.readouterr().out
    assert students() == ["ben"]
    assert scores(descent, course, capsys) == before
    assert descent("--course", course, "report") == 0
    assert descent("--course", course, "explain", "ada", SLUG) == 2
    assert "was purged: its points are kept, its file is not." in capsys.readouterr().err


def test_submissions_are_compared_without_those_that_are_purged(descent: Descent, course: Path, capsys: Captured) -> None:
    assert descent("purge", "--before", DAY, "--keep-scores", "--yes") == 0
    capsys.readouterr()
    assert descent("--course", course, "report", "--similar", "--analysis") == 0
    assert json.loads(capsys.readouterr().out)["students"] == 2


def test_what_is_purged_already_is_not_purged_again(descent: Descent, capsys: Captured) -> None:
    assert descent("purge", "--before", DAY, "--keep-scores", "--yes") == 0
    capsys.readouterr()
    assert descent("purge", "--before", DAY, "--keep-scores") == 0
    assert capsys.readouterr().out == f"Nothing was handed in for the last time before {DAY} that is not purged already.\n"


@pytest.mark.parametrize("typed", ["\n", "n\n"])
def test_who_does_not_say_yes_keeps_all_of_it(descent: Descent, monkeypatch: pytest.MonkeyPatch, capsys: Captured, typed: str) -> None:
    types(monkeypatch, typed)
    assert descent("purge", "--before", DAY) == 0
    assert capsys.readouterr().out.endswith("Nothing is removed.\n")
    assert students() == ["ada", "ben"]


def test_where_nobody_is_there_to_ask_nothing_is_removed(descent: Descent, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    nobody(monkeypatch, "y\n")
    assert descent("purge", "--before", DAY) == 2
    assert "say so: --yes" in capsys.readouterr().err
    assert students() == ["ada", "ben"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2027-11-02", "is yet to come"),
        ("9999-12-31", "is yet to come"),
        ("2026-13-01", "is no day. Expected one such as 2026-03-01."),
        ("20261120", "is no day"),
        ("2026-11-20T12:00", "is no day"),
        ("", "is no day"),
        ("yesterday", "is no day"),
        ("٢٠٢٦-١١-٢٠", "is no day"),
    ],
)
def test_what_is_no_day_that_is_past_is_refused(descent: Descent, capsys: Captured, day: str, said: str) -> None:
    assert descent("purge", "--before", day, "--yes") == 2
    assert said in capsys.readouterr().err
    assert students() == ["ada", "ben"]


def test_what_waits_to_be_graded_is_said(descent: Descent, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    with Gradebook.open(database()) as book:
        book.accept([Submission("cy", SLUG, "gradient.py", b"x" * 2000)], when=DUE.replace(day=1))
    types(monkeypatch, "n\n")
    assert descent("purge", "--before", DAY) == 0
    out = capsys.readouterr().out
    assert "by 2 students for 1 assignment" in out
    assert "  2 submissions (2 kB) and 1 report\n  1 of them not graded yet, which cannot be graded any more then\n" in out


def test_not_a_byte_of_it_is_left_at_home(descent: Descent, home: Path) -> None:
    assert any(b"ada -72" in path.read_bytes() for path in home.iterdir())
    assert descent("purge", "--before", DAY, "--keep-scores", "--yes") == 0
    assert [path.name for path in home.iterdir() if b"ada -72" in path.read_bytes()] == []
