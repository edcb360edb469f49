"""What do the LMSes hand out? Each task's hand-ins as files, named and laid out as that LMS does it.

What the formats are, and after which sources, stands in `autograder/platforms/collecting`; here they are written from the other side.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from autograder.course.manifest import Course
from examples.term.people import Student
from examples.term.plan import HandIn, Task, Term

Files = dict[str, bytes]

COURSE_NAME = "CS101"
ESSAY = b"PK\x03\x04 a text document, and no Python"


def downloads(term: Term, task: Task, course: Course) -> Files:
    """Everything that is downloaded for one assignment, by path."""
    return MAKERS[task.lms](term, task, course)


def by_hand(term: Term) -> Files:
    """What the two of one name have sent by mail, since two LMSes do not tell them apart; with the times of those LMSes' pages."""
    files: Files = {}
    for task in (one for one in {hand_in.task: None for hand_in in term.hand_ins} if one.lms in ("canvas", "brightspace")):
        for student in term.twins:
            mine = [one for one in term.of(task) if one.who[0] == student]
            if mine:
                folder = f"byhand/{student.id}/{task.slug}"
                files[f"{folder}/{mine[-1].source.file}"] = mine[-1].source.content
                files[f"{folder}/timestamp.txt"] = f"{mine[-1].at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC\n".encode()
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these, the same bytes whenever it is made."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return whole.getvalue()


def _canvas(term: Term, task: Task, course: Course) -> Files:
    """Two zips: as it was when the assignment was due, and a week later. Each holds what was handed in last, and no time."""
    found: Files = {}
    mine = term.of(task)
    for later, some in ((0, [one for one in mine if not one.late]), (7, list(mine))):
        last = {one.who[0].id: one for one in some}
        files = {_canvas_name(one, at): one.source.content for at, one in enumerate(mine) if last.get(one.who[0].id) is one}
        found[f"canvas/{task.due + timedelta(days=1 + later):%Y-%m-%d}/submissions.zip"] = zipped(files)
    return found


def _canvas_name(one: HandIn, at: int) -> str:
    student = one.who[0]
    stem, _, ending = one.name.rpartition(".")
    file = one.name if one.number == 1 else f"{stem}-{one.number - 1}.{ending}"
    name = re.sub(r"\W", "", student.sortable.casefold())
    return f"{name}_{'LATE_' if one.late else ''}{student.canvas}_{90_000 + at}_{file}"


def _moodle(term: Term, task: Task, course: Course) -> Files:
    """A folder for each student, and the grading worksheet, which alone has the times."""
    files: Files = {}
    rows = [
        ["Identifier", "Full name", "ID number", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed",
         "Last modified (submission)", "Last modified (grade)", "Feedback comments"]
    ]  # fmt: skip
    last = {one.who[0].id: one for one in term.of(task)}
    essays = {student.id for of, student in term.no_work if of == task}
    for student in term.students:
        folder = f"{student.name}_{student.participant}_assignsubmission_file"
        one = last.get(student.id)
        if one is not None:
            files[f"{folder}/{one.name}"] = one.source.content
            files |= {f"{folder}/notes.txt": b"see my code\n"} if one.number > 1 else {}
        elif student.id in essays:
            files[f"{folder}/homework.docx"] = ESSAY
        at = one.at if one is not None else task.due if student.id in essays else None
        rows.append(
            [f"Participant {student.participant}", student.name, student.number, student.email, "Submitted for grading" if at else
             "No submission", "", "10.00", "Yes", "-" if at is None else _in_words(at), "-", ""]
        )  # fmt: skip
    name = f"{COURSE_NAME}-{course.entry(task.slug).title}-77"
    return {f"moodle/{name}.zip": zipped(files), f"moodle/Grades-{name}.csv": table(rows)}


def _gradescope(term: Term, task: Task, course: Course) -> Files:
    """A folder for each submission, and a list of whose they are; a group's once."""
    root = "assignment_5120331_export"
    files: Files = {}
    listed = []
    for number, one in enumerate(term.of(task), 310_001):
        files[f"{root}/submission_{number}/{one.name}"] = one.source.content
        listed.append(f"submission_{number}:\n  :submitters:\n{''.join(map(_submitter, one.who))}")
        listed.append(f"  :created_at: {one.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}.310410000 Z\n  :score: 0.0\n  :status: processed\n")
    return {f"gradescope/{root}.zip": zipped({f"{root}/submission_metadata.yml": "".join(listed).encode(), **files})}


def _submitter(student: Student) -> str:
    quoted = student.name.replace("'", "''")
    return f"  - :name: '{quoted}'\n    :sid: '{student.number}'\n    :email: {student.email}\n"


def _brightspace(term: Term, task: Task, course: Course) -> Files:
    """A folder for each attempt, with the name and the time in its name."""
    files: Files = {"index.html": b"<html></html>"}
    for one in term.of(task):
        student = one.who[0]
        folder = f"{student.brightspace}-51203 - {student.name} - {one.at:%b} {one.at.day}, {one.at.year} {_clock(one.at, '')}"
        files[f"{folder}/{one.name}"] = one.source.content
    return {f"brightspace/{course.entry(task.slug).title} Download Nov 30, 2025 1003 AM.zip": zipped(files)}


def _blackboard(term: Term, task: Task, course: Course) -> Files:
    """All in one folder, with login and time in each name, and a note beside each attempt."""
    title = course.entry(task.slug).title
    files: Files = {}
    for one in term.of(task):
        student = one.who[0]
        head = f"{title}_{student.login}_attempt_{one.at:%Y-%m-%d-%H-%M-%S}"
        note = f"Name: {student.name} ({student.login})\nAssignment: {title}\nDate Submitted: {one.at:%Y-%m-%d %H:%M}\n\nFiles:\n"
        files[f"{head}.txt"] = f"{note}\tOriginal filename: {one.name}\n".encode()
        files[f"{head}_{one.name}"] = one.source.content
    return {f"blackboard/gradebook_{COURSE_NAME}_{title}_2025-12-14-10-03-12.zip": zipped(files)}


def _nbgrader(term: Term, task: Task, course: Course) -> Files:
    """nbgrader's folder `submitted`, with the time beside the work."""
    files: Files = {}
    for one in term.of(task):
        folder = f"nbgrader/submitted/{one.who[0].id}/{task.slug}"
        files[f"{folder}/{one.source.file}"] = one.source.content
        files[f"{folder}/timestamp.txt"] = f"{one.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}.310410 UTC".encode()
    return files


MAKERS: Mapping[str, Callable[[Term, Task, Course], Files]] = {
    "canvas": _canvas,
    "moodle": _moodle,
    "gradescope": _gradescope,
    "brightspace": _brightspace,
    "blackboard": _blackboard,
    "nbgrader": _nbgrader,
}


def table(rows: Sequence[Sequence[str]], *, delimiter: str = ",", encoding: str = "utf-8", quoting: bool = False) -> bytes:
    """A CSV file of these rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoting else csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def _in_words(at: datetime) -> str:
    """As Moodle writes it in English."""
    return f"{at:%A}, {at.day} {at:%B} {at.year}, {_clock(at, ':')}"


def _clock(at: datetime, between: str) -> str:
    return f"{at.hour % 12 or 12}{between}{at:%M} {'PM' if at.hour >= 12 else 'AM'}"
