"""Which inputs do the proofs try?

Always the same, so that a proof that failed fails again: each draw has its number, and its seed from that.
"""

import hashlib
from collections.abc import Iterator

import numpy as np
from numpy.random import RandomState

from autograder.course import graph
from autograder.course.cases import Case, generator
from autograder.course.givens import Value, as_given
from autograder.course.vocabulary import Assignment

FACTORS = (1.0, 4.0, -1.0)


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
            givens = {name: given.draw(source) for name, given in assignment.givens.items()}
            yield Case(givens, graph.answers(assignment, givens))


def wide(assignment: Assignment, count: int) -> Iterator[dict[str, Value]]:
    """Givens from a wider range than any grading draws from: of three, one as drawn, one with its reals stretched, one negated."""
    source = rng("wide")
    for number in range(count):
        factor = FACTORS[number % len(FACTORS)]
        yield {name: _times(given.draw(source), factor) for name, given in assignment.givens.items()}


def _times(value: Value, factor: float) -> Value:
    """A value times a factor; whole numbers, which often count something, stay."""
    whole = isinstance(value, int) or (isinstance(value, np.ndarray) and value.dtype.kind == "i")
    return value if whole else as_given(np.multiply(value, factor))
