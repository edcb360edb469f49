"""How do the pages for students get back to where their work came from? One zip, with the LMS's own names for what was handed in.

Moodle knows a student by the number of the participant in the folder's name, Canvas by the numbers of user and attachment in the
file's: both are only in what was downloaded, so that is asked for. Of its names only what the LMS has made itself is used.
"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from autograder.building.build import write
from autograder.course.manifest import Course, Entry
from autograder.errors import UsageError
from autograder.feedback import html
from autograder.gradebook.roster import Person, enrolled
from autograder.gradebook.standings import StudentStanding, standings
from autograder.gradebook.store import Gradebook
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.people import by_people, requested
from autograder.marking.tree import Parts, spelled
from autograder.platforms.collecting import pieces
from autograder.platforms.collecting.assignments import Assignments
from autograder.platforms.collecting.people import People, Unclear
from autograder.platforms.collecting.worksheet import Participant

ENDING = ".html"
NOBODY: Mapping[str, Participant] = MappingProxyType({})
_FOLDER = re.compile(r"[^_]+_\d+_assignsubmission_file_?")
_FLAT = re.compile(r"([^_]+_\d+_assignsubmission_file_).+")
_CANVAS = re.compile(r"([^/]*?_\d+_\d+_).+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Takes:
    """How an LMS takes feedback files back.

    Attributes:
        place: from where a file lies in the download, and the page's own name, to where the page lies in the zip.
        gives: where it hands out what was handed in.
        upload: where the zip goes, and what to mind.
    """

    name: str
    place: Callable[[Parts, str], str]
    gives: str
    upload: str


@dataclass(frozen=True, slots=True)
class Made:
    """What was written.

    Attributes:
        without: files in the download for which there is no page, and why.
        missing: students who have a page and no file in the download.
    """

    pages: int
    without: tuple[str, ...]
    missing: tuple[str, ...]
    upload: str


def in_moodle(parts: Parts, page: str) -> str:
    """`<name>_<participant>_assignsubmission_file_/<page>`, or the same before the page's name where Moodle made no folders."""
    for part in parts[:-1]:
        if _FOLDER.fullmatch(part):
            return f"{part}/{page}"
    return f"{_before(_FLAT, parts[-1])}{page}"


def in_canvas(parts: Parts, page: str) -> str:
    """`<name>[_LATE]_<user>_<attachment>_<page>`."""
    return f"{_before(_CANVAS, parts[-1])}{page}"


def _before(names: re.Pattern[str], name: str) -> str:
    """What the LMS has put before the student's own name of a file."""
    if (found := names.fullmatch(name)) is None:
        raise ValueError(f"{name!a} is no name that was recognised as the LMS's")
    return found[1]


TAKES: Mapping[str, Takes] = {
    "moodle": Takes(
        "Moodle",
        in_moodle,
        "Submissions > Download all submissions",
        "On Moodle: Submissions > Upload multiple feedback files in a zip; 'Feedback files' must be on in the assignment's settings.",
    ),
    "canvas": Takes(
        "Canvas",
        in_canvas,
        "Gradebook > the assignment's menu > Download Submissions",
        "On Canvas: Gradebook > the assignment's menu > Re-Upload Submissions. Canvas calls each page like the student's own file.",
    ),
}


def export_feedback(
    book: Gradebook,
    course: Course,
    entry: Entry,
    lms: str,
    download: Path,
    target: Path,
    participants: Mapping[str, Participant] = NOBODY,
) -> Made:
    """Write the zip: a page for everybody whose work is in the download and has been graded.

    Args:
        participants: of Moodle's grading worksheets, by number.

    Raises:
        UsageError: the download is not this LMS's, nobody in it has been graded, or something else is there already.
    """
    takes = TAKES[lms]
    if target.suffix.lower() != ".zip":
        raise UsageError(f"{spelled(str(target))}: {takes.name} takes a zip file. Name one that ends in .zip.")
    roster, found, asked = book.read(
        lambda connection: (enrolled(connection), standings(connection, course, [entry.slug]), requested(connection))
    )
    handed_in = pieces.download(download, 0, course, entry, Assignments(course, entry))
    if handed_in.kind != takes.name:
        raise UsageError(
            f"{spelled(str(download))}: is no download of {takes.name}'s, which has the names that the pages need. Name what "
            f"{takes.name} gives under {takes.gives}."
        )
    reports = {one.student: msgspec.structs.replace(one.report, student=one.student) for one in found if one.report is not None}
    people = {one.student: by_people(entry, one, asked.get((one.student, entry.slug), ())) for one in found}
    page = f"{entry.slug}{ENDING}"
    owned, without = _owned(handed_in.pieces, People(roster, [one.slug for one in course.assignments]), reports, participants)
    places = _places(takes, page, owned, reports)
    without += [f"{left.path}: {left.why}" for left in handed_in.left]
    if not places:
        raise UsageError(
            f"{spelled(str(download))}: nobody in it is known to have been graded in {entry.slug}. Collect and grade it, and bring in "
            "the roster if it was collected by one: descent roster import FILE"
        )
    _check_replaceable(target, page)
    write(target, _zipped({place: html.render(reports[student], people[student]).encode() for student, place in places.items()}))
    return Made(len(places), tuple(without), tuple(_missing(found, places, roster)), takes.upload)


def _owned(
    handed_in: Sequence[pieces.Piece], people: People, reports: Mapping[str, Report], participants: Mapping[str, Participant]
) -> tuple[dict[str, list[pieces.Piece]], list[str]]:
    """The files of everybody who has been graded, as `descent collect` finds whose they are; and those that get no page, and why."""
    owned: dict[str, list[pieces.Piece]] = defaultdict(list)
    keys: dict[str, set[str]] = defaultdict(set)
    without: list[str] = []
    for piece in handed_in:
        who = piece.label.who[0]
        student = people.resolve(participants[who.key].who if who.key in participants else who)
        if isinstance(student, Unclear):
            without.append(f"{piece.found.origin}: {student.why}")
        elif student not in reports:
            without.append(f"{piece.found.origin}: {spelled(student)} has not been graded.")
        else:
            owned[student].append(piece)
            keys[student].add(who.key)
    for student in [one for one in owned if len(keys[one]) > 1]:
        without += [
            f"{piece.found.origin}: several are called {spelled(student)} there. Bring in a roster." for piece in owned.pop(student)
        ]
    return owned, without


def _places(takes: Takes, page: str, owned: Mapping[str, Sequence[pieces.Piece]], reports: Mapping[str, Report]) -> dict[str, str]:
    """Where each student's page goes: beside the file that was graded, if it is there."""
    places: dict[str, str] = {}
    for student, mine in owned.items():
        graded = [one for one in mine if Submission(student, "", "", one.found.content).digest == reports[student].submission]
        places[student] = takes.place((graded or mine)[0].found.parts, page)
    return places


def _missing(found: Sequence[StudentStanding], places: Mapping[str, str], roster: Sequence[Person]) -> Iterator[str]:
    names = {person.id: person.full_name for person in roster}
    groups = {one.group for one in found if one.group and one.student in places}  # the LMS has one file of them
    for one in found:
        if one.report is not None and one.student not in places and one.group not in groups:
            name = names.get(one.student)
            yield spelled(f"{one.student} ({name})" if name else one.student)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip, packed: servers set limits to what is uploaded."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in sorted(files.items()):
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _check_replaceable(target: Path, page: str) -> None:
    """Refuse to write over anything but an earlier zip of such pages: above all over the download."""
    if not target.exists():
        return
    try:
        with zipfile.ZipFile(target) as there:
            ours = all(name.endswith(page) for name in there.namelist())
    except (OSError, zipfile.BadZipFile):
        ours = False
    if not ours:
        raise UsageError(f"{spelled(str(target))}: is there already, and is no earlier zip of these pages. Name another file.")
