"""How is examples.json made?

From the graph of questions.py alone, to the same bytes on every machine. The last digits of a computed value differ between
processors (np.dot gives 0.8 on one and 0.7999999999999999 on another), so it is rounded to ten digits: four more than the
tolerance of 1e-6 asks for, and fewer where the tolerance is wider.
"""

import ast
import inspect
import json
import textwrap
from collections.abc import Mapping
from functools import partial
from math import floor, log10

import msgspec
import numpy as np

from autograder.course import graph, walking
from autograder.course.cases import Case, examples
from autograder.course.closeness import Answer, Array, finite, size
from autograder.course.givens import Value
from autograder.course.load import Loaded
from autograder.course.published import Example, Numbers, Parts, Published, PublishedMistake, PublishedQuestion, Shown, sealed
from autograder.course.vocabulary import ATOL, RTOL, Assignment, Kind, Question

DIGITS = 10
WIDTH = 120


def published(loaded: Loaded) -> Published:
    """What a student's folder is told of an assignment."""
    entry, assignment = loaded.entry, loaded.assignment
    cases = examples(assignment)
    answered = [question for question in assignment.questions.values() if question.kind is not Kind.MEASURED]
    grains = {question.id: _Grain(question, size([case.truth[question.id] for case in cases]), entry.slug) for question in answered}
    return Published(
        assignment=entry.slug,
        title=entry.title,
        version=entry.version,
        file=entry.file,
        notebook=entry.notebook,
        givens=assignment.bound,
        questions=tuple(_question(question, counts=entry.points > 0) for question in assignment.questions.values()),
        examples=_examples(assignment, cases, grains),
        driver=loaded.driver,
        call_seconds=entry.limits.call_seconds,
        descent=walking.published(assignment),
    )


def examples_json(made: Published) -> bytes:
    """The bytes of an examples.json, to be read by people too: what fits stands on one line."""
    return f"{_pretty({'schema': made.schema} | msgspec.to_builtins(made))}\n".encode()


def _question(question: Question, *, counts: bool) -> PublishedQuestion:
    """A question as it is published; what a value's question does not have is left out."""
    mistakes = tuple(PublishedMistake(mistake.id, mistake.hint) for mistake in question.mistakes.values())
    points = question.points if counts else 0
    plain = PublishedQuestion(question.id, question.text, points, question.needs, question.rtol, question.atol, mistakes)
    if not question.kind.called:
        return plain
    called = msgspec.structs.replace(
        plain, kind=question.kind, uses=question.uses, at="" if question.at == question.id else question.at, sends=question.sends
    )
    if question.kind is not Kind.MEASURED:
        return called
    return msgspec.structs.replace(called, later=question.later, enough=question.enough, measure=_source(question))


def _source(question: Question) -> str:
    """The text of a question's formula without its decorators, from the first column on."""
    text = textwrap.dedent(inspect.getsource(question.formula))
    return "\n".join(text.rstrip().split("\n")[ast.parse(text).body[0].lineno - 1 :])


def _examples(assignment: Assignment, cases: tuple[Case, ...], grains: Mapping[str, "_Grain"]) -> tuple[Example, ...]:
    givens = _needed(assignment)
    mistaken = {name: _mistaken(assignment, assignment.questions[name], cases, grain) for name, grain in grains.items()}
    return tuple(
        Example(
            givens={name: _exact(case.givens[name]) for name in givens},
            answers={name: grain.shown(case.truth[name]) for name, grain in grains.items()},
            mistakes={name: values[index] for name, values in mistaken.items()},
            single=tuple(name for name in givens if np.asarray(case.givens[name]).dtype == np.float32),
        )
        for index, case in enumerate(cases)
    )


def _needed(assignment: Assignment) -> list[str]:
    """The givens that stand in the student's file, that calls are given, or that a measure is computed from."""
    needed = set(assignment.bound)
    for question in assignment.questions.values():
        if question.kind.called:
            needed.update(question.sends, question.later, question.needs)
    return [name for name in assignment.inputs if name in needed]


def _mistaken(assignment: Assignment, question: Question, cases: tuple[Case, ...], grain: "_Grain") -> list[dict[str, Shown | None]]:
    """What each mistake of a question gives, for each example: None where a call comes to nothing, if the other one shows a value."""
    found: list[dict[str, Shown | None]] = [{} for _ in cases]
    for name, mistake in question.mistakes.items():
        values = [graph.mistaken(assignment, mistake, case.givens, case.truth) for case in cases]
        telling = question.kind.called and any(map(finite, values))
        for known, value in zip(found, values, strict=True):
            if finite(value):
                known[name] = grain.shown(value)
            elif telling:
                known[name] = None
    return found


def _exact(value: Value) -> Numbers:
    numbers: Numbers = (np.asarray(value) + 0).tolist()  # plus zero: -0.0 of a derived given has a sign that processors disagree on
    return numbers


class _Grain:
    """How a question's answers are written down: to how many digits, and whether a text is sealed.

    Four digits more than its tolerance asks for; only one more where that has a wide absolute part. What follows from small
    differences (a gradient by stepping) has no more digits that all processors agree on.
    """

    def __init__(self, question: Question, scale: float, slug: str) -> None:
        self.dust = ATOL * scale
        self.digits = DIGITS - floor(log10(max(question.rtol, RTOL) / RTOL) + 1e-9)
        self.wide = question.atol * scale if question.atol > ATOL else 0.0
        self.rtol = question.rtol
        self.seal = partial(sealed, slug, question.id) if not question.needs else None

    def shown(self, value: Answer) -> Shown:
        """An answer, rounded."""
        if isinstance(value, tuple):
            return Parts(tuple(part if isinstance(part, str) else self._numbers(part) for part in value))
        if isinstance(value, str):
            return self.seal(value) if self.seal else value
        return self._numbers(value)

    def _numbers(self, value: Array) -> Numbers:
        entries = [self._rounded(entry) for entry in value.ravel().tolist()]
        numbers: Numbers = np.reshape(np.asarray(entries, dtype=np.float64), value.shape).tolist()
        return numbers

    def _rounded(self, entry: float) -> float:
        """To so many digits; what is nothing but rounding error beside the size of the answers becomes 0."""
        if abs(entry) <= self.dust:
            return 0.0
        if not self.wide:
            return float(f"{entry:.{self.digits - 1}e}")
        return round(entry, 1 - floor(log10(self.wide + self.rtol * abs(entry)))) + 0.0


def _pretty(value: object, indent: str = "", key: str = "") -> str:
    """A line for the key and its value, or as many as it takes to keep lines within WIDTH."""
    line = f"{indent}{key}{json.dumps(value, ensure_ascii=False, allow_nan=False)}"
    if len(line) < WIDTH or not isinstance(value, dict | list | tuple):  # a comma may follow
        return line
    deeper = f"{indent}  "
    if isinstance(value, dict):
        items = [_pretty(item, deeper, f"{json.dumps(name, ensure_ascii=False)}: ") for name, item in value.items()]
        return "\n".join([f"{indent}{key}{{", ",\n".join(items), f"{indent}}}"])
    return "\n".join([f"{indent}{key}[", ",\n".join(_pretty(item, deeper) for item in value), f"{indent}]"])
