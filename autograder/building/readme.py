"""What does a student read first?

The README.md of an assignment, from the same facts as examples.json: what is asked, two examples with their answers, how to start,
how to check, how to hand in. And the README.md at the top of what a class receives.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from autograder.building import legible
from autograder.building.definitions import signature
from autograder.course.manifest import Course, Entry
from autograder.course.published import Example, Numbers, Published, PublishedQuestion, Shown
from autograder.course.vocabulary import Kind

if TYPE_CHECKING:
    from jinja2 import Environment


def readme(course: Course, entry: Entry, made: Published, introduction: str, stub: str, *, data: bool = False) -> bytes:
    """The README.md of one assignment.

    Args:
        introduction: what the assignment says of itself, in Markdown.
        stub: the text of the student's file, for the functions' parameters.
        data: whether a folder of data comes with it.
    """
    return _rendered(
        "README.md.jinja",
        title=entry.title,
        introduction=introduction,
        due=_day(entry.due),
        rows=[(_asked(question, stub), question) for question in made.questions],
        by_hand=entry.questions,
        total=entry.total,
        follow_through=course.follow_through,
        file=made.file,
        notebook=made.notebook,
        data=data,
        givens=_listed([f"`{name}`" for name in made.givens]) if made.givens else "",
        called=any(question.kind.called for question in made.questions),
        first=made.questions[0].id,
        examples=[_shown(made, example) for example in made.examples],
        measured=list(_measured(made)),
        shortened=any(_shortened(made, example) for example in made.examples),
    )


def welcome(course: Course) -> bytes:
    """The README.md at the top of what a class receives."""
    entries = course.assignments
    dated = any(entry.due for entry in entries)
    return _rendered("WELCOME.md.jinja", title=course.title, entries=entries, first=entries[0], dated=dated)


@dataclass(frozen=True, slots=True)
class _Shown:
    """An example as indented blocks: the inputs, the answers of names, and what calls return; each may be empty."""

    givens: str
    answers: str
    calls: str


def _asked(question: PublishedQuestion, stub: str) -> str:
    """What is to be written: a name, or a function with its parameters; where a question is about another name, both."""
    called = signature(stub, question.place) if question.kind.called else None
    if called is None:
        return f"`{question.id}`"
    return f"`{called}`" if question.place == question.id else f"`{question.id}`, by `{called}`"


def _shown(made: Published, example: Example) -> _Shown:
    return _Shown(
        legible.named(_givens(made, example)),
        legible.results({name: example.answers[name] for name in _values(made)}),
        legible.results(dict(_calls(made, example))),
    )


def _givens(made: Published, example: Example) -> dict[str, Numbers]:
    """The inputs that stand in the file and those that are sent."""
    sent = {name for question in made.questions for name in question.sends}
    return {name: value for name, value in example.givens.items() if name in made.givens or name in sent}


def _values(made: Published) -> list[str]:
    """The names that are asked for, without the constants: an example would be the answer."""
    return [question.id for question in made.questions if not question.kind.called and question.needs]


def _calls(made: Published, example: Example) -> Iterator[tuple[str, Shown]]:
    for question in made.questions:
        if question.kind is Kind.FUNCTION:
            yield f"{question.id}({', '.join(question.sends)})", example.answers[question.id]
        elif question.kind is Kind.OUTCOME:
            with_them = f" (tried with {', '.join(question.sends)})" if question.sends else ""
            yield f"{question.id}{with_them}", example.answers[question.id]


def _measured(made: Published) -> Iterator[tuple[str, float]]:
    """The measured questions by the share that is enough."""
    measured = [question for question in made.questions if question.kind is Kind.MEASURED]
    for enough in dict.fromkeys(question.enough for question in measured):
        yield _listed([f"`{question.id}`" for question in measured if question.enough == enough]), enough


def _shortened(made: Published, example: Example) -> bool:
    answers = [example.answers[name] for name in _values(made)]
    return any(map(legible.shortened, [*_givens(made, example).values(), *answers, *dict(_calls(made, example)).values()]))


def _rendered(template: str, **facts: object) -> bytes:
    return f"{_environment().get_template(template).render(facts).rstrip()}\n".encode()


@cache
def _environment() -> "Environment":
    """What knows our templates, and reads each of them once."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(  # noqa: S701  # Markdown by the course's own authors, not HTML
        loader=PackageLoader("autograder.building"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"cell": _cell, "points": _points, "nth": _nth, "day": _day}
    return environment


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


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
