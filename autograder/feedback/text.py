"""How does a report look in a terminal?

One line a question, a mark with its label, the points in a fixed column; details only at the first broken link; the tally last.
"""

import textwrap
from dataclasses import dataclass

from autograder.feedback import words
from autograder.feedback.reading import Line, Look, Reading, read
from autograder.feedback.words import Label
from autograder.grading.report import Report

WIDTH = 80
NARROWEST = 40
_LABEL_WIDTH = max(len(label) for label in Label)  # so that points stand in the same column on every page

_BOLD, _DIM, _GREEN, _CYAN, _RED, _YELLOW, _MAGENTA = "1", "2", "32", "36", "31", "33", "35"
_COLOURS = {
    Label.CORRECT: _GREEN,
    Label.CARRIED: _CYAN,
    Label.NOT_YET: _RED,
    Label.UNATTEMPTED: _DIM,
    Label.MISSING: _YELLOW,
    Label.FAILED: _YELLOW,
    Label.FAULT: _MAGENTA,
}


def render(report: Report, *, colour: bool = False, width: int = WIDTH) -> str:
    """The report as lines of text that end with a newline.

    Args:
        colour: paint titles and marks with ANSI codes; every mark has its words beside it all the same.
        width: sentences are wrapped to so many columns.
    """
    page = _Page(colour, max(width, NARROWEST))
    return "\n".join(page.lines(read(report))) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """How to draw on this terminal."""

    colour: bool
    width: int

    def lines(self, reading: Reading) -> list[str]:
        """The whole page."""
        return [
            self.paint(reading.title, _BOLD),
            self.paint(" · ".join(filter(None, [reading.slug, reading.student, reading.file])), _DIM),
            "",
            *self.wrapped(reading.opening),
            "",
            *self.table(reading),
            "",
            *(self.look(reading.look) if reading.look else []),
            *self.paragraph(reading.follow_through),
            *(line for remark in reading.remarks for line in self.paragraph(f"{words.NOTE}: {remark}")),
            f"{self.paint(reading.total, _BOLD)}: {reading.tally}.",
        ]

    def table(self, reading: Reading) -> list[str]:
        """A line a question: mark, name, result, points; these only where there are any to be had."""
        lines = reading.lines
        ids = max((len(line.id) for line in lines), default=0)
        results = max([_LABEL_WIDTH, *(len(line.result) for line in lines)])
        earned = max((len(line.earned) for line in lines), default=0)
        made = []
        for line in lines:
            points = f"  {_points(line, earned)}" if reading.graded else ""
            made.append(f"  {self.mark(line.label)}  {line.id:<{ids}}  {line.result:<{results}}{points}".rstrip())
        return made

    def look(self, look: Look) -> list[str]:
        """The first broken link, with what was seen and the hint."""
        said = [look.text, look.message, look.seen, f"{words.HINT}: {look.hint}" if look.hint else "", look.built_on]
        body = [line for sentence in said if sentence for line in self.wrapped(sentence, indent="  ")]
        return [self.paint(look.heading, _BOLD), *body, ""]

    def paragraph(self, sentence: str) -> list[str]:
        return [*self.wrapped(sentence), ""] if sentence else []

    def wrapped(self, sentence: str, indent: str = "") -> list[str]:
        return textwrap.wrap(sentence, self.width, initial_indent=indent, subsequent_indent=indent)

    def mark(self, label: Label) -> str:
        return self.paint(label.mark, _COLOURS[label])

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def _points(line: Line, wide: int) -> str:
    return f"{line.earned:>{wide}} / {line.possible}" if line.possible else f"{line.earned:>{wide}}"
