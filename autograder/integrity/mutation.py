"""Proof 5: does every small change to a solution cost points?

A mutant that is graded by the real judge and keeps full marks survives. A survivor is a hole in the grading, unless its author explains
why nothing can tell it from the master, and it gives the same values on inputs from far and wide. What is measured has no value to be
compared: there the explanation must do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.course.closeness import Answer, size
from autograder.course.vocabulary import Assignment, Equivalent, Question
from autograder.grading.report import Report
from autograder.integrity import draws
from autograder.integrity.asking import Asked
from autograder.integrity.distinct import answered
from autograder.integrity.mutants import Mutant, mutants
from autograder.integrity.nearness import near
from autograder.integrity.patience import impatience
from autograder.integrity.proof import Proof, counted, proof
from autograder.integrity.running import run_program
from autograder.integrity.subject import Subject
from autograder.integrity.worker import Task

COUNT = 600
PART = 1e-3  # of the tolerance that a question is graded with


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that keeps full marks.

    Attributes:
        because: its author's explanation, or nothing.
        differs: the first question in which it is seen to differ from the master, or nothing.
    """

    mutant: Mutant
    because: str
    differs: str

    @property
    def equivalent(self) -> bool:
        """Whether it is explained and shown to be equivalent."""
        return bool(self.because) and not self.differs


def mutation(subject: Subject) -> Proof:
    """Every mutant loses points, or is explained and gives the master's values.

    Raises:
        CourseError: the master's markers are out of place, or no cases can be drawn.
    """
    found = mutants(subject.text, subject.where, subject.loaded.assignment.bound)
    survivors = list(_survivors(subject, _alive(subject, found)))
    equivalent = sum(survivor.equivalent for survivor in survivors)
    killed = len(found) - len(survivors)
    score = killed / (len(found) - equivalent) if len(found) > equivalent else 1.0
    are = "is" if equivalent == 1 else "are"
    claim = (
        f"{counted(killed, 'change')} of {len(found)} to the solutions lose points, {equivalent} {are} equivalent: score {score:.1%}"
    )
    findings = [*_unexplained(subject, survivors), *_idle(subject.loaded.assignment.equivalents, survivors)]
    notes = [f"line {one.mutant.line}: {one.mutant.change}  (equivalent: {one.because})" for one in survivors if one.equivalent]
    figures = {"mutants": len(found), "killed": killed, "equivalent": equivalent, "score": score}
    return proof("mutation", claim, findings, notes=notes, figures=figures)


def _alive(subject: Subject, found: Sequence[Mutant]) -> Sequence[Mutant]:
    """The mutants that keep full marks. What is measured takes long: it is asked only of those that keep all other marks."""
    seconds = impatience(subject)
    measured = len(answered(subject.loaded.assignment)) < len(subject.loaded.assignment.questions)
    alive = found
    for asked in [Asked.UNMEASURED, Asked.ALL] if measured else [Asked.ALL]:
        tasks = [
            Task(subject.loaded.entry.file, mutant.text.encode(), draws.secret(0), seconds, shared=True, asked=asked)
            for mutant in alive
        ]
        reports = subject.grade(f"mutation, {asked}" if measured else "mutation", tasks)
        alive = [mutant for mutant, report in zip(alive, reports, strict=True) if _keeps_everything(report)]
    return alive


def _survivors(subject: Subject, alive: Sequence[Mutant]) -> Iterator[Survivor]:
    assignment = subject.loaded.assignment
    inputs = list(draws.wide(assignment, draws.scaled(assignment, COUNT))) if alive else []
    asked = answered(assignment)
    expected = run_program(subject, subject.text.encode(), inputs, asked)
    sizes = {question.id: size([values[question.id] for values in expected if question.id in values]) for question in asked}
    for mutant in alive:
        values = run_program(subject, mutant.text.encode(), inputs, asked)
        differing = (
            question.id
            for question in asked
            for value, master in zip(values, expected, strict=True)
            if question.id in master and not _alike(question, value.get(question.id), master[question.id], sizes[question.id])
        )
        yield Survivor(mutant, _because(assignment.equivalents, mutant.change), next(differing, ""))


def _alike(question: Question, value: Answer | None, master: Answer, size: float) -> bool:
    return near(value, master, PART * question.rtol, PART * question.atol * size)


def _keeps_everything(report: Report) -> bool:
    """Whether nothing is marked down, in questions that are worth nothing either."""
    return report.score == report.max_score and all(question.verdict.counts for question in report.questions)


def _because(explained: Sequence[Equivalent], change: str) -> str:
    """The explanation of a change: the one that quotes it, else the first that fits it."""
    fitting = [one for one in explained if _fits(one, change)]
    return next((one.because for one in (*(one for one in fitting if one.change == change), *fitting)), "")


def _fits(explained: Equivalent, change: str) -> bool:
    """Whether an explanation is of this change. Three dots in it stand for anything: an argument that nothing looks at, say."""
    return re.fullmatch(".*".join(map(re.escape, explained.change.split("..."))), change) is not None


def _unexplained(subject: Subject, survivors: Sequence[Survivor]) -> Iterator[str]:
    for survivor in survivors:
        where, change = f"{subject.where}, line {survivor.mutant.line}", survivor.mutant.change
        if survivor.differs:
            yield f"{where}: {change!r} keeps full marks, though {survivor.differs} differs on some inputs. Draw cases that show it."
        elif not survivor.because:
            yield (
                f"{where}: a change keeps full marks{_besides(subject.loaded.assignment)}. If nothing can tell it from the master, say "
                f"why in questions.py: equivalent({change!r}, because=...). Else draw cases that show it."
            )


def _besides(assignment: Assignment) -> str:
    """What else is known of a survivor."""
    if not answered(assignment):
        return ", since what it trains is good enough"
    same = f", and gave the master's values on {draws.scaled(assignment, COUNT)} wide draws"
    return f"{same} (what is measured aside)" if len(answered(assignment)) < len(assignment.questions) else same


def _idle(explained: Sequence[Equivalent], survivors: Sequence[Survivor]) -> Iterator[str]:
    for one in explained:
        if not any(_fits(one, survivor.mutant.change) for survivor in survivors):
            yield f"questions.py: equivalent({one.change!r}) explains a change that does not survive, or that is not made. Remove it."
