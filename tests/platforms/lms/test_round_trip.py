"""Filled in and read back, a gradebook gives the same scores, whatever its names, delimiter, ends of lines and encoding are."""

import codecs
import re
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.manifest import Entry
from autograder.gradebook.roster import Person
from autograder.platforms.lms.blackboard import BLACKBOARD
from autograder.platforms.lms.brightspace import BRIGHTSPACE
from autograder.platforms.lms.canvas import CANVAS
from autograder.platforms.lms.filling import fill
from autograder.platforms.lms.moodle import MOODLE
from autograder.platforms.lms.rules import Lms
from tests.platforms.lms import importers
from tests.platforms.lms.making import NEURON, STEP, UTF16, Style, scores

ENTRIES = (STEP, NEURON)
LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12)
NAMES = LINE.filter(lambda text: "Points Possible" not in text)
POINTS = st.one_of(st.none(), st.integers(0, 10), st.floats(0, 10).map(lambda score: round(score, 6)))
BEFORE = st.sampled_from(["", "0", "3.00", "7.5", "7,5", "10.00"])


@dataclass(frozen=True)
class Case:
    """One LMS: how it writes the header, and a student's row from id, name, login and two cells."""

    lms: Lms
    header: list[str]
    after: tuple[int, int]  # the columns of both assignments
    more: tuple[list[str], ...] = ()  # rows that are nobody's

    def row(self, number: int, name: str, cells: tuple[str, str]) -> list[str]:
        """What the LMS writes of a student."""
        login, row = f"u{number}", [name] * len(self.header)
        values = {
            "ID": str(9000 + number),
            "SIS User ID": f"n{number}",
            "SIS Login ID": login,
            "Username": login,
            "ID number": f"n{number}",
        }
        values |= {"Email address": "", "Student ID": "", "End-of-Line Indicator": "#", "OrgDefinedId": f"#n{number}"}
        if self.lms is BRIGHTSPACE:
            values["Username"] = f"#{login}"
        for index, title in enumerate(self.header):
            row[index] = values.get(title, name)
        for index, cell in zip(self.after, cells, strict=True):
            row[index] = cell
        return row


CASES = {
    "canvas": Case(
        CANVAS,
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", f"{STEP.title} (12)", f"{NEURON.title} (13)", "Current Score"],
        (5, 6),
        (["    Points Possible", "", "", "", "", "10", "10.00", "(read only)"],),
    ),
    "moodle": Case(
        MOODLE,
        ["First name", "Last name", "ID number", "Email address", f"Task: {STEP.title} (Real)", "X (Real)", f"{NEURON.title} (Real)"],
        (4, 6),
    ),
    "blackboard": Case(
        BLACKBOARD,
        ["Last Name", "First Name", "Username", "Student ID", f"{NEURON.title} [Total Pts: 10 Score] |7", f"{STEP.title} [10] |8"],
        (5, 4),
    ),
    "brightspace": Case(
        BRIGHTSPACE,
        ["OrgDefinedId", "Username", f"{STEP.title} Points Grade <Numeric MaxPoints:10>", "One neuron factor by factor Points Grade",
         "Last Name", "End-of-Line Indicator"],
        (2, 3),
    ),
}  # fmt: skip
STYLES = {
    "canvas": st.builds(Style, delimiter=st.sampled_from(",;"), end=st.sampled_from(["\r\n", "\n"]), all_quoted=st.booleans(),
                        mark=st.sampled_from([b"", codecs.BOM_UTF8])),
    "moodle": st.builds(Style, delimiter=st.sampled_from(",;\t"), end=st.sampled_from(["\r\n", "\n"]), all_quoted=st.booleans(),
                        mark=st.sampled_from([b"", codecs.BOM_UTF8]), end_at_last=st.booleans()),
    "blackboard": st.sampled_from([UTF16, replace(UTF16, all_quoted=False), Style(all_quoted=True)]),
    "brightspace": st.builds(Style, end=st.sampled_from(["\r\n", "\n"]), mark=st.sampled_from([b"", codecs.BOM_UTF8])),
}  # fmt: skip


@pytest.mark.parametrize("which", CASES)
@given(st.data())
def test_what_is_filled_in_is_what_the_lms_then_has_and_nothing_else_changes(which: str, data: st.DataObject) -> None:
    case, style = CASES[which], data.draw(STYLES[which])
    count = data.draw(st.integers(1, 6))
    names = data.draw(st.lists(NAMES, min_size=count, max_size=count))
    before = data.draw(st.lists(st.tuples(BEFORE, BEFORE), min_size=count, max_size=count))
    given_scores = data.draw(st.lists(st.tuples(POINTS, POINTS), min_size=count, max_size=count))
    people = [Person(f"s{number}", login=f"u{number}", number=f"n{number}") for number in range(count)]
    rows = [case.header, *case.more, *(case.row(number, names[number], before[number]) for number in range(count))]
    content = style.file(rows)
    of = scores({f"s{number}": list(given_scores[number]) for number in range(count)}, people, ENTRIES)
    made = fill(case.lms, "book", content, of, {})

    wanted = [[style.cell(text) for text in row] for row in rows]
    now: dict[tuple[int, Entry], str] = {}
    for number in range(count):
        row = wanted[1 + len(case.more) + number]
        for at, (entry, index) in enumerate(zip(ENTRIES, case.after, strict=True)):
            score, there = given_scores[number][at], before[number][at]
            if score is not None and not alike(score, there):
                row[index] = f'"{plain(score)}"' if row[index].startswith('"') or quoted(row, index) else plain(score)
            now[number, entry] = there if score is None or alike(score, there) else plain(score)
    assert made.content == style.content(wanted)
    assert grades(case.lms, made.content, style, count) == {key: value(cell) for key, cell in now.items()}


def plain(score: float) -> str:
    """A score, written down in another way than ours."""
    text = format(round(score, 6), ".6f")
    return re.sub(r"\.?0+$", "", text)


def alike(score: float, cell: str) -> bool:
    """Whether the LMS's two decimals are the score's."""
    return bool(cell) and abs(float(cell.replace(",", ".")) - score) <= 0.005 + 1e-9


def quoted(row: list[str], index: int) -> bool:
    """Whether a cell that is empty stands among quoted ones."""
    return not row[index] and all(cell.startswith('"') for cell in row if cell)


def value(cell: str) -> float | None:
    return float(cell.replace(",", ".")) if cell else None


def grades(lms: Lms, content: bytes, style: Style, count: int) -> dict[tuple[int, Entry], float | None]:
    """What the LMS has after an upload, by the student's number and the assignment."""
    numbers = range(count)
    if lms is CANVAS:
        students = [importers.CanvasStudent(9000 + number, "", f"n{number}", f"u{number}") for number in numbers]
        canvas = importers.CanvasCourse(students, {12: STEP.title, 13: NEURON.title})
        importers.canvas(content, canvas)
        assert canvas.new == {}
        return {(number - 9000, STEP if at == 12 else NEURON): value(cell) for (number, at), cell in canvas.grades.items()}
    if lms is MOODLE:  # in a language with a decimal comma: what was in its file stays
        point = content.decode("utf-8").replace("7,5", "7.5").encode()
        moodle = importers.MoodleCourse({f"n{number}": str(number) for number in numbers}, {STEP.slug: 10, NEURON.slug: 10})
        importers.moodle(point, moodle, 2, {4: STEP.slug, 6: NEURON.slug}, style.delimiter)
        return {(int(user), STEP if item == STEP.slug else NEURON): grade for (user, item), grade in moodle.grades.items()}
    if lms is BLACKBOARD:
        blackboard = importers.BlackboardCourse([f"u{number}" for number in numbers], ["7", "8"])
        importers.blackboard(content, blackboard)
        return {(int(user[1:]), STEP if column == "8" else NEURON): value(cell) for (user, column), cell in blackboard.grades.items()}
    items = {STEP.title: STEP, "One neuron factor by factor": NEURON}
    brightspace = importers.BrightspaceCourse([(f"n{number}", f"u{number}") for number in numbers], dict.fromkeys(items, 10))
    importers.brightspace(content.replace(b'"7,5"', b"7.5"), brightspace)
    found: dict[tuple[int, Entry], float | None] = {(number, entry): None for number in numbers for entry in ENTRIES}
    return found | {(int(login[1:]), items[item]): grade for (login, item), grade in brightspace.grades.items()}
