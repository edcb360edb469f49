"""How far is what stands in a notebook right? Its names are looked at and its functions called; no program is run."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from autograder.course.published import Published
from autograder.grading.gathering import calls_of, gathered, standing, usable
from autograder.grading.practice import Practice, judge, with_ancestors
from autograder.grading.report import QuestionReport, Verdict
from autograder.grading.wording import listed
from autograder.sandbox.inside import values
from autograder.sandbox.inside.runner import call_live

NOT_HERE = "There is no {name} here yet. Run the cell that defines it, and check again."


def look(published: Published, space: dict[str, Any], only: Sequence[str]) -> Practice | str:
    """Judge what stands in a notebook's namespace, names on the example whose givens stand there and functions on both; or say what is
    the matter.

    Args:
        space: the namespace itself, not a copy.
        only: the questions to judge, with what they hang on; all if empty.

    Raises:
        CourseError: the examples.json cannot be used.
    """
    known = [question.id for question in published.questions]
    if unknown := [name for name in only if name not in known]:
        return f"There is no question {unknown[0]!r} in this assignment. Its questions are: {', '.join(known)}."
    wanted = with_ancestors(published, only)
    asked = [question for question in published.questions if question.id in wanted]
    names = [question.id for question in asked if not question.kind.called]
    hanging = frozenset(question.id for question in asked if question.needs and not question.kind.called)
    here = _here(published, space) if hanging else 0
    if isinstance(here, str):
        return here
    answers = {name: values.answer(space[name]) for name in names if name in space}
    inputs = [example.values() for example in published.examples]
    with warnings.catch_warnings(action="ignore"), usable():
        called = call_live(space, calls_of(published, wanted), inputs, inputs, published.driver)
    seen = {index: gathered(answers, one, skipped=hanging if index != here else frozenset()) for index, one in enumerate(called)}
    found = judge(published, {here: seen[here]} if len(hanging) == len(asked) else seen, only=only)
    return replace(found, links=tuple(_reworded(link) if isinstance(link, QuestionReport) else link for link in found.links))


def _here(published: Published, space: Mapping[str, Any]) -> int | str:
    """The example whose givens stand in a notebook, or why none does."""
    if missing := tuple(name for name in published.givens if name not in space):
        return f"{listed(missing)} {_are(missing)} not there yet. Run the cell that sets {_them(missing)}, and check again."
    changed = [
        tuple(name for name, value in standing(published, example).items() if not values.unchanged(space[name], value))
        for example in published.examples
    ]
    index = min(range(len(changed)), key=lambda number: len(changed[number]))
    if names := changed[index]:
        return (
            f"{listed(names)} {_are(names)} not what the public examples say. Run the cell that sets {_them(names)} again, "
            "and the cells below it."
        )
    return index


def _reworded(link: QuestionReport) -> QuestionReport:
    """The same where there is no file to speak of, and a line is one of its cell."""
    if link.verdict is Verdict.MISSING:
        return msgspec.structs.replace(link, message=NOT_HERE.format(name=link.id))
    if link.place is None:
        return link
    here = f"{str(link.place).capitalize()} "
    return msgspec.structs.replace(link, message=link.message.replace(here, f"{here}of its cell ", 1), place=None)


def _are(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _them(names: Sequence[str]) -> str:
    return "it" if len(names) == 1 else "them"
