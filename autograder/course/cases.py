"""Which inputs is a submission tried on?

Hidden cases are drawn from HMAC-SHA256(course secret, assignment, version, extracted source): the same work gets the same
cases wherever it is graded, and no two submissions share them. A case that would mislead is drawn again: one that the author's
`accept` refuses, one in which a mistake lies within 1 % of the truth or of another mistake.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice, pairwise, takewhile
from math import isfinite

import numpy as np
from numpy.random import RandomState

from autograder.course import graph
from autograder.course.closeness import APART, Array, Flat, apart, differ, flat
from autograder.course.givens import Value
from autograder.course.vocabulary import Assignment
from autograder.errors import CourseError

TRIES = 2000
ALIKE_IN = 12  # so many cases in a row in which two formulas agree are no chance
MISLEADING_HALF = 0.005  # a single number from 0 to 1 this near to one half hides signs and factors
ENOUGH = 2  # in so many cases, at the least, two formulas must be told apart


@dataclass(frozen=True, slots=True)
class Case:
    """One set of givens with the true answers."""

    givens: Mapping[str, Value]
    truth: Mapping[str, Array]


def seed(secret: bytes, slug: str, version: int, source: str, purpose: str = "plain") -> bytes:
    """32 bytes that the cases of one run are drawn from.

    Args:
        source: the submission's code as the sandbox extracted it, with line ends normalised.
        purpose: which run: no two runs of a submission share cases.
    """
    message = "\0".join([slug, str(version), purpose, source]).encode("utf-8", "surrogatepass")
    return hmac.new(secret, message, hashlib.sha256).digest()


def generator(entropy: bytes) -> RandomState:
    """NumPy's generator with the stream that is promised stable, from 32 bytes."""
    return RandomState(np.frombuffer(entropy, dtype=">u4").astype(np.uint32))


def examples(assignment: Assignment) -> tuple[Case, ...]:
    """The public examples with their answers."""
    return tuple(Case(givens, graph.answers(assignment, givens)) for givens in assignment.examples)


def draw(assignment: Assignment, entropy: bytes, count: int) -> tuple[Case, ...]:
    """`count` accepted cases, in which together every mistake is told from the truth and from the others.

    Raises:
        CourseError: no such cases were found in many tries; the message names what could not be told apart.
    """
    rng = generator(entropy)
    drawn: list[Case] = []
    refused: dict[str, int] = {}
    for _ in range(TRIES):
        case, why = _try(assignment, rng)
        if case is None:
            refused[why] = refused.get(why, 0) + 1
            continue
        drawn.append(case)
        if len(drawn) < count:
            continue
        if not (why := _together(assignment, drawn)):
            return tuple(drawn)
        refused[why] = refused.get(why, 0) + 1
        drawn.pop(0)
    if problems := list(_alike(assignment)):
        raise CourseError(problems)
    often = sorted(refused, key=lambda why: -refused[why])[:3]
    raise CourseError([f"no {count} cases in {TRIES} draws. Most were refused because: {'; '.join(often)}."])


def accepted(assignment: Assignment, rng: RandomState, count: int) -> Iterator[Case]:
    """Accepted cases one by one, for the proofs of `descent verify`; at most `count`."""
    found = 0
    for _ in range(TRIES):
        if found == count:
            return
        case, _ = _try(assignment, rng)
        if case is not None:
            found += 1
            yield case


def separated(assignment: Assignment, case: Case) -> Iterator[tuple[str, str]]:
    """Pairs that this case does NOT tell apart: (mistake, mistake) or (mistake, "") for the truth; partial ones left out."""
    known = {**case.givens, **{name: value.item() if value.ndim == 0 else value for name, value in case.truth.items()}}
    for question in assignment.questions.values():
        values = {"": flat(case.truth[question.id])}
        for mistake in question.mistakes.values():
            if not mistake.partial:
                values[f"{question.id}:{mistake.id}"] = flat(graph.evaluate(mistake, known))
        for one, other in _neighbours(values):
            if not differ(values[one], values[other]):
                yield max(one, other), min(one, other)


def _alike(assignment: Assignment) -> Iterator[str]:
    """A sentence for each two formulas that no inputs tell apart."""
    with np.errstate(all="ignore"):
        tried = [set(separated(assignment, case)) for case in _unchecked(assignment, ALIKE_IN)]
    for one, other in sorted(set.intersection(*tried)) if tried else ():
        yield f"mistake '{one}' gives the same as {repr(other) if other else 'the right formula'} on any inputs. Remove one of them."


def _unchecked(assignment: Assignment, count: int) -> Iterator[Case]:
    """Cases that the author's `accept` takes, whatever they tell apart; at most `count`, always the same."""
    rng = RandomState(0)
    found = 0
    for _ in range(TRIES):
        if found == count:
            return
        case = Case(givens := {name: given.draw(rng) for name, given in assignment.givens.items()}, graph.answers(assignment, givens))
        if assignment.accept is None or _accepts(assignment, case):
            found += 1
            yield case


def _neighbours(values: Mapping[str, Flat]) -> Iterator[tuple[str, str]]:
    """The pairs to look at; all others are apart. Of one shape, those that are near each other in one entry: two values that
    differ there by 1 % of the largest of all are apart whatever their other entries are.
    """
    groups: dict[tuple[int, ...], list[str]] = {}
    endless: list[str] = []
    for name, (shape, _, size) in values.items():
        (groups.setdefault(shape, []) if isfinite(size) else endless).append(name)
    yield from combinations(endless, 2)
    for shape, names in groups.items():
        if not shape:
            yield from pairwise(sorted(names, key=lambda name: values[name][1][0]))
            continue
        entry = _widest([values[name][1] for name in names])
        at = sorted((values[name][1][entry], name) for name in names)
        enough = APART * max(values[name][2] for name in names)
        for index, (low, one) in enumerate(at):
            yield from ((one, other) for _, other in takewhile(lambda high: high[0] - low < enough, at[index + 1 :]))  # noqa: B023


def _widest(rows: list[list[float]]) -> int:
    """The entry in which rows differ most."""
    spreads = [max(column) - min(column) for column in zip(*rows, strict=True)]
    return spreads.index(max(spreads)) if spreads else 0


def _try(assignment: Assignment, rng: RandomState) -> tuple[Case | None, str]:
    givens = {name: given.draw(rng) for name, given in assignment.givens.items()}
    for name, value in givens.items():
        if isinstance(value, float) and abs(value - 0.5) < MISLEADING_HALF:
            return None, f"{name} is one half"
    with np.errstate(all="ignore"):
        case = Case(givens, graph.answers(assignment, givens))
        if assignment.accept is not None and not _accepts(assignment, case):
            return None, "accept() said no"
        if not all(np.isfinite(value).all() for value in case.truth.values()):
            return None, "an answer is not finite"
        for one, other in separated(assignment, case):
            return None, f"{one} cannot be told from {other or 'the truth'}"
    return case, ""


def _accepts(assignment: Assignment, case: Case) -> bool:
    assert assignment.accept is not None
    known = {**case.givens, **case.truth}
    code = assignment.accept.__code__
    return bool(assignment.accept(*(known[name] for name in code.co_varnames[: code.co_argcount])))


def _together(assignment: Assignment, cases: list[Case]) -> str:
    """The first partial mistake that these cases do not tell from the truth or from another mistake, or nothing."""
    for question in assignment.questions.values():
        for partial in (mistake for mistake in question.mistakes.values() if mistake.partial):
            values = [graph.mistaken(partial, case.givens, case.truth) for case in cases]
            if not _enough(apart(value, case.truth[question.id]) for value, case in zip(values, cases, strict=True)):
                return f"{question.id}:{partial.id} cannot be told from the truth"
            for other in (mistake for mistake in question.mistakes.values() if mistake is not partial):
                pairs = ((value, graph.mistaken(other, case.givens, case.truth)) for value, case in zip(values, cases, strict=True))
                if not _enough(apart(one, two) for one, two in pairs):
                    return f"{question.id}:{partial.id} cannot be told from {question.id}:{other.id}"
    return ""


def _enough(told_apart: Iterator[bool]) -> bool:
    """Whether it is so in enough cases; looks no further than that."""
    return sum(1 for _ in islice(filter(None, told_apart), ENOUGH)) == ENOUGH
