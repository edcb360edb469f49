"""Which column is an assignment's: by title, slug or what somebody says; and what is refused."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from autograder.course.manifest import Entry
from autograder.platforms.lms.blackboard import BLACKBOARD
from autograder.platforms.lms.brightspace import BRIGHTSPACE
from autograder.platforms.lms.canvas import CANVAS
from autograder.platforms.lms.columns import columns_of
from autograder.platforms.lms.moodle import MOODLE
from autograder.platforms.lms.rules import Lms
from autograder.platforms.lms.table import read
from autograder.platforms.lms.trouble import TemplateError
from tests.platforms.lms.making import NEURON, STEP, file

START = {
    "Canvas": "Student,ID,Section",
    "Moodle": "First name,Last name,ID number",
    "Blackboard": "Last Name,First Name,Username",
    "Brightspace": "OrgDefinedId,Username",
}


def header(lms: Lms, *columns: str) -> dict[str, str]:
    """The headers that are found for both assignments in a file with these columns."""
    return {slug: columns[at] for slug, at in places(lms, (STEP, NEURON), *columns).items()}


def places(lms: Lms, entries: tuple[Entry, ...], *columns: str, chosen: Mapping[str, str] = MappingProxyType({})) -> dict[str, int]:
    """Which of these columns are found, by slug."""
    end = ("End-of-Line Indicator",) if lms is BRIGHTSPACE else ()
    cells = [*START[lms.name].split(","), *columns, *end]
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    possible = (
        ["    Points Possible,,," + ",".join("(read only)" if "locked" in name else "10" for name in columns)] if lms is CANVAS else []
    )
    table = read("book.csv", file(quoted, *possible), lms.recognised, "")
    found = columns_of(lms, "book.csv", lms.layout(table.rows).columns, entries, chosen)
    before = len(START[lms.name].split(","))
    return {slug: column.index - before for slug, column in found.items()}


TITLES = {
    "canvas": (CANVAS, "One step of gradient descent (12)", "One neuron, factor by factor (13)"),
    "canvas-without-ids": (CANVAS, "One step of gradient descent", "One neuron, factor by factor"),
    "canvas-among-totals": (CANVAS, "One step of gradient descent (12)", "01-gradient-step Current Score", "02 single neuron (13)"),
    "moodle": (MOODLE, "Assignment: One step of gradient descent (Real)", "External tool: One neuron, factor by factor (Real)"),
    "moodle-with-all-that-it-can-export": (
        MOODLE,
        "One step of gradient descent (Real)",
        "One step of gradient descent (Percentage)",
        "One step of gradient descent (Feedback)",
        "One neuron, factor by factor (Real)",
        "Course total (Real)",
    ),
    "moodle-in-german": (MOODLE, "Aufgabe: one step of gradient descent (Punkte)", "Aufgabe: 02-single-neuron (Punkte)"),
    "moodle-by-hand": (MOODLE, "One step of gradient descent", "One neuron, factor by factor"),
    "blackboard": (
        BLACKBOARD,
        "One step of gradient descent [Total Pts: 10 Score] |664617",
        "One neuron, factor by factor [Total Pts: 10] |664618",
    ),
    "blackboard-in-spanish": (
        BLACKBOARD,
        "One step of gradient descent [Puntos totales: hasta 10 Puntuación] |1",
        "02-single-neuron [10] |_2_1",
    ),
    "blackboard-without-points": (BLACKBOARD, "One step of gradient descent |1", "02-Single-Neuron |2"),
    "brightspace": (
        BRIGHTSPACE,
        "One step of gradient descent Points Grade <Numeric MaxPoints:10 Weight:5 Category:Homework CategoryWeight:50>",
        "One neuron factor by factor Points Grade",
        "Calculated Final Grade Numerator",
    ),
}


@pytest.mark.parametrize(("lms", "columns"), [(one[0], one[1:]) for one in TITLES.values()], ids=TITLES)
def test_a_column_is_known_by_its_title_however_the_lms_writes_it(lms: Lms, columns: tuple[str, ...]) -> None:
    last = next(index for index in reversed(range(len(columns))) if "neuron" in columns[index].lower())
    assert header(lms, *columns) == {STEP.slug: columns[0], NEURON.slug: columns[last]}


BAD = {
    "not-there": (
        CANVAS,
        ("Essay (11)", "One step of gradient descent (12)"),
        r"there is no column for 02-single-neuron \('One neuron, factor by factor'\)\. There is: 'Essay \(11\)', "
        r"'One step of gradient descent \(12\)'\. Say which is meant: --column SLUG=COLUMN; make it on Canvas",
    ),
    "none-at-all": (CANVAS, ("Current Score",), "There is none that takes scores"),
    "twice": (
        CANVAS,
        ("One step of gradient descent (12)", "one step of gradient descent (13)", "02-single-neuron (14)"),
        r"'One step of gradient descent \(12\)' and 'one step of gradient descent \(13\)' may both be 01-gradient-step\. Say which",
    ),
    "not-an-assignment": (
        CANVAS,
        ("Essay (11)", "01-gradient-step", "02-single-neuron (12)"),
        "takes no scores. It is no assignment's",
    ),
    "percentages": (MOODLE, ("01-gradient-step (Percentage)", "02-single-neuron (Real)"), "holds the percentage, not points"),
    "not-clear-in-german": (
        MOODLE,
        ("01-gradient-step (Punkte)", "01-gradient-step (Prozentsatz)", "02-single-neuron (Punkte)"),
        "may both be",
    ),
    "shown-as-percentages": (
        BLACKBOARD,
        ("01-gradient-step [Total Pts: 10 Percentage] |1", "02-single-neuron [10] |2"),
        "Set it to Score",
    ),
    "without-a-number": (
        BLACKBOARD,
        ("01-gradient-step [Total Pts: 10]", "02-single-neuron |2"),
        r"there is no column for 01-gradient-step \('One step",
    ),
    "a-text-grade": (BRIGHTSPACE, ("01-gradient-step Text Grade", "02-single-neuron Points Grade"), "It holds the text grade"),
}


@pytest.mark.parametrize(("lms", "columns", "said"), BAD.values(), ids=BAD)
def test_a_column_that_is_not_there_or_not_clear_or_closed_is_refused(lms: Lms, columns: tuple[str, ...], said: str) -> None:
    with pytest.raises(TemplateError, match=said) as caught:
        header(lms, *columns)
    assert str(caught.value).startswith("book.csv, line 1: ")


def test_a_read_only_column_is_refused() -> None:
    locked = Entry("03-locked", "It is locked", "a.py", 10)
    with pytest.raises(TemplateError, match=r"'It is locked \(14\)' takes no scores\. Canvas says that it is read only\."):
        places(CANVAS, (locked,), "It is locked (14)")


def test_a_title_that_canvas_passes_over_is_told() -> None:
    final = Entry("03-final", "Final Score of the term", "a.py", 10)
    with pytest.raises(TemplateError, match="passes over what is uploaded"):
        places(CANVAS, (final,), "Final Score of the term (14)")


CHOSEN = {
    "by-header": (CANVAS, "Week 1 (12)", "Week 1 (12)"),
    "by-id": (CANVAS, "Week 1 (12)", "12"),
    "by-title": (CANVAS, "Week 1 (12)", "week 1"),
    "by-title-without-the-kind": (MOODLE, "Assignment: Week 1 (Real)", "Week 1"),
    "by-blackboards-number": (BLACKBOARD, "Week 1 [Total Pts: 10] |664617", "664617"),
}


@pytest.mark.parametrize(("lms", "column", "named"), CHOSEN.values(), ids=CHOSEN)
def test_a_column_may_be_named(lms: Lms, column: str, named: str) -> None:
    first = {"Canvas": "Essay (11)", "Moodle": "Essay (Real)", "Blackboard": "Essay [10] |11"}[lms.name]
    found = places(lms, (STEP,), first, column, chosen={STEP.slug: named})
    assert found == {STEP.slug: 1}


def test_a_column_that_was_named_must_be_there_and_be_one_assignments() -> None:
    with pytest.raises(TemplateError, match=r"there is no column for 01-gradient-step \('Week 2'\)"):
        places(CANVAS, (STEP,), "Week 1 (12)", chosen={STEP.slug: "Week 2"})
    with pytest.raises(TemplateError, match="01-gradient-step and 02-single-neuron would be one column"):
        places(CANVAS, (STEP, NEURON), "Week 1 (12)", chosen={STEP.slug: "12", NEURON.slug: "Week 1"})


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(TemplateError) as caught:
        header(CANVAS, "Essay (11)")
    assert "there is no column for 01-gradient-step ('One step of gradient descent'), 02-single-neuron ('One neuron, f" in str(
        caught.value
    )
    with pytest.raises(TemplateError) as caught:
        header(BLACKBOARD, "01-gradient-step [Percentage] |1", "02-single-neuron |2", "02-single-neuron |3")
    assert [line.split(" ")[3] for line in str(caught.value).splitlines()] == ["'01-gradient-step", "'02-single-neuron"]
