"""What are the right answers for these givens, and what hangs on what?

A question's formula names what it needs; that makes a graph. Everything here is pure: from an `Assignment` and givens to
values, with a mistake put in the place of a formula where one asks "what if".
"""

from collections.abc import Container, Iterable, Mapping
from typing import Any

import numpy as np

from autograder.course.closeness import Array
from autograder.course.givens import Value
from autograder.course.vocabulary import Assignment, Mistake, Question

Answers = dict[str, Array]


def answers(
    assignment: Assignment,
    givens: Mapping[str, Value],
    instead: Mistake | None = None,
    fixed: Mapping[str, Array] | None = None,
) -> Answers:
    """Every question's value for these givens, as float64 arrays (0-d for numbers).

    Args:
        instead: a mistake whose formula takes the place of its question's; what follows is computed from it.
        fixed: questions that keep these values whatever comes before them.

    Returns:
        the values in the order asked. A formula that raises or gives something unnumeric on a mistaken value gives NaN.
    """
    known: dict[str, Any] = dict(givens)
    for question in assignment.questions.values():
        if fixed is not None and question.id in fixed:
            known[question.id] = fixed[question.id]
        elif instead is None:
            known[question.id] = question.formula(*(known[name] for name in question.needs))
        else:
            with np.errstate(all="ignore"):
                known[question.id] = evaluate(instead if instead.question == question.id else question, known)
    return {name: np.asarray(known[name], dtype=np.float64) for name in assignment.questions}


def mistaken(mistake: Mistake, givens: Mapping[str, Value], truth: Mapping[str, Array]) -> Array:
    """What `mistake` gives on true earlier answers; NaN where its formula cannot be computed."""
    with np.errstate(all="ignore"):
        return np.asarray(evaluate(mistake, {**givens, **truth}), dtype=np.float64)


def evaluate(asked: Question | Mistake, known: Mapping[str, Any]) -> Any:
    """A formula's value as it is, or NaN where it cannot be computed. The caller has silenced NumPy's warnings."""
    try:
        value = asked.formula(*[known[name] for name in asked.needs])
        return value if type(value) is np.float64 else np.asarray(value, dtype=np.float64)
    except Exception:  # a wrong formula on a value that it was not written for may raise anything
        return np.float64("nan")


def ancestors(assignment: Assignment, question: str, cut: Container[str] = ()) -> tuple[str, ...]:
    """The questions that `question` hangs on, directly or not, in the order asked.

    Args:
        cut: questions that are left out, and what is reached through them alone.
    """
    found: set[str] = set()
    todo = [question]
    while todo:
        for name in assignment.questions[todo.pop()].needs:
            if name in assignment.questions and name not in found and name not in cut:
                found.add(name)
                todo.append(name)
    return tuple(name for name in assignment.questions if name in found)


def dependents(assignment: Assignment, question: str) -> tuple[str, ...]:
    """The questions whose formula names `question`, in the order asked."""
    return tuple(name for name, other in assignment.questions.items() if question in other.needs)


def mistakes(assignment: Assignment) -> Iterable[Mistake]:
    """All mistakes of all questions, in the order asked."""
    return (mistake for question in assignment.questions.values() for mistake in question.mistakes.values())
