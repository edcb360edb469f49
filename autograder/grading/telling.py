"""Does an answer that an earlier slip leads to still tell whether what comes after it is right?

With a slope that is nought everywhere, all gradients are noughts and every step stands still, however they are written. Then an answer
that is as predicted shows nothing. It shows something as far as its parts still move as they should, if at least in a few hidden cases
it can be had at all, and if most of the mistakes that we know would have been seen in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.course.cases import ENOUGH, Case
from autograder.course.closeness import Answer, apart, as_answer, finite, parts, same, uncomputable
from autograder.course.vocabulary import Assignment, Mistake, Question
from autograder.grading.carrying import Behaviour, Slips, throughout
from autograder.grading.movement import Part, by_part, moves, rests

MOSTLY = 0.5  # in so large a part of what should move, an answer must do so, for a function that cannot be tried in another way
EQUAL = 1e-9


def share_told(assignment: Assignment, behaviour: Behaviour, hidden: Sequence[Case]) -> float:
    """How much an answer tells that is what this behaviour gives, of what it would tell without the earlier slips: of the parts that
    would move, those that still do; nothing where most mistakes of the function would not show.
    """
    asked = behaviour.asked
    own = tuple(slip for slip in behaviour.slips if slip.question == asked.id)
    undisturbed = throughout(assignment, asked, own)
    if len(_seen(undisturbed, hidden)) < ENOUGH:  # a mistake that stops where sizes differ does so without any other
        return 1.0
    seen = _seen(behaviour, hidden)
    others = (behaviour.instead(mistake) for mistake in asked.mistakes.values() if mistake not in own)
    if len(seen) < ENOUGH or not _most_show(seen, filter(None, others)):
        return 0.0
    return _moving(asked, seen, undisturbed)


def shows(assignment: Assignment, asked: Question, slips: Slips, other: Question, hidden: Sequence[Case]) -> bool:
    """Whether most mistakes of another function, written in a line of this one, would have been seen in its answer: and it was needed
    there, since noughts in its place would have been seen, too.
    """
    seen = _seen(throughout(assignment, asked, slips), hidden)
    rest = tuple(slip for slip in slips if slip.question != other.id)
    others = (throughout(assignment, asked, (*rest, mistake)) for mistake in other.mistakes.values() if mistake not in slips)
    needed = list(_apart(seen, throughout(assignment, asked, (*rest, _noughts(other)))))
    return len(seen) >= ENOUGH and (any(needed) or not needed) and _most_show(seen, others)


def _noughts(asked: Question) -> Mistake:
    """As if a function answered noughts, as many as it should answer numbers."""

    def formula(*arguments: Any, **uses: Any) -> Any:
        right = asked.formula(*arguments, **uses)
        return tuple(map(np.zeros_like, right)) if isinstance(right, tuple) else np.zeros_like(right)

    return Mistake("noughts", asked.id, "", formula, asked.needs, asked.uses)


Seen = Sequence[tuple[Case, Answer]]
"""Cases in which something finite comes of a behaviour, with what it is."""


def _seen(behaviour: Behaviour, hidden: Sequence[Case]) -> Seen:
    return [(case, value) for case in hidden if finite(value := behaviour.on(case))]


def _most_show(seen: Seen, others: Iterable[Behaviour]) -> bool:
    """Whether more than half of what else can be computed is told from what is seen, each in at least one case; nothing else: it is."""
    verdicts = [any(known) for other in others if (known := list(_apart(seen, other)))]
    return not verdicts or 2 * sum(verdicts) > len(verdicts)


def _apart(seen: Seen, other: Behaviour) -> Iterator[bool]:
    """Whether another behaviour gives something else, for each case in which it gives anything; up to the first in which it does."""
    for case, value in seen:
        if not uncomputable(would := other.on(case)):
            yield (differs := apart(value, would))
            if differs:
                return


def _moving(asked: Question, seen: Seen, undisturbed: Behaviour) -> float:
    """Of the parts that move by what the function makes of its arguments, that which still does."""
    triples = [(case, value, should) for case, value in seen if finite(should := undisturbed.on(case))]
    cases, values, wanted = zip(*triples, strict=True) if len(triples) >= ENOUGH else ((), (), ())
    if not cases:
        return 0.0
    if len({len(parts(answer)) for answer in (*values, *wanted)}) > 1:
        return 1.0
    work = [(part, should) for part, should in zip(by_part(values), by_part(wanted), strict=True) if moves(should)]
    work = [(part, should) for part, should in work if not _handed_back(asked, cases, should)]
    left = [part for part, should in work if not (rests(part, should) or _handed_back(asked, cases, part))]
    return len(left) / len(work) if work else 1.0


def _handed_back(asked: Question, cases: Sequence[Case], part: Part) -> bool:
    """Whether a part is one of the arguments, just as it came."""
    pairs = list(zip(cases, part, strict=True))
    return any(all(same(value, as_answer(case.givens[name]), rtol=EQUAL, atol=0) for case, value in pairs) for name in asked.needs)
