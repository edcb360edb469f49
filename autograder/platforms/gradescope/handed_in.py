"""Which of the files in Gradescope's submission folder is graded?

All of them are one student's, or one group's. The names that the assignment expects come first, wherever they lie, the nearest first;
else a single file of another name is taken. Nothing is followed, waited for or read beyond the course's limit.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.course.manifest import Course, Entry
from autograder.marking.choose import Candidate, choose
from autograder.marking.tree import ARCHIVE, DEPTH, ENDINGS, Found, OddError, Parts, read_file, skipped, spelled

MOST_LOOKED_AT = 20_000  # names in the folder
MOST_READ = 20  # files
MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What is graded.

    Attributes:
        file: its name; where it lies, if it cannot be graded; or nothing.
        content: its bytes.
        refusal: why there is nothing to grade, in sentences for the student, or nothing.
        remarks: of what else was there and is not graded, for the student.
    """

    file: str = ""
    content: bytes = b""
    refusal: str = ""
    remarks: tuple[str, ...] = ()


def handed_in(folder: Path, course: Course, entry: Entry) -> HandedIn:
    """The student's work in the folder.

    Raises:
        OSError: the folder cannot be read: no fault of the student's.
    """
    try:
        there = sorted(_of_assignment(_walk(folder), course, entry), key=lambda parts: (len(parts), parts))
    except OddError as odd:
        return HandedIn(refusal=str(odd))
    expected = [parts for parts in there if parts[-1].casefold() in (entry.file.casefold(), entry.notebook.casefold())]
    files = expected or [parts for parts in there if parts[-1].lower().endswith(ENDINGS)]
    wanted = f"{entry.file} or {entry.notebook}"
    if not files:
        zipped = " Unpack the zip and hand in what is in it." if any(parts[-1].lower().endswith(ARCHIVE) for parts in there) else ""
        return HandedIn(refusal=f"No Python file or notebook was handed in. Expected {wanted}.{zipped}")
    if not expected and len(files) > MOST_READ:
        return HandedIn(refusal=f"{len(files)} files were handed in, and none is named {wanted}. Name it so.")
    found = [read_file(folder.joinpath(*parts), parts, course.limits.most_bytes(parts[-1])) for parts in files[:MOST_READ]]
    usable = [Candidate("", entry.slug, one) for one in found if not one.trouble]
    if not usable:
        return HandedIn(_shown(found[0]), refusal=found[0].trouble)
    chosen, reasons = choose(usable, entry, course.root)
    if chosen is None:
        return HandedIn(refusal=reasons[0][1])
    told = [(one, one.trouble) for one in found if one.trouble] + reasons
    remarks = tuple(f"{_shown(one)}: {why}" for one, why in told[:MOST_TOLD])
    return HandedIn(chosen.found.parts[-1], chosen.found.content, remarks=remarks)


def _walk(root: Path) -> Iterator[Parts]:
    """Every name below the folder that may be a submission; what is hidden or too deep is passed over."""
    seen, folders = 0, list[tuple[Path, Parts]]([(root, ())])
    while folders:
        folder, above = folders.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                seen += 1
                parts = (*above, entry.name)
                if seen > MOST_LOOKED_AT:
                    raise OddError(f"More than {MOST_LOOKED_AT} files and folders were handed in. Hand in the one file that counts.")
                if skipped((entry.name,)):
                    continue
                if entry.name.lower().endswith((*ENDINGS, ARCHIVE)):
                    yield parts
                elif entry.is_dir(follow_symlinks=False) and len(parts) <= DEPTH:
                    folders.append((Path(entry.path), parts))


def _of_assignment(there: Iterator[Parts], course: Course, entry: Entry) -> Iterator[Parts]:
    """All but what lies in another assignment's folder: students hand in the whole course."""
    others = {other.slug for other in course.assignments} - {entry.slug}
    return (parts for parts in there if not others.intersection(parts[:-1]))


def _shown(found: Found) -> str:
    return spelled("/".join(found.parts))
