"""What does the student's code give on the public examples, run on the student's own machine?

No sandbox: it is the student's own code on the student's own machine, run as it would be in the sandbox otherwise. In a notebook
nothing is run at all: the values are there.
"""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.course.givens import as_given
from autograder.course.published import Published
from autograder.grading.practice import Practice, Seen, Stop, judge
from autograder.grading.report import Place
from autograder.grading.wording import FIRST_STOP, Reason, told
from autograder.sandbox.inside import provided, values
from autograder.sandbox.inside.runner import Raised, Runner, extract, quiet

UNASSIGNED = "The file no longer assigns {names}. Put that back: to be marked, it is run again with other values there."


def rehearse(published: Published, content: bytes, kind: str, *, statement_seconds: float | None = None) -> Practice:
    """Run a file on the public examples and judge it.

    Args:
        kind: "py" or "ipynb".
        statement_seconds: a statement is stopped after this; None where that cannot be done (Windows): Ctrl-C stops it.

    Raises:
        Refused: the file is empty, not text or not a notebook.
    """
    source = extract(content, kind)
    names = [question.id for question in published.questions]
    with quiet(), np.errstate(), warnings.catch_warnings(action="ignore"), provided.standing_in():
        written = _givens(published.examples[0].givens)
        runner = Runner(source, published.givens, names, statement_seconds=statement_seconds, published=written)
        results = [runner.run(_givens(example.givens), {}) for example in published.examples]
    seen = {
        index: _seen(dict(zip(names, result.answers, strict=True)), tuple(map(_stop, result.raised)))
        for index, result in enumerate(results)
    }

    def place(name: str) -> Place | None:
        found = runner.place(name)
        return Place(found[1], found[0]) if found else None

    # A literal that is the very object of an example's given (a small integer) looks unassigned there, but not in both examples.
    unassigned = [name for name in published.givens if all(name in result.unassigned for result in results)]
    notes = [*source.notes, *_remarks(published, unassigned, seen[0].stops)]
    return judge(published, seen, place=place, notes=notes)


def look(published: Published, space: Mapping[str, Any], only: Sequence[str]) -> Practice | str:
    """Judge the values in a notebook's namespace on the example whose givens stand there; or say what is the matter.

    Args:
        only: the questions to judge, with what they hang on; all if empty.
    """
    known = [question.id for question in published.questions]
    if unknown := [name for name in only if name not in known]:
        return f"There is no question {unknown[0]!r} in this assignment. Its questions are: {', '.join(known)}."
    if missing := [name for name in published.givens if name not in space]:
        return f"{_listed(missing)} {_are(missing)} not there yet. Run the cell that sets {_them(missing)}, and check again."
    changed = [
        [name for name, value in _givens(example.givens).items() if not values.unchanged(space[name], value)]
        for example in published.examples
    ]
    index = min(range(len(changed)), key=lambda number: len(changed[number]))
    if names := changed[index]:
        return (
            f"{_listed(names)} {_are(names)} not what the public examples say. Run the cell that sets {_them(names)} again, "
            "and the cells below it."
        )
    answers = {name: values.answer(space[name]) for name in known if name in space}
    return judge(published, {index: _seen(answers, ())}, only=only)


def _givens(numbers: Mapping[str, Any]) -> dict[str, Any]:
    return {name: as_given(value) for name, value in numbers.items()}


def _seen(answers: Mapping[str, values.Answer], stops: tuple[Stop, ...]) -> Seen:
    found: dict[str, Any] = {}
    odd: dict[str, str] = {}
    for name, answer in answers.items():
        match answer:
            case ["value", array] if array.dtype.kind == "b":
                odd[name] = "True or False"
            case ["value", array]:
                found[name] = array
            case ["odd", what]:
                odd[name] = what
    return Seen(found, frozenset(name for name, answer in answers.items() if answer == values.NONE), odd, stops)


def _stop(raised: Raised) -> Stop:
    return Stop(Place(raised.line, raised.cell), raised.error, raised.detail, raised.binds)


def _remarks(published: Published, unassigned: Sequence[str], stops: Sequence[Stop]) -> list[str]:
    """What no single question says: a given that is gone, an early stop that the later ones come from."""
    if not stops:
        return [UNASSIGNED.format(names=_listed(unassigned))] if unassigned else []
    first = stops[0]
    if first.binds & {question.id for question in published.questions}:
        return []
    words = f" Python says: {first.words}." if first.words else ""
    return [FIRST_STOP.format(how=f"{told(Reason.RAISED, error=first.error, place=first.place)}{words}")]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _are(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _them(names: Sequence[str]) -> str:
    return "it" if len(names) == 1 else "them"
