"""Proof 5: does every small change to a solution cost points?

A mutant that is graded by the real judge and keeps full marks survives. A survivor is a hole in the grading, unless its author explains
why nothing can tell it from the master, and it gives the same values on inputs from far and wide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.course.vocabulary import Equivalent
from autograder.grading.report import Report
from autograder.integrity import draws
from autograder.integrity.mutants import Mutant, mutants
from autograder.integrity.proof import Proof, counted, proof
from autograder.integrity.running import run_program
from autograder.integrity.subject import Subject
from autograder.integrity.truth import near
from autograder.integrity.worker import Task

COUNT = 600
RTOL = 1e-9


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
    found = mutants(subject.text, subject.where, list(subject.loaded.assignment.givens))
    tasks = [Task(subject.loaded.entry.file, mutant.text.encode(), draws.secret(0), patient=False) for mutant in found]
    reports = subject.grade("mutation", tasks)
    survivors = list(_survivors(subject, found, reports))
    equivalent = sum(survivor.equivalent for survivor in survivors)
    killed = len(found) - len(survivors)
    score = killed / (len(found) - equivalent) if len(found) > equivalent else 1.0
    claim = f"{counted(killed, 'change')} of {len(found)} to the solutions lose points, {equivalent} are equivalent: score {score:.1%}"
    findings = [*_unexplained(subject, survivors), *_idle(subject.loaded.assignment.equivalents, survivors)]
    notes = [f"line {one.mutant.line}: {one.mutant.change}  (equivalent: {one.because})" for one in survivors if one.equivalent]
    figures = {"mutants": len(found), "killed": killed, "equivalent": equivalent, "score": score}
    return proof("mutation", claim, findings, notes=notes, figures=figures)


def _survivors(subject: Subject, found: Sequence[Mutant], reports: Sequence[Report]) -> Iterator[Survivor]:
    alive = [mutant for mutant, report in zip(found, reports, strict=True) if report.score == report.max_score]
    because = {explained.change: explained.because for explained in subject.loaded.assignment.equivalents}
    inputs = list(draws.wide(subject.loaded.assignment, COUNT))
    expected = run_program(subject, subject.text.encode(), inputs) if alive else []
    for mutant in alive:
        values = run_program(subject, mutant.text.encode(), inputs)
        differing = (
            name
            for name in subject.loaded.assignment.questions
            for value, master in zip(values, expected, strict=True)
            if name in master and not near(value.get(name), master[name], RTOL)
        )
        yield Survivor(mutant, because.get(mutant.change, ""), next(differing, ""))


def _unexplained(subject: Subject, survivors: Sequence[Survivor]) -> Iterator[str]:
    for survivor in survivors:
        where = f"{subject.where}, line {survivor.mutant.line}: '{survivor.mutant.change}' keeps full marks"
        if survivor.differs:
            yield f"{where}, though {survivor.differs} differs from the master's on some inputs. Draw cases that show it."
        elif not survivor.because:
            yield (
                f"{where}, and gave the master's values on {COUNT} wide draws. If nothing can tell it from the master, say why in "
                f"questions.py: equivalent({survivor.mutant.change!r}, because=...). Else draw cases that show it."
            )


def _idle(explained: Sequence[Equivalent], survivors: Sequence[Survivor]) -> Iterator[str]:
    changes = {survivor.mutant.change for survivor in survivors}
    for one in explained:
        if one.change not in changes:
            yield f"questions.py: equivalent({one.change!r}) explains a change that does not survive, or that is not made. Remove it."
