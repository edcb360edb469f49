"""Which of several files that one student handed in for one assignment is graded?

Students hand in whole folders: the file and the notebook, one of them untouched, and a copy or two. The choice is made by names and
by comparing bytes; nothing here reads what a file means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.manifest import HANDED_OUT, Entry
from autograder.marking.tree import Found

Reason = tuple[Found, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a student's work for an assignment."""

    student: str
    slug: str
    found: Found


def choose(candidates: Sequence[Candidate], entry: Entry, root: Path) -> tuple[Candidate | None, list[Reason]]:
    """The file to grade, and for each other one that someone should know of, why it is not.

    First come the names that the assignment expects, the .py before the notebook, then a single file of any other name. A file that is
    just what was handed out gives way to one that is not. The same bytes twice are one file.
    """
    ranked = sorted(candidates, key=lambda candidate: _rank(candidate, entry, root))
    first = ranked[0]
    name = first.found.parts[-1]
    rest = [other.found for other in ranked[1:] if other.found.content != first.found.content]
    if not _expected(name, entry) and rest:
        reason = f"Several files, and none is named {entry.file} or {entry.notebook}. Leave one of them, or name it so."
        return None, [(found, reason) for found in (first.found, *rest)]
    return first, [
        (found, _instead(found, first.found))
        for found in rest
        if not (_expected(found.parts[-1], entry) and _untouched(found, entry, root))
    ]


def _rank(candidate: Candidate, entry: Entry, root: Path) -> tuple[bool, bool, bool]:
    name = candidate.found.parts[-1]
    expected = _expected(name, entry)
    return not expected, expected and _untouched(candidate.found, entry, root), name.casefold() != entry.file.casefold()


def _expected(name: str, entry: Entry) -> bool:
    return name.casefold() in (entry.file.casefold(), entry.notebook.casefold())


def _untouched(found: Found, entry: Entry, root: Path) -> bool:
    """Whether this is the file that students receive, but for line ends and blanks at the ends of lines, as editors change them."""
    try:
        stub = (root / HANDED_OUT / entry.slug / found.parts[-1]).read_bytes()
    except OSError:
        return False
    return _lines(stub) == _lines(found.content)


def _lines(content: bytes) -> list[bytes]:
    return [line.rstrip() for line in content.rstrip().splitlines()]


def _instead(found: Found, graded: Found) -> str:
    """Why a file is not graded where another is. Of one name, they come from several folders: of one term's downloads, mostly."""
    if found.parts == graded.parts:
        return f"Not graded: {graded.origin} was. Leave only the file that counts, or collect both at once: descent collect."
    return f"Not graded: {'/'.join(graded.parts)} was. Leave only the file that counts."
