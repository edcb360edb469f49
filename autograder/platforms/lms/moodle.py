"""What is a gradebook file for Moodle?

After what Moodle's own export writes and its import takes (grade/export/txt, grade/import/csv): whoever imports says which column is
what, so any header will do; a column of scores is called `<Item> (Real)`; `-` is no grade. One unknown student or one grade above the
maximum, and nothing is imported. A row without an id is taken for the student of the row before, so none is ever written.
"""

import re
from collections.abc import Sequence

from autograder.gradebook.roster import Person, folded
from autograder.platforms.lms import points
from autograder.platforms.lms.formulas import harmless, is_harmless
from autograder.platforms.lms.rules import Column, Fresh, Key, Kind, Layout, Lms, taking_away
from autograder.platforms.lms.scores import Scores, called, shared, sign_in, told
from autograder.platforms.lms.table import Row

NONE = "-"
REAL = "Real"
# How Moodle's export calls what it says of a person, in English; the short names are those of its own tables.
KEYS = {
    "username": Kind.LOGIN,
    "id number": Kind.NUMBER,
    "idnumber": Kind.NUMBER,
    "email address": Kind.EMAIL,
    "email": Kind.EMAIL,
}
ORDER = (Kind.LOGIN, Kind.NUMBER, Kind.EMAIL)
FIRST, LAST = ("first name", "firstname"), ("last name", "lastname", "surname")
OTHERS = ("institution", "department", "suspended", "full name")
NOT_POINTS = ("percentage", "letter", "feedback")
COLUMN = re.compile(r"(?s)(?P<title>.*\S)\s*\((?P<how>[^()\d]+)\)")
IDS = ("Username", "ID number", "Email address")


def recognised(header: Sequence[str]) -> bool:
    """Whether these cells name what an export names."""
    return len(header) > 1 and any(_plain(cell) in KEYS or COLUMN.fullmatch(cell) for cell in header)


def layout(rows: Sequence[Row]) -> Layout:
    """Where things are in a file that has a header, in whatever language it is."""
    header = rows[0].texts()
    keys = [Key(index, cell, KEYS[_plain(cell)]) for index, cell in enumerate(header) if _plain(cell) in KEYS]
    scored = [index for index, cell in enumerate(header) if COLUMN.fullmatch(cell)]
    if not scored:
        known = (*KEYS, *FIRST, *LAST, *OTHERS)
        scored = [index for index, cell in enumerate(header) if _plain(cell) not in known]
    if not keys:
        keys = [Key(index, cell, Kind.ANY) for index, cell in enumerate(header) if index not in scored]
    names = [next((index for index, cell in enumerate(header) if _plain(cell) in words), None) for words in (FIRST, LAST)]
    return Layout(
        keys=tuple(sorted(keys, key=lambda key: ORDER.index(key.kind) if key.kind in ORDER else 0)),
        columns=tuple(_column(index, header[index]) for index in scored),
        names=tuple(index for index in names if index is not None),
    )


def fresh(scores: Scores) -> Fresh:
    """A file by which Moodle knows the students, with scores for whoever imports to map to existing items."""
    wanted = [person for person in scores.people if scores.has_any(person)]
    safe = {name: _safe(texts) for name, texts in zip(IDS, _ids(wanted), strict=True)}
    best = max(IDS, key=lambda name: sum(map(bool, safe[name])))  # of equals the first
    left_out = [_without(person, best) for person, text in zip(wanted, safe[best], strict=True) if not text]
    rest = [at for at, text in enumerate(safe[best]) if text]
    complete = [name for name in IDS if all(safe[name][at] for at in rest)]
    rows: list[tuple[str, ...]] = [(*complete, "Full name", *(f"{entry.title} ({REAL})" for entry in scores.assignments))]
    count = empty = 0
    for at in rest:
        standings = [scores.of(wanted[at], entry) for entry in scores.assignments]
        cells = [NONE if one.score is None or one.excused else points.written(one.score) for one in standings]
        name = harmless(wanted[at].full_name or wanted[at].id)
        rows.append((*(safe[field][at] for field in complete), name, *cells))
        count += len(cells) - cells.count(NONE)
        empty += cells.count(NONE)
    return Fresh(tuple(rows), len(rest), count, tuple(left_out), tuple(_notes(best, empty, scores, wanted)))


def _ids(people: Sequence[Person]) -> tuple[list[str], list[str], list[str]]:
    return [sign_in(one) for one in people], [one.number for one in people], [one.email for one in people]


def _safe(texts: Sequence[str]) -> list[str]:
    """Those that are one student's alone and no formulas; "" for the others."""
    twice = shared(texts)
    return [text if is_harmless(text) and folded(text) not in twice else "" for text in texts]


def _notes(best: str, empty: int, scores: Scores, people: Sequence[Person]) -> list[str]:
    notes = [f"Map from '{best}' to the same of Moodle's, and each column to a grade item that is there: a new one gets 100 points."]
    notes += taking_away(empty, f"'{NONE}'", "Moodle")
    if any(told(one) and one.excused for one in (scores.of(person, entry) for person in people for entry in scores.assignments)):
        notes.append(f"Excused work is '{NONE}' too: Moodle has nothing for it in a file.")
    return notes


def _without(person: Person, field: str) -> str:
    return f"{called(person)}: has no {field} of their own that Moodle could know, or it looks like a formula. Correct the roster."


def _column(index: int, header: str) -> Column:
    found = COLUMN.fullmatch(header)
    title = found["title"] if found else header
    how = found["how"] if found else ""
    closed = f"It holds the {how.lower()}, not points. Export 'Real' from Moodle." if _plain(how) in NOT_POINTS else ""
    return Column(index, header, title, also=title.partition(":")[2].strip(), closed=closed)


def _plain(cell: str) -> str:
    return " ".join(cell.casefold().split())


MOODLE = Lms(
    name="Moodle",
    download="Grades > Export > Plain text file, display type Real",
    upload="Grades > Import > CSV file. Map the student's column, and each column of scores to an item that is there.",
    expected="Expected columns such as Username, ID number or Email address, and '<Item> (Real)'.",
    recognised=recognised,
    layout=layout,
    fresh=fresh,
)
