"""`descent excuse`: nothing is asked of one student, which is no zero."""

from pathlib import Path

import pytest

from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep, noted

Captured = pytest.CaptureFixture[str]


def test_who_is_excused_has_no_score_until_it_is_taken_back(descent: Descent, course: Path, capsys: Captured) -> None:
    keep()
    assert descent("--course", course, "excuse", "ada", SLUG, "--reason", "was ill", "--as", "grace") == 0
    assert capsys.readouterr().out.splitlines() == [f"ada, {SLUG}: excused.", "Has no score now: excused: was ill"]
    assert descent("--course", course, "excuse", "ada", SLUG, "--remove", "--as", "henry") == 0
    assert capsys.readouterr().out.splitlines() == [f"ada, {SLUG}: no longer excused.", "Stands at 10 of 10 now"]
    assert noted() == [("grace", "excuse", "excused: was ill"), ("henry", "excuse", "no longer excused")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ada", SLUG], "Expected a reason"),
        (["ada", SLUG, "--remove"], "'ada' has no excuse"),
        (["bob", SLUG, "--reason", "x"], "knows nobody called 'bob'"),
        (["ada", "99", "--reason", "x"], "there is no assignment '99'"),
    ],
)
def test_what_makes_no_sense_is_refused(descent: Descent, course: Path, arguments: list[str], said: str, capsys: Captured) -> None:
    keep()
    assert descent("--course", course, "excuse", *arguments) == 2
    assert said in capsys.readouterr().err
    assert noted() == []
