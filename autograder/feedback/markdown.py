"""How does a report look as Markdown, for a platform's comment box or a merge request?

GitHub's dialect, for its tables. Whatever a student can influence is escaped sign by sign, so that it is only ever text.
"""

import re

from autograder.feedback import byhand, words
from autograder.feedback.byhand import NOTHING, ByPeople
from autograder.feedback.reading import Look, Reading, read
from autograder.grading.report import Report

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}
# What Markdown could make something of: anywhere; at the start of a line; inside an address ("http://", "www.a").
_SPECIAL = re.compile(r"[\\`*_\[\]{}#|~$<>&@]|^[-+=]|:(?=\S)|\.(?=[^\W\d_])")
_NUMBERED = re.compile(r"^(\d+)(?=[.)](?:\s|$))")  # "1. " at the start of a line would begin a list


def render(report: Report, people: ByPeople = NOTHING) -> str:
    """The report as Markdown that ends with a newline.

    Args:
        people: what people say beside it.
    """
    reading = read(report)
    who = " · ".join(escaped(part) for part in (reading.slug, reading.student, reading.file) if part)
    parts = [
        f"# {escaped(reading.title)}",
        who,
        escaped(reading.opening),
        _table(reading),
        *(_look(reading.look) if reading.look else []),
        escaped(reading.follow_through),
        *(f"{words.NOTE}: {escaped(remark)}" for remark in reading.remarks),
        f"**{escaped(reading.total)}**: {escaped(reading.tally)}.",
        *_by_people(byhand.read(people, report)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """One line of text, of which Markdown and HTML make nothing but these characters."""
    made = _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)
    return _NUMBERED.sub(r"\1\\", made)


def _table(reading: Reading) -> str:
    """A row a question; a column of points only where there are any to be had."""
    head, rule = f"| | Question | Result | {words.YOURS} |", "|---|---|---|---|"
    rows = [f"| {line.label.mark} | {escaped(line.id)} | {escaped(line.result)} | {escaped(line.seen)} |" for line in reading.lines]
    if reading.graded:
        head, rule = f"{head} Points |", f"{rule}---:|"
        rows = [f"{row} {line.points} |" for row, line in zip(rows, reading.lines, strict=True)]
    return "\n".join([head, rule, *rows])


def _by_people(reading: byhand.Reading) -> list[str]:
    head = ["| Question | Result | Comment | Points |", "|---|---|---|---:|"]
    rows = [f"| {escaped(one.id)} | {one.result} | {escaped(one.comment)} | {one.points} |" for one in reading.lines]
    table = ["\n".join([*head, *rows])] if rows else []
    marked = [f"## {byhand.HEADING}", *table, escaped(reading.together)] if rows or reading.together else []
    whose = [escaped(one.question or byhand.WHOLE) for one in reading.asked]
    asked = [f"{who}: {escaped(one.comment)}\n\n> {escaped(one.answer)}" for who, one in zip(whose, reading.asked, strict=True)]
    return [*marked, *([f"## {byhand.LOOK}", *asked] if asked else [])]


def _look(look: Look) -> list[str]:
    hint = f"> **{words.HINT}:** {escaped(look.hint)}" if look.hint else ""
    return [f"## {escaped(look.heading)}", escaped(look.text), escaped(look.message), escaped(look.seen), hint, escaped(look.built_on)]
