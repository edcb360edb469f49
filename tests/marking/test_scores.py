"""Who stands where and why is said in a line that is safe to print, as JSON and as a table."""

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from autograder.course.manifest import Attempts, Course, Entry, Late
from autograder.gradebook.policy import Standing
from autograder.gradebook.standings import StudentStanding
from autograder.gradebook.tables import Decision
from autograder.marking.scores import everything, lasted, render, rows, why
from tests.marking.standing import COURSE, DUE, SLUG, decided, one, tried

LATE = tried(2, 30)
WHY: dict[str, tuple[StudentStanding, str]] = {
    "in time, once": (one(), ""),
    "one of several": (one("ada", 8, tried(1), tried(2)), "attempt 2 of 2"),
    "late": (
        one("ada", 5.6, LATE, standing=Standing(5.6, 10, 7, LATE, 30 * 3600, 1.4)),
        "late by 1 d 6 h, 1.4 of 7 taken off",
    ),
    "late within the grace": (one("ada", 8, LATE, standing=Standing(8, 10, 8, LATE, 600)), "late by 10 min, nothing taken off"),
    "nothing handed in": (one("ada", None), "nothing handed in"),
    "not graded yet": (one("ada", None, tried(1, points=None)), "not graded yet"),
    "excused": (
        one("ada", None, LATE, standing=Standing(None, 10, 8, LATE, 30 * 3600, excused=True), excuse="was ill"),
        "excused: was ill",
    ),
    "extended": (
        one(due=DUE + timedelta(days=3), extended=True, extension="was ill"),
        "extended until 2026-11-23 23:59 UTC: was ill",
    ),
    "all by a person": (
        one("ada", 9, LATE, standing=Standing(9, 10, 7, LATE, 30 * 3600, overridden=True), decisions={"": decided(9)}),
        "set to 9 by grace (seen), where the work earned 7",
    ),
    "all by a person, of no work": (
        one("ada", None, standing=Standing(9, 10, overridden=True), decisions={"": decided(9)}),
        "set to 9 by grace (seen); nothing handed in",
    ),
    "a question by a person": (one(decisions={"h": decided(1)}), "h: set to 1 by grace (seen)"),
    "a question marked by hand": (
        one(decisions={"why": decided(3, Decision.MARK, "")}, by_hand=("why",)),
        "why: marked 3 by grace",
    ),
    "one that is not marked yet": (
        one("ada", 8, tried(1), standing=Standing(8, 12, 8, tried(1), waits=("why",)), by_hand=("why",)),
        "why: waits for a mark",
    ),
    "a mark of what is asked no longer": (
        one(decisions={"why": decided(3, Decision.MARK, "")}),
        "the mark of why counts for nothing: that is asked no longer",
    ),
    "in a group": (one(group="table 1"), "group table 1"),
}


@pytest.mark.parametrize(("standing", "said"), WHY.values(), ids=WHY)
def test_it_is_said_why(standing: StudentStanding, said: str) -> None:
    assert why(standing) == said


def test_an_override_of_what_is_asked_no_longer_is_said_to_count_for_nothing() -> None:
    found = one(decisions={"h": decided(1), "gone": decided(2)})
    assert why(found) == "h: set to 1 by grace (seen); the override of gone counts for nothing: that is asked no longer"


SPANS = {0.2: "1 min", 60: "1 min", 61: "2 min", 3600: "1 h", 5400: "1 h 30 min", 86400: "1 d", 108000: "1 d 6 h", 88000: "1 d"}


@pytest.mark.parametrize(("seconds", "said"), SPANS.items())
def test_a_span_of_time_is_told_in_its_two_largest_parts(seconds: float, said: str) -> None:
    assert lasted(seconds) == said


def test_each_assignment_begins_with_its_rules() -> None:
    said = render([one(), one("benedikt", None)], COURSE)
    assert said.splitlines() == [
        f"{SLUG}  One step",
        "  due 2026-11-20 23:59 UTC; late: 10 % a day, at most 50 %, after 1 h; the best attempt counts",
        "",
        "  ada           8 / 10",
        "  benedikt      – / 10    nothing handed in",
    ]
    assert render([one()], COURSE, colour=True).startswith("\x1b[1m01-step")


@pytest.mark.parametrize(
    ("late", "attempts", "said"),
    [
        (Late(), Attempts.LAST, "lateness costs nothing; the last attempt counts"),
        (Late(per_day=0.5, cap=0), Attempts.FIRST, "lateness costs nothing; the first attempt counts"),
        (Late(per_day=0.25, per_hour=0.015), Attempts.BEST, "late: 25 % a day and 1.5 % an hour; the best attempt counts"),
    ],
)
def test_the_rules_are_those_of_the_course(late: Late, attempts: Attempts, said: str) -> None:
    course = msgspec.structs.replace(COURSE, late=late, attempts=attempts)
    assert render([one()], course).splitlines()[1].endswith(said)


def test_what_is_worth_nothing_is_ungraded() -> None:
    course = Course("A course", (Entry(SLUG, "One step", "step.py", 0),))
    found = [one("ada", 0, standing=Standing(0, 0, 0, tried(1))), one("ben", None, standing=Standing(None, 0))]
    assert render(found, course).splitlines()[-2:] == ["  ada  ungraded", "  ben      – / 0     nothing handed in"]


def test_what_is_never_due_says_nothing_of_lateness() -> None:
    course = Course("A course", (Entry(SLUG, "One step", "step.py", 10),), late=COURSE.late)
    assert render([one(due=None)], course).splitlines()[1] == "  the best attempt counts"


def test_an_assignment_that_nobody_has_begun_takes_one_line() -> None:
    found = [replace(one(name, None), slug="02-more") for name in ("ada", "ben")]
    assert render([one(), *found], COURSE).splitlines()[-1] == "  Nothing handed in yet by any of 2 students."
    assert "excused: ill" in render([found[0], replace(found[1], excuse="ill")], COURSE)


def test_an_empty_gradebook_says_how_students_become_known() -> None:
    assert "descent grade" in render([], COURSE)


def test_nothing_that_a_student_or_a_person_wrote_steers_a_terminal() -> None:
    points = {"\x1b": decided(1, reason="\x1b[1m", person="g\x9b")}
    odd = one("a\x1b[31m\u202eda", group="\x1b]0;x\x07", excuse="\x1b[2J", decisions=points)
    said = render([odd], COURSE)
    assert not [sign for sign in said if sign != "\n" and not sign.isprintable()]


def test_json_has_all_of_it() -> None:
    standing = Standing(5.6, 10, 7, LATE, 30 * 3600, 1.4, overridden=True)
    found = one("ada", 5.6, tried(1, points=None), LATE, standing=standing, decisions={"h": decided(1)}, group="g", extended=True)
    said = msgspec.to_builtins(everything([found]))
    assert said["schema"] == "descent/scores/1"
    (score,) = said["scores"]
    expected = {
        "student": "ada",
        "assignment": SLUG,
        "score": 5.6,
        "max_score": 10,
        "earned": 7,
        "taken_off": 1.4,
        "late_seconds": 108000,
    }
    assert expected.items() <= score.items()
    assert {"attempt": 2, "extended": True, "excused": False, "overridden": True, "group": "g"}.items() <= score.items()
    assert [(tried["number"], tried["points"]) for tried in score["attempts"]] == [(1, None), (2, 8)]
    assert score["decisions"][0] | {"when": ""} == {
        "question": "h", "kind": "override", "points": 1, "reason": "seen", "person": "grace", "when": ""
    }  # fmt: skip


def test_a_table_has_a_row_for_each() -> None:
    header, *found = rows([one("ada", 5.6, LATE, standing=Standing(5.6, 10, 7, LATE, 30 * 3600, 1.4)), one("ben", None)])
    ada, ben = (dict(zip(header, row, strict=True)) for row in found)
    assert ada == {
        "student": "ada", "assignment": SLUG, "score": "5.6", "max_score": "10", "earned": "7", "taken_off": "1.4", "late_hours": "30",
        "attempt": "2", "attempts": "1", "handed_in": "2026-11-22T05:59:00+00:00", "due": "2026-11-20T23:59:00+00:00", "extended": "",
        "excused": "", "overridden": "", "group": "", "waits": "", "why": "late by 1 d 6 h, 1.4 of 7 taken off",
    }  # fmt: skip
    assert (ben["score"], ben["attempt"], ben["attempts"], ben["why"]) == ("", "", "0", "nothing handed in")
