"""Is what an author claims to be a gradient the gradient? Central differences of the cost alone say so, or not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.course import graph
from autograder.course.cases import Case
from autograder.course.closeness import Array, parts, size
from autograder.course.givens import Value
from autograder.course.vocabulary import Assignment, Formula, Gradient, positional
from autograder.integrity.nearness import near, shown, shown_givens

STEP = 2e-3
CANCELLED = 1e-10  # of the largest of all: what differences leave of a gradient that happens to be zero


def false_claims(assignment: Assignment, drawn: Sequence[Case]) -> Iterator[str]:
    """A sentence for each claimed gradient that is none, with a case; or that speaks of what is not there."""
    for claim in assignment.gradients:
        problems = list(_unclaimable(assignment, claim))
        yield from problems or _no_gradient(assignment, claim, drawn)


def _unclaimable(assignment: Assignment, claim: Gradient) -> Iterator[str]:
    where = f"questions.py: gradient(question='{claim.question}')"
    known = {*assignment.inputs, *assignment.questions}
    used = {claim.question, claim.wrt, *positional(claim.of), *(positional(claim.scale) if claim.scale else ())}
    for name in sorted(used - known):
        yield f"{where} names '{name}', which is neither a given nor a question."
    if claim.question not in assignment.questions:
        if claim.question in known:
            yield f"{where} speaks of a given. Name a question."
    elif isinstance(answer := graph.answers(assignment, assignment.examples[0]).get(claim.question), tuple):
        if claim.part is None or not 0 <= claim.part < len(answer):
            yield f"{where}: it returns {len(answer)} things. Say which is meant: part=0 to part={len(answer) - 1}."
    elif claim.part is not None:
        yield f"{where}: it does not return several things. Leave part= out."


def _no_gradient(assignment: Assignment, claim: Gradient, drawn: Sequence[Case]) -> Iterator[str]:
    answers = [parts(case.truth[claim.question])[claim.part or 0] for case in drawn]
    atol = CANCELLED * size(answers)
    for case, answer in zip(drawn, answers, strict=True):
        expected = central_differences(assignment, claim, case)
        if not near(answer, expected, atol=atol):
            part = "" if claim.part is None else f", part {claim.part}"
            yield (
                f"questions.py: {claim.question}{part} is not the gradient by {claim.wrt} that gradient(question='{claim.question}') "
                f"claims. With {shown_givens(case)} it is {shown(answer)}, by central differences {shown(expected)}."
            )
            return


def central_differences(assignment: Assignment, claim: Gradient, case: Case) -> Array:
    """The claimed gradient from the cost alone: differences of two widths, combined so that the error falls with the fourth power."""
    at = np.asarray(({**case.givens, **case.truth})[claim.wrt], dtype=np.float64)

    def slope(width: float) -> Array:
        return _each_entry(at, lambda moved: _cost(assignment, claim, case, moved), width)

    gradient = (4 * slope(STEP / 2) - slope(STEP)) / 3
    scale = 1.0 if claim.scale is None else _called(claim.scale, {**case.givens, **case.truth})
    return np.asarray(scale * gradient, dtype=np.float64)


def _each_entry(at: Array, cost: Callable[[Array], float], width: float) -> Array:
    found = np.empty(at.shape)
    for index in np.ndindex(at.shape):
        ahead, behind = at.copy(), at.copy()
        ahead[index] += width
        behind[index] -= width
        found[index] = (cost(ahead) - cost(behind)) / (2 * width)
    return found


def _cost(assignment: Assignment, claim: Gradient, case: Case, moved: Array) -> float:
    """The cost where one quantity is moved, and all that follows from it moves along."""
    if claim.wrt in assignment.questions:
        answers = graph.answers(assignment, case.givens, fixed={claim.wrt: moved})
        return float(_called(claim.of, {**case.givens, **answers}))
    givens = _followed(assignment, case, claim.wrt, moved if moved.ndim else moved.item())
    asks = any(name in assignment.questions for name in positional(claim.of))
    return float(_called(claim.of, {**givens, **graph.answers(assignment, givens)} if asks else givens))


def _followed(assignment: Assignment, case: Case, moved: str, value: Value) -> dict[str, Any]:
    """The givens with one of them moved, and those derived from it anew: with all their digits, for a small difference to be seen."""
    known: dict[str, Any] = {name: case.givens[name] for name in assignment.givens} | {moved: value}
    for name, formula in assignment.deriveds.items():
        if name != moved:
            known[name] = _called(formula, known)
    return known


def _called(formula: Formula, known: Mapping[str, Any]) -> Any:
    return formula(*(known[name] for name in positional(formula)))
