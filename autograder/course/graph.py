"""What are the right answers for these givens, and what hangs on what?

A question's formula names what it needs; that makes a graph. Everything here is pure: from an `Assignment` and givens to
values, with a mistake put in the place of a formula where one asks "what if".
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from typing import Any

import numpy as np

from autograder.course.closeness import UNCOMPUTABLE, Answer, as_answer
from autograder.course.givens import Value
from autograder.course.vocabulary import Assignment, Kind, Mistake, Question

Answers = dict[str, Answer]
Functions = dict[str, Callable[..., Any]]


def answers(
    assignment: Assignment,
    givens: Mapping[str, Value],
    instead: Collection[Mistake] = (),
    fixed: Mapping[str, Answer] | None = None,
) -> Answers:
    """Every question's answer for these givens, but for the measured ones: numbers and arrays as float64 arrays (0-d for numbers).

    Args:
        givens: the derived ones among them.
        instead: mistakes whose formulas take the places of their questions', at most one a question; what follows is computed from
            them.
        fixed: questions that keep these values whatever comes before them.

    Returns:
        the answers in the order asked. A formula that raises or gives something unnumeric on a mistaken value gives NaN.
    """
    known: dict[str, Any] = dict(givens)
    found: Answers = {}
    wrong = {mistake.question: mistake for mistake in instead}
    functions = bound(assignment, instead)
    for question in assignment.questions.values():
        if question.kind is Kind.MEASURED:
            continue
        if fixed is not None and question.id in fixed:
            value: Any = fixed[question.id]
        elif question.kind.called:
            value = _called(functions[question.id], [known[name] for name in question.needs], guarded=bool(instead))
        elif not instead:
            value = question.formula(*(known[name] for name in question.needs))
        else:
            with np.errstate(all="ignore"):
                value = evaluate(wrong.get(question.id, question), known)
        if not question.kind.called:
            known[question.id] = value
        found[question.id] = as_answer(value)
    return found


def bound(assignment: Assignment, instead: Collection[Mistake] = ()) -> Functions:
    """Each function question as a callable of its arguments, the functions that it is built on in their places.

    Args:
        instead: mistakes that take the place of their questions' formulas, at most one a question.
    """
    wrong = {mistake.question: mistake for mistake in instead}
    made: Functions = {}
    for question in assignment.questions.values():
        if question.kind in (Kind.FUNCTION, Kind.OUTCOME):
            made[question.id] = _bound(question, wrong.get(question.id, question), made)
    return made


def _bound(question: Question, by: Question | Mistake, functions: Functions) -> Callable[..., Any]:
    if by.needs == question.needs:
        uses = {name: functions[name] for name in by.uses}
        return lambda *arguments: by.formula(*arguments, **uses)

    def call(*arguments: Any) -> Any:
        known = dict(zip(question.needs, arguments, strict=True))
        return by.formula(*[known[name] for name in by.needs], **{name: functions[name] for name in by.uses})

    return call


def _called(function: Callable[..., Any], arguments: list[Any], *, guarded: bool) -> Any:
    if not guarded:
        return function(*arguments)
    with np.errstate(all="ignore"):
        try:
            value = function(*arguments)
            as_answer(value)
        except MemoryError:
            raise  # says nothing of the value
        except Exception:  # a wrong formula on a value that it was not written for may raise anything
            return UNCOMPUTABLE
        return value


def predicted(assignment: Assignment, givens: Mapping[str, Value], question: str, mistakes: Collection[Mistake]) -> Answer:
    """What a function question gives with these mistakes in the places of their functions; NaN where it cannot be computed.

    Args:
        mistakes: at most one a question.
    """
    function = bound(assignment, mistakes)[question]
    return as_answer(_called(function, [givens[name] for name in assignment.questions[question].needs], guarded=True))


def mistaken(assignment: Assignment, mistake: Mistake, givens: Mapping[str, Value], truth: Mapping[str, Answer]) -> Answer:
    """What `mistake` gives on true earlier answers; NaN where its formula cannot be computed."""
    if assignment.questions[mistake.question].kind.called:
        return predicted(assignment, givens, mistake.question, [mistake])
    with np.errstate(all="ignore"):
        return as_answer(evaluate(mistake, {**givens, **truth}))


def evaluate(asked: Question | Mistake, known: Mapping[str, Any], functions: Functions | None = None) -> Any:
    """A formula's value as it is, or NaN where it cannot be computed. The caller has silenced NumPy's warnings.

    Args:
        functions: what the formula's keyword-only parameters stand for.
    """
    try:
        uses = {name: functions[name] for name in asked.uses} if functions else {}
        value = asked.formula(*[known[name] for name in asked.needs], **uses)
        return value if type(value) is np.float64 else as_answer(value)
    except MemoryError:
        raise  # says nothing of the value
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
        asked = assignment.questions[todo.pop()]
        for name in (*asked.needs, *asked.uses):
            if name in assignment.questions and name not in found and name not in cut:
                found.add(name)
                todo.append(name)
    return tuple(name for name in assignment.questions if name in found)


def dependents(assignment: Assignment, question: str) -> tuple[str, ...]:
    """The questions whose formula names `question`, in the order asked."""
    return tuple(name for name, other in assignment.questions.items() if question in other.needs or question in other.uses)


def mistakes(assignment: Assignment) -> Iterable[Mistake]:
    """All mistakes of all questions, in the order asked."""
    return (mistake for question in assignment.questions.values() for mistake in question.mistakes.values())
