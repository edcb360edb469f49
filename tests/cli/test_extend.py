"""`descent extend`: more time for one student, said again in full, and refused where it is none."""

from pathlib import Path

import pytest

from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep, noted, with_due

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def due(course: Path) -> Path:
    return with_due(course)


def test_more_time_is_said_in_full_with_what_comes_of_it(descent: Descent, due: Path, capsys: Captured) -> None:
    """A day is meant to its end, in the zone of the due date."""
    keep("ada", 30)
    assert descent("--course", due, "extend", "ada", SLUG, "2026-11-27", "--reason", "was ill", "--as", "grace") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"ada, {SLUG}: due 2026-11-27 23:59 UTC+01:00, 7 d later than for all.",
        "Stands at 10 of 10 now: extended until 2026-11-27 23:59 UTC+01:00: was ill",
    ]
    assert noted() == [("grace", "extend", "extended until 2026-11-27 23:59 UTC+01:00: was ill")]


def test_the_same_again_changes_nothing_and_says_so(descent: Descent, due: Path, capsys: Captured) -> None:
    keep()
    for when in ("+2d", "2026-11-22T23:59+01:00"):
        assert descent("--course", due, "extend", "ada", SLUG, when, "--reason", "was ill") == 0
    assert f"ada, {SLUG}: that was decided so already; nothing is changed." in capsys.readouterr().out
    assert len(noted()) == 1


def test_it_is_taken_back(descent: Descent, due: Path, capsys: Captured) -> None:
    keep("ada", 30)
    descent("--course", due, "extend", "ada", SLUG, "+2d", "--reason", "was ill")
    capsys.readouterr()
    assert descent("--course", due, "extend", "ada", SLUG, "--remove", "--reason", "was not") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"ada, {SLUG}: the extension is taken back.",
        "Stands at 8 of 10 now: late by 1 d 6 h, 2 of 10 taken off",
    ]
    assert noted()[1][2] == "extension until 2026-11-22 23:59 UTC+01:00 taken back: was not"


def test_somebody_who_is_not_known_yet_is_extended_only_where_that_is_said(descent: Descent, due: Path, capsys: Captured) -> None:
    assert descent("--course", due, "extend", "ada", SLUG, "+2d", "--reason", "joined late") == 2
    assert "knows nobody called 'ada'" in capsys.readouterr().err
    assert descent("--course", due, "extend", "ada", SLUG, "+2d", "--reason", "joined late", "--new") == 0
    assert "Has no score now: nothing handed in; extended until" in capsys.readouterr().out


REFUSED = {
    "no-reason": ([SLUG, "+2d"], "Expected a reason"),
    "no-time": ([SLUG, "--reason", "ill"], "Until when? Name a time"),
    "too-early": ([SLUG, "2026-11-20", "--reason", "ill"], "2026-11-20 23:59 UTC+01:00 is not later than 2026-11-20 23:59 UTC+01:00"),
    "no-such-time": ([SLUG, "soon", "--reason", "ill"], "'soon' is no time that can be read for certain. Expected a time such as"),
    "no-such-assignment": (["99", "+2d", "--reason", "ill"], "there is no assignment '99'"),
    "nothing-to-remove": ([SLUG, "--remove"], "'ada' has no extension"),
    "a-time-to-remove": ([SLUG, "+2d", "--remove"], "leave WHEN out"),
    "nobodys-name": ([SLUG, "+2d", "--reason", "ill", "--as", " "], "Say who you are: --as NAME"),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    descent: Descent, due: Path, arguments: list[str], said: str, capsys: Captured
) -> None:
    keep()
    assert descent("--course", due, "extend", "ada", *arguments) == 2
    assert said in capsys.readouterr().err
    assert noted() == []


def test_what_is_never_due_cannot_be_extended(descent: Descent, course: Path, capsys: Captured) -> None:
    keep()
    assert descent("--course", course, "extend", "ada", SLUG, "+2d", "--reason", "ill") == 2
    assert "is never due, so there is nothing to extend" in capsys.readouterr().err
