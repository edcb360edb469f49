"""Has what a child says the form of an answer?

A child may forge every byte it sends; that is harmless as long as only values come of it. Whatever has not exactly the
expected form is `Malformed`, and counts as no answer. Words are matched as `str("word")`: an array may stand where a word is
expected, and has no truth value. What a student will read is taken from our own lists, since a text may hold a hidden input.
"""

import builtins
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.sandbox.inside.values import ODD

MAX_NOTES = 50
MAX_TEXT = 200
MAX_RAISED = 2000
MOST_CELLS = 10**6
MOST_LINES = 10**7
OTHER_ERRORS = ("StatementTimeout", "OutputFlood")


class Malformed(Exception):
    """Not of the form of an answer."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that did not come to its end, as the child tells it: where, a built-in exception's name, what it would have bound."""

    cell: int
    line: int
    error: str
    binds: frozenset[str]


@dataclass(frozen=True, slots=True)
class CaseValues:
    """One case's answers.

    Attributes:
        values: by question, float64 arrays (bool arrays for truth values); questions without a value are left out.
        blank: questions that hold None, the placeholder.
        odd: questions that hold something which is no number, and what.
        raised: statements that did not come to their end.
        unassigned: givens that the file never assigns.
    """

    values: dict[str, NDArray[Any]]
    blank: frozenset[str]
    odd: dict[str, str]
    raised: tuple[Told, ...]
    unassigned: tuple[str, ...]


def is_end(said: Any) -> bool:
    """Whether a child says that all cases are through."""
    match said:
        case [str("end")]:
            return True
    return False


def extraction(said: Any) -> tuple[str, tuple[str, ...], str]:
    """(text, notes, why refused) of a child's answer to a submission.

    Raises:
        Malformed: it is neither.
    """
    match said:
        case [str("text"), str(text), list(notes)] if all(isinstance(note, str) for note in notes):
            return text, tuple(note[:MAX_TEXT] for note in notes[:MAX_NOTES]), ""
        case [str("refused"), str(why)]:
            return "", (), why[:MAX_TEXT]
    raise Malformed("neither a text nor a refusal")


def places(said: Any, names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Where each question is assigned last, (cell, line), for those that are.

    Raises:
        Malformed: it has not the form of places.
    """
    found: dict[str, tuple[int, int]] = {}
    match said:
        case [str("places"), list(each)] if len(each) == len(names):
            for name, place in zip(names, each, strict=True):
                match place:
                    case [int(cell), int(line)] if 0 <= cell < MOST_CELLS and 0 < line < MOST_LINES:
                        found[name] = cell, line
                    case []:
                        pass
                    case _:
                        raise Malformed(f"no place for {name}")
            return found
    raise Malformed("not places")


def case_values(said: Any, names: Sequence[str], givens: Sequence[str]) -> CaseValues:
    """What a child says of one case.

    Raises:
        Malformed: it has not the form of a case's answers.
    """
    match said:
        case [str("case"), list(answers), list(raised), list(unassigned)] if len(answers) == len(names) and len(raised) <= MAX_RAISED:
            values: dict[str, NDArray[Any]] = {}
            blank: set[str] = set()
            odd: dict[str, str] = {}
            for name, answer in zip(names, answers, strict=True):
                _sort_in(name, answer, values, blank, odd)
            missing = tuple(name for name in givens if name in _texts(unassigned))
            return CaseValues(values, frozenset(blank), odd, tuple(_told(one, names) for one in raised), missing)
    raise Malformed("not a case")


def _sort_in(name: str, answer: Any, values: dict[str, NDArray[Any]], blank: set[str], odd: dict[str, str]) -> None:
    match answer:
        case [str("value"), np.ndarray() as array] if array.dtype.kind in "fb":
            values[name] = array
        case [str("none")]:
            blank.add(name)
        case [str("absent")]:
            pass
        case [str("odd"), str(what)]:
            odd[name] = what if what in ODD else "an object"
        case _:
            raise Malformed(f"no answer for {name}")


def _told(one: Any, names: Sequence[str]) -> Told:
    match one:
        case [int(cell), int(line), str(error), list(binds)] if 0 <= cell < MOST_CELLS and 0 <= line < MOST_LINES:
            return Told(cell, line, _known(error), frozenset(name for name in names if name in _texts(binds)))
    raise Malformed("not a raised statement")


def _texts(said: list[Any]) -> list[str]:
    if not all(isinstance(one, str) for one in said):
        raise Malformed("not a list of names")
    return said


def _known(error: str) -> str:
    """An exception's name if it is Python's own, else "Exception": what a student reads holds no text of the child's."""
    found = getattr(builtins, error, None)
    known = isinstance(found, type) and issubclass(found, BaseException)
    return error if known or error in OTHER_ERRORS else "Exception"
