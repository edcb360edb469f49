"""How do scores get into the gradebook file that an LMS gave, with nothing else in it changed?

All of it fits, or nothing is written: columns that are not there, scores above a column's maximum, rows and ids that contradict each
other are refused with the line and what to do. Who is in the gradebook and not in the file, and the other way round, is told.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from autograder.course.manifest import Entry
from autograder.gradebook.policy import Standing
from autograder.gradebook.roster import Person
from autograder.marking.tree import spelled
from autograder.platforms.lms import points
from autograder.platforms.lms.columns import columns_of
from autograder.platforms.lms.matching import Matched, matched, row_name
from autograder.platforms.lms.rules import Column, Layout, Lms
from autograder.platforms.lms.scores import Scores, called
from autograder.platforms.lms.table import Row, Table, read
from autograder.platforms.lms.trouble import TemplateError, refuse

SHOWN = 20  # students that a note lists


@dataclass(frozen=True, slots=True)
class Filled:
    """A file that has been filled in, and what is to be said of it.

    Attributes:
        students: rows that were found to be somebody's.
        scores: cells in which a score of ours stands now; `changed`: those that say something else than before.
        lacking: people who have a score and no row.
        idle: people without a score and without a row.
        strangers: names of rows that are nobody's of the gradebook.
        notes: sentences.
    """

    content: bytes
    students: int
    scores: int
    changed: int
    lacking: tuple[Person, ...]
    idle: tuple[Person, ...]
    strangers: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Work:
    """What is found while the cells are filled in."""

    cells: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))  # by row and column
    scores: int = 0
    problems: list[str] = field(default_factory=list)
    excused: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def fill(lms: Lms, name: str, content: bytes, scores: Scores, chosen: Mapping[str, str], *, changed_only: bool = False) -> Filled:
    """A downloaded gradebook with scores filled in.

    Args:
        name: the file's, for messages.
        chosen: columns by the assignment's slug, where their titles do not say whose they are: a header, a title, or the LMS's id.
        changed_only: leave out rows and columns in which nothing changes.

    Raises:
        TemplateError: something does not fit.
    """
    table = read(name, content, lms.recognised, f"{lms.expected} Download it from {lms.name}: {lms.download}.")
    layout = _layout(lms, name, table)
    columns = columns_of(lms, name, layout.columns, scores.assignments, chosen)
    whose = matched(name, table.rows, layout, scores.people)
    refuse(whose.problems)
    if not whose.people:
        raise TemplateError(
            f"{name}: none of its {len(whose.strangers)} students is known here. Download the gradebook of this course; or, if it is, "
            f"bring in a roster that says how {lms.name} calls the students: descent roster import FILE"
        )
    work = _filled(lms, name, table, whose, scores, columns)
    refuse(work.problems)
    rows = [row.filled(work.cells[index]) if work.cells.get(index) else row for index, row in enumerate(table.rows)]
    if changed_only:
        rows = _only_changed(rows, layout, work)
    found = set(whose.people.values())
    missing = [person for person in scores.people if person not in found]
    return Filled(
        content=replace(table, rows=tuple(rows)).content(),
        students=len(whose.people),
        scores=work.scores,
        changed=sum(map(len, work.cells.values())),
        lacking=tuple(person for person in missing if scores.has_any(person)),
        idle=tuple(person for person in missing if not scores.has_any(person)),
        strangers=tuple(_strangers(lms, table, layout, whose)),
        notes=tuple(_notes(lms, columns, scores.assignments, work)),
    )


def _layout(lms: Lms, name: str, table: Table) -> Layout:
    try:
        return lms.layout(table.rows)
    except TemplateError as error:
        raise TemplateError(f"{name}, line 1: {error}") from None


def _filled(lms: Lms, name: str, table: Table, whose: Matched, scores: Scores, columns: Mapping[str, Column]) -> _Work:
    work = _Work()
    for index, person in whose.people.items():
        row = table.rows[index]
        for entry in scores.assignments:
            column = columns[entry.slug]
            standing = scores.of(person, entry)
            there = row.text(column.index).strip()
            if (cell := _cell(lms, person, entry, standing, there, work)) is None:
                continue
            work.scores += 1
            if standing.score is not None and column.most is not None and Decimal(points.written(standing.score)) > column.most:
                work.problems.append(
                    f"{name}, line {row.line}: {called(person)} has {cell}, above the {column.most:f} of '{spelled(column.header)}'. "
                    f"Raise its points on {lms.name} and download again, or correct those of {entry.slug} in course.toml."
                )
            elif cell != there:
                work.cells[index][column.index] = cell
    return work


def _cell(lms: Lms, person: Person, entry: Entry, standing: Standing, there: str, work: _Work) -> str | None:
    """What is to stand in a cell; None: what stands there."""
    who = f"{spelled(person.id)}, {entry.slug}"
    if standing.excused:
        if not lms.excused:
            work.excused.append(who)
            return None
        return there if there.upper() == lms.excused else lms.excused
    if standing.score is None:
        return None
    if there.upper() in lms.kept:
        work.kept.append(f"{who} ('{there}')")
        return None
    return there if points.same(standing.score, there) else points.written(standing.score)


def _only_changed(rows: Sequence[Row], layout: Layout, work: _Work) -> list[Row]:
    """The rows in which something changes, and of all columns those that say whose they are and those that change."""
    changed = {column for cells in work.cells.values() for column in cells}
    left_out = ({column.index for column in layout.columns} | layout.more) - changed
    kept = [index for index in range(len(rows[0].cells)) if index not in left_out]
    return [row.only(kept) for index, row in enumerate(rows) if index in layout.apart or work.cells.get(index)]


def _strangers(lms: Lms, table: Table, layout: Layout, whose: Matched) -> list[str]:
    """Names of the rows that are nobody's, with their lines."""
    known: list[str] = []
    for index in whose.strangers:
        row = table.rows[index]
        name = row_name(row, layout.names)
        if name not in lms.nobody:
            ids = ", ".join(text for key in layout.keys if (text := row.text(key.index).strip()))
            known.append(spelled(f"line {row.line}: {name} ({ids})" if name else f"line {row.line}: {ids}"))
    return known


def _notes(lms: Lms, columns: Mapping[str, Column], entries: Sequence[Entry], work: _Work) -> list[str]:
    pairs = [(columns[entry.slug], entry) for entry in entries]
    notes = [
        f"'{spelled(column.header)}' is of {column.most:f} points on {lms.name}, {entry.slug} of {entry.total:g} here: scores are "
        "written as they are."
        for column, entry in pairs
        if column.most is not None and float(column.most) != entry.total
    ]
    if work.excused:
        notes.append(f"Excused, which no cell for {lms.name} can say; set it there by hand: {_listed(work.excused)}.")
    if work.kept:
        notes.append(f"Left as {lms.name} has it: {_listed(work.kept)}.")
    return notes


def _listed(some: Sequence[str]) -> str:
    return "; ".join(some[:SHOWN]) + (f"; and {len(some) - SHOWN} more" if len(some) > SHOWN else "")
