"""What files are in a folder that was handed in?

Nothing here follows a link, waits for a pipe or reads more of a file than the course allows. What cannot be read is listed with the
reason, so that no student's work is left out in silence.
"""

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Parts = tuple[str, ...]
Limit = Callable[[str], int]  # how many bytes a file of this name may have
Aside = Callable[[str], int]
"""How many bytes are read of a file of this name that is no submission; 0: it is only listed."""

SKIPPED = frozenset({"__pycache__", "__MACOSX"})
NOTEBOOK = ".ipynb"
ENDINGS = (".py", NOTEBOOK)
ARCHIVE = ".zip"
NAME_LENGTH = 200
_BLANKS = "\u00a0\u202f"
_JOINED = "[\u0620-\u074a\u0750-\u077f\u08a0-\u08b4\u0900-\u0dff]"  # letters of Arabic, Syriac and India's scripts
_JOINER = re.compile(f"(?<={_JOINED})[\u200c\u200d](?={_JOINED})")
DEPTH = 8


@dataclass(frozen=True, slots=True)
class Found:
    """One file below the root of what was handed in.

    Attributes:
        parts: the folders and the name, from the root down.
        origin: where it is, for people.
        content: its bytes; empty where there is trouble.
        trouble: why it cannot be graded, in a sentence; "" if it can.
    """

    parts: Parts
    origin: str
    content: bytes = b""
    trouble: str = ""


@dataclass(slots=True)
class Tree:
    """The files that may be submissions, the folders, and the zip files beside them; the others too for whoever asks for them."""

    files: list[Found] = field(default_factory=list)
    folders: set[Parts] = field(default_factory=set)
    archives: list[Path] = field(default_factory=list)
    others: list[Found] = field(default_factory=list)


def read_folder(root: Path, limit: Limit, aside: Aside | None = None) -> Tree:
    """All that lies below `root`; `limit` says how many bytes a submission of some name may have."""
    tree = Tree()
    for parts, path in _walk(root, (), tree):
        linked = path.is_symlink()
        if path.suffix.lower() == ARCHIVE and len(parts) == 1 and not linked:
            tree.archives.append(path)
        elif of_interest(parts[-1]) or (linked and path.is_dir()):
            tree.files.append(read_file(path, parts, limit(parts[-1])))
        elif aside is not None:
            tree.others.append(_other(path, parts, aside(parts[-1])))
    return tree


def _other(path: Path, parts: Parts, limit: int) -> Found:
    return read_file(path, parts, limit) if limit else Found(parts, spelled(str(path)), trouble=name_trouble(parts))


def read_file(path: Path, parts: Parts, limit: int) -> Found:
    """One file, or the reason why it is not read."""
    origin = spelled(str(path))
    if trouble := name_trouble(parts):
        return Found(parts, origin, trouble=trouble)
    try:
        with os.fdopen(regular(path), "rb") as file:
            content = file.read(limit + 1)
    except OddError as odd:
        return Found(parts, origin, trouble=str(odd))
    except OSError as error:
        return Found(parts, origin, trouble=f"It cannot be read: {error.strerror}.")
    return checked(parts, origin, content, limit)


def checked(parts: Parts, origin: str, content: bytes, limit: int) -> Found:
    """A file whose size is looked at, and nothing else of its content: that is the sandbox's part."""
    if not content:
        return Found(parts, origin, trouble="The file is empty.")
    if len(content) > limit:
        return Found(parts, origin, trouble=too_large(limit, parts[-1]))
    return Found(parts, origin, content)


def too_large(limit: int, name: str) -> str:
    """What is said of a file of more than `limit` bytes."""
    remedy = " Clear the outputs of all cells, and hand it in again." if name.lower().endswith(NOTEBOOK) else ""
    return f"The file is too large: more than {limit // 1024} kB, which is the course's limit.{remedy}"


def skipped(parts: Parts) -> bool:
    """Whether this is hidden, or something that programs leave behind."""
    return any(part.startswith(".") or part in SKIPPED for part in parts)


def of_interest(name: str) -> bool:
    """Whether a file of this name may be a submission, or should be said not to be one."""
    return name.lower().endswith((*ENDINGS, ARCHIVE))


def name_trouble(parts: Parts) -> str:
    """Why these names cannot be a student's or a file's; "" if they can."""
    if any(len(part) > NAME_LENGTH for part in parts):
        return f"A name in its path is longer than {NAME_LENGTH} characters."
    if not all(_legible(part) for part in parts):
        return "A name in its path holds characters that cannot be printed."
    return ""


def _legible(name: str) -> bool:
    """Whether all of a name can be seen. So can blanks that no line breaks at, and what keeps two letters apart, or together, in
    scripts whose letters are joined: Persian names have it.
    """
    name = "".join(" " if sign in _BLANKS else sign for sign in name)
    return _JOINER.sub("", name).isprintable()


def student_trouble(student: str) -> str:
    """Why nobody can be graded under this name; "" if somebody can."""
    if trouble := name_trouble((student,)):
        return trouble
    if student != " ".join(student.split()):
        return "The student's name begins or ends with a blank or holds two in a row, and would be shown as another's. Take them out."
    return ""


def spelled(text: str) -> str:
    """Text that can be printed anywhere: what cannot be printed is escaped."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text)


class OddError(Exception):
    """Something that is not opened, and why, in sentences."""


def regular(path: Path) -> int:
    """A descriptor from which a regular file is read.

    The file is looked at before it is opened, so that no pipe or device is touched, and again after, in case it was replaced.

    Raises:
        OddError: it is something else.
        OSError: it cannot be read.
    """
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise OddError("It is a link. Links are not followed: hand in the file itself.")
    if stat.S_ISDIR(mode):
        raise OddError("It is a folder with the name of a file. Hand in the file itself.")
    if not stat.S_ISREG(mode):
        raise OddError("It is not a regular file.")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OddError("It is not a regular file.")
    return descriptor


def _walk(folder: Path, above: Parts, tree: Tree) -> Iterator[tuple[Parts, Path]]:
    """Every name below `folder` that is no folder, and folders that cannot be entered or look like a submission."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        tree.files.append(Found((*above, ""), spelled(str(folder)), trouble=f"The folder cannot be read: {error.strerror}."))
        return
    for entry in entries:
        parts = (*above, entry.name)
        path = Path(entry.path)
        if skipped((entry.name,)):
            continue
        if not entry.is_dir(follow_symlinks=False) or entry.name.lower().endswith(ENDINGS):
            yield parts, path
        elif len(parts) > DEPTH:
            tree.files.append(Found((*parts, ""), spelled(str(path)), trouble="The folder lies too deep to be looked into."))
        else:
            tree.folders.add(parts)
            yield from _walk(path, parts, tree)
