"""What does a student read first?

The README.md of an assignment, from the same facts as examples.json: what is asked, two examples with their answers, how to start,
how to check, how to hand in. And the README.md at the top of what a class receives.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from autograder.course.manifest import Course, Entry
from autograder.course.published import Numbers, Published

SHOWN_DIGITS = 8  # as NumPy prints


def readme(course: Course, entry: Entry, made: Published, introduction: str) -> bytes:
    """The README.md of one assignment.

    Args:
        introduction: what the assignment says of itself, in Markdown.
    """
    return _rendered(
        "README.md.jinja",
        title=entry.title,
        introduction=introduction,
        due=_day(entry.due),
        questions=made.questions,
        total=entry.points,
        follow_through=course.follow_through,
        file=made.file,
        notebook=made.notebook,
        givens=_listed([f"`{name}`" for name in made.givens]),
        examples=made.examples,
    )


def welcome(course: Course) -> bytes:
    """The README.md at the top of what a class receives."""
    entries = course.assignments
    dated = any(entry.due for entry in entries)
    return _rendered("WELCOME.md.jinja", title=course.title, entries=entries, first=entries[0], dated=dated)


def _rendered(template: str, **facts: object) -> bytes:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(  # noqa: S701  # Markdown by the course's own authors, not HTML
        loader=PackageLoader("autograder.building"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"cell": _cell, "points": _points, "nth": _nth, "code": _code, "day": _day}
    return f"{environment.get_template(template).render(facts).rstrip()}\n".encode()


def _cell(text: str) -> str:
    """Text that may stand in a table's cell."""
    return text.replace("|", "\\|")


def _points(points: float) -> str:
    return f"{points:g}"


def _nth(number: int) -> str:
    words = ("First", "Second", "Third", "Fourth")
    return words[number - 1] if number <= len(words) else f"{number}th"


def _day(due: datetime | None) -> str:
    return f"{due:%Y-%m-%d %H:%M %Z}".rstrip() if due else ""


def _code(values: Mapping[str, Numbers]) -> str:
    """Names and their values as an indented block, the equals signs below each other."""
    width = max(map(len, values))
    return "\n".join(f"    {name:{width}} = {_value(value, width)}" for name, value in values.items())


def _value(value: Numbers, width: int) -> str:
    """A number, a row, or a matrix with a line for each row."""
    if not isinstance(value, list) or not any(isinstance(item, list) for item in value):
        return json.dumps(_shown(value))
    return f",\n{' ' * (width + 8)}".join(_value(item, width + 1) for item in value).join("[]")


def _shown(value: Numbers) -> Numbers:
    if isinstance(value, list):
        return [_shown(item) for item in value]
    return float(f"{value:.{SHOWN_DIGITS}g}") if isinstance(value, float) else value


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
