"""What does a student's folder know of its assignment?

`examples.json`: the questions, the two public examples with their answers, and what the known mistakes give on them. It is made by
`descent build` and is all that `descent check` needs. It holds nothing that the student may not see.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from autograder.course.givens import as_given
from autograder.errors import CourseError

FILE = "examples.json"
SCHEMA: Literal["descent/examples/1"] = "descent/examples/1"

Numbers = int | float | list[Any]
"""A number, or lists of numbers as deep as the shape asks for."""


class PublishedMistake(msgspec.Struct, frozen=True):
    """A known mistake's name and hint."""

    id: str
    hint: str


class PublishedQuestion(msgspec.Struct, frozen=True):
    """One question: what is asked, what it is worth, what it hangs on, how closely it is compared."""

    id: str
    text: str
    points: float
    needs: tuple[str, ...]
    rtol: float
    atol: float
    mistakes: tuple[PublishedMistake, ...] = ()


class Example(msgspec.Struct, frozen=True):
    """One public example.

    Attributes:
        mistakes: for each question, what each of its mistakes gives here; one whose value is not finite is left out.
    """

    givens: dict[str, Numbers]
    answers: dict[str, Numbers]
    mistakes: dict[str, dict[str, Numbers]] = {}


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """All of examples.json."""

    schema: Literal["descent/examples/1"] = SCHEMA
    assignment: str
    title: str
    version: int
    file: str
    notebook: str
    givens: tuple[str, ...]
    questions: tuple[PublishedQuestion, ...]
    examples: tuple[Example, ...]


def load(path: Path) -> Published:
    """Read an examples.json.

    Raises:
        CourseError: it is not there, or is not what `descent build` makes; with what a student can do about it.
    """
    try:
        published = msgspec.json.decode(path.read_bytes(), type=Published)
    except OSError as error:
        why = "not found" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise CourseError([f"{path}: {why}. Work in the assignment's folder as you received it, with {FILE} in it."]) from None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise CourseError([f"{path}: not an {FILE} of this course: {error}. {_AGAIN}"]) from None
    if problems := [f"{path}: {problem} {_AGAIN}" for problem in _problems(published)]:
        raise CourseError(problems)
    return published


_AGAIN = f"Put the {FILE} that you received back in its place."


def _problems(published: Published) -> Iterator[str]:
    if not published.questions or not published.examples:
        yield "it has no question or no example."
    questions = {question.id for question in published.questions}
    for number, example in enumerate(published.examples, 1):
        if missing := sorted({*published.givens} - example.givens.keys()):
            yield f"example {number} does not give {', '.join(missing)}."
        if missing := sorted(questions - example.answers.keys()):
            yield f"example {number} does not answer {', '.join(missing)}."
        mistaken = [value for values in example.mistakes.values() for value in values.values()]
        if not all(map(_numeric, [*example.givens.values(), *example.answers.values(), *mistaken])):
            yield f"example {number} holds something that is not a number."


def _numeric(value: Numbers) -> bool:
    try:
        as_given(value)
    except (TypeError, ValueError):
        return False
    return True
