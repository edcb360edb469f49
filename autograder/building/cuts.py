"""What is taken out of a master, from which line to which?

Markers come in pairs and in an order. Each one that is out of place is reported with its line and its remedy, all at once.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.building.markers import Mark, marks
from autograder.errors import CourseError

Problem = tuple[int, str]

ODD = (
    "this is nearly a marker, but not quite. Write '# SOLUTION' behind a statement, '# BEGIN SOLUTION' and '# END SOLUTION', or "
    '\'""" # BEGIN PROMPT\' and \'""" # END PROMPT\' on lines of their own; or reword the comment.'
)


@dataclass(frozen=True, slots=True)
class Region:
    """The lines of one solution, counted from 1, without the markers of a block, and their text."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """What is taken out of a master: lines `first` to `last`, with a block's markers and prompt.

    Attributes:
        block: whether BEGIN and END mark it; otherwise it is one statement.
        prompt: the lines that the author wants in its place; None asks for the usual ones.
    """

    first: int
    last: int
    region: Region
    block: bool
    prompt: tuple[str, ...] | None


def regions(text: str, file: str = "master") -> tuple[Region, ...]:
    """The solutions of a master, in the order of the file.

    Args:
        file: how the master is named in messages.

    Raises:
        CourseError: with every marker that is out of place.
    """
    found, problems = cuts(text, file)
    if problems:
        raise CourseError(worded(problems, file))
    return tuple(cut.region for cut in found)


def cuts(text: str, file: str) -> tuple[list[Cut], list[Problem]]:
    """The cuts of a master, and each marker that is out of place.

    Raises:
        CourseError: the master is not Python at all.
    """
    try:
        ast.parse(text)
    except (SyntaxError, ValueError) as error:  # a ValueError speaks of null characters
        line = getattr(error, "lineno", None) or 1
        raise CourseError(worded([(line, f"not Python: {error.args[0]}. Mend that line.")], file)) from None
    pairing = _Pairing(text.split("\n"))
    for mark in marks(text):
        pairing.take(mark)
    if pairing.begun is not None:
        pairing.refuse(pairing.begun, "'# BEGIN SOLUTION' is never closed. Write '# END SOLUTION' below the solution.")
    return pairing.found, pairing.problems


def worded(problems: Sequence[Problem], file: str) -> list[str]:
    """The problems as sentences with their places, in the order of the file."""
    return [f"{file}, line {line}: {what}" for line, what in sorted(problems)]


class _Pairing:
    """Takes one marker after the other and remembers which solution is open."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.begun: Mark | None = None
        self.found: list[Cut] = []
        self.problems: list[Problem] = []

    def refuse(self, mark: Mark, why: str) -> None:
        self.problems.append((mark.first, why))

    def take(self, mark: Mark) -> None:
        if mark.kind == "odd":
            self.refuse(mark, ODD)
        elif self.begun is not None and mark.kind != "end":
            where = f"a marker within the solution that begins in line {self.begun.first}"
            self.refuse(mark, f"{where}. Close that first, or remove this.")
        elif mark.kind == "line":
            self._line(mark)
        elif mark.kind == "end prompt":
            self.refuse(mark, "'# END PROMPT' without '\"\"\" # BEGIN PROMPT' above it. Begin the string so, or remove this.")
        elif not mark.alone:
            self.refuse(mark, "the marker shares its line with code. Give it a line of its own.")
        elif mark.kind == "begin":
            self.begun = mark
        elif mark.kind == "end":
            self._end(mark)
        else:
            self._prompt(mark)

    def _line(self, mark: Mark) -> None:
        if mark.alone:
            self.refuse(mark, "'# SOLUTION' stands alone. Write it at the end of the statement that it cuts out.")
        elif self.found and self.found[-1].last >= mark.first:
            self.refuse(mark, "the statement holds another solution. Mark it once.")
        else:
            self.found.append(Cut(mark.first, mark.last, self._region(mark.first, mark.last), False, () if mark.bare else None))

    def _end(self, mark: Mark) -> None:
        begun, self.begun = self.begun, None
        if begun is None:
            self.refuse(mark, "'# END SOLUTION' without '# BEGIN SOLUTION' above it. Write that, or remove this.")
        elif mark.bare:
            self.refuse(mark, "'NO PROMPT' belongs behind '# BEGIN SOLUTION'. Write it there.")
        elif not any(_is_code(line) for line in self.lines[begun.first : mark.first - 1]):
            self.refuse(begun, "the solution is empty. Write it between its two markers, or remove them.")
        else:
            region = self._region(begun.first + 1, mark.first - 1)
            self.found.append(Cut(begun.first, mark.first, region, True, () if begun.bare else None))

    def _prompt(self, mark: Mark) -> None:
        last = self.found[-1] if self.found else None
        if last is None or not last.block or last.prompt or any(map(str.strip, self.lines[last.last : mark.first - 1])):
            self.refuse(mark, "the prompt does not follow a solution. Write it right below '# END SOLUTION'.")
        else:
            self.found[-1] = replace(last, last=mark.last, prompt=tuple(self.lines[mark.first : mark.last - 1]))

    def _region(self, first: int, last: int) -> Region:
        return Region(first, last, "\n".join(self.lines[first - 1 : last]))


def _is_code(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
