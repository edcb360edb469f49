"""Which file of a student's folder is graded? The one that `descent grade` would choose, by the same limits.

nbgrader lays out what was handed in as <step>/<student>/<assignment>, or as its configuration says: so whose work it is, and for which
assignment, is known, and only files that lie right there are looked at.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.course.manifest import Course, Entry
from autograder.errors import UsageError
from autograder.grading.submission import Submission
from autograder.marking.choose import Candidate, choose
from autograder.marking.collect import Refusal
from autograder.marking.tree import ENDINGS, Found, read_folder, spelled, student_trouble
from autograder.platforms.nbgrader.times import FILE as TIMESTAMP
from autograder.platforms.nbgrader.times import handed_in_at

LINK = "It is a link. Links are not followed: put the folder itself there."
NOTHING = "The folder holds no .py or .ipynb file, so nothing was graded."
DEEPER = "It lies in a folder of its own below the assignment's. Expected the file itself in the assignment's folder."
ZIPPED = "Expected a .py or .ipynb file. Unpack a zip that lies in a student's folder."
TWICE = "The same name is spelled in several ways, so it is not clear whose work it is. Rename one."


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One student's work for one assignment.

    Attributes:
        student: as nbgrader calls them: the name of their folder.
        submission: what is graded; None: nothing can be.
        refused: each file that is not graded and why, or why none is.
        when: it was handed in, if anybody has written that down.
    """

    student: str
    folder: Path
    submission: Submission | None
    refused: tuple[Refusal, ...]
    when: datetime | None = None


def all_handed_in(folders: Mapping[str, Path], entry: Entry, course: Course) -> list[HandedIn]:
    """What each student has handed in, by their folders for one assignment."""
    spellings: dict[str, int] = {}
    for student in folders:
        spellings[_normal(student)] = spellings.get(_normal(student), 0) + 1
    found = []
    for student, folder in sorted(folders.items()):
        trouble = student_trouble(student) or (TWICE if spellings[_normal(student)] > 1 else "")
        found.append(_nothing(student, folder, entry, trouble) if trouble else handed_in(student, folder, entry, course))
    return found


def handed_in(student: str, folder: Path, entry: Entry, course: Course) -> HandedIn:
    """What one student has handed in."""
    if folder.is_symlink() or folder.parent.is_symlink():
        return _nothing(student, folder, entry, LINK)
    try:
        when = handed_in_at(folder)
    except UsageError as error:
        return HandedIn(student, folder, None, (Refusal(spelled(str(folder / TIMESTAMP)), spelled(student), entry.slug, str(error)),))
    tree = read_folder(folder, course.limits.most_bytes)
    files = [*tree.files, *(Found((path.name,), spelled(str(path)), trouble=ZIPPED) for path in tree.archives)]
    troubled = [(found, trouble) for found in files if (trouble := _trouble(found))]
    candidates = [Candidate(_normal(student), entry.slug, found) for found in files if not _trouble(found)]
    if not candidates:
        return _nothing(student, folder, entry, "" if troubled else NOTHING, troubled)
    chosen, others = choose(candidates, entry, course.root)
    refused = tuple(Refusal(found.origin, spelled(student), entry.slug, reason) for found, reason in [*troubled, *others])
    if chosen is None:
        return HandedIn(student, folder, None, refused)
    submission = Submission(_normal(student), entry.slug, chosen.found.parts[-1], chosen.found.content)
    return HandedIn(student, folder, submission, refused, when)


def _trouble(found: Found) -> str:
    if found.trouble:
        return found.trouble
    if len(found.parts) > 1:
        return DEEPER
    return "" if found.parts[-1].lower().endswith(ENDINGS) else ZIPPED


def _nothing(student: str, folder: Path, entry: Entry, why: str, troubled: Iterable[tuple[Found, str]] = ()) -> HandedIn:
    of = (spelled(student), entry.slug)
    refused = [Refusal(found.origin, *of, trouble) for found, trouble in troubled]
    if why:
        refused.append(Refusal(spelled(str(folder)), *of, why))
    return HandedIn(student, folder, None, tuple(refused))


def _normal(student: str) -> str:
    return unicodedata.normalize("NFC", student)
