"""What is graded while faults happen, what ought to come of it, and what may be found afterwards?

A small class of two assignments: right work, slips that carry on, a mistake worth half the points, a notebook, functions, blanks, and a
file that takes its time. What comes of it undisturbed is known, byte for byte; after a fault each has that very report or waits for it.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from autograder.course import manifest
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import State
from autograder.grading.limits import limits_of
from autograder.grading.report import Report, Verdict
from autograder.grading.submission import HandIn, Submission
from autograder.marking import secrets
from autograder.marking.pool import Pool
from autograder.marking.run import Markers, run
from autograder.marking.worker import Marker
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level

SECRET = Secret(b"the key of the disturbed judge..")
FIRST, SECOND = "01-gradient-step", "02-single-neuron"
WORK = (
    ("amara", FIRST, "gradient.py"),
    ("carla", FIRST, "gradient.ipynb"),
    ("noor", FIRST, "gradient.py"),
    ("noor", SECOND, "neuron.py"),
    ("olga", FIRST, "gradient.py"),
    ("xiomara", FIRST, "gradient.py"),
)
SLOW = "\nfor turn in range(60000):\n    turn * turn\n"
GRADEBOOK = "gradebook.sqlite"

Key = tuple[str, str]
"""Whose work, and for which assignment."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the gradebook holds of one submission; `json` and `score` are None where there is no report."""

    state: str
    json: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Classroom:
    """A class with its course.

    Attributes:
        folder: as it was handed in.
        empty: a gradebook that holds nothing yet.
    """

    course: Course
    folder: Path
    empty: Path
    submissions: tuple[Submission, ...]

    def home(self, folder: Path, *, bare: bool = False) -> Path:
        """A home folder with the class's secret and an empty gradebook, or with nothing in it."""
        folder.mkdir(mode=0o700)
        if not bare:
            secrets.store(folder, SECRET, replace=False)
            shutil.copy(self.empty, folder / GRADEBOOK)
        return folder

    def graded(self, home: Path, markers: Markers, told: Callable[[Report], None] = lambda report: None) -> None:
        """Grade the class into the gradebook of that home."""
        with Gradebook.open(sqlite_url(home / GRADEBOOK)) as book:
            run([HandIn(one) for one in self.submissions], markers=markers, book=book, now=lambda: datetime.now(UTC), graded=told)

    def graded_side_by_side(self, home: Path, level: Level, jobs: int) -> None:
        """The same by workers, as `descent grade` has it done."""
        with Pool(self.course, SECRET, level, jobs, drawing=True) as pool:
            pool.wait()
            self.graded(home, pool)


class Alone:
    """Whoever grades in this very process, as a worker does it, with a sandbox of its own."""

    def __init__(self, classroom: Classroom, sandbox: Sandbox, secret: Secret = SECRET) -> None:
        self._marker = Marker(classroom.course, secret, sandbox, drawing=True)
        self._course = classroom.course
        self.sandbox = sandbox

    def grade(self, submissions: Sequence[Submission]) -> Iterator[tuple[int, Report]]:
        """(index, report) of each submission, one after the other."""
        for index, submission in enumerate(submissions):
            yield index, self._marker.mark(submission)

    def loaded(self, slug: str) -> Loaded:
        """An assignment of the course."""
        return load_assignment(self._course, slug)


def assembled(root: Path, folder: Path) -> Classroom:
    """The class in a folder of its own; of the course only what it needs."""
    place = folder / "course"
    head, *entries = (root / "course.toml").read_text(encoding="utf-8").split("[[assignments]]")
    for slug in (FIRST, SECOND):
        for kind in ("assignments", "solutions"):
            shutil.copytree(root / kind / slug, place / kind / slug)
    own = [entry for entry in entries if f'"{FIRST}"' in entry or f'"{SECOND}"' in entry]
    (place / "course.toml").write_text("[[assignments]]".join([head, *own]), encoding="utf-8")
    course = manifest.load(place)
    submissions = []
    for student, slug, name in WORK:
        submissions.append(_hand_in(folder / "class", student, slug, name, root / "examples/submitted" / student / slug / name))
    slow = root / "examples/submitted/amara" / FIRST / "gradient.py"
    submissions.append(_hand_in(folder / "class", "zeynep", FIRST, "gradient.py", slow, SLOW.encode()))
    Gradebook.open(sqlite_url(folder / GRADEBOOK)).close()
    return Classroom(course, folder / "class", folder / GRADEBOOK, tuple(submissions))


def undisturbed(classroom: Classroom, level: Level, secret: Secret = SECRET) -> dict[Key, str]:
    """The JSON of each report when nothing happens."""
    with Sandbox(level, limits_of(classroom.course)) as sandbox:
        reports = [report for _, report in Alone(classroom, sandbox, secret).grade(classroom.submissions)]
    assert all(report.score is not None for report in reports)
    assert len({report.score for report in reports}) > 3, "reports that are all alike would hide a report at the wrong place"
    return {(report.student, report.assignment): encoded(report) for report in reports}


def encoded(report: Report) -> str:
    """A report as the gradebook keeps it."""
    return msgspec.json.encode(report, order="deterministic").decode()


def kept(home: Path) -> dict[Key, Kept]:
    """All that the gradebook in a home holds, which is sound; nothing where there is none yet.

    The file is opened as the next grading does it, with whatever the last one has left beside it.
    """
    if not (home / GRADEBOOK).exists():
        return {}
    connection = sqlite3.connect(home / GRADEBOOK)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'submissions'").fetchall():
            return {}
        rows = connection.execute(
            "SELECT name, slug, state, json, score FROM submissions JOIN students ON students.id = student_id "
            "LEFT JOIN reports ON submission_id = submissions.id"
        ).fetchall()
    finally:
        connection.close()
    found = {(student, slug): Kept(state, json, score) for student, slug, state, json, score in rows}
    assert len(found) == len(rows), "a submission stands twice in the gradebook"
    return found


def wrongs(found: Mapping[Key, Kept], expected: Mapping[Key, str]) -> list[str]:
    """What must not be after a fault: anything but the report of an undisturbed grading, or a submission that waits for it."""
    if not found:  # nothing was accepted, and nobody was told that it was
        return []
    told = [f"{key}: it was accepted and is lost" for key in expected.keys() - found.keys()]
    for key, one in found.items():
        if one.state == State.GRADED and one.json != expected[key]:
            told.append(f"{key}: graded otherwise than undisturbed: {one.json}")
        if one.state == State.QUEUED and one.json not in (None, expected[key]) and not _of_a_fault(one):
            told.append(f"{key}: it waits with a report that is neither a fault nor the right one: {one.json}")
    return told


def complete(found: Mapping[Key, Kept], expected: Mapping[Key, str]) -> bool:
    """Whether everything is graded, and as it ought to be."""
    return {key: (one.state, one.json) for key, one in found.items()} == {
        key: (str(State.GRADED), json) for key, json in expected.items()
    }


def _of_a_fault(one: Kept) -> bool:
    """Whether a report says that we failed: no score, and nothing that counts against anybody."""
    if one.json is None or one.score is not None:
        return False
    report = msgspec.json.decode(one.json, type=Report)
    return report.score is None and all(question.verdict is Verdict.FAULT for question in report.questions)


def _hand_in(folder: Path, student: str, slug: str, name: str, source: Path, more: bytes = b"") -> Submission:
    content = source.read_bytes() + more
    place = folder / student / slug
    place.mkdir(parents=True)
    (place / name).write_bytes(content)
    return Submission(student, slug, name, content)
