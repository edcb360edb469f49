"""Which inputs is a submission tried on?

Hidden cases are drawn from HMAC-SHA256(course secret, assignment, version, extracted source): the same work gets the same
cases wherever it is graded, and no two submissions share them. A case that would mislead is drawn again: one that the author's
`accept` refuses, one in which a mistake lies within 1 % of the truth or of another mistake.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, islice, pairwise, takewhile
from math import isfinite
from typing import Any

import numpy as np
from numpy.random import RandomState

from autograder.course import graph
from autograder.course.closeness import APART, Answer, Flat, apart, as_answer, differ, finite, flat, parts
from autograder.course.givens import Form, Value, draw_sizes, form_of
from autograder.course.vocabulary import Assignment, Kind, positional
from autograder.errors import CourseError

TRIES = 2000
REFUSED = "accept() said no"
ALIKE_IN = 12  # so many cases in a row in which two formulas agree are no chance
MISLEADING_HALF = 0.005  # a single number from 0 to 1 this near to one half hides signs and factors
ENOUGH = 2  # in so many cases, at the least, two formulas must be told apart


@dataclass(frozen=True, slots=True)
class Case:
    """One set of givens with the true answers."""

    givens: Mapping[str, Value]
    truth: Mapping[str, Answer]


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


def inputs(assignment: Assignment, rng: RandomState) -> dict[str, Value]:
    """One draw of all givens, fair or not, with those that are derived."""
    sizes = draw_sizes(assignment.sizes, rng) if assignment.sizes else {}
    return assignment.completed({name: given.draw(rng, sizes) for name, given in assignment.givens.items()})


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
    known = {**case.givens, **{name: _number(value) for name, value in case.truth.items()}}
    functions = graph.bound(assignment)
    for question in assignment.questions.values():
        if question.kind is Kind.MEASURED:
            continue
        whole = [mistake for mistake in question.mistakes.values() if not mistake.partial]
        values: dict[str, Any] = {"": case.truth[question.id]}
        values |= {f"{question.id}:{mistake.id}": graph.evaluate(mistake, known, functions) for mistake in whole}
        yield from ((max(pair), min(pair)) for pair in _near(values))


def _number(value: Answer) -> Any:
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _near(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The pairs that are not told apart."""
    if not all(isinstance(value, float | np.ndarray) for value in values.values()):
        pieces = {
            name: [part if isinstance(part, str) else flat(part) for part in parts(as_answer(value))] for name, value in values.items()
        }
        yield from (pair for pair in combinations(pieces, 2) if _alike_in_all(pieces[pair[0]], pieces[pair[1]]))
        return
    flats = {name: flat(value) for name, value in values.items()}
    yield from (pair for pair in _neighbours(flats) if not differ(flats[pair[0]], flats[pair[1]]))


def _alike_in_all(one: list[Flat | str], other: list[Flat | str]) -> bool:
    """Whether two answers of several parts are not told apart in any of them."""
    return len(one) == len(other) and all(map(_alike_part, one, other))


def _alike_part(one: Flat | str, other: Flat | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return not differ(one, other)


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
        case = Case(givens := inputs(assignment, rng), graph.answers(assignment, givens))
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
    givens = inputs(assignment, rng)
    for name, value in givens.items():
        if name in assignment.givens and isinstance(value, float) and abs(value - 0.5) < MISLEADING_HALF:
            return None, f"{name} is one half"
    with np.errstate(all="ignore"):
        early = assignment.accept is not None and not {*positional(assignment.accept)} & {*assignment.questions}
        if early and not _accepts(assignment, Case(givens, {})):  # spares the answers, which take much longer
            return None, REFUSED
        case = Case(givens, graph.answers(assignment, givens))
        if assignment.accept is not None and not early and not _accepts(assignment, case):
            return None, REFUSED
        if not all(map(finite, case.truth.values())):
            return None, "an answer is not finite"
        for one, other in separated(assignment, case):
            return None, f"{one} cannot be told from {other or 'the truth'}"
    return case, ""


def _accepts(assignment: Assignment, case: Case) -> bool:
    assert assignment.accept is not None
    known = {**case.givens, **case.truth}
    return bool(assignment.accept(*(known[name] for name in positional(assignment.accept))))


def _together(assignment: Assignment, cases: list[Case]) -> str:
    """What these cases lack, or nothing: a form of some given, if they are enough to have all of them; or the first partial mistake
    that they do not tell from the truth or from another mistake.
    """
    for name, forms in _forms(assignment).items():
        if len(forms) <= len(cases) and forms - {form_of(case.givens[name]) for case in cases}:
            return f"not every form of {name} is there"
    for question in assignment.questions.values():
        partials = [mistake.id for mistake in question.mistakes.values() if mistake.partial]
        if not partials:
            continue
        values = {
            name: [graph.mistaken(assignment, mistake, case.givens, case.truth) for case in cases]
            for name, mistake in question.mistakes.items()
        }
        values[""] = [case.truth[question.id] for case in cases]
        for partial in partials:
            for other, theirs in values.items():
                if other != partial and not _enough(map(apart, values[partial], theirs)):
                    return f"{question.id}:{partial} cannot be told from {f'{question.id}:{other}' if other else 'the truth'}"
    return ""


@lru_cache(maxsize=64)
def _forms(assignment: Assignment) -> dict[str, frozenset[Form]]:
    """By given, the forms of values that it may have, where these are several."""
    sizes = draw_sizes(assignment.sizes, RandomState(0)) if assignment.sizes else {}
    found = {name: given.forms(sizes) for name, given in assignment.givens.items()}
    return {name: forms for name, forms in found.items() if len(forms) > 1}


def _enough(told_apart: Iterator[bool]) -> bool:
    """Whether it is so in enough cases; looks no further than that."""
    return sum(1 for _ in islice(filter(None, told_apart), ENOUGH)) == ENOUGH
