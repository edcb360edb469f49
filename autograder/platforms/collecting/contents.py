"""For which assignment was a file made, by what stands in it?

First by the lines that were handed out, as bytes: a file that still holds most of the lines which stand in one assignment's file
alone was made from it. Students also keep nothing but their own lines; so then by the names that the file binds, which a sandbox
tells: of most of one assignment's answers, and clearly more than of any other's. Nothing here reads what a line means.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path

from autograder.course import published
from autograder.course.manifest import HANDED_OUT, Course
from autograder.errors import CourseError
from autograder.marking.tree import ENDINGS, Found
from autograder.platforms.collecting.asking import Bound, nobody

LINE = 12  # bytes of a line that says something
FEWEST = 4  # lines
MOST = 0.5  # the part of an assignment's own lines, or names, that must be there
TIMES = 2.0  # as many lines as of any other
AHEAD = 0.25  # of the names, more than of any other

Shares = Mapping[str, float]  # by assignment


class Contents:
    """What was handed out for each assignment.

    Args:
        bound: who says which names a file binds.
    """

    def __init__(self, course: Course, bound: Bound = nobody) -> None:
        self._course = course
        self._bound = bound

    def assignment_of(self, found: Found, among: Collection[str] = ()) -> str | None:
        """The one assignment (of these, if any are given) that a file was made for; None: none, or several."""
        of = [entry.slug for entry in self._course.assignments if not among or entry.slug in among]
        lines = self._by_lines(found, of)
        best, second = _two(lines)
        if best is not None and lines[best] >= MOST and lines[best] >= TIMES * second:
            return best
        if second >= MOST:  # it holds two files
            return None
        names = self._by_names(found, of)
        best, second = _two(names)
        return best if best is not None and names[best] >= MOST and names[best] - second >= AHEAD else None

    def _by_lines(self, found: Found, of: Iterable[str]) -> Shares:
        lines, kind = _lines(found.content), ending(found.parts[-1])
        own = {slug: self._own_lines.get((slug, kind), frozenset[bytes]()) for slug in of}
        both = {slug: len(some & lines) for slug, some in own.items()}
        return {slug: both[slug] / len(some) if some and both[slug] >= FEWEST else 0.0 for slug, some in own.items()}

    def _by_names(self, found: Found, of: Iterable[str]) -> Shares:
        """A name that is several assignments' counts for as much less in each."""
        every = sorted({name for names in self._names.values() for name in names})
        if not every:
            return dict.fromkeys(of, 0.0)
        bound = self._bound(found.content, ending(found.parts[-1]).removeprefix("."), every)
        times = Counter(name for names in self._names.values() for name in names)
        worth = {slug: sum(1 / times[name] for name in self._names[slug]) for slug in of}
        return {slug: sum(1 / times[name] for name in self._names[slug] & bound) / worth[slug] if worth[slug] else 0.0 for slug in of}

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        """What each assignment asks for by name, at the top level of the file."""
        out = self._course.root / HANDED_OUT
        return {entry.slug: _asked(out / entry.slug / published.FILE) for entry in self._course.assignments}

    @cached_property
    def _own_lines(self) -> dict[tuple[str, str], frozenset[bytes]]:
        """The lines that stand in one assignment's file alone, by slug and ending."""
        out = self._course.root / HANDED_OUT
        held: dict[tuple[str, str], frozenset[bytes]] = {}
        for entry in self._course.assignments:
            for name in (entry.file, entry.notebook):
                path = out / entry.slug / name
                if path.is_file():
                    held[entry.slug, ending(name)] = _lines(path.read_bytes())
        return {key: own - frozenset().union(*(held[other] for other in held if other[0] != key[0])) for key, own in held.items()}


def ending(name: str) -> str:
    """ ".py", ".ipynb", or nothing."""
    return next((one for one in ENDINGS if name.lower().endswith(one)), "")


def _asked(path: Path) -> frozenset[str]:
    try:
        return frozenset(question.place.partition(".")[0] for question in published.load(path).questions)
    except CourseError:  # not built, or of another version: nothing is known of it
        return frozenset()


def _two(shares: Shares) -> tuple[str | None, float]:
    """The assignment with the largest share, and the second largest share."""
    ranked = sorted(shares, key=lambda slug: shares[slug], reverse=True)
    return (ranked[0] if ranked else None), (shares[ranked[1]] if len(ranked) > 1 else 0.0)


def _lines(content: bytes) -> frozenset[bytes]:
    """The lines that say something, without the blanks around them, and the comma after them that a notebook has."""
    bare = (line.strip().rstrip(b",") for line in content.split(b"\n"))
    return frozenset(line for line in bare if len(line) >= LINE)
