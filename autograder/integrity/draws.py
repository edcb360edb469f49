"""Which inputs do the proofs try?

Always the same, so that a proof that failed fails again: each draw has its number, and its seed from that.
"""

import hashlib
from collections.abc import Iterator

import numpy as np
from numpy.random import RandomState

from autograder.course import graph
from autograder.course.cases import Case, generator, inputs
from autograder.course.givens import Value, as_given
from autograder.course.vocabulary import Assignment

FACTORS = (1.0, 4.0, -1.0)
USUAL = 100  # draws; an assignment whose solution trains for long asks for fewer, and gets fewer of everything
FEWEST = 20


def scaled(assignment: Assignment, count: int) -> int:
    """How many of what is usually tried `count` times: in the proportion of the draws that the assignment asks for."""
    return min(count, max(FEWEST, round(count * assignment.draws / USUAL)))


def secret(number: int) -> bytes:
    """The secret of a draw, in the place of a course's."""
    return hashlib.sha256(f"descent verify, draw {number}".encode()).digest()


def rng(purpose: str) -> RandomState:
    """A generator of its own for each purpose."""
    return generator(hashlib.sha256(f"descent verify, {purpose}".encode()).digest())


def raw(assignment: Assignment, count: int) -> Iterator[Case]:
    """Cases as they are drawn, the unfair ones too."""
    source = rng("raw")
    with np.errstate(all="ignore"):
        for _ in range(count):
            givens = inputs(assignment, source)
            yield Case(givens, graph.answers(assignment, givens))


def wide(assignment: Assignment, count: int) -> Iterator[dict[str, Value]]:
    """Givens from a wider range than any grading draws from: of three, one as drawn, one with its reals stretched, one negated.

    What is derived from them is derived anew, so that it fits. Where that cannot be done, they stay as drawn: a number that chooses a
    column has no wider range.
    """
    source = rng("wide")
    with np.errstate(all="ignore"):
        for number in range(count):
            factor = FACTORS[number % len(FACTORS)]
            drawn = inputs(assignment, source)
            try:
                yield assignment.completed({name: _times(drawn[name], factor) for name in assignment.givens})
            except Exception:  # an author's formula, on values that it was not written for, may raise anything
                yield drawn


def _times(value: Value, factor: float) -> Value:
    """A value times a factor, in its own precision; whole numbers, which often count something, stay."""
    if isinstance(value, int) or (isinstance(value, np.ndarray) and value.dtype.kind == "i"):
        return value
    if isinstance(value, np.ndarray) and value.dtype == np.float32:
        return value * np.float32(factor)
    return as_given(np.multiply(value, factor))
