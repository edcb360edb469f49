"""The policy says what the course's rule says: reckoned once more in fractions, and in a way that knows nothing of the first."""

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from autograder.course.manifest import Attempts, Late
from autograder.gradebook.policy import Attempt, Standing, Terms, standing

DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
MOST = 10.0

quarters = st.integers(0, 24).map(lambda number: number / 4)
hundredths = st.integers(0, 100).map(lambda number: number / 100)
marks = st.dictionaries(st.sampled_from(["q0", "q1", "why"]), quarters, max_size=3)
tries = st.lists(st.tuples(st.integers(-6_000, 12_000), st.lists(quarters, max_size=3)), max_size=5, unique_by=lambda one: one[0]).map(
    lambda found: [
        Attempt(number, number, DUE + timedelta(minutes=minutes), {f"q{at}": one for at, one in enumerate(points)})
        for number, (minutes, points) in enumerate(sorted(found), 1)
    ]
)
terms = st.builds(
    Terms,
    max_score=st.just(MOST),
    due=st.none() | st.integers(0, 6_000).map(lambda minutes: DUE + timedelta(minutes=minutes)),
    late=st.builds(Late, per_day=hundredths, per_hour=hundredths, grace_hours=st.integers(0, 30).map(float), cap=hundredths),
    attempts=st.sampled_from(Attempts),
    excused=st.booleans(),
    marked=st.dictionaries(st.just("why"), quarters, max_size=1),
    overrides=st.dictionaries(st.sampled_from(["q0", "q1", "gone"]), quarters, max_size=2),
    override=st.none() | quarters,
)


def exact(number: float) -> Fraction:
    """A number as it is written."""
    return Fraction(str(number))


def worth(attempt: Attempt, by: Terms) -> tuple[Fraction, Fraction]:
    """What an attempt earns, and what is left of it after lateness."""
    points = {name: exact(one) for name, one in attempt.points.items()}
    points |= {name: exact(one) for name, one in by.marked.items()}
    points |= {name: exact(one) for name, one in by.overrides.items() if name in attempt.points}
    earned = min(sum(points.values(), Fraction(0)), exact(MOST))
    lost = Fraction(0)
    if by.due is not None:
        seconds = Fraction(int((attempt.handed_in - by.due).total_seconds())) - 3600 * exact(by.late.grace_hours)
        if seconds > 0:
            lost = exact(by.late.per_day) * math.ceil(seconds / 86_400) + exact(by.late.per_hour) * math.ceil(seconds / 3_600)
    return earned, earned * (1 - min(lost, exact(by.late.cap), Fraction(1)))


def reckoned(tried: list[Attempt], by: Terms) -> Fraction | None:
    """The score, attempt by attempt."""
    if by.excused:
        return None
    if by.override is not None:
        return exact(by.override)
    left = [worth(one, by)[1] for one in tried if one.points]
    if not left:
        given_by_hand = {**by.marked, **by.overrides}
        return min(sum(map(exact, given_by_hand.values()), Fraction(0)), exact(MOST)) if given_by_hand else None
    return {Attempts.FIRST: left[0], Attempts.LAST: left[-1], Attempts.BEST: max(left)}[by.attempts]


def close(found: Standing, wanted: Fraction | None) -> bool:
    return found.score is None if wanted is None else found.score is not None and abs(found.score - wanted) < 2e-6


@given(tries, terms)
@example([Attempt(1, 1, DUE + timedelta(hours=25), {"q0": 8.0})], Terms(MOST, DUE, Late(per_day=0.1, grace_hours=1)))
@example([Attempt(1, 1, DUE + timedelta(hours=25, minutes=1), {"q0": 8.0})], Terms(MOST, DUE, Late(per_day=0.1, grace_hours=1)))
def test_a_score_is_what_the_rule_says_in_fractions(tried: list[Attempt], by: Terms) -> None:
    found = standing(tried, by)
    assert close(found, reckoned(tried, by)), (found, reckoned(tried, by))


@given(tries, terms)
def test_what_was_earned_less_what_was_taken_off_is_the_score_of_the_attempt_that_counts(tried: list[Attempt], by: Terms) -> None:
    found = standing(tried, by)
    if found.attempt is not None and not found.excused and by.override is None:
        assert found.earned is not None
        earned, left = worth(found.attempt, by)
        assert abs(found.earned - earned) < 2e-6
        assert abs(found.taken_off - (earned - left)) < 2e-6


@given(tries, terms)
def test_of_attempts_that_count_for_the_same_the_earliest_counts(tried: list[Attempt], by: Terms) -> None:
    by = replace(by, attempts=Attempts.BEST)
    found = standing(tried, by).attempt
    if found is not None:
        earlier = [one for one in tried if one.points and one.handed_in < found.handed_in]
        assert all(worth(one, by)[1] <= worth(found, by)[1] + Fraction(1, 10**5) for one in tried if one.points)
        assert not any(worth(one, by)[1] > worth(found, by)[1] for one in earlier)


@given(tries, terms, st.integers(0, 6_000))
def test_more_time_never_costs_a_point_whatever_else_was_decided(tried: list[Attempt], by: Terms, minutes: int) -> None:
    if by.due is not None:
        before, after = standing(tried, by), standing(tried, replace(by, due=by.due + timedelta(minutes=minutes)))
        assert (before.score is None) == (after.score is None)
        assert (after.score or 0.0) >= (before.score or 0.0)
        assert after.late <= before.late or by.attempts is Attempts.BEST  # with more time a later attempt may be the best


@given(tries, terms)
def test_excusing_and_points_for_all_say_nothing_of_what_was_earned(tried: list[Attempt], by: Terms) -> None:
    """Taken back, what counted before counts again."""
    plain = replace(by, excused=False, override=None)
    for other in (replace(plain, excused=True), replace(plain, override=7.5)):
        assert (standing(tried, other).earned, standing(tried, other).attempt) == (
            standing(tried, plain).earned,
            standing(tried, plain).attempt,
        )


@given(tries, terms, quarters, quarters)
def test_a_better_mark_by_hand_is_never_a_worse_score(tried: list[Attempt], by: Terms, one: float, other: float) -> None:
    low, high = (standing(tried, replace(by, marked={"why": points})).score for points in sorted((one, other)))
    assert (low is None) == (high is None)
    assert (low or 0.0) <= (high or 0.0) + 1e-6
