"""What does Blackboard write in the names of an assignment file download?

`<assignment>_<username>_attempt_<time>_<file>`, all in one folder, and `<assignment>_<username>_attempt_<time>.txt` for each
attempt, whose first line is `Name: <full name> (<username>)`. From sources: kwurst/bb-file-cleanup; nbgrader's documentation of
zip_collect (`ps1_hacker_attempt_2016-01-30-20-30-10_problem1.ipynb`); CodeGrade's and a newer parser of the .txt. The time has no
zone; the word before it may be another language's (inferred). Of the .txt only the first line is read, for a username with `_` in
it; all further lines are the student's to write.
"""

import re
from collections.abc import Mapping

from autograder.marking.tree import Parts, Tree
from autograder.platforms.collecting.label import Format, Label, Reader, Who
from autograder.platforms.collecting.times import dashed

MOST_BYTES = 64 * 1024  # of a .txt that says of an attempt who made it

_TIME = r"(?P<time>\d{4}(?:-\d\d){5})"
_ATTEMPT = r"[^\W\d_]+"  # in the language of whoever downloads it
_FILE = re.compile(rf"(?P<head>.+?)_{_ATTEMPT}_{_TIME}_(?P<file>.+)")
_NOTE = re.compile(rf"(?P<head>.+?)_{_ATTEMPT}_{_TIME}\.txt")
_NAME = re.compile(r"Name:\s+(?P<name>.+?)\s+\((?P<login>[^()]+)\)")
_ZIP = re.compile(r"gradebook_[^_]+_(?P<title>.+)_\d{4}(?:-\d\d){5}")


def _reader(tree: Tree, depth: int) -> Reader:
    """The reader knows who is who from the .txt files."""
    known = dict(_noted(tree, depth))

    def read(parts: Parts) -> Label | None:
        found = _FILE.fullmatch(parts[0]) if len(parts) == 1 else None
        if found is None or (at := dashed(found["time"])) is None:
            return None
        who, title = _who(found["head"], known)
        return Label((who,), found["file"], attempt=found["time"], at=at, title=title)

    return read


def _typed(tree: Tree, depth: int) -> Reader:
    """The reader of the .txt files, which hold what was typed in, if anything was."""
    known = dict(_noted(tree, depth))

    def read(parts: Parts) -> Label | None:
        found = _NOTE.fullmatch(parts[0]) if len(parts) == 1 else None
        if found is None:
            return None
        who, title = _who(found["head"], known)
        return Label((who,), parts[0], attempt=found["time"], title=title)

    return read


def _noted(tree: Tree, depth: int) -> list[tuple[str, tuple[str, str]]]:
    """(what stands before the attempt, (name, username)) of each .txt of Blackboard's."""
    noted = []
    for other in tree.others:
        found = _NOTE.fullmatch(other.parts[-1]) if len(other.parts) == depth + 1 else None
        first = other.content.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
        name = _NAME.fullmatch(first.removeprefix("\ufeff"))
        if found and name and found["head"].endswith(f"_{name['login']}"):
            noted.append((found["head"], (name["name"], name["login"])))
    return noted


def _who(head: str, known: Mapping[str, tuple[str, str]]) -> tuple[Who, str]:
    """Who that is, and what the assignment is called."""
    if head in known:
        name, login = known[head]
        return Who(name=name, login=login, key=head), head[: -len(login) - 1]
    title, _, login = head.rpartition("_")
    return Who(login=login, key=head), title


def _read(name: str) -> int:
    return MOST_BYTES if _NOTE.fullmatch(name) else 0


def _called(stem: str) -> str:
    found = _ZIP.fullmatch(stem)
    return found["title"] if found else stem


FORMAT = Format("Blackboard", _reader, own=lambda parts: bool(_NOTE.fullmatch(parts[-1])), read=_read, called=_called, typed=_typed)
