"""Proof 3: do the master and `questions.py` state the same truth, and are its gradients gradients?

Two statements that were written independently agree; and where the author claims that a question is the gradient of a cost, central
differences of that cost say so too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np

from autograder.course import cases, graph
from autograder.course.cases import Case
from autograder.course.closeness import Array, same_shape
from autograder.course.vocabulary import Assignment, Formula, Gradient
from autograder.integrity import draws
from autograder.integrity.proof import Proof, counted, proof
from autograder.integrity.running import Values, run_program
from autograder.integrity.subject import Subject

COUNT = 300
RTOL = 1e-7
STEP = 2e-3


def truth(subject: Subject) -> Proof:
    """The master's values equal those of `questions.py`, and the gradients claimed equal central differences, within 1e-7."""
    assignment = subject.loaded.assignment
    drawn = [*cases.examples(assignment), *cases.accepted(assignment, draws.rng("truth"), COUNT)]
    values = run_program(subject, subject.text.encode(), [case.givens for case in drawn])
    findings = [*_disagreements(subject, drawn, values), *_unclaimable(assignment)]
    if not findings:
        findings += [sentence for claim in assignment.gradients for sentence in _no_gradient(assignment, claim, drawn)]
    questions = counted(len(assignment.questions), "question")
    claim = f"{questions} of questions.py agree with the master on {counted(len(drawn), 'case')}"
    if assignment.gradients:
        claim += f", {counted(len(assignment.gradients), 'gradient')} with central differences"
    figures = {"cases": len(drawn), "questions": len(assignment.questions), "gradients": len(assignment.gradients)}
    return proof("truth", claim, findings, figures=figures)


def _disagreements(subject: Subject, drawn: Sequence[Case], values: Sequence[Values]) -> Iterator[str]:
    for name in subject.loaded.assignment.questions:
        pairs = [(case, found.get(name)) for case, found in zip(drawn, values, strict=True)]
        apart = [(case, found) for case, found in pairs if not near(found, case.truth[name])]
        if apart:
            case, found = apart[0]
            yield (
                f"{subject.where}: {name} differs from questions.py in {len(apart)} of {len(drawn)} cases. With {_given(case)} the "
                f"master says {_shown(found)}, questions.py {_shown(case.truth[name])}. One of the two is wrong."
            )


def near(found: Array | None, expected: Array, rtol: float = RTOL) -> bool:
    """Whether two values agree within a part of the larger one's largest entry; both not finite in the same places is agreement."""
    if found is None or not same_shape(found, expected):
        return False
    found = found.reshape(expected.shape)
    finite = np.isfinite(expected)
    if not np.array_equal(np.where(finite, 0.0, found), np.where(finite, 0.0, expected), equal_nan=True):
        return False
    scale = max(np.max(np.abs(side), initial=0.0, where=finite) for side in (found, expected))
    gap = np.where(finite, found, 0.0) - np.where(finite, expected, 0.0)
    return bool(np.all(np.abs(gap) <= rtol * scale))


def _unclaimable(assignment: Assignment) -> Iterator[str]:
    """Claims of gradients that speak of what is not there."""
    for claim in assignment.gradients:
        known = {*assignment.givens, *assignment.questions}
        used = {claim.question, claim.wrt, *_needs(claim.of), *(_needs(claim.scale) if claim.scale else ())}
        for name in sorted(used - known):
            yield f"questions.py: gradient(question='{claim.question}') names '{name}', which is neither a given nor a question."


def _no_gradient(assignment: Assignment, claim: Gradient, drawn: Sequence[Case]) -> Iterator[str]:
    for case in islice(drawn, COUNT):
        expected = central_differences(assignment, claim, case)
        if not near(case.truth[claim.question], expected):
            yield (
                f"questions.py: {claim.question} is not the gradient by {claim.wrt} that gradient(question='{claim.question}') claims. "
                f"With {_given(case)} it is {_shown(case.truth[claim.question])}, by central differences {_shown(expected)}."
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
    givens = {**case.givens, claim.wrt: moved if moved.ndim else moved.item()}
    return float(_called(claim.of, {**givens, **graph.answers(assignment, givens)}))


def _needs(formula: Formula) -> tuple[str, ...]:
    code = formula.__code__
    return tuple(code.co_varnames[: code.co_argcount])


def _called(formula: Formula, known: Mapping[str, Any]) -> Any:
    return formula(*(known[name] for name in _needs(formula)))


def _given(case: Case) -> str:
    return ", ".join(f"{name} = {_shown(np.asarray(value))}" for name, value in case.givens.items())


def _shown(value: Array | None) -> str:
    return "nothing" if value is None else np.array2string(value, precision=8, threshold=12).replace("\n", "")
