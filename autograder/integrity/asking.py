"""What is a program of the proofs asked for? Not always all that a student's file is."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from enum import StrEnum

from autograder.course.load import Loaded
from autograder.course.vocabulary import Kind


class Asked(StrEnum):
    """How much of an assignment."""

    ALL = "all"
    """Everything, as of a student."""
    UNMEASURED = "unmeasured"
    """All that is compared with a right answer: what is measured is what takes long."""
    PLAIN = "plain"
    """The same without the driver: an outcome is what the function of its name returns. So are programs written from formulas."""


@dataclass(frozen=True, slots=True)
class Undriven(Loaded):
    """An assignment without a driver.

    Attributes:
        outcomes: what a driver would be needed for: functions here, but not such as the master has.
    """

    outcomes: frozenset[str] = frozenset()

    @property
    def driver(self) -> str:
        """None: functions are called as they are."""
        return ""

    def can_stand_in(self, names: Sequence[str], asked: str) -> bool:
        """Not in the place of an outcome."""
        return self.outcomes.isdisjoint(names) and Loaded.can_stand_in(self, names, asked)


def asking(loaded: Loaded, asked: Asked) -> Loaded:
    """The assignment with the questions that are asked; its cases are the same."""
    if asked is Asked.ALL:
        return loaded
    assignment = copy(loaded.assignment)
    assignment.questions = {
        name: question for name, question in loaded.assignment.questions.items() if question.kind is not Kind.MEASURED
    }
    if asked is Asked.UNMEASURED:
        return replace(loaded, assignment=assignment)
    outcomes = frozenset(name for name, question in assignment.questions.items() if question.kind is Kind.OUTCOME)
    assignment.questions = {
        name: replace(question, kind=Kind.FUNCTION, at=name) if name in outcomes else question
        for name, question in assignment.questions.items()
    }
    return Undriven(loaded.entry, assignment, loaded.master, outcomes)
