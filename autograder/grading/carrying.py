"""What does a function give that is built on functions with known mistakes?

A `Behaviour` is what we know a student's function to do: a formula of ours, with earlier functions' behaviours in its keyword-only
parameters. It is only ever called with values of ours.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations
from typing import Any

import numpy as np

from autograder.course import graph
from autograder.course.cases import Case
from autograder.course.closeness import UNCOMPUTABLE, Answer, as_answer
from autograder.course.vocabulary import Assignment, Mistake, Question

MOST_CARRIED = 64  # sets of earlier mistakes that an answer is tried to follow from

Slips = tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a function does.

    Attributes:
        call: called positionally with the question's arguments; may raise anything.
        slips: the mistakes in it, its own and those of the functions that it calls.
        calls: what the functions do that it may call, as far as that is known.
    """

    asked: Question
    call: Callable[..., Any]
    slips: Slips = ()
    calls: Mapping[str, Callable[..., Any]] = field(default_factory=dict)

    def on(self, case: Case) -> Answer:
        """What it gives in a case; `uncomputable` where it cannot be computed."""
        with np.errstate(all="ignore"):
            try:
                return as_answer(self.call(*(case.givens[name] for name in self.asked.needs)))
            except MemoryError:
                raise  # says nothing of the values
            except Exception:  # a wrong formula on values that it was not written for may raise anything
                return UNCOMPUTABLE

    def instead(self, mistake: Mistake) -> "Behaviour | None":
        """With a mistake of its own in it, calling the same functions; None where one that it calls then is not known."""
        if any(name not in self.calls for name in mistake.uses):
            return None
        earlier = tuple(slip for slip in self.slips if slip.question != self.asked.id)
        return Behaviour(self.asked, _calling(self.asked, mistake, self.calls), (*earlier, mistake), self.calls)


def built(asked: Question, by: Question | Mistake, on: Mapping[str, Behaviour]) -> Behaviour | None:
    """A function whose formula is `by`, calling those it uses as they are; None where one of them is not known."""
    if any(name not in on for name in by.uses):
        return None
    calls = {name: behaviour.call for name, behaviour in on.items()}
    slips = dict.fromkeys(slip for name in by.uses for slip in on[name].slips)
    if isinstance(by, Mistake):
        slips[by] = None
    return Behaviour(asked, _calling(asked, by, calls), tuple(slips), calls)


def throughout(assignment: Assignment, asked: Question, slips: Slips) -> Behaviour:
    """A function in which these mistakes, at most one a question, are made wherever their functions are called."""
    calls = graph.bound(assignment, slips)
    return Behaviour(asked, calls[asked.id], slips, calls)


def _calling(asked: Question, by: Question | Mistake, calls: Mapping[str, Callable[..., Any]]) -> Callable[..., Any]:
    uses = {name: calls[name] for name in by.uses}

    def call(*arguments: Any) -> Any:
        known = dict(zip(asked.needs, arguments, strict=True))
        return by.formula(*(known[name] for name in by.needs), **uses)

    return call


def subsets(slips: Slips) -> Iterator[Slips]:
    """All of them together, then all but one, each alone, all but two, ...: who writes a function into another does so with few."""
    sizes = sorted(range(1, len(slips) + 1), key=lambda size: (min(size, len(slips) - size), -size))
    return chain.from_iterable(combinations(slips, size) for size in sizes)
