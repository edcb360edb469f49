"""Does everything that a question hangs on move it?

What may change without a question noticing is something that a student may leave out and be right. A value's givens and earlier values
are taken from another case; so are a function's arguments, one at a time, from a case of the same shapes; and of the earlier functions
that a function is built on, a mistaken one must show.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from autograder.course import graph
from autograder.course.cases import Case
from autograder.course.closeness import Answer, apart, as_answer, same, size
from autograder.course.vocabulary import Assignment, Kind, Mistake, Question

MOST = 0.5  # in so large a part of the cases, at the least, one thing must show
SOME = 0.1  # and in so large a part one mistake of an earlier function

Told = Callable[[Answer, Answer], bool]


def unmoved(assignment: Assignment, drawn: Sequence[Case]) -> Iterator[str]:
    """A sentence for each ancestor, givens among them, that may change without its question noticing."""
    for question in assignment.questions.values():
        if question.kind is Kind.VALUE:
            yield from _value(assignment, question, drawn)
        elif question.kind is not Kind.MEASURED:
            yield from _arguments(assignment, question, drawn)
            yield from _functions(assignment, question, drawn)


def share(told: Told, values: Sequence[Answer], others: Sequence[Answer]) -> float:
    """In which part of the cases two series are told apart; 1 if there are none."""
    pairs = [told(value, other) for value, other in zip(values, others, strict=True)]
    return sum(pairs) / len(pairs) if pairs else 1.0


def _value(assignment: Assignment, question: Question, drawn: Sequence[Case]) -> Iterator[str]:
    """Givens and earlier values, taken from another case, that hardly ever change a value by 1 %."""
    for ancestor in _all_ancestors(assignment, question.id):
        pairs = _pairs(drawn, assignment.inputs, ancestor)
        moved = [_with_other(assignment, case, other, ancestor)[question.id] for case, other in pairs]
        if share(apart, moved, [case.truth[question.id] for case, _ in pairs]) < MOST:
            yield (
                f"questions.py: another {ancestor} hardly ever changes {question.id} by 1 %. Who leaves {ancestor} out would be "
                "right; draw the givens so that it matters."
            )


def _arguments(assignment: Assignment, question: Question, drawn: Sequence[Case]) -> Iterator[str]:
    """Arguments, taken from another case of the same shapes, whose change the judge would hardly ever see in what comes back. That
    may be far less than 1 %: how wide a difference is taken matters little by its nature.
    """
    for name in question.needs:
        works = [one for one in _of_one_work(assignment, question) if name in one.needs and _read(assignment, one, name, drawn)]
        if works and all(_seen(assignment, one, name, drawn) < MOST for one in works):
            yield (
                f"questions.py: another {name} hardly ever changes what {question.id} gives. Who leaves {name} out would be right; "
                "draw the givens so that it matters."
            )


def _read(assignment: Assignment, question: Question, name: str, drawn: Sequence[Case]) -> bool:
    """Whether the right formula looks at an argument at all. One that it leaves aside is handed over for students to leave aside."""
    if not drawn:
        return True
    case = drawn[0]
    blind = graph.predicted(assignment, {**case.givens, name: float("nan")}, question.id, ())
    return not same(blind, case.truth[question.id], rtol=question.rtol, atol=0)


def _seen(assignment: Assignment, question: Question, name: str, drawn: Sequence[Case]) -> float:
    """In which part of the cases the judge sees that an argument is another."""
    atol = question.atol * size([case.truth[question.id] for case in drawn])
    pairs = _pairs(drawn, question.needs, name)
    moved = [graph.predicted(assignment, {**case.givens, name: other.givens[name]}, question.id, ()) for case, other in pairs]

    def told(one: Answer, other: Answer) -> bool:
        return not same(one, other, rtol=question.rtol, atol=atol)

    return share(told, moved, [case.truth[question.id] for case, _ in pairs])


def _functions(assignment: Assignment, question: Question, drawn: Sequence[Case]) -> Iterator[str]:
    """Earlier functions none of whose mistakes shows at least now and then."""
    for name in question.uses:
        mistakes = assignment.questions[name].mistakes.values()
        if mistakes and not any(
            _shows(assignment, one, mistake, drawn) for one in _of_one_work(assignment, question) for mistake in mistakes
        ):
            yield (
                f"questions.py: no mistake of {name} shows in {question.id}, which is built on it. Draw the givens so that it "
                "matters, or do not build on it."
            )


def _shows(assignment: Assignment, question: Question, mistake: Mistake, drawn: Sequence[Case]) -> bool:
    moved = [graph.predicted(assignment, case.givens, question.id, [mistake]) for case in drawn]
    return share(apart, moved, [case.truth[question.id] for case in drawn]) >= SOME


def _of_one_work(assignment: Assignment, question: Question) -> list[Question]:
    """The questions that ask for the same piece of a student's work, each in its own way; what one does not show, another may."""
    others = [one for one in assignment.questions.values() if one.at == question.at and one.kind is not Kind.MEASURED]
    return [question, *(one for one in others if one is not question)]


def _pairs(drawn: Sequence[Case], names: Sequence[str], moved: str) -> list[tuple[Case, Case]]:
    """Pairs of cases in which these givens have the same shapes and the one to be moved is not the same."""
    groups: dict[tuple[tuple[int, ...], ...], list[Case]] = {}
    for case in drawn:
        groups.setdefault(tuple(np.shape(case.givens[name]) for name in names), []).append(case)
    neighbours = (pair for group in groups.values() for pair in pairwise(group))
    return [(case, other) for case, other in neighbours if apart(_quantity(case, moved), _quantity(other, moved))]


def _quantity(case: Case, name: str) -> Answer:
    return case.truth[name] if name in case.truth else as_answer(case.givens[name])


def _all_ancestors(assignment: Assignment, question: str) -> list[str]:
    questions = graph.ancestors(assignment, question)
    needed = {need for name in (question, *questions) for need in assignment.questions[name].needs}
    return [*questions, *(given for given in assignment.inputs if given in needed)]


def _with_other(assignment: Assignment, case: Case, other: Case, name: str) -> graph.Answers:
    """The answers of a case, with one quantity as it is in another case."""
    with np.errstate(all="ignore"):
        if name in assignment.questions:
            return graph.answers(assignment, case.givens, fixed={name: other.truth[name]})
        return graph.answers(assignment, {**case.givens, name: other.givens[name]})
