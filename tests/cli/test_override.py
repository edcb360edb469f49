"""`descent override`: a person's points, within the bounds, until a person takes them back."""

from pathlib import Path

import pytest

from tests.cli.conftest import SLUG, Descent
from tests.cli.kept import keep, noted

Captured = pytest.CaptureFixture[str]


def test_points_for_all_and_for_a_question(descent: Descent, course: Path, capsys: Captured) -> None:
    keep(error=0)
    assert descent("--course", course, "override", "ada", SLUG, "error", "1.5", "--reason", "seen on paper", "--as", "grace") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"ada, {SLUG}: 1.5 of 2 points for error.",
        "Stands at 9.5 of 10 now: error: set to 1.5 by grace (seen on paper)",
    ]
    assert descent("--course", course, "override", "ada", SLUG, "0", "--reason", "copied", "--as", "henry") == 0
    assert capsys.readouterr().out.splitlines()[0] == f"ada, {SLUG}: 0 of 10 points for the whole."
    assert descent("--course", course, "override", "ada", SLUG, "--remove", "--reason", "was not") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"ada, {SLUG}: the override of the whole is taken back, which was 0.",
        "Stands at 9.5 of 10 now: error: set to 1.5 by grace (seen on paper)",
    ]
    assert descent("--course", course, "override", "ada", SLUG, "error", "--remove") == 0
    assert capsys.readouterr().out.splitlines()[1] == "Stands at 8 of 10 now"
    assert [one[2] for one in noted()] == [
        "1.5 points for error: seen on paper",
        "0 points for the whole: copied",
        "0 points for the whole taken back: was not",
        "1.5 points for error taken back",
    ]


def test_somebody_who_handed_in_nothing_has_points_too(descent: Descent, course: Path, capsys: Captured) -> None:
    assert descent("--course", course, "override", "ada", SLUG, "7", "--reason", "oral", "--new", "--as", "grace") == 0
    assert "Stands at 7 of 10 now: set to 7 by grace (oral); nothing handed in" in capsys.readouterr().out


REASON = ["--reason", "x"]
REFUSED = {
    "above": (["11", *REASON], "11 points for the whole of 01-gradient-step: expected 0 to 10."),
    "just-above": (["error", "2.001", *REASON], "2.001 points for error of 01-gradient-step: expected 0 to 2."),
    "negative": (["-1", *REASON], "-1 points for the whole of 01-gradient-step: expected 0 to 10."),
    "negative-of-a-question": (["error", "-0.5", *REASON], "-0.5 points for error of 01-gradient-step: expected 0 to 2."),
    "comma": (["7,5", *REASON], "'7,5' is no number of points. Expected one such as 7.5"),
    "nan": (["nan", *REASON], "'nan' is no number of points"),
    "endless": (["inf", *REASON], "'inf' is no number of points"),
    "underscore": (["1_0", *REASON], "'1_0' is no number of points"),
    "huge": (["1e400", *REASON], "is no number of points"),
    "question": (["errors", "1", *REASON], "has no question 'errors'. It has: h, nn_output, error, error_term, del_w."),
    "no-points": ([*REASON], "Expected: descent override STUDENT SLUG [QUESTION] POINTS --reason TEXT"),
    "too-many": (["h", "1", "2", *REASON], "Expected: descent override"),
    "no-reason": (["9"], "Expected a reason"),
    "no-such-option": (["9", "--reson", "x"], "There is no option --reson"),
    "nothing-to-remove": (["h", "--remove"], "'ada' has no override for h of 01-gradient-step. There is: none."),
    "points-to-remove": (["h", "1", "--remove"], "With --remove there are no points to name"),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused_with_the_bounds_and_changes_nothing(
    descent: Descent, course: Path, arguments: list[str], said: str, capsys: Captured
) -> None:
    keep()
    assert descent("--course", course, "override", "ada", SLUG, *arguments) == 2
    assert said in capsys.readouterr().err
    assert noted() == []


def test_in_an_ungraded_assignment_there_are_no_points_to_give(descent: Descent, course: Path, capsys: Captured) -> None:
    path = course / "course.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("points = 10", "points = 0"), encoding="utf-8")
    keep()
    assert descent("--course", course, "override", "ada", SLUG, "error", "1", *REASON) == 2
    assert "expected 0 to 0." in capsys.readouterr().err
