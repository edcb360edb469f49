"""What lies in a download, and what does its LMS say of each file? Every file becomes a piece of somebody's work, or is left with a
reason, or is passed over as nothing that anybody handed in.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from autograder.course.manifest import Course, Entry
from autograder.errors import UsageError
from autograder.marking.archive import read_archive
from autograder.marking.collect import Search
from autograder.marking.tree import ARCHIVE, Found, Parts, Tree, read_folder, spelled
from autograder.platforms.collecting.assignments import Assignments
from autograder.platforms.collecting.formats import FORMATS, NBGRADER, Recognised, read_of, recognised
from autograder.platforms.collecting.label import Label, Who
from autograder.platforms.collecting.times import in_numbers

PLAIN = "folder"
ZIPPED = "It is a zip in what was handed in. Unpack it, and put the .py or .ipynb file that counts in its place."
NO_WORK = "Expected a .py or .ipynb file."
TYPED_IN = (
    "Of this student there is no .py or .ipynb file in the download: it is what was typed in on {}, or its page of the attempt. "
    "Ask for the file."
)
PACKED = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".gz", ".bz2", ".xz", ".7z", ".rar", ".zipx")
UNPACK = "It is packed in a way that is not read here. Unpack it into a folder of the student's, and collect that."
TWICE = "Nobody can say whose download this is: it looks like {}. Say which: --from NAME"
NESTED = "It looks like a download of {} in a folder. Name it by itself: descent collect {}"
INSIDE = "It may be a download of {0}, or the work of one student whose files have such names. Say which: --from {1}, or --from folder"
(STAMP,) = NBGRADER


@dataclass(frozen=True, slots=True)
class Left:
    """A file that is not collected, and why: what is wrong and what to do, in sentences."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that somebody handed in.

    Attributes:
        source: the number of the download, in the order in which they were named.
        slug: the assignment, where its place says it.
    """

    found: Found
    label: Label
    source: int
    slug: str = ""


@dataclass(slots=True)
class Download:
    """All that one path holds.

    Attributes:
        kind: the LMS, or "folder".
        title: what the download is called, where that may name the assignment.
        typed: what students have typed in instead of handing in a file, or may have.
    """

    path: str
    kind: str = PLAIN
    title: str = ""
    pieces: list[Piece] = field(default_factory=list)
    typed: list[Piece] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    passed: list[Left] = field(default_factory=list)


def download(path: Path, number: int, course: Course, wanted: Entry | None, assignments: Assignments, kind: str = "") -> Download:
    """What lies at a path.

    Args:
        number: tells this download from the others.
        assignments: whoever knows for which one a file is.
        kind: whose it is, if somebody has said so.

    Raises:
        UsageError: nothing is there, or nobody can say whose download it is.
    """
    if not path.exists() and not path.is_symlink():
        raise UsageError(f"{spelled(str(path))}: not found. Name what an LMS has handed out: a zip, or the folder that was in it.")
    name = _name(path)
    limit = course.limits.most_bytes
    made = Download(spelled(str(path)))
    if path.is_dir():
        tree = read_folder(path, limit, read_of)
    elif path.suffix.lower() == ARCHIVE and path.is_file():
        tree = read_archive(path, limit, read_of)
    else:
        return _plain(made, None, path, number, course, wanted, assignments)
    of = None if kind == PLAIN else _recognised(tree, name, kind, made.path)
    if of is None:
        return _plain(made, tree, path, number, course, wanted, assignments)
    made.kind, made.title = of.format.name, of.format.called(name)
    for found in _all(tree):
        _sort(made, found, of, number)
    return made


def _recognised(tree: Tree, name: str, kind: str, path: str) -> Recognised | None:
    """Whose download it is; None: nobody's that is known, so a plain folder.

    Raises:
        UsageError: two LMSes fit as well; or one below a folder that may be a student's; or not the one that somebody has said.
    """
    files = _all(tree)
    fitting = recognised(tree, files, None if kind else name, [one for one in FORMATS if kind in ("", one.name.casefold())])
    if not kind and not fitting and (inside := recognised(tree, files, None)):
        raise UsageError(f"{path}: " + INSIDE.format(inside[0].format.name, inside[0].format.name.casefold()))
    if len(fitting) > 1:
        raise UsageError(f"{path}: " + TWICE.format(" and like ".join(one.format.name for one in fitting)))
    if kind and not fitting:
        raise UsageError(f"{path}: its files are not named as {kind} names them. Leave --from out to have it found.")
    return fitting[0] if fitting else None


def _sort(made: Download, found: Found, of: Recognised, number: int) -> None:
    """Put one file of an LMS's download where it belongs."""
    parts = found.parts[of.depth :]
    label = of.reader(parts) if parts and not found.trouble else None
    if found.trouble:
        made.left.append(Left(found.origin, found.trouble))
    elif parts and label is None and (page := of.typed(parts)) is not None:
        made.typed.append(Piece(found, page, number))
    elif not parts or (label is None and of.format.own(parts)):
        made.passed.append(Left(found.origin, f"It is {of.format.name}'s own."))
    elif label is None:
        made.left.append(Left(found.origin, f"{of.format.name} gives no file such a name or place, so it is not clear whose it is."))
    elif label.unclear:
        made.left.append(Left(found.origin, label.unclear))
    else:
        made.pieces.append(Piece(found, label, number))


def _plain(
    made: Download, tree: Tree | None, path: Path, number: int, course: Course, wanted: Entry | None, assignments: Assignments
) -> Download:
    """A folder of students' folders, as `descent grade` reads it, with nbgrader's times."""
    search = Search(course, wanted, assignments.recognised)
    stamps: dict[Parts, Found] = {}
    if tree is None:
        search.path(path)
    else:
        search.tree(tree, _name(path))
        slugs = {entry.slug for entry in course.assignments}
        stamps = {
            parts[:-1]: found for found in tree.others if (parts := found.parts)[-1] == STAMP and parts[-2:-1] and parts[-2] in slugs
        }
        made.passed += _not_wanted(tree, search)
        working = {one.found.parts[:-1] for one in search.candidates}
        for found in tree.others:
            packed = found.parts[-1].lower().endswith(PACKED) and (len(found.parts) == 1 or found.parts[:-1] not in working)
            (made.left if packed else made.passed).append(Left(found.origin, UNPACK if packed else "It is no .py or .ipynb file."))
    in_folders = len(search.candidates)
    for archive in tree.archives if tree is not None else ():
        _zip_of_one(made, search, archive, course)
    for place, one in enumerate(search.candidates):
        spellings = search.spellings[one.student]
        if len(spellings) > 1:
            made.left.append(Left(one.found.origin, f"The student's name is spelled in {len(spellings)} ways. Rename one."))
            continue
        at = _stamped(made, stamps.get(one.found.parts[:-1])) if place < in_folders else None
        label = Label((Who(settled=one.student, key=one.student),), one.found.parts[-1], at=at)
        made.pieces.append(Piece(one.found, label, number, one.slug))
    made.left += [Left(refusal.path, refusal.reason) for refusal in search.refusals]
    return made


def _not_wanted(tree: Tree, search: Search) -> list[Left]:
    """The files of which nothing was said: they lie in another assignment's folder."""
    told = {one.found.origin for one in search.candidates} | {refusal.path for refusal in search.refusals}
    return [Left(found.origin, "It lies in another assignment's folder.") for found in tree.files if found.origin not in told]


def _zip_of_one(made: Download, search: Search, archive: Path, course: Course) -> None:
    """A zip in a folder is one student's, whose name it has, unless it is plainly a whole class'."""
    limit = course.limits.most_bytes
    tree = read_archive(archive, limit)
    fitting = recognised(tree, tree.files, archive.stem, FORMATS)
    if fitting:
        made.left.append(Left(spelled(str(archive)), NESTED.format(fitting[0].format.name, spelled(str(archive)))))
    else:
        search.own(tree, archive)


def _stamped(made: Download, stamp: Found | None) -> datetime | None:
    """The time in nbgrader's file beside the work."""
    if stamp is None:
        return None
    at = in_numbers(stamp.content.decode("utf-8", "replace").strip())
    if at is None:
        made.left.append(
            Left(stamp.origin, "It is not a time such as 2026-09-21 23:59:00 UTC, so when this was handed in is not known.")
        )
    return at


def _all(tree: Tree) -> list[Found]:
    """Every file in it, zips among them."""
    zips = [Found((path.name,), spelled(str(path)), trouble="") for path in tree.archives]
    return [*tree.files, *zips, *tree.others]


def _name(path: Path) -> str:
    name = path.resolve().name or "student"
    return Path(name).stem if path.suffix.lower() == ARCHIVE else name
