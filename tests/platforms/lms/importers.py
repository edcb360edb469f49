"""What the LMSes make of a file that is uploaded, written after their sources and manuals and not after our own code.

Each takes the bytes and what the LMS knows of the course, and puts into that the grades that it would then have. `ImportFailed` is
raised where the LMS would refuse the whole file.
"""

import codecs
import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class ImportFailed(Exception):
    """The LMS takes nothing of the file."""


# --- Canvas: lib/gradebook_importer.rb --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CanvasStudent:
    """What Canvas knows of a person."""

    id: int
    sortable: str
    sis: str = ""
    login: str = ""


@dataclass
class CanvasCourse:
    """What Canvas knows of a course: titles and grades by the assignment's number, and columns that a teacher has added."""

    students: Sequence[CanvasStudent]
    titles: dict[int, str]
    own_columns: Sequence[str] = ()
    grades: dict[tuple[int, int], str] = field(default_factory=dict)
    new: dict[str, float] = field(default_factory=dict)  # assignments that the file made, with their points


NOT_ASSIGNMENTS = re.compile(
    "Current Score|Current Points|Current Grade|Final Score|Final Points|Final Grade|Override Score|Override Grade|Override Status"
)


def canvas(content: bytes, course: CanvasCourse) -> None:
    """Upload to Canvas, and save all changes that it shows."""
    text = content.decode("utf-8")
    lines = [line for line in text.splitlines(keepends=True) if not re.fullmatch(r"[;, ]+", line.rstrip("\r\n"))]
    first = text.splitlines(keepends=True)[:3]
    delimiter = ";" if _canvas_fields(first, ";") > _canvas_fields(first, ",") else ","
    rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    header, *rest = [[_point(cell) for cell in row] for row in rows]
    if not (len(header) > 3 and "Student" in header[0] and "ID" in header[1]):
        raise ImportFailed("Invalid header row")
    about, sis, login = 3, None, None
    if re.search(r"SIS\s+Login\s+ID", header[2]):
        login, about = 2, 4
    elif re.search(r"SIS\s+User\s+ID", header[2]) and re.search(r"SIS\s+Login\s+ID", header[3]):
        sis, login = 2, 3
        about = 5 + bool(re.search(r"Integration\s+ID", header[4]))
        about += bool(re.search(r"Root\s+Account", header[about - 1]))
    if "Section" not in header[about - 1]:
        raise ImportFailed("Invalid header row")
    assignments = {name: _canvas_assignment(name, course) for name in header[about:] if _is_assignment(name, course)}
    read_only: set[str] = set()
    for row in rest:
        if "Points Possible" in row[0]:
            for name, number in assignments.items():
                cell = row[header.index(name)]
                if "read only" in cell:
                    read_only.add(name)
                elif number is None:
                    course.new[name] = float(cell)
            continue
        if all(re.fullmatch(r"(?i)\s*(Muted|Manual Posting.*)?\s*", cell) for cell in row if cell):
            continue
        student = _canvas_student(row, sis, login, course)
        for name, number in assignments.items():
            grade = row[header.index(name)].strip()
            if number is not None and name not in read_only:
                course.grades[student.id, number] = "EX" if grade.upper() == "EX" else grade


def _canvas_fields(lines: Sequence[str], separator: str) -> int:
    """How many fields each of the first lines has, if it is as many in all of them."""
    try:
        sizes = {len(next(csv.reader([line], delimiter=separator, strict=True), [])) for line in lines}
    except csv.Error:
        return 0
    return sizes.pop() if len(sizes) == 1 else 0


def _is_assignment(name: str, course: CanvasCourse) -> bool:
    return not NOT_ASSIGNMENTS.search(name) and name not in course.own_columns


def _point(cell: str) -> str:
    if re.fullmatch(r"-?[0-9.,]+%?", cell):
        *whole, last = re.split("[,.]", cell)
        return f"{''.join(whole)}.{last}" if whole else last
    return cell


def _canvas_assignment(name: str, course: CanvasCourse) -> int | None:
    found = re.fullmatch(r"(?s)(.*)\s\((\d+)\)", name)
    if found and int(found[2]) in course.titles:
        return int(found[2])
    return next((number for number, title in course.titles.items() if title == name), None)


def _canvas_student(row: Sequence[str], sis: int | None, login: int | None, course: CanvasCourse) -> CanvasStudent:
    for student in course.students:
        if row[1].isdigit() and int(row[1]) == student.id:
            return student
    for column, of in ((sis, lambda one: one.sis), (login, lambda one: one.login)):
        for student in course.students:
            if column is not None and row[column] and row[column] == of(student):
                return student
    for student in course.students:
        last, _, first = student.sortable.partition(", ")
        if row[0] in (student.sortable, f"{first} {last}"):
            return student
    raise ImportFailed(f"a student whom Canvas does not know: {row[0]}")


# --- Moodle: grade/import/csv/classes/load_data.php -------------------------------------------------------------------------


@dataclass
class MoodleCourse:
    """Users by what the teacher maps from, maxima by item, and grades by user and item."""

    users: Mapping[str, str]
    most: Mapping[str, float]
    grades: dict[tuple[str, str], float | None] = field(default_factory=dict)


def moodle(content: bytes, course: MoodleCourse, mapped_from: int, mapped: Mapping[int, str], separator: str = ",") -> None:
    """Upload to Moodle with this mapping: all or nothing."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))
    user: str | None = None
    coming: dict[tuple[str, str], float | None] = {}
    for row in rows[1:]:
        if len(row) <= 1:
            continue
        if row[mapped_from].strip() not in ("", "0"):  # a blank one leaves the user of the row before
            user = course.users.get(row[mapped_from].strip())
        if user is None:
            raise ImportFailed("Import failed. No data was imported.")
        for column, item in mapped.items():
            value = row[column].strip()
            if value in ("", "-"):
                coming[user, item] = None
            elif re.fullmatch(r"-?\d+(\.\d+)?", value) and float(value) <= course.most[item]:
                coming[user, item] = float(value)
            else:
                raise ImportFailed(f"Import failed. No data was imported: {value}")
    course.grades.update(coming)


# --- Brightspace: community.d2l.com, articles 3538 and 4330 -----------------------------------------------------------------


@dataclass
class BrightspaceCourse:
    """Students as (OrgDefinedId, Username), maxima by item, grades by Username and item."""

    students: Sequence[tuple[str, str]]
    most: Mapping[str, float]
    grades: dict[tuple[str, str], float] = field(default_factory=dict)


def brightspace(content: bytes, course: BrightspaceCourse) -> None:
    """Upload to Brightspace."""
    header, *rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    if not {"OrgDefinedId", "Username"} & set(header[:2]) or header[-1] != "End-of-Line Indicator":
        raise ImportFailed("the columns are not as they must be")
    for row in rows:
        if len(row) != len(header) or row[-1] != "#":
            raise ImportFailed(f"a row without its end: {row}")
        line = dict(zip(header, row, strict=True))
        ids = [line.get(name, "").removeprefix("#") for name in ("OrgDefinedId", "Username")]
        login = next((login for number, login in course.students if login == ids[1] or (not ids[1] and number == ids[0])), None)
        if login is None:
            raise ImportFailed(f"no such student: {ids}")
        for name, cell in line.items():
            found = re.fullmatch(r"(.*?) Points Grade(?: <.*>)?", name)
            if found and found[1] in course.most and cell:
                course.grades[login, found[1]] = min(float(cell), course.most[found[1]])


# --- Blackboard: library.blackboard.com, grade_center_upload_download -------------------------------------------------------


@dataclass
class BlackboardCourse:
    """Users, grades by user and column number, and the titles of columns that an upload made."""

    users: Sequence[str]
    columns: Sequence[str]
    grades: dict[tuple[str, str], str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)


def blackboard(content: bytes, course: BlackboardCourse) -> None:
    """Upload to Blackboard with the delimiter found by itself."""
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = content.decode("utf-16" if utf16 else "utf-8-sig")
    delimiter = "\t" if "\t" in text.splitlines()[0] else ","
    header, *rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if "Username" not in header:
        raise ImportFailed("no column Username")
    known = ("Last Name", "First Name", "Username", "Student ID", "Last Access", "Availability")
    for index, name in enumerate(header):
        number = found[1] if (found := re.search(r"\|\s*(\d+)\s*$", name)) else ""
        if number in course.columns:
            for row in rows:
                user = row[header.index("Username")]
                if user not in course.users:
                    raise ImportFailed(f"no such user: {user}")
                course.grades[user, number] = row[index]
        elif name not in known:
            course.made.append(name)
