"""The log is shown in columns, the oldest change first."""

from datetime import UTC, datetime

import msgspec

from autograder.gradebook.log import Line
from autograder.marking.changes import Changes, render

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_changes_stand_in_columns() -> None:
    found = [Line(NOON, "grace", "extend", "ada", "01-step", "extended"), Line(NOON, "henry h", "regrade", "", "", "all graded anew")]
    assert render(found).splitlines() == [
        "2026-03-02 12:00 UTC  grace    extend   ada  01-step  extended",
        "2026-03-02 12:00 UTC  henry h  regrade  -    -        all graded anew",
    ]


def test_where_nothing_was_changed_that_is_said() -> None:
    assert render([]) == "Nothing was changed yet.\n"


def test_nothing_that_a_person_wrote_steers_a_terminal() -> None:
    said = render([Line(NOON, "g\x1b[1m", "extend", "a\x9bda", "01", "\x1b]0;x\x07\nsecond line")])
    assert not [sign for sign in said.removesuffix("\n") if not sign.isprintable()]


def test_json_has_all_of_it() -> None:
    said = msgspec.to_builtins(Changes((Line(NOON, "grace", "extend", "ada", "01", "x"),)), builtin_types=(datetime,))
    assert said["schema"] == "descent/log/1"
    assert said["changes"][0] == {"when": NOON, "person": "grace", "verb": "extend", "student": "ada", "slug": "01", "said": "x"}
