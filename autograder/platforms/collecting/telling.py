"""What is said of a collection? A line for each student, and every file that was left, with what to do about it."""

import shlex
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from autograder.feedback import plain
from autograder.feedback.words import counted
from autograder.platforms.collecting.gather import Collection, Taken
from autograder.platforms.collecting.moodle import FORMAT as MOODLE
from autograder.platforms.collecting.pieces import PLAIN, Download

MOST_LEFT = 50  # files that are told of one by one
NO_WORKSHEET = " Moodle's grading worksheet says it: --worksheet FILE"
NOT_THERE = " They are not in the worksheet that was given, or have no time there. Each assignment has one of its own: --worksheet FILE"
WIDEST = 28  # characters of a student's name before all lines become wide


def render(collection: Collection, where: str, *, worksheet: bool = False) -> str:
    """All of it as text: whose downloads, a line for each student, what was left and why, and what to do next.

    Args:
        where: the folder that was written; "": none was.
        worksheet: whether a grading worksheet of Moodle's was given.
    """
    tally = _tally(collection, where, worksheet)
    return "\n".join([*_downloads(collection), "", *_students(collection), *_left(collection, where), *tally, ""])


def _downloads(collection: Collection) -> Iterator[str]:
    """Whose each download was held to be."""
    for download in collection.downloads:
        yield f"{plain.line(download.path)}: {_kind(download)}, {counted(len(download.pieces), 'file')} handed in"


def _kind(download: Download) -> str:
    return "a folder of students' work" if download.kind == PLAIN else f"a download of {download.kind}"


def _students(collection: Collection) -> Iterator[str]:
    by_student: dict[str, list[Taken]] = defaultdict(list)
    for one in collection.taken:
        if one.latest:
            by_student[one.attempt.submission.student].append(one)
    width = max((min(len(plain.name(student)), WIDEST) for student in by_student), default=0)
    for student, works in sorted(by_student.items()):
        yield f"  {plain.name(student):<{width}}  {'; '.join(_work(one) for one in works)}"
    if by_student:
        yield ""


def _work(one: Taken) -> str:
    at = one.attempt.at
    time = at.strftime("%Y-%m-%d %H:%M") if at else "no time"
    late = {True: ", late", False: "", None: ""}[one.late]
    several = f", the last of {one.of} attempts" if one.of > 1 else ""
    return f"{one.attempt.submission.slug} ({time}{late}{several})"


def _tally(collection: Collection, where: str, worksheet: bool) -> Iterator[str]:
    latest = [one for one in collection.taken if one.latest]
    students = {one.attempt.submission.student for one in latest}
    if latest:
        late = sum(one.late is True for one in latest)
        more = f", {late} late" if late else ""
        yield f"{counted(len(latest), 'submission')} of {counted(len(students), 'student')}{more}, in {where}."
        yield from _times(collection, latest, worksheet)
    else:
        yield "Nothing was collected, so nothing was written."
    if collection.passed:
        yield f"{counted(len(collection.passed), 'other file')} of which nothing has to be done: --json lists them."
    if latest:
        yield f"Next: descent grade {shlex.quote(where)}"


def _times(collection: Collection, latest: list[Taken], worksheet: bool) -> Iterator[str]:
    """In which zone they are, and of how many there is none."""
    if zones := sorted({_zone(one.attempt.at) for one in latest if one.attempt.at}):
        yield f"Times are in {' and '.join(zones)}."
    if timeless := sum(one.attempt.at is None for one in latest):
        moodle = any(download.kind == MOODLE.name for download in collection.downloads)
        hint = (NOT_THERE if worksheet else NO_WORKSHEET) if moodle else ""
        yield f"Of {timeless} it is not known when they were handed in.{hint}"


def _zone(at: datetime) -> str:
    difference = at.strftime("%z")
    return f"UTC{difference[:3]}:{difference[3:5]}"


def _left(collection: Collection, where: str) -> Iterator[str]:
    """Each reason once, with the files below it."""
    if not collection.left:
        return
    yield f"Left, {counted(len(collection.left), 'file')}:"
    by_reason: dict[str, list[str]] = defaultdict(list)
    for one in collection.left[:MOST_LEFT]:
        by_reason[one.why].append(one.path)
    for why, paths in by_reason.items():
        yield f"  {why}"
        yield from (f"    {plain.line(path)}" for path in paths)
    if (more := len(collection.left) - MOST_LEFT) > 0:
        yield f"  ... and {more} more, which --json lists{', and collected.json' if where else ''}."
    yield ""
