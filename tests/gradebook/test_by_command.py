"""The verbs do the same with both kinds of database, whose URL they take from the environment."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder import cli
from autograder.gradebook.store import Gradebook
from tests.gradebook.making import NOON, SLUG, report, submission

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def descent(url: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """`descent ARGUMENTS` with this gradebook, in which ada has 2 points."""
    monkeypatch.setenv("DESCENT_DATABASE_URL", url)
    with Gradebook.open(url) as book:
        (number,) = book.accept([submission()], when=NOON)
        book.record([(number, report(submission()))], when=NOON)
    return lambda *arguments: cli.run(["--course", str(root), *arguments])


def test_what_is_decided_is_shown_and_can_be_taken_back(descent: Callable[..., int], capsys: Captured) -> None:
    assert descent("override", "ada", SLUG, "9", "--reason", "oral", "--as", "grace") == 0
    assert descent("excuse", "ada", SLUG, "--reason", "was ill", "--as", "grace") == 0
    assert descent("excuse", "ada", SLUG, "--remove", "--as", "grace") == 0
    capsys.readouterr()
    assert descent("scores", SLUG, "--json") == 0
    (ada,) = json.loads(capsys.readouterr().out)["scores"]
    assert (ada["score"], ada["earned"], ada["overridden"], ada["why"]) == (
        9,
        2,
        True,
        "set to 9 by grace (oral), where the work earned 2",
    )
    assert descent("log", "ada") == 0
    assert [line.split("  ", 2)[2].split()[0] for line in capsys.readouterr().out.splitlines()] == ["override", "excuse", "excuse"]


def test_what_is_refused_changes_nothing(descent: Callable[..., int], capsys: Captured) -> None:
    assert descent("override", "ada", SLUG, "11", "--reason", "x") == 2
    assert descent("extend", "ada", SLUG, "+2d", "--reason", "x") == 2
    assert descent("excuse", "bob", SLUG, "--reason", "x") == 2
    capsys.readouterr()
    assert descent("log") == 0
    assert capsys.readouterr().out == "Nothing was changed yet.\n"
