"""What do people read of what people say of work? A student: points and comment, or that it waits; what became of a request for another
look. A grader: an answer as it was written.

Clean of everything that steers a terminal, and not yet escaped.
"""

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.feedback import plain, words
from autograder.grading.report import Report

HEADING = "Marked by a person"
WAITS = "waits for a mark"
LOOK = "Another look"
OPEN = "Not answered yet."
WHOLE = "All of it"
INSTEAD = "set by a person"
LONGEST_COMMENT = 1000
LONGEST_LINE = 30_000  # as long as an answer may be: many write a whole page on one line
WIDTH = 100
INDENT = "  | "


@dataclass(frozen=True, slots=True)
class Marked:
    """A question that a person marks, and what it was given; `points` is None while it waits."""

    id: str
    title: str
    possible: float
    points: float | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Set:
    """Points that a person has put in the place of what was graded; the question is "" for all of the assignment.

    Why is not told here: it was said to colleagues.
    """

    question: str
    points: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for another look; the question is "" for all of the assignment, the answer while it is open."""

    question: str
    comment: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class ByPeople:
    """All that people say of a student's work for an assignment."""

    marked: tuple[Marked, ...] = ()
    instead: tuple[Set, ...] = ()
    asked: tuple[Asked, ...] = ()


NOTHING = ByPeople()


@dataclass(frozen=True, slots=True)
class Line:
    """What a student reads of one question that a person marks."""

    id: str
    title: str
    result: str
    points: str
    comment: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a student reads of all that.

    Attributes:
        together: the sum with what was graded by itself; "" where there is none.
        asked: requests, with the answer or that it is still to come.
    """

    lines: tuple[Line, ...]
    together: str
    asked: tuple[Asked, ...]


def read(people: ByPeople, report: Report) -> Reading:
    """Choose what the student reads."""
    possible = {question.id: question.max_points for question in report.questions}
    known = [one for one in people.instead if one.question in possible]
    lines = [*map(_line, people.marked), *(_set(one, possible[one.question]) for one in known)]
    return Reading(tuple(lines), _together(people, known, report), tuple(map(_asked, people.asked)))


def lines(text: str) -> Iterator[str]:
    """A text's lines, each of visible signs alone, with its indentation."""
    for each in text.expandtabs(4).splitlines() or [""]:
        spaced = (" " if unicodedata.category(sign) == "Zs" else sign for sign in each[:LONGEST_LINE])
        shown = "".join(sign for sign in spaced if sign == " " or unicodedata.category(sign)[0] not in "CZ")
        yield plain.thinned(shown).rstrip() + ("…" if len(each) > LONGEST_LINE else "")


def quoted(text: str, width: int = WIDTH) -> Iterator[str]:
    """The same behind a line at the left, wrapped, so that nobody takes any of it for words of ours."""
    for each in lines(text):
        indent = each[: min(len(each) - len(each.lstrip()), width // 2)]
        wrapped = textwrap.wrap(each, width - len(INDENT), subsequent_indent=indent) or [""]
        yield from (f"{INDENT}{piece}".rstrip() for piece in wrapped)


def _line(one: Marked) -> Line:
    return Line(
        id=plain.name(one.id),
        title=plain.line(one.title),
        result=WAITS if one.points is None else "marked",
        points=f"{words.NO_POINTS if one.points is None else words.points(one.points)} / {words.points(one.possible)}",
        comment="" if one.points is None else plain.line(one.comment, LONGEST_COMMENT),
    )


def _set(one: Set, possible: float) -> Line:
    return Line(plain.name(one.question), "", INSTEAD, f"{words.points(one.points)} / {words.points(possible)}", "")


def _asked(one: Asked) -> Asked:
    answer = plain.line(one.answer, LONGEST_COMMENT) or OPEN
    return Asked(plain.name(one.question) if one.question else "", plain.line(one.comment, LONGEST_COMMENT), answer)


def _together(people: ByPeople, instead: Sequence[Set], report: Report) -> str:
    """All points with those that were graded by itself; so far, where something waits."""
    possible = words.points(report.max_score + sum(one.possible for one in people.marked))
    for one in people.instead:
        if not one.question:
            return f"A person has set all of it: {words.points(one.points)} of {possible} points."
    if report.score is None or not (people.marked or instead):
        return ""
    points = {question.id: question.points for question in report.questions} | {one.question: one.points for one in instead}
    earned = words.points(sum(points.values()) + sum(one.points or 0.0 for one in people.marked))
    waiting = [plain.name(one.id) for one in people.marked if one.points is None]
    if waiting:
        return f"So far {earned} of {possible} points: {words.listed(waiting)} {'waits' if len(waiting) == 1 else 'wait'} for a mark."
    return f"Together {earned} of {possible} points."
