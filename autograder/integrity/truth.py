"""Proof 3: do the master and `questions.py` state the same truth, and are its gradients gradients?

Two statements that were written independently agree; and where the author claims that a question is the gradient of a cost, central
differences of that cost say so too. What is measured has no truth: there the master must reach what is enough.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.course import cases, vocabulary
from autograder.course.cases import Case
from autograder.course.closeness import size
from autograder.course.vocabulary import Kind, Question
from autograder.grading.worth import share
from autograder.integrity import draws
from autograder.integrity.distinct import answered
from autograder.integrity.gradients import false_claims
from autograder.integrity.nearness import RTOL, near, shown, shown_givens
from autograder.integrity.proof import Proof, counted, proof
from autograder.integrity.running import Values, run_program
from autograder.integrity.subject import Subject

COUNT = 300


def truth(subject: Subject) -> Proof:
    """The master's values equal those of `questions.py`, and the gradients claimed equal central differences, within 1e-7; what is
    measured of it is enough.

    Raises:
        CourseError: the driver cannot be run.
    """
    assignment = subject.loaded.assignment
    asked = answered(assignment)
    count = draws.scaled(assignment, COUNT)
    drawn = [*cases.examples(assignment), *cases.accepted(assignment, draws.rng("truth"), count)] if asked else []
    values = run_program(subject, subject.text.encode(), [case.givens for case in drawn], asked)
    findings = list(_disagreements(subject, drawn, values)) or list(false_claims(assignment, drawn))
    shares = _shares(subject)
    findings += [
        _too_little(subject, question, shares[question.id]) for question in _measured(subject) if shares[question.id] < question.enough
    ]
    claim = f"questions.py and the master agree in {counted(len(asked), 'question')} on {counted(len(drawn), 'case')}"
    if assignment.gradients:
        claim += f", {counted(len(assignment.gradients), 'gradient')} with central differences"
    notes = [
        f"measured: {name} is worth {found:.1%}, {assignment.questions[name].enough:.0%} is enough" for name, found in shares.items()
    ]
    figures = {"cases": len(drawn), "questions": len(asked), "gradients": len(assignment.gradients)}
    return proof("truth", claim, findings, notes=notes, figures=figures)


def tolerance(question: Question) -> float:
    """Within which part two statements of one truth must agree: a tenth of the usual tolerance of a grading, or a question's own
    tolerance where the author knows that its digits are worth less (single precision, differences).
    """
    return question.rtol if question.rtol > vocabulary.RTOL else RTOL


def _disagreements(subject: Subject, drawn: Sequence[Case], values: Sequence[Values]) -> Iterator[str]:
    for question in answered(subject.loaded.assignment):
        name = question.id
        pairs = [(case, found.get(name)) for case, found in zip(drawn, values, strict=True)]
        atol = question.atol * size([case.truth[name] for case in drawn])
        apart = [(case, found) for case, found in pairs if not near(found, case.truth[name], tolerance(question), atol)]
        if apart:
            case, found = apart[0]
            yield (
                f"{subject.where}: {name} differs from questions.py in {len(apart)} of {len(drawn)} cases. With {shown_givens(case)} "
                f"the master says {shown(found)}, questions.py {shown(case.truth[name])}. One of the two is wrong."
            )


def _measured(subject: Subject) -> list[Question]:
    return [question for question in subject.loaded.assignment.questions.values() if question.kind is Kind.MEASURED]


def _shares(subject: Subject) -> dict[str, float]:
    """What the master is worth in each measured question, on the mean of as many cases as a submission is graded on."""
    if not (asked := _measured(subject)):
        return {}
    assignment = subject.loaded.assignment
    count = subject.course.hidden_for(subject.loaded.entry)
    drawn = list(cases.accepted(assignment, draws.rng("measured"), count))
    values = run_program(subject, subject.text.encode(), [case.givens for case in drawn], asked)
    return {
        question.id: float(np.mean([share(question, found.get(question.id), case) for case, found in zip(drawn, values, strict=True)]))
        for question in asked
    }


def _too_little(subject: Subject, question: Question, found: float) -> str:
    return (
        f"{subject.where}: {question.id} is worth {found:.1%} on {counted(subject.course.hidden_for(subject.loaded.entry), 'case')}, "
        f"enough={question.enough:g} is wanted. Train better, or ask for less."
    )
