"""The policy's arithmetic: within bounds, and never to the harm of who was given more time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.manifest import Attempts, Late
from autograder.gradebook.policy import DAY, HOUR, Attempt, Terms, standing, taken_off

DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
TENTH = Late(per_day=0.1, grace_hours=1.0, cap=0.5)


def attempt(number: int, hours: float, *points: float) -> Attempt:
    """An attempt so many hours after the due date."""
    return Attempt(number, number, DUE + timedelta(hours=hours), {f"q{index}": one for index, one in enumerate(points)})


# --- examples ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "part"),
    [(0, 0.0), (HOUR, 0.0), (HOUR + 1, 0.1), (HOUR + DAY, 0.1), (HOUR + DAY + 1, 0.2), (30 * DAY, 0.5)],
)
def test_each_day_begun_after_the_grace_costs_its_part_up_to_the_cap(seconds: float, part: float) -> None:
    assert taken_off(TENTH, seconds) == pytest.approx(part)


def test_hours_may_cost_too() -> None:
    assert taken_off(Late(per_hour=0.02), 3 * HOUR) == pytest.approx(0.06)
    assert taken_off(Late(per_hour=0.02, per_day=0.5), 3 * HOUR) == pytest.approx(0.56)


COUNTED = {Attempts.FIRST: (4.0, 1), Attempts.LAST: (5.4, 3), Attempts.BEST: (7.0, 2)}


@pytest.mark.parametrize(("rule", "expected"), COUNTED.items(), ids=str)
def test_the_course_says_which_attempt_counts(rule: Attempts, expected: tuple[float, int]) -> None:
    tries = [attempt(1, -30, 1, 3), attempt(2, -2, 3, 4), attempt(3, 10, 2, 4)]
    found = standing(tries, Terms(10.0, DUE, TENTH, rule))
    assert found.attempt is not None
    assert (found.score, found.attempt.number) == expected


def test_the_best_is_the_best_after_lateness() -> None:
    found = standing([attempt(1, -1, 7.5), attempt(2, 30, 9.0)], Terms(10.0, DUE, TENTH))
    assert (found.score, found.taken_off) == (7.5, 0.0)


def test_a_person_has_the_last_word() -> None:
    tries = [attempt(1, 30, 2, 3)]
    assert standing(tries, Terms(10.0, DUE, TENTH, overrides={"q0": 4})).score == pytest.approx(5.6)
    assert standing(tries, Terms(10.0, DUE, TENTH, override=9)).score == 9
    assert standing(tries, Terms(10.0, DUE, TENTH, excused=True)).score is None
    assert standing(tries, Terms(10.0, DUE, TENTH, excused=True, override=9)).excused


def test_what_is_marked_by_hand_is_added_and_counts_alone_where_nothing_else_does() -> None:
    assert standing([attempt(1, -1, 6)], Terms(10.0, DUE, TENTH, marked={"why": 3})).score == 9
    assert standing([], Terms(10.0, DUE, TENTH, marked={"why": 3})).score == 3
    assert standing([], Terms(10.0, DUE, TENTH)).score is None
    assert standing([Attempt(1, 1, DUE)], Terms(10.0, DUE, TENTH)).score is None  # it waits


# --- for all of them -----------------------------------------------------------------------------------------------------

shares = st.floats(0, 1)
lates = st.builds(Late, per_day=shares, per_hour=shares, grace_hours=st.floats(0, 100), cap=shares)
points = st.floats(-5, 20)
tries = st.lists(st.tuples(st.floats(-200, 400), st.lists(points, max_size=4)), max_size=5).map(
    lambda found: [attempt(number, hours, *marks) for number, (hours, marks) in enumerate(found, 1)]
)
rules = st.sampled_from(Attempts)
said = st.dictionaries(st.sampled_from(["q0", "q1", "why"]), points, max_size=2)


@given(tries, lates, rules, said, said, st.none() | points)
def test_a_score_is_never_negative_and_never_above_the_maximum(
    found: list[Attempt], late: Late, rule: Attempts, marked: dict[str, float], overrides: dict[str, float], override: float | None
) -> None:
    given_terms = Terms(10.0, DUE, late, rule, marked=marked, overrides=overrides, override=override)
    score = standing(found, given_terms).score
    assert score is None or 0 <= score <= 10


@given(tries, lates, rules, said, st.floats(0, 500))
def test_an_extension_never_lowers_a_score(
    found: list[Attempt], late: Late, rule: Attempts, marked: dict[str, float], hours: float
) -> None:
    before = standing(found, Terms(10.0, DUE, late, rule, marked=marked)).score
    after = standing(found, Terms(10.0, DUE + timedelta(hours=hours), late, rule, marked=marked)).score
    assert (before is None) == (after is None)
    assert before is None or after is None or after >= before


@given(tries, lates, rules, st.randoms(use_true_random=False))
def test_the_order_in_which_things_were_graded_does_not_matter(
    found: list[Attempt], late: Late, rule: Attempts, random: object
) -> None:
    mixed = list(found)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert standing(mixed, Terms(10.0, DUE, late, rule)) == standing(found, Terms(10.0, DUE, late, rule))


@given(tries, lates, st.floats(0, 500))
def test_handing_in_once_more_never_lowers_the_best(found: list[Attempt], late: Late, hours: float) -> None:
    terms = Terms(10.0, DUE, late, Attempts.BEST)
    more = [*found, attempt(len(found) + 1, hours, 3.0)]
    assert (standing(more, terms).score or 0) >= (standing(found, terms).score or 0)


@given(lates, st.floats(0, 1e7), st.floats(0, 1e7))
def test_later_never_costs_less(late: Late, one: float, other: float) -> None:
    assert taken_off(late, min(one, other)) <= taken_off(late, max(one, other)) <= 1


# --- what a person marks ----------------------------------------------------------------------------------------------------

BY_HAND = {"by_hand": ("why", "how")}


def test_what_is_not_marked_yet_waits_as_long_as_it_matters() -> None:
    tries = [attempt(1, -1, 6)]
    assert standing(tries, Terms(10.0, DUE, TENTH, **BY_HAND)).waits == ("why", "how")
    assert standing(tries, Terms(10.0, DUE, TENTH, **BY_HAND, marked={"why": 0})).waits == ("how",)
    assert standing(tries, Terms(10.0, DUE, TENTH, **BY_HAND, marked={"why": 1, "how": 2})).waits == ()
    assert standing(tries, Terms(10.0, DUE, TENTH, **BY_HAND, excused=True)).waits == ()
    assert standing(tries, Terms(10.0, DUE, TENTH, **BY_HAND, override=5)).waits == ()
    assert standing([], Terms(10.0, DUE, TENTH, **BY_HAND)).waits == ()
    assert standing([Attempt(1, 1, DUE)], Terms(10.0, DUE, TENTH, **BY_HAND)).waits == ()  # it waits to be graded first


@given(tries, lates, rules, st.floats(0, 10), st.floats(0, 10))
def test_a_better_mark_never_lowers_a_score(found: list[Attempt], late: Late, rule: Attempts, one: float, other: float) -> None:
    low, high = (
        standing(found, Terms(10.0, DUE, late, rule, by_hand=("why",), marked={"why": points})).score or 0
        for points in sorted((one, other))
    )
    assert low <= high + 1e-6
