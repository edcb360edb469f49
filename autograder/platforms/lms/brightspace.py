"""What is a gradebook file for Brightspace (D2L)?

`OrgDefinedId` and `Username` first, their values after a `#` that keeps spreadsheet programs from changing them; then
`<Item> Points Grade`; last `End-of-Line Indicator`, a `#` in every row. A score above the maximum is cut off without a word, so none is
written.
"""

import re
from collections.abc import Container, Sequence

from autograder.errors import UsageError
from autograder.gradebook.roster import Person, folded
from autograder.platforms.lms import points
from autograder.platforms.lms.formulas import is_harmless
from autograder.platforms.lms.rules import Column, Fresh, Key, Kind, Layout, Lms
from autograder.platforms.lms.scores import Scores, called, shared, sign_in
from autograder.platforms.lms.table import Row
from autograder.platforms.lms.trouble import TemplateError

NUMBER, LOGIN, END = "OrgDefinedId", "Username", "End-of-Line Indicator"
MARK = "#"
GRADE = "Points Grade"
COLUMN = re.compile(rf"(?s)(?P<title>.*?)\s+(?P<what>{GRADE}|Text Grade|Grade Symbol|Weighted Grade)\s*(?:<(?P<more>.*)>)?\s*")
FINAL = re.compile(r"(?:Calculated|Adjusted) Final Grade.*")
MOST = re.compile(r"MaxPoints:\s*(\d+(?:[.,]\d+)?)")
PERSONAL = ("last name", "first name", "email")
NAMES = ("first name", "last name")
FORBIDDEN = re.compile(r'[/"*<>+=|,%]+')  # in the name of a grade item


def recognised(header: Sequence[str]) -> bool:
    """Whether these cells begin as an export does."""
    return len(header) > 1 and any(_plain(cell) in (NUMBER.casefold(), LOGIN.casefold()) for cell in header[:2])


def layout(rows: Sequence[Row]) -> Layout:
    """Where things are in a file that has a header.

    Raises:
        TemplateError: its last column is gone.
    """
    header = rows[0].texts()
    plain = [_plain(cell) for cell in header]
    if END.casefold() not in plain:
        raise TemplateError(
            f"the column '{END}' is not there, without which Brightspace may misread rows. Export the grades again, and leave it in."
        )
    kinds = {NUMBER.casefold(): Kind.NUMBER, LOGIN.casefold(): Kind.LOGIN}
    names = [plain.index(word) for word in NAMES if word in plain]
    return Layout(
        keys=tuple(Key(index, header[index], kinds[cell]) for index, cell in enumerate(plain) if cell in kinds),
        columns=tuple(column for index, cell in enumerate(header) if (column := _column(index, cell)) is not None),
        names=tuple(names),
        more=frozenset(index for index, cell in enumerate(plain) if cell in PERSONAL or FINAL.fullmatch(header[index])),
    )


def fresh(scores: Scores) -> Fresh:
    """A file by which Brightspace knows the students, and grade items by their names.

    Raises:
        UsageError: two assignments would have one name.
    """
    items = [_item(entry.title) for entry in scores.assignments]
    if len(set(items)) < len(items):
        raise UsageError(
            f"course.toml: two titles are one for Brightspace, whose names hold none of {FORBIDDEN.pattern[1:-2]}. Change one of them."
        )
    people = [person for person in scores.people if any(scores.of(person, entry).score is not None for entry in scores.assignments)]
    twice = shared(sign_in(person) for person in people) | shared(person.number for person in people if person.number)
    known = [person for person in people if _known(person, twice)]
    numbered = any(person.number for person in known)
    rows: list[tuple[str, ...]] = [(*((NUMBER,) if numbered else ()), LOGIN, *(f"{item} {GRADE}" for item in items), END)]
    empty = 0
    for person in known:
        standings = [scores.of(person, entry) for entry in scores.assignments]
        cells = ["" if one.score is None else points.written(one.score) for one in standings]
        empty += cells.count("")
        rows.append((*((_marked(person.number),) if numbered else ()), _marked(sign_in(person)), *cells, MARK))
    notes = ["Brightspace finds a grade item by its exact name; one that it has not it offers to make."]
    notes += [
        f"'{entry.title}' is '{item}' there: names of grade items hold none of {FORBIDDEN.pattern[1:-2]}."
        for entry, item in zip(scores.assignments, items, strict=True)
        if item != entry.title
    ]
    if any(scores.of(person, entry).excused for person in scores.people for entry in scores.assignments):
        notes.append("Excused work is left empty: exempt those students in Brightspace by hand.")
    left_out = tuple(
        f"{called(person)}: has a number or login that looks like a formula, or is another's too. Correct the roster."
        for person in people
        if person not in known
    )
    return Fresh(tuple(rows), len(known), len(known) * len(items) - empty, left_out, tuple(notes))


def _known(person: Person, twice: Container[str]) -> bool:
    return all(is_harmless(text) and folded(text) not in twice for text in (person.number, sign_in(person)))


def _marked(text: str) -> str:
    return f"{MARK}{text}" if text else ""


def _item(title: str) -> str:
    return " ".join(FORBIDDEN.sub(" ", title).split())


def _column(index: int, header: str) -> Column | None:
    if (found := COLUMN.fullmatch(header)) is None:
        return None
    most = MOST.search(found["more"] or "")
    closed = "" if found["what"] == GRADE else f"It holds the {found['what'].lower()}. Export the points grade from Brightspace."
    return Column(index, header, found["title"], most=points.most(most[1]) if most else None, closed=closed)


def _plain(cell: str) -> str:
    return " ".join(cell.casefold().split())


BRIGHTSPACE = Lms(
    name="Brightspace",
    download="Grades > Enter Grades > Export, key field Both, points grade",
    upload="Grades > Enter Grades > Import.",
    expected=f"Expected {NUMBER} or {LOGIN} first, '<Item> {GRADE}' and last {END}.",
    recognised=recognised,
    layout=layout,
    fresh=fresh,
)
