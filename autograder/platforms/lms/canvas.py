"""What is a gradebook file for Canvas?

After what Canvas itself does with one (instructure/canvas-lms, lib/gradebook_importer.rb and gradebook_exporter.rb): names and ids up
to `Section`, then a column for each assignment, `Title (12345)`; a row `Points Possible`; `EX` for excused. An empty cell takes away a
score that is there.
"""

import re
from collections.abc import Iterator, Sequence

from autograder.errors import UsageError
from autograder.gradebook.roster import folded
from autograder.platforms.lms import points
from autograder.platforms.lms.formulas import harmless, is_harmless
from autograder.platforms.lms.rules import Column, Fresh, Key, Kind, Layout, Lms, taking_away
from autograder.platforms.lms.scores import Scores, called, shared, sign_in, told
from autograder.platforms.lms.table import Row

EXCUSED = "EX"
POINTS = "Points Possible"
TITLE_AND_ID = re.compile(r"(?s)(.*)\s\((\d+)\)")
RESERVED = re.compile("(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)")
MUTED = re.compile(r"(?i)\s*(Muted|Manual Posting.*)?\s*")
HEADER = ("Student", "ID", "SIS Login ID", "Section")


def recognised(header: Sequence[str]) -> bool:
    """Whether Canvas would take these cells for the header."""
    return _section(header) is not None


def layout(rows: Sequence[Row]) -> Layout:
    """Where things are in a file that has a header."""
    header = rows[0].texts()
    section = _section(header) or 0
    above = [index for index, row in enumerate(rows) if index == 0 or POINTS in row.text(0) or all(map(MUTED.fullmatch, row.texts()))]
    possible = next((rows[index] for index in above if POINTS in rows[index].text(0)), None)
    with_ids = any(TITLE_AND_ID.fullmatch(cell) for cell in header[section + 1 :])
    columns = (_column(index, header[index], possible, with_ids=with_ids) for index in range(section + 1, len(header)))
    return Layout(
        keys=tuple(_keys(header[: section + 1])),
        columns=tuple(columns),
        names=(1, 0) if _split_names(header) else (0,),
        apart=frozenset(above),
    )


def fresh(scores: Scores) -> Fresh:
    """A file for assignments that Canvas finds by their exact titles, or makes.

    Students stand in it by their logins alone: nobody says whether the roster's numbers are Canvas' own or the institution's.

    Raises:
        UsageError: Canvas would read a title otherwise.
    """
    _check_titles([entry.title for entry in scores.assignments])
    rows: list[tuple[str, ...]] = [(*HEADER, *(entry.title for entry in scores.assignments))]
    rows.append((f"    {POINTS}", "", "", "", *(points.written(entry.total) for entry in scores.assignments)))
    left_out: list[str] = []
    people = [person for person in scores.people if scores.has_any(person)]
    twice = shared(map(sign_in, people))
    count = empty = 0
    for person in people:
        if not is_harmless(sign_in(person)) or folded(sign_in(person)) in twice:
            left_out.append(f"{called(person)}: has a login that looks like a formula, or is another's too. Correct the roster.")
            continue
        standings = [scores.of(person, entry) for entry in scores.assignments]
        cells = [EXCUSED if one.excused else "" if one.score is None else points.written(one.score) for one in standings]
        name = harmless(person.full_name or person.id).replace(POINTS, POINTS.lower())  # or Canvas takes it for that row
        rows.append((name, "", sign_in(person), harmless(person.section), *cells))
        count += sum(map(told, standings))
        empty += cells.count("")
    finds = "Canvas finds an assignment by its exact title, and makes a new one where it has none of that title."
    notes = (finds, *taking_away(empty, "empty", "Canvas"))
    return Fresh(tuple(rows), len(rows) - 2, count, tuple(left_out), notes)


def _check_titles(titles: Sequence[str]) -> None:
    for title in titles:
        if TITLE_AND_ID.fullmatch(title):
            raise UsageError(
                f"course.toml: title '{title}': Canvas reads a number in parentheses at the end as the id of an assignment. Change the "
                "title, or fill in Canvas' own gradebook: --template"
            )
        if RESERVED.search(title):
            raise UsageError(f"course.toml: title '{title}': Canvas passes over columns with these words. Change the title.")


def _split_names(header: Sequence[str]) -> bool:
    return len(header) > 4 and "LastName" in header[0] and "FirstName" in header[1] and "ID" in header[2]


def _section(header: Sequence[str]) -> int | None:
    """The last of the columns on the student, where these are the cells of a header."""
    if not _split_names(header) and not (len(header) > 3 and "Student" in header[0] and "ID" in header[1]):
        return None
    at = 3 if _split_names(header) else 2
    if at < len(header) and re.search(r"SIS\s+Login\s+ID", header[at]):
        at += 1
    elif at + 1 < len(header) and re.search(r"SIS\s+User\s+ID", header[at]) and re.search(r"SIS\s+Login\s+ID", header[at + 1]):
        at += 2
        for more in (r"Integration\s+ID", r"Root\s+Account"):
            at += at < len(header) and re.search(more, header[at]) is not None
    return at if at < len(header) and "Section" in header[at] else None


def _keys(header: Sequence[str]) -> Iterator[Key]:
    """Canvas asks its own id first, then the institution's number, then the login."""
    kinds = {"SIS User ID": Kind.NUMBER, "SIS Login ID": Kind.LOGIN}
    yield Key(2 if _split_names(header) else 1, "ID", Kind.OWN)
    for index, cell in enumerate(header):
        if (kind := kinds.get(" ".join(cell.split()))) is not None:
            yield Key(index, cell, kind)


def _column(index: int, header: str, possible: Row | None, *, with_ids: bool) -> Column:
    found = TITLE_AND_ID.fullmatch(header)
    most = possible.text(index) if possible is not None else ""
    closed = ""
    if RESERVED.search(header):
        closed = "Canvas reckons it itself and passes over what is uploaded. Another title for the assignment mends that."
    elif "read only" in most:
        closed = "Canvas says that it is read only."
    elif with_ids and found is None:
        closed = "It is no assignment's: those have an id in parentheses."
    title, number = (found[1], found[2]) if found else (header, "")
    return Column(index, header, title, id=number, most=points.most(most), closed=closed)


CANVAS = Lms(
    name="Canvas",
    download="Grades > Export > Export Entire Gradebook",
    upload="Grades > Import. Look at the changes that Canvas shows before you save them.",
    expected="Expected columns Student, ID, ..., Section, and then the assignments'.",
    recognised=recognised,
    layout=layout,
    excused=EXCUSED,
    kept=frozenset({EXCUSED, "N/A"}),
    nobody=frozenset({"Student, Test", "Test Student"}),
    fresh=fresh,
)
