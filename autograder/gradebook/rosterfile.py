"""Who stands in a roster that an LMS or a person has written? A CSV file, known by the columns that it has.

Columns, from sources: Canvas' gradebook (instructure/canvas-lms, lib/gradebook_exporter.rb), Moodle's participants, grades and
grading worksheet, Brightspace's gradebook (its documentation), Blackboard's gradebook and Gradescope's roster (scripts of
instructors). Of an LMS's file the grades are passed over; in a file of one's own every column must be known. With anything wrong
nobody is read: every line is told.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from autograder.gradebook.roster import MARKS, Person, folded, id_trouble
from autograder.gradebook.rows import textual
from autograder.gradebook.tables import NAME_LENGTH

SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how their own files begin: a zip, or what Microsoft had before
LARGEST = 16 * 2**20  # bytes: a hundred thousand students
DELIMITERS = ",;\t"
LARGEST_FACTOR = 100.0
FIELDS = ("id", "name", "email", "login", "number", "section", "time_factor")

Columns = Mapping[str, str]  # from what a header says, in small letters, to one of FIELDS, or "first" and "last" of a name


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to write a roster.

    Attributes:
        needs: the columns by which it is known.
        ids: the fields of which the first that everybody has is the id.
        skipped: rows that are nobody's, by the name in them or a role.
        own: whether a person has written it, so that every column must be known.
    """

    name: str
    needs: frozenset[str]
    columns: Columns
    ids: Sequence[str] = ("login", "number", "email")
    skipped: Callable[[Mapping[str, str]], bool] = lambda row: False
    own: bool = False


_NAMES = {"first name": "first", "last name": "last", "surname": "last", "full name": "name"}
_POINTS = re.compile(r"\s*points possible.*")
_CANVAS: Columns = {
    "student": "name",
    "lastname": "last",
    "firstname": "first",
    "id": "number",
    "sis login id": "login",
    "section": "section",
}
_MOODLE: Columns = {
    **_NAMES,
    "email address": "email",
    "id number": "number",
    "username": "login",
    "group": "section",
    "groups": "section",
}
_BRIGHTSPACE: Columns = {**_NAMES, "orgdefinedid": "number", "username": "login", "email": "email"}
_OWN: Columns = {
    **{name: name for name in FIELDS},
    "full name": "name",
    "full_name": "name",
    "first name": "first",
    "last name": "last",
    "e-mail": "email",
    "username": "login",
    "time factor": "time_factor",
}


def _of_canvas(row: Mapping[str, str]) -> bool:
    """The rows of points, of settings, and of the student by whom a teacher tries things out."""
    name = row.get("student", "") or ", ".join(filter(None, (row.get("lastname"), row.get("firstname"))))
    return bool(_POINTS.fullmatch(name.casefold())) or name in ("Student, Test", "Test Student") or not (name or row.get("id"))


def _of_gradescope(row: Mapping[str, str]) -> bool:
    return row.get("role", "Student").casefold() != "student"


KINDS = (
    Kind("Canvas", frozenset({"student", "id", "section"}), _CANVAS, skipped=_of_canvas),
    Kind("Canvas", frozenset({"lastname", "firstname", "id", "section"}), _CANVAS, skipped=_of_canvas),
    Kind("Brightspace", frozenset({"orgdefinedid"}), _BRIGHTSPACE),
    Kind("Brightspace", frozenset({"username", "end-of-line indicator"}), _BRIGHTSPACE),
    Kind(
        "Blackboard",
        frozenset({"last name", "first name", "username", "student id"}),
        {**_NAMES, "username": "login", "student id": "number"},
    ),
    Kind(
        "Gradescope",
        frozenset({"sid", "email"}),
        {**_NAMES, "name": "name", "sid": "number", "email": "email", "section": "section", "sections": "section"},
        ids=("email", "number"),
        skipped=_of_gradescope,
    ),
    Kind("Moodle", frozenset({"email address"}), _MOODLE),
    Kind("plain", frozenset({"id"}), _OWN, ids=("id",), own=True),
)


@dataclass(frozen=True, slots=True)
class Roster:
    """What a file says.

    Attributes:
        kind: whose file it looks like.
        id_of: the field that is each student's id.
        given: what of a `Person` it says; of all else it says nothing.
    """

    kind: str
    id_of: str
    given: frozenset[str]
    people: tuple[Person, ...]


def read(path: Path) -> Roster:
    """The students in a roster.

    Raises:
        CourseError: with every line that is wrong. Then nobody was read.
    """
    text = decoded(path)
    where = repr(str(path))[1:-1]
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise CourseError([f"{where} line {reader.line_num}: cannot be read as CSV: {error}. Save it as CSV (UTF-8) again."]) from None
    if not rows:
        raise CourseError([f"{where}: is empty. Expected a header such as id,name,email and a line for each student."])
    return _read(where, rows[0], rows[1:])


def decoded(path: Path) -> str:
    """The text of a CSV file, as spreadsheet programs and LMSes write it.

    Raises:
        CourseError: it cannot be read, or is no text.
    """
    where = repr(str(path))[1:-1]
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise CourseError([f"{where}: cannot be read: {error.strerror}."]) from None
    if len(content) > LARGEST:
        raise CourseError([f"{where}: is larger than {LARGEST >> 20} MB, which no roster is."])
    if content.startswith(SPREADSHEETS):
        raise CourseError([f"{where}: is a zip or a spreadsheet (.xlsx, .ods, an old .xls), not text. Save it as CSV (UTF-8)."])
    try:
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CourseError([f"{where} line {line}: is not UTF-8. Save it as CSV (UTF-8) again, so that no name is garbled."]) from None


def _read(where: str, header: tuple[int, list[str]], rows: list[tuple[int, list[str]]]) -> Roster:
    line, cells = header
    columns = [" ".join(cell.split()).casefold() for cell in _trimmed(cells)]
    kind = next((kind for kind in KINDS if kind.needs <= set(columns)), None)
    if kind is None:
        raise CourseError(
            [f"{where} line {line}: no column 'id', and no roster of an LMS that is known. Write a header: id,name,email"]
        )
    problems = [f"{where} line {line}: {problem}" for problem in _header_problems(columns, kind)]
    known = [(at, dict(zip(columns, map(str.strip, row), strict=False)), row) for at, row in rows]
    mine = [(at, cells, row) for at, cells, row in known if not kind.skipped(cells)]
    problems += [
        f"{where} line {at}: has {len(row)} cells, and the header {len(columns)}. Mend it."
        for at, _, row in mine
        if len(_trimmed(row)) > len(columns)
    ]
    if not problems and not mine:
        problems.append(f"{where}: no student stands in it. Expected a line for each below the header.")
    if problems:
        raise CourseError(problems)
    fields = [(at, _fields(cells, kind)) for at, cells, _ in mine]
    id_of = next((name for name in kind.ids if all(one.get(name) for _, one in fields)), kind.ids[0])
    problems, people = [], []
    for at, one in fields:
        person, trouble = _person(one, id_of, kind)
        people.append((at, person))
        problems += [f"{where} line {at}: {problem}" for problem in trouble]
    problems += [f"{where} line {at}: {problem}" for at, problem in _doubles(people)]
    if problems:
        raise CourseError(problems)
    return Roster(kind.name, id_of, _given(columns, kind), tuple(person for _, person in people))


def _trimmed(cells: Sequence[str]) -> Sequence[str]:
    """Without the empty cells at the end, which spreadsheet programs write."""
    full = [place for place, cell in enumerate(cells, 1) if cell.strip()]
    return cells[: max(full, default=0)]


def _given(columns: Sequence[str], kind: Kind) -> frozenset[str]:
    names = {"name": "full_name", "first": "full_name", "last": "full_name"}
    said = {kind.columns[column] for column in columns if column in kind.columns} - {"id"}
    return frozenset(names.get(name, name) for name in said)


def _header_problems(columns: Sequence[str], kind: Kind) -> Iterator[str]:
    """Unknown columns in a file of one's own, and any that stand twice."""
    for place, column in enumerate(columns):
        if column in columns[:place] and column in kind.columns:
            yield f"the column {column!a} stands twice. Remove one."
        elif kind.own and column not in kind.columns:
            yield f"the column {column!a} is not known. Known are: {', '.join(FIELDS)}. Rename or remove it."


def _fields(cells: Mapping[str, str], kind: Kind) -> dict[str, str]:
    """What a row says, by field. Brightspace puts # before ids, so that no spreadsheet program takes them for numbers."""
    named = [(kind.columns[column], text) for column, text in cells.items() if column in kind.columns]
    said = {field: text.removeprefix("#") if field in ("login", "number") else text for field, text in named if text}
    first, last = said.pop("first", ""), said.pop("last", "")
    name = " ".join((said.get("name") or f"{first} {last}").split())
    if name.count(",") == 1:
        family, _, given = name.partition(",")
        name = f"{given.strip()} {family.strip()}"
    return {**said, "name": name}


def _person(said: Mapping[str, str], id_of: str, kind: Kind) -> tuple[Person, list[str]]:
    """A student, and what is wrong with what the row says."""
    problems = []
    called = said.get(id_of, "")
    if not called:
        what = "id" if kind.own else f"{id_of}, which would be the id"
        problems.append(f"no {what}. Each student needs one of their own: write it in, or remove the line.")
    elif trouble := id_trouble(called):
        problems.append(trouble)
    problems += [
        f"the {name} {said[name][:40]!a} cannot be stored: expected at most {NAME_LENGTH} characters of text. Shorten it."
        for name in FIELDS
        if name in said and (len(said[name]) > NAME_LENGTH or not textual(said[name]))
    ]
    factor = _factor(said.get("time_factor", "1"))
    if factor is None:
        problems.append(
            f"the time factor {said['time_factor'][:40]!a} is no number from 1 to {LARGEST_FACTOR:g}, such as 1.5. Mend it."
        )
    person = Person(
        id=called,
        full_name=said.get("name", ""),
        email=said.get("email", ""),
        login=said.get("login", ""),
        number=said.get("number", ""),
        section=said.get("section", ""),
        time_factor=factor or 1.0,
    )
    return person, problems


def _factor(text: str) -> float | None:
    try:
        factor = float(text.replace(",", "."))
    except ValueError:
        return None
    return factor if 1.0 <= factor <= LARGEST_FACTOR else None


def _doubles(people: Sequence[tuple[int, Person]]) -> Iterator[tuple[int, str]]:
    """Ids, addresses, logins and numbers that two lines share, but for capital letters."""
    for what, mark in MARKS.items():
        seen: dict[str, int] = {}
        for line, person in people:
            text = folded(mark(person))
            if text and seen.setdefault(text, line) != line:
                told_as_id = what != "id" and text == folded(person.id)
                if not told_as_id:
                    yield (
                        line,
                        f"the {what} {mark(person)!a} stands in line {seen[text]} too. Each student needs one of their own: mend one.",
                    )
