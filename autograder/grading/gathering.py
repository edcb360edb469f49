"""How does what a student's code gave become what can be judged, on the student's own machine?"""

import contextlib
from collections.abc import Collection, Iterator, Mapping

import numpy as np

from autograder.course.closeness import Answer
from autograder.course.givens import Value
from autograder.course.published import FILE, Example, Published
from autograder.errors import CourseError
from autograder.grading.report import Place
from autograder.grading.seen import Seen, Stop
from autograder.sandbox.inside import values
from autograder.sandbox.inside.runner import BrokenDriver, Call, Called, Raised

SEVERAL = "several values, one of which is no number"
UNUSABLE = "{file}: the functions cannot be tried: {why}. Put the {file} that you received back in its place."


def calls_of(published: Published, wanted: Collection[str]) -> list[Call]:
    """The calls that some of the questions need, in the order asked."""
    asked = (question for question in published.questions if question.kind.called and question.id in wanted)
    return [Call(question.id, question.sends, question.later, question.place) for question in asked]


def standing(published: Published, example: Example) -> dict[str, Value]:
    """What stands at the top level of the student's file in an example."""
    return {name: value for name, value in example.values().items() if name in published.givens}


@contextlib.contextmanager
def usable() -> Iterator[None]:
    """A driver that cannot be run is a fault of examples.json."""
    try:
        yield
    except BrokenDriver as broken:
        raise CourseError([UNUSABLE.format(file=FILE, why=broken)]) from None


def gathered(
    answers: Mapping[str, values.Answer],
    called: Mapping[str, Called],
    raised: Collection[Raised] = (),
    skipped: frozenset[str] = frozenset(),
) -> Seen:
    """What was seen on one example.

    Args:
        answers: by name; called: by question; raised: statements that did not come to their end.
        skipped: questions that were not looked at.
    """
    given = {name: answer for name, answer in answers.items() if name not in skipped}
    given |= {name: one.answer for name, one in called.items()}
    found: dict[str, Answer] = {}
    odd: dict[str, str] = {}
    for name, answer in given.items():
        if (value := _value(answer)) is not None:
            found[name] = value
        elif answer[0] == "odd":
            odd[name] = answer[1]
        elif answer[0] == "parts":
            odd[name] = SEVERAL
    return Seen(
        found,
        frozenset(name for name, answer in given.items() if answer == values.NONE),
        odd,
        tuple(stop_of(one) for one in (*raised, *(one.raised for one in called.values() if one.raised))),
        {name: one.changed for name, one in called.items() if one.changed},
        {name: one.waits for name, one in called.items() if one.waits},
        skipped,
    )


def stop_of(raised: Raised) -> Stop:
    """A stop with its place, if that is known."""
    return Stop(Place(raised.line, raised.cell) if raised.line else None, raised.error, raised.detail, raised.binds)


def _value(answer: values.Answer) -> Answer | None:
    match answer:
        case ["value", np.ndarray() as array]:
            return array
        case ["text", str(text)]:
            return text
        case ["parts", list(parts)]:
            found = [_value(part) for part in parts]
            fine = tuple(part for part in found if isinstance(part, np.ndarray | str))
            return fine if len(fine) == len(found) else None
    return None
