"""Is an answer among what a student's process has been sent already?

Arguments fit each other, so one question's argument can be another one's answer. Questions are asked one after the other, and a program
may keep what it was called with. So nothing that is sent may be, but for a factor, a part of what is asked for later; nor may it stand
in for an earlier function, which counts unwritten where one that is built on it is right. What a question is itself called with it may
use as it likes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.course import graph
from autograder.course.cases import Case
from autograder.course.closeness import Array, apart, as_answer, parts, same, size
from autograder.course.vocabulary import Assignment, Kind, Mistake, Question

RTOL = 1e-6  # far more than what derived givens, of ten digits, are rounded by
MOST = 0.5  # in more than so large a part of the cases it must be so

Parts = tuple[Array | str, ...]
Asked = Sequence[tuple[Case, Parts]]
"""An answer, case by case."""

TOP = ""  # in the place of the question that is called with it, for a given at the top level of the student's file


def given_away(assignment: Assignment, drawn: Sequence[Case]) -> Iterator[str]:
    """A sentence for each given that a student's process is sent before its value is asked for, or in the place of working it out."""
    sent = dict.fromkeys(assignment.bound, TOP)
    for question in assignment.questions.values():
        if question.kind is not Kind.MEASURED:
            yield from _asked_later(question, sent, drawn)
        for name in (*question.sends, *question.later):
            sent.setdefault(name, question.id)
        if question.kind in (Kind.FUNCTION, Kind.OUTCOME):
            yield from _left_out(assignment, question, sent, drawn)


def _asked_later(question: Question, sent: Mapping[str, str], drawn: Sequence[Case]) -> Iterator[str]:
    """What was sent before and is a part of this answer."""
    asked = [(case, parts(case.truth[question.id])) for case in drawn]
    for name, by in sent.items():
        if name not in question.needs and (held := _held(name, asked)):
            yield (
                f"questions.py: {_sent(name, by)}, which is {held} {question.id} is asked for later. Who keeps it would be right "
                f"without working it out; {_remedy(question)}"
            )


def _left_out(assignment: Assignment, end: Question, sent: Mapping[str, str], drawn: Sequence[Case]) -> Iterator[str]:
    """Earlier functions all of whose answers that this one is computed from have been sent, one of them since they were asked for."""
    order = list(assignment.questions)
    for question in (assignment.questions[name] for name in graph.ancestors(assignment, end.id)):
        others = [name for name in sent if name not in (*question.needs, *end.needs)]
        held = _all_held(others, [(case, _calls(assignment, case, question, end)) for case in drawn])
        for name, what in held.items():
            if sent[name] != TOP and order.index(sent[name]) > order.index(question.id):
                yield (
                    f"questions.py: {_sent(name, sent[name])}, which is {what} {end.id} needs of {question.id}. Who keeps it would be "
                    f"right without {question.id}, and that counts unwritten; {_remedy(question)}"
                )


def _calls(assignment: Assignment, case: Case, question: Question, end: Question) -> list[Parts]:
    """What one function gives, call by call, while another one is worked out."""
    given: list[Parts] = []

    def noted(*arguments: Any, **functions: Callable[..., Any]) -> Any:
        value = question.formula(*arguments, **functions)
        given.append(parts(as_answer(value)))
        return value

    noting = Mistake("noted", question.id, "", noted, question.needs, question.uses)
    graph.predicted(assignment, case.givens, end.id, [noting])
    return given


def _all_held(names: Sequence[str], called: Sequence[tuple[Case, Sequence[Parts]]]) -> dict[str, str]:
    """The first of these givens that holds each call's answer, and how; nothing if one call's answer is held by none."""
    found: dict[str, str] = {}
    for at in range(max((len(calls) for _, calls in called), default=0)):
        asked = [(case, calls[at]) for case, calls in called if at < len(calls)]
        name, held = next(((name, held) for name in names if (held := _held(name, asked))), ("", ""))
        if not held:
            return {}
        found.setdefault(name, held)
    return found


def _held(name: str, asked: Asked) -> str:
    """In words, which part of an answer a given is, and how many times as large; nothing if it is none."""
    most = max((len(answer) for _, answer in asked), default=0)
    for index in range(most):
        pairs = [(as_answer(case.givens[name]), answer[index]) for case, answer in asked if index < len(answer)]
        factor = _common([_factor(given, part) for given, part in pairs])
        if factor and any(apart(one, other) for (_, one), (_, other) in pairwise(pairs)):
            part = f"part {index + 1} of what" if most > 1 else "what"
            return part if abs(factor - 1) <= RTOL else f"{1 / factor:.4g} times {part}"
    return ""


def _factor(given: object, part: Array | str) -> float:
    """By what a given is multiplied to give an answer's part; NaN if it is by nothing, or the part is zero throughout."""
    if not (isinstance(given, np.ndarray) and isinstance(part, np.ndarray)) or given.shape != part.shape:
        return float("nan")
    with np.errstate(all="ignore"):
        factor = float(np.sum(given * part) / np.sum(given**2))
    return factor if factor and same(factor * given, part, rtol=0, atol=RTOL * size([part])) else float("nan")


def _common(factors: Sequence[float]) -> float:
    """The factor that is the same in most cases; 0 if there is none."""
    known = [factor for factor in factors if not np.isnan(factor)]
    if len(known) <= MOST * len(factors):
        return 0.0
    middle = float(np.median(known))
    alike = [factor for factor in known if abs(factor - middle) <= RTOL * abs(middle)]
    return middle if len(alike) > MOST * len(factors) else 0.0


def _sent(name: str, by: str) -> str:
    return f"{by} is called with {name}" if by else f"the file is given {name}"


def _remedy(question: Question) -> str:
    return f"draw it on its own, or derive it from givens that {question.id} is not called with."
