"""For which assignment is that? By the file's name, by what the LMS calls the assignment, and at last by what stands in the file."""

import re
from dataclasses import dataclass

from autograder.course.manifest import Course, Entry
from autograder.marking.tree import Found, spelled
from autograder.platforms.collecting.asking import Bound, nobody
from autograder.platforms.collecting.contents import Contents, ending

SHORTEST = 6  # letters of a slug or title that is looked for in a longer text

_COPIES = re.compile(r"(?:[-_ ]?\(\d{1,3}\)|-\d{1,3}| \d{1,3}| ?- ?copy\d{0,3}| copy)$", re.IGNORECASE)
_COPY_OF = re.compile(r"^copy of ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file belongs.

    Attributes:
        slug: the assignment; "": nobody knows.
        name: the name that the assignment expects, if the file's is that one or a copy's of it; else the file's own.
        why: why nobody knows, in sentences.
    """

    slug: str
    name: str
    why: str = ""


class Assignments:
    """What is known of the course's assignments, to tell whose file is whose.

    Args:
        wanted: the assignment that all is for, if somebody has said so.
        bound: who says which names a file binds.
    """

    def __init__(self, course: Course, wanted: Entry | None = None, bound: Bound = nobody) -> None:
        self._course = course
        self._wanted = wanted
        self._contents = Contents(course, bound)

    def place(self, found: Found, file: str, title: str, slug: str = "") -> Place:
        """Where a file belongs.

        Args:
            file: the name that the student gave it.
            title: what the LMS calls the assignment, in whatever words.
            slug: the assignment, where the folder that it lies in says it.
        """
        said = slug or (self._wanted.slug if self._wanted else self._titled(title))
        named = {entry.slug: name for entry in self._course.assignments if (name := expected(file, entry))}
        if said:
            return self._said(said, found, file, named)
        if len(named) == 1:
            ((one, name),) = named.items()
            return Place(one, name)
        by_content = self._contents.assignment_of(found, named)
        if by_content is not None:
            return self._expected(by_content, file)
        what = f"Several assignments have a file named {spelled(file)}" if named else f"No assignment has a file named {spelled(file)}"
        return Place("", file, f"{what}, and nothing in it says for which one it is. Say which one is meant: --assignment SLUG.")

    def recognised(self, found: Found) -> str | None:
        """The assignment that a file's name or content says; None: neither does."""
        return self.place(found, found.parts[-1], "").slug or None

    def _said(self, slug: str, found: Found, file: str, named: dict[str, str]) -> Place:
        """Somebody has said for what it is; a file that is plainly another assignment's was handed in by mistake."""
        if slug in named:
            return Place(slug, named[slug])
        looks = next(iter(named)) if len(named) == 1 else self._contents.assignment_of(found)
        if looks is None:
            return Place(slug, file)
        if looks == slug:
            return self._expected(slug, file)
        how = "named like" if named else "made from"
        return Place("", file, f"It was handed in for {slug} and is {how} the file of {looks}. Ask the student which one is meant.")

    def _expected(self, slug: str, file: str) -> Place:
        entry = self._course.entry(slug)
        return Place(slug, entry.notebook if ending(file) == ".ipynb" else entry.file)

    def _titled(self, title: str) -> str:
        """The one assignment that a title names: is its slug or title, or holds one of them."""
        words = _letters(title)
        names = [(entry.slug, {_letters(entry.slug), _letters(entry.title)}) for entry in self._course.assignments]
        same = {slug for slug, called in names if words in called}
        inside = {slug for slug, called in names if any(len(name) >= SHORTEST and name in words for name in called)}
        for found in (same, inside):
            if len(found) == 1:
                return found.pop()
        return ""


def expected(file: str, entry: Entry) -> str:
    """The name that an assignment expects, if this is it but for capital letters and what programs add to a copy's name; else ""."""
    stem, dot, kind_of = " ".join(re.split("[ \u00a0\u202f]", file)).rpartition(".")
    for name in (entry.file, entry.notebook):
        want, _, kind = name.rpartition(".")
        if kind_of.casefold() == kind and dot:
            bare = stem.casefold()
            while bare != want.casefold() and (shorter := _COPY_OF.sub("", _COPIES.sub("", bare))) != bare:
                bare = shorter
            if bare == want.casefold():
                return name
    return ""


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
