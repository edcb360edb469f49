"""Downloads as LMSes make them, in small, and a course of two assignments to collect for."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from autograder.course.manifest import Course, Entry, Limits
from autograder.platforms.collecting.gather import Collection, Known, Taken, collect

STEP, NET = "01-gradient-step", "02-network"
DUE = datetime.fromisoformat("2026-11-20T23:59:00+01:00")
COURSE = Course(
    title="A course",
    assignments=(Entry(STEP, "One step", "gradient.py", 10, due=DUE), Entry(NET, "A network", "network.py", 10)),
    limits=Limits(source_kb=4),
)
WORK, LATER = b"h = 1\n", b"h = 2\n"
NOBODY = Known(here=lambda moment: moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment)

Files = Mapping[str, bytes]


def zipped(path: Path, files: Files | Sequence[str]) -> Path:
    """A zip of these files; of names alone each holds the same work."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in files:
            archive.writestr(zipfile.ZipInfo(name), files[name] if isinstance(files, Mapping) else WORK)
    return path


def laid_out(folder: Path, files: Files | Sequence[str]) -> Path:
    """A folder of these files."""
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name] if isinstance(files, Mapping) else WORK)
    return folder


def works(collection: Collection) -> list[tuple[str, str, bytes]]:
    """What counts: student, assignment, bytes."""
    found = [one.attempt.submission for one in collection.taken if one.latest]
    return [(one.student, one.slug, one.content) for one in found]


def students(collection: Collection) -> list[str]:
    """Whose work was collected."""
    return [student for student, _, _ in works(collection)]


def why(collection: Collection) -> list[str]:
    """Why files were left."""
    return [one.why for one in collection.left]


def only(collection: Collection) -> Taken:
    """The one attempt that was collected."""
    (one,) = collection.taken
    return one


__all__ = [
    "COURSE",
    "DUE",
    "LATER",
    "NET",
    "NOBODY",
    "STEP",
    "WORK",
    "collect",
    "laid_out",
    "only",
    "students",
    "why",
    "works",
    "zipped",
]
