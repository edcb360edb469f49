"""What does an assignment count for a student? The course's rule, applied to every attempt; nothing here reads or writes.

A score is what the counted attempt earned, less what lateness takes off, unless a person has said otherwise. All of it is computed
from what is kept whenever it is asked for, so the order in which things were graded or decided never matters.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from autograder.course.manifest import Attempts, Late

HOUR = 3600.0
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Attempt:
    """One hand-in that has been graded, or waits.

    Attributes:
        number: counts a student's attempts at an assignment from 1, in the order of their times.
        points: of each question that was graded by itself; empty while it waits or where the grader failed.
    """

    number: int
    submission: int
    handed_in: datetime
    points: Mapping[str, float] = field(default_factory=dict)

    @property
    def graded(self) -> bool:
        """Whether it has a score."""
        return bool(self.points)


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one student and one assignment.

    Attributes:
        due: when it is due for this student, extension included; None: never.
        excused: nothing is asked of this student here.
        by_hand: questions that a person marks.
        marked: points of questions that a person marks, by question.
        overrides: points that a person has put in the place of a question's; one of a question that is asked no longer is passed over.
        override: the score that a person has put in the place of all.
    """

    max_score: float
    due: datetime | None = None
    late: Late = field(default_factory=Late)
    attempts: Attempts = Attempts.BEST
    excused: bool = False
    by_hand: tuple[str, ...] = ()
    marked: Mapping[str, float] = field(default_factory=dict)
    overrides: Mapping[str, float] = field(default_factory=dict)
    override: float | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts, and why.

    Attributes:
        score: None where there is none: nothing handed in, not graded yet, or excused.
        earned: before lateness; None where the score is no attempt's.
        attempt: the one that counts.
        late: seconds after the student's due date.
        taken_off: points that lateness cost.
        waits: questions of the attempt that counts which a person has still to mark. The score holds nothing for them yet, and is no
            final one.
    """

    score: float | None
    max_score: float
    earned: float | None = None
    attempt: Attempt | None = None
    late: float = 0.0
    taken_off: float = 0.0
    excused: bool = False
    overridden: bool = False
    waits: tuple[str, ...] = ()


def standing(attempts: Sequence[Attempt], terms: Terms) -> Standing:
    """What a student's attempts at one assignment count for."""
    counted = _counted(attempts, terms)
    if terms.excused:
        return Standing(None, terms.max_score, counted.earned, counted.attempt, counted.late, excused=True)
    if terms.override is not None:
        score = _within(terms.override, terms.max_score)
        return Standing(score, terms.max_score, counted.earned, counted.attempt, counted.late, overridden=True)
    return counted


def taken_off(late: Late, seconds: float) -> float:
    """The part of the points, 0 to 1, that so many seconds after the due date cost: by each day and hour begun after the grace."""
    beyond = seconds - late.grace_hours * HOUR
    if beyond <= 0:
        return 0.0
    return min(late.cap, late.per_day * math.ceil(beyond / DAY) + late.per_hour * math.ceil(beyond / HOUR), 1.0)


def _counted(attempts: Sequence[Attempt], terms: Terms) -> Standing:
    """The standing by the attempt that counts: the best is the best after lateness, of equals the earliest."""
    graded = sorted((one for one in attempts if one.graded), key=lambda one: (one.handed_in, one.number))
    if not graded:
        return _nothing_graded(terms)
    found = [_of(one, terms) for one in graded]
    match terms.attempts:
        case Attempts.FIRST:
            return found[0]
        case Attempts.LAST:
            return found[-1]
        case Attempts.BEST:
            return max(found, key=lambda one: one.score or 0.0)


def _nothing_graded(terms: Terms) -> Standing:
    by_hand = {**terms.marked, **terms.overrides}
    if not by_hand:
        return Standing(None, terms.max_score)
    earned = _within(math.fsum(by_hand.values()), terms.max_score)
    return Standing(earned, terms.max_score, earned, overridden=bool(terms.overrides))


def _of(attempt: Attempt, terms: Terms) -> Standing:
    asked = {question: points for question, points in terms.overrides.items() if question in attempt.points}
    points = {**attempt.points, **terms.marked, **asked} if terms.marked or asked else attempt.points
    earned = _within(math.fsum(points.values()), terms.max_score)
    late = max(0.0, (attempt.handed_in - terms.due).total_seconds()) if terms.due is not None else 0.0
    off = round(earned * taken_off(terms.late, late), 6)
    score = _within(earned - off, terms.max_score)
    waits = tuple(question for question in terms.by_hand if question not in terms.marked)
    return Standing(score, terms.max_score, earned, attempt, late, off, overridden=bool(asked), waits=waits)


def _within(points: float, most: float) -> float:
    return round(min(max(points, 0.0), most), 6)
