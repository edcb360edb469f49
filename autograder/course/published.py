"""What does a student's folder know of its assignment?

`examples.json`: the questions, the two public examples with their answers, and what the known mistakes give on them; for functions what
they are called with, and how an outcome is tried and measured. It is made by `descent build` and is all that `descent check` needs. It
holds nothing that the student may not see.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
import numpy as np

from autograder.course.closeness import UNCOMPUTABLE, Answer, Array, plain
from autograder.course.descent import PublishedDescent
from autograder.course.givens import Value, as_given
from autograder.course.vocabulary import Kind
from autograder.errors import CourseError

FILE = "examples.json"
CARRIED = "_public_examples"
"""The name under which a notebook that we hand out carries the text of its examples.json."""
SCHEMA: Literal["descent/examples/1"] = "descent/examples/1"

SEAL = "sha256:"

Numbers = int | float | list[Any]
"""A number, or lists of numbers as deep as the shape asks for."""


class Parts(msgspec.Struct, frozen=True):
    """Several things that one call returns."""

    parts: tuple[Numbers | str, ...]


Shown = Numbers | str | Parts
"""An answer as it is written down."""


class PublishedMistake(msgspec.Struct, frozen=True):
    """A known mistake's name and hint."""

    id: str
    hint: str


class PublishedQuestion(msgspec.Struct, frozen=True, omit_defaults=True):
    """One question: what is asked, what it is worth, what it hangs on, how closely it is compared.

    Attributes:
        kind, needs, uses, sends, later, enough: as of a `Question`.
        at: where in the student's file the work is, if that has another name than the question.
        measure: of a measured question, the text of the function that measures.
    """

    id: str
    text: str
    points: float
    needs: tuple[str, ...]
    rtol: float
    atol: float
    mistakes: tuple[PublishedMistake, ...] = ()
    kind: Kind = Kind.VALUE
    uses: tuple[str, ...] = ()
    at: str = ""
    sends: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    enough: float = 1.0
    measure: str = ""

    @property
    def place(self) -> str:
        """Where in the student's file the work is."""
        return self.at or self.id

    @property
    def measured_by(self) -> tuple[str, ...]:
        """The givens that the measure is computed from, besides what the student's code gave."""
        return self.needs[1:] if self.kind is Kind.MEASURED else ()


class Example(msgspec.Struct, frozen=True, omit_defaults=True):
    """One public example.

    Attributes:
        givens: those that stand in the student's file, and those that calls and measures need.
        single: the givens in single precision (float32).
        answers: of all questions but the measured ones. A text that is the same in every case is `sealed`.
        mistakes: for each question, what each of its mistakes gives here: None where a call of the mistaken function fails or
            gives nothing finite; a value's mistake that is not finite is left out.
    """

    givens: dict[str, Numbers]
    answers: dict[str, Shown]
    mistakes: dict[str, dict[str, Shown | None]] = {}
    single: tuple[str, ...] = ()

    def seals(self, question: str) -> bool:
        """Whether a question's answer is written down sealed; its mistakes are then too."""
        answer = self.answers.get(question)
        return isinstance(answer, str) and answer.startswith(SEAL)

    def values(self) -> dict[str, Value]:
        """The givens as a student's code is given them."""
        return {name: _given(value, single=name in self.single) for name, value in self.givens.items()}


class Published(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of examples.json.

    Attributes:
        givens: the names that stand at the top level of the student's file.
        driver: the text of the assignment's `driver.py`, which tries the outcomes.
        call_seconds: how long one call of a function may take, where that is not what is usual.
        descent: what training leads to that feedback pages draw.
        untouched: digests of the file and the notebook as they are handed out, by their names.
    """

    assignment: str
    title: str
    version: int
    file: str
    notebook: str
    givens: tuple[str, ...]
    questions: tuple[PublishedQuestion, ...]
    examples: tuple[Example, ...]
    driver: str = ""
    call_seconds: float | None = None
    descent: PublishedDescent | None = None
    untouched: dict[str, str] = {}
    schema: Literal["descent/examples/1"] = SCHEMA

    @property
    def points(self) -> float:
        """What all questions are worth; 0 where nothing counts."""
        return round(sum(question.points for question in self.questions), 6)

    def question(self, name: str) -> PublishedQuestion:
        """The question of that name."""
        return next(question for question in self.questions if question.id == name)


def handed_out(published: Published, files: Mapping[str, bytes]) -> Published:
    """The same, knowing what the files look like in which nobody has worked yet."""
    return msgspec.structs.replace(published, untouched={name: _digest(content) for name, content in files.items()})


def worked_in(published: Published, folder: Path) -> Path | None:
    """The file of a folder that holds the work, or None: the .py before the notebook, but what is still as it was handed out last.

    The rule by which handed-in folders are graded as well.
    """
    there = [path for path in (folder / published.file, folder / published.notebook) if path.is_file()]
    return min(there, key=lambda path: _is_untouched(published, path), default=None)


def answer(shown: Shown | None) -> Answer:
    """What is written down as a value to compare with; NaN for what cannot be computed.

    Raises:
        TypeError, ValueError: it is not made of numbers.
    """
    if shown is None:
        return UNCOMPUTABLE
    if isinstance(shown, Parts):
        return tuple(part if isinstance(part, str) else _numeric(part) for part in shown.parts)
    return shown if isinstance(shown, str) else _numeric(shown)


def sealed(assignment: str, question: str, text: str) -> str:
    """What stands for a text that is the same in every case: whoever opens the file does not read it by accident."""
    digest = hashlib.sha256("\0".join([assignment, question, plain(text)]).encode("utf-8", "surrogatepass"))
    return f"{SEAL}{digest.hexdigest()[:16]}"


def load(path: Path) -> Published:
    """Read an examples.json.

    Raises:
        CourseError: it is not there, or is not what `descent build` makes; with what a student can do about it.
    """
    try:
        return loads(path.read_bytes(), str(path), f"Put the {FILE} that you received back in its place.")
    except OSError as error:
        why = "not found" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise CourseError([f"{path}: {why}. Work in the assignment's folder as you received it, with {FILE} in it."]) from None


def loads(text: bytes | str, where: str, remedy: str) -> Published:
    """Read the text of an examples.json.

    Args:
        where, remedy: where it stands and what to do if it is damaged, for the message.

    Raises:
        CourseError: it is not what `descent build` makes.
    """
    try:
        published = msgspec.json.decode(text, type=Published)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise CourseError([f"{where}: not an {FILE} of this course: {error}. {remedy}"]) from None
    if problems := [f"{where}: {problem} {remedy}" for problem in _problems(published)]:
        raise CourseError(problems)
    return published


def _is_untouched(published: Published, path: Path) -> bool:
    try:
        return published.untouched.get(path.name) == _digest(path.read_bytes())
    except OSError:
        return False  # whoever opens it says why it cannot be read


def _digest(content: bytes) -> str:
    """The digest of a file, whichever line ends it was stored with."""
    digest = hashlib.sha256(content.replace(b"\r\n", b"\n"))
    return f"{SEAL}{digest.hexdigest()}"


def _problems(published: Published) -> Iterator[str]:
    if not published.questions or not published.examples:
        yield "it has no question or no example."
    answered = {question.id for question in published.questions if question.kind is not Kind.MEASURED}
    needed = {*published.givens}.union(*((*q.sends, *q.later, *q.measured_by) for q in published.questions))
    for number, example in enumerate(published.examples, 1):
        if missing := sorted(needed - example.givens.keys()):
            yield f"example {number} does not give {', '.join(missing)}."
        if missing := sorted(answered - example.answers.keys()):
            yield f"example {number} does not answer {', '.join(missing)}."
        mistaken = [value for values in example.mistakes.values() for value in values.values()]
        if not all(map(_readable, [*example.givens.values(), *example.answers.values(), *mistaken])):
            yield f"example {number} holds something that is not a number."
    for question in published.questions:
        if question.kind in (Kind.OUTCOME, Kind.MEASURED) and not published.driver:
            yield f"it does not say how {question.id} is tried."
        if question.kind is Kind.MEASURED and not question.measure:
            yield f"it does not say how {question.id} is measured."


def _readable(value: Shown | None) -> bool:
    try:
        answer(value)
    except (TypeError, ValueError):
        return False
    return True


def _numeric(value: Numbers) -> Array:
    return np.asarray(as_given(value), dtype=np.float64)


def _given(value: Numbers, *, single: bool) -> Value:
    return np.asarray(value, dtype=np.float32) if single else as_given(value)
