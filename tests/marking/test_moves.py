"""What comes of grading anew is shown: whose score moves, how far, through what; and what is to be done then."""

import json
from dataclasses import replace

import msgspec
import pytest

from autograder.gradebook.policy import Standing
from autograder.gradebook.regrading import Move, Regrade, Shift
from autograder.marking.moves import everything, render
from tests.marking.standing import SLUG, one, tried

UP = Move(one("ada", 8), one("ada", 10), (Shift("error", 0, 2),))
DOWN = Move(one("ben", 8), one("ben", 4.5), (Shift("h", 2, None), Shift("w", None, 1), Shift("x", 3, 0.5)))
NOTHING = Regrade(SLUG, 10, 29, 0, (), (), (), ())


def test_who_moves_is_shown_with_the_farthest_down_first() -> None:
    said = render(replace(NOTHING, changed=2, moves=(UP, DOWN)), accepted=False)
    assert said.splitlines() == [
        f"{SLUG}: 29 submissions graded anew",
        "",
        "  ben      8 → 4.5      −3.5  h 2 → –, w – → 1, x 3 → 0.5",
        "  ada      8 → 10         +2  error 0 → 2",
        "",
        "2 scores move: 1 up, 1 down.",
        f"Nothing is recorded yet. To record it: descent regrade {SLUG} --accept",
    ]


@pytest.mark.parametrize(
    ("found", "accepted", "said"),
    [
        (NOTHING, False, "No report changes."),
        (NOTHING, True, "No report changes."),
        (replace(NOTHING, changed=1), True, "No score moves; 1 report changes.\nRecorded."),
        (replace(NOTHING, changed=3, moves=(UP,)), True, "1 score moves: 1 up, 0 down.\nRecorded."),
    ],
    ids=["nothing", "nothing-accepted", "words", "accepted"],
)
def test_the_tally_says_what_was_recorded(found: Regrade, accepted: bool, said: str) -> None:
    assert render(found, accepted=accepted).endswith(f"\n{said}\n")


def test_what_stays_by_a_decision_is_shown_apart() -> None:
    said = render(replace(NOTHING, changed=1, held=(replace(UP, after=one("ada", 8)),)), accepted=False)
    assert "Stays, by a decision, though the work earns other points:\n  ada  error 0 → 2\n" in said


def test_another_attempt_lateness_and_work_that_waited_are_told_of() -> None:
    before, after = (Standing(score, 10, score + off, tried(number), 9, off) for score, off, number in ((5, 5, 1), (3.5, 3.5, 2)))
    move = Move(one("ada", standing=before), one("ada", standing=after), (Shift("h", 2, 1),))
    said = render(replace(NOTHING, changed=1, moves=(move,)), accepted=False)
    assert "5 → 3.5      −1.5  h 2 → 1, attempt 2 counts, before 1, lateness −5 → −3.5\n" in said
    waited = Move(one("ada", None), one("ada", 8), ())
    assert "– → 8          +8  was not graded yet\n" in render(replace(NOTHING, changed=1, moves=(waited,)), accepted=False)


def test_faults_of_ours_and_idle_overrides_are_named() -> None:
    said = render(replace(NOTHING, faults=("ada", "ben"), idle=(("cleo", "gone"),)), accepted=True)
    assert "A problem on our side with ada and ben: what was said of that work stands. Run this again." in said
    assert "cleo: the override of gone counts for nothing, since gone is asked no longer." in said


@pytest.mark.parametrize(("students", "said"), [(3, "3 students"), (1, "1 student")])
def test_files_that_were_purged_are_told_of(students: int, said: str) -> None:
    line = f"\nFiles that {said} handed in were purged: that work stays as it was graded.\nNo report changes.\n"
    assert render(replace(NOTHING, purged=students), accepted=False).endswith(line)
    assert "purged" not in render(NOTHING, accepted=False)


def test_nothing_that_a_student_wrote_steers_a_terminal() -> None:
    odd = Move(one("a\x1b[31m", 8), one("a\x1b[31m", 10), (Shift("\x1b[2J", 0, 2),))
    said = render(replace(NOTHING, changed=1, moves=(odd,), held=(odd,), faults=("\x1b",), idle=(("\x1b", "\x1b"),)), accepted=False)
    assert "\x1b" not in said
    assert "\x1b[1m" in render(NOTHING, accepted=False, colour=True)


def test_json_has_all_of_it() -> None:
    found = replace(NOTHING, changed=2, moves=(UP,), held=(DOWN,), idle=(("c", "q"),), purged=3)
    said = json.loads(msgspec.json.encode(everything(found, accepted=True)))
    (move,) = said["moves"]
    assert move == {"student": "ada", "before": 8, "after": 10, "questions": [{"question": "error", "before": 0, "after": 2}]}
    assert [one["student"] for one in said["held"]] == ["ben"]
    assert {"assignment": SLUG, "accepted": True, "max_score": 10, "submissions": 29, "changed": 2, "purged": 3}.items() <= said.items()
    assert (said["schema"], said["idle"], said["faults"]) == ("descent/regrade/1", [["c", "q"]], [])
