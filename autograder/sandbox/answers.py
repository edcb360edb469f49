"""Has what a child says the form of an answer?

A child may forge every byte it sends; that is harmless as long as only values come of it. Whatever has not exactly the
expected form is `Malformed`, and counts as no answer. Words are matched as `str("word")`: an array may stand where a word is
expected, and has no truth value. What a student will read is taken from our own lists, since a text may hold a hidden input.
"""

import builtins
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from autograder.sandbox.inside.calls import Call
from autograder.sandbox.inside.fingerprints import MOST as MOST_PRINTS
from autograder.sandbox.inside.values import MAX_PARTS, MAX_TEXT, ODD, legible

Array = NDArray[Any]
Answer = Array | str | tuple[Array | str, ...]
"""A number or an array (float64, or bool for truth values), a short text, or several of these."""

Kept = TypeVar("Kept")

MAX_NOTES = 50
MAX_SENTENCE = 200
MAX_RAISED = 2000
MOST_CELLS = 10**6
MOST_LINES = 10**7
OTHER_ERRORS = ("StatementTimeout", "OutputFlood")
NOT_ALL_NUMBERS = "several values, one of which is no number"
NUMBERS = (np.dtype(np.float64), np.dtype(np.bool_))


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
        values: by question; questions without a value are left out.
        blank: questions whose placeholder is still there: None, or a function that raises NotImplementedError.
        odd: questions that hold or return something which is no number, and what.
        raised: statements and calls that did not come to their end; a call binds its question.
        unassigned: givens that the file never assigns.
        changed: by question, the arguments that its function did not leave as they were.
        waits: questions whose function stopped at another question's placeholder, and which.
        unasked: questions that were not come to before the child ended.
    """

    values: dict[str, Answer]
    blank: frozenset[str]
    odd: dict[str, str]
    raised: tuple[Told, ...]
    unassigned: tuple[str, ...]
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    waits: dict[str, str] = field(default_factory=dict)
    unasked: frozenset[str] = frozenset()


def is_end(said: Any) -> bool:
    """Whether a child says that all cases are through."""
    match _listed(said):
        case [str("end")]:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Extract:
    """What counts of a submitted file: the same for the same work.

    Attributes:
        cells: the texts, one of a .py file, of a notebook one for each code cell that holds anything.
        places: for each of them the cell's number in the file, and how many lines stand above it there.
    """

    kind: str
    cells: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    _lines: tuple[int, ...] = field(init=False, repr=False, compare=False)  # counted once: a child names thousands of places

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lines", tuple(text.count("\n") + 1 for text in self.cells))

    @property
    def text(self) -> str:
        """All of it, for people and for looking up names."""
        return "\n\n".join(self.cells)

    @property
    def key(self) -> str:
        """What tells one work from another, the borders of cells among it: no file holds null characters."""
        return self.text if self.kind == "py" else "\0".join(["", *self.cells])

    def whole(self, content: bytes) -> bool:
        """Whether the file holds nothing else."""
        return self.kind == "py" and content.removesuffix(b"\n") == self.text.encode("utf-8", "surrogatepass")

    def located(self, cell: int, line: int) -> tuple[int, int] | None:
        """A place in the file: what runs knows the cells only as it was sent them. None for what is no line of it: a child may say
        any number, and might mean something else by it.
        """
        index = cell if self.kind == "py" else cell - 1
        if not 0 <= index < len(self.places) or not 0 < line <= self._lines[index]:
            return None
        number, above = self.places[index]
        return number, line + above


NOWHERE = (0, 0)
NOTHING_READ = Extract("py", (), ())


def extraction(said: Any, kind: str) -> tuple[Extract, tuple[str, ...], str]:
    """(what counts, notes, why refused) of a child's answer to a submission.

    Raises:
        Malformed: it is neither.
    """
    match _listed(said):
        case [str("text"), list(cells), list(notes)] if all(isinstance(note, str) for note in notes):
            found = [_cell(cell) for cell in cells]
            read = Extract(kind, tuple(text for _, _, text in found), tuple((number, above) for number, above, _ in found))
            return read, tuple(map(_sentence, notes[:MAX_NOTES])), ""
        case [str("refused"), str(why)]:
            return NOTHING_READ, (), _sentence(why)
    raise Malformed("neither a text nor a refusal")


def fingerprints(said: Any) -> frozenset[int]:
    """What a child says of a file that was to be taken down as numbers; nothing where it refuses.

    Raises:
        Malformed: it is neither.
    """
    match _listed(said):
        case [str("prints"), np.ndarray() as numbers] if numbers.dtype == np.int64 and numbers.ndim == 1:
            if numbers.size <= MOST_PRINTS:
                return frozenset(numbers.tolist())
        case [str("refused"), str()]:
            return frozenset()
    raise Malformed("not fingerprints")


def _sentence(said: str) -> str:
    """As much of it as a person reads, and nothing that cannot be written down or is no letter: a note quotes the student's file."""
    return "".join(sign if sign.isprintable() else "?" for sign in said[:MAX_SENTENCE]).encode("utf-8", "replace").decode()


def _is_number(said: Any) -> bool:
    return type(said) is int  # a truth value is one, too


def _cell(said: Any) -> tuple[int, int, str]:
    match _listed(said):
        case [int(number), int(above), str(text)] if _is_number(number) and _is_number(above) and "\0" not in text:
            if 0 <= number < MOST_CELLS and 0 <= above < MOST_LINES:
                return number, above, text
    raise Malformed("not a cell")


def broken_driver(said: Any) -> str:
    """Why the author's driver cannot be run, or nothing. Said before any of the student's code has run."""
    match _listed(said):
        case [str("broken"), str(why)]:
            return why[:MAX_SENTENCE] or "no reason given"
    return ""


def places(said: Any, names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Where each question is assigned or defined last, (cell, line), for those that are.

    Raises:
        Malformed: it has not the form of places.
    """
    found: dict[str, tuple[int, int]] = {}
    match _listed(said):
        case [str("places"), list(each)] if len(each) == len(names):
            for name, place in zip(names, each, strict=True):
                match _listed(place):
                    case [int(cell), int(line)] if _is_place(cell, line) and line:
                        found[name] = cell, line
                    case []:
                        pass
                    case _:
                        raise Malformed(f"no place for {name}")
            return found
    raise Malformed("not places")


def case_values(said: Any, names: Sequence[str], givens: Sequence[str], calls: Sequence[Call] = ()) -> CaseValues:
    """What a child says of one run of the program.

    Args:
        calls: the questions whose functions will be called: a statement may have failed to define them.

    Raises:
        Malformed: it has not the form of a case's answers.
    """
    match _listed(said):
        case [str("case"), list(answers), list(raised), list(unassigned)] if len(answers) == len(names) and len(raised) <= MAX_RAISED:
            found = [_answer(answer) for answer in answers]
            bindable = [*names, *(call.question for call in calls)]
            names_missing = _texts(unassigned)
            missing = tuple(name for name in givens if name in names_missing)
            told = tuple(_told(one, bindable) for one in raised)
            return _sorted(dict(zip(names, found, strict=True)), told, missing)
    raise Malformed("not a case")


def wanted(said: Any) -> str | None:
    """The name of the input that a driver asks for, or None if a child says something else."""
    match _listed(said):
        case [str("ask"), str(name)]:
            return name
    return None


@dataclass(frozen=True, slots=True)
class NoValue:
    """An answer that is no value: the placeholder (`what` is None), nothing at all (empty), or something odd."""

    what: str | None


@dataclass(frozen=True, slots=True)
class CallTold:
    """What a child says of one call."""

    answer: Answer | NoValue
    changed: tuple[str, ...]
    raised: Told | None
    waits: str


def called(said: Any, call: Call, questions: Sequence[str]) -> CallTold:
    """What a child says of one call.

    Raises:
        Malformed: it has not the form of a call's answer.
    """
    match _listed(said):
        case [str("called"), answer, list(changed), list(raised), str(waits)] if len(raised) <= 1:
            if waits and (waits not in questions or waits == call.question):
                raise Malformed(f"{call.question} waits for no other question")
            names = _texts(changed)
            altered = tuple(name for name in (*call.arguments, *call.later) if name in names)
            told = [_told(one, [call.question]) for one in raised]
            return CallTold(_answer(answer, call=True), altered, told[0] if told else None, waits)
    raise Malformed("not a call")


def with_calls(case: CaseValues, told: Mapping[str, CallTold], questions: Sequence[str]) -> CaseValues:
    """A run of the program together with the calls that were made on one case; `questions`: all that were to be."""
    found = _sorted({name: one.answer for name, one in told.items()}, tuple(one.raised for one in told.values() if one.raised), ())
    return replace(
        case,
        values={**case.values, **found.values},
        blank=case.blank | found.blank,
        odd={**case.odd, **found.odd},
        raised=(*case.raised, *found.raised),
        changed={name: one.changed for name, one in told.items() if one.changed},
        waits={name: one.waits for name, one in told.items() if one.waits},
        unasked=frozenset(questions).difference(told),
    )


def completed(first: CaseValues, later: CaseValues) -> CaseValues:
    """What was told of a case when it was first asked, and of the questions that were not come to then, what was told of them later."""
    missed = first.unasked

    def added(told: Mapping[str, Kept]) -> dict[str, Kept]:
        return {name: one for name, one in told.items() if name in missed}

    return CaseValues(
        values={**first.values, **added(later.values)},
        blank=first.blank | later.blank & missed,
        odd={**first.odd, **added(later.odd)},
        raised=(*first.raised, *(one for one in later.raised if one.binds & missed and one not in first.raised)),
        unassigned=first.unassigned,
        changed={**first.changed, **added(later.changed)},
        waits={**first.waits, **added(later.waits)},
        unasked=missed & later.unasked,
    )


def relocated(case: CaseValues, source: Extract) -> CaseValues:
    """The same with the places of what raised in the student's file."""
    if not case.raised:
        return case

    def moved(told: Told) -> Told:
        cell, line = source.located(told.cell, told.line) or NOWHERE
        return replace(told, cell=cell, line=line)

    return replace(case, raised=tuple(map(moved, case.raised)))


def _sorted(found: Mapping[str, Answer | NoValue], raised: tuple[Told, ...], unassigned: tuple[str, ...]) -> CaseValues:
    values: dict[str, Answer] = {}
    blank: set[str] = set()
    odd: dict[str, str] = {}
    for name, answer in found.items():
        if not isinstance(answer, NoValue):
            values[name] = answer
        elif answer.what is None:
            blank.add(name)
        elif answer.what:
            odd[name] = answer.what
    return CaseValues(values, frozenset(blank), odd, raised, unassigned)


def _answer(said: Any, *, call: bool = False) -> Answer | NoValue:
    match _listed(said):
        case [str("value"), np.ndarray() as array] if array.dtype in NUMBERS:
            return array
        case [str("text"), str(text)] if len(text) <= MAX_TEXT and legible(text):
            return text
        case [str("parts"), list(parts)] if call and 0 < len(parts) <= MAX_PARTS:
            found = [_answer(part) for part in parts]
            fine = tuple(part for part in found if isinstance(part, (np.ndarray, str)))
            return fine if len(fine) == len(found) else NoValue(NOT_ALL_NUMBERS)
        case [str("none")]:
            return NoValue(None)
        case [str("absent")]:
            return NoValue("")
        case [str("odd"), str(what)]:
            return NoValue(what if what in ODD else "an object")
    raise Malformed("not an answer")


def _is_place(cell: int, line: int) -> bool:
    return _is_number(cell) and _is_number(line) and 0 <= cell < MOST_CELLS and 0 <= line < MOST_LINES


def _told(one: Any, names: Sequence[str]) -> Told:
    match _listed(one):
        case [int(cell), int(line), str(error), list(binds)] if _is_place(cell, line):
            return Told(cell, line, _known(error), frozenset(name for name in names if name in _texts(binds)))
    raise Malformed("not a raised statement")


def _listed(said: Any) -> list[Any] | None:
    """A list as it is, anything else as None: from NumPy 2.5 on, an array takes part in matching as a sequence does."""
    return said if isinstance(said, list) else None


def _texts(said: list[Any]) -> list[str]:
    if not all(isinstance(one, str) for one in said):
        raise Malformed("not a list of names")
    return said


def _known(error: str) -> str:
    """An exception's name if it is Python's own, else "Exception": what a student reads holds no text of the child's."""
    found = getattr(builtins, error, None)
    known = isinstance(found, type) and issubclass(found, BaseException)
    return error if known or error in OTHER_ERRORS else "Exception"
