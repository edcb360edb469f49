"""Hidden cases hang on the secret and the work alone, and none of them misleads."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course import Assignment, cases, choice, either, graph, integers, single, uniform
from autograder.course.closeness import apart
from autograder.course.load import Loaded
from autograder.errors import CourseError

KEY = b"k" * 32
WORK = "h = x @ w\n"
GOLDEN = [  # the first cases of `small()` for the key 0, 1, 2 ... 31
    {"x": [-3, 0], "y": 0.293},
    {"x": [-1, 3], "y": 0.1673},
    {"x": [-2, -2], "y": 0.771},
]


def small(accept: Callable[..., Any] | None = None, **givens: Any) -> Assignment:
    """An assignment with one question, `h`, of two numbers."""
    chosen = {"x": integers(-3, 4, size=2), "y": uniform(0.05, 0.95), **givens}
    made = Assignment(givens=chosen, accept=accept, examples=[{"x": [1, 2], "y": 0.5}, {"x": [2, 3], "y": 0.1}])

    @made.question(points=1)
    def h(x, y):
        """h"""
        return np.sum(x) * y

    return made


def as_lists(drawn: tuple[cases.Case, ...]) -> list[dict[str, Any]]:
    return [{name: np.asarray(value).tolist() for name, value in case.givens.items()} for case in drawn]


def test_the_same_work_gets_the_same_cases() -> None:
    assert cases.seed(KEY, "01-a", 1, WORK) == cases.seed(KEY, "01-a", 1, WORK)
    seed = cases.seed(KEY, "01-a", 1, WORK)
    assert as_lists(cases.draw(small(), seed, 8)) == as_lists(cases.draw(small(), seed, 8))


OTHERS = {
    "one-character-more": (KEY, "01-a", 1, WORK + " ", "plain"),
    "another-secret": (KEY[:-1] + b"l", "01-a", 1, WORK, "plain"),
    "another-assignment": (KEY, "01-b", 1, WORK, "plain"),
    "another-version": (KEY, "01-a", 2, WORK, "plain"),
    "another-run": (KEY, "01-a", 1, WORK, "mended h with x"),
    "slug-and-version-run-together": (KEY, "01-a1", 1, WORK, "plain"),
    "text-that-cannot-be-encoded": (KEY, "01-a", 1, WORK + "\ud800", "plain"),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_anything_else_gets_other_cases(other: tuple[bytes, str, int, str, str]) -> None:
    mine, theirs = cases.seed(KEY, "01-a", 1, WORK), cases.seed(*other)
    assert mine != theirs
    seen = [str(case) for case in as_lists(cases.draw(small(), mine, 8))]
    assert not {*seen} & {str(case) for case in as_lists(cases.draw(small(), theirs, 8))}


@given(st.text(), st.text())
def test_two_works_never_share_a_seed(one: str, other: str) -> None:
    assert (cases.seed(KEY, "01-a", 1, one) == cases.seed(KEY, "01-a", 1, other)) == (one == other)


def test_the_seed_of_a_work_stays_what_it_is() -> None:
    """A changed seed would regrade last year's work on other cases."""
    assert cases.seed(KEY, "01-gradient-step", 1, "h = 1").hex() == "98564f5326e93619c838443ce3dd193077a2171ec9e682c3b58f56b22d9dbea1"


def test_the_stream_of_cases_stays_what_it_is() -> None:
    assert cases.generator(bytes(range(32))).randint(0, 1000, 6).tolist() == [960, 923, 650, 899, 74, 654]
    assert as_lists(cases.draw(small(), bytes(range(32)), 3)) == GOLDEN


def test_a_case_holds_its_true_answers() -> None:
    for case in cases.draw(small(), KEY, 8):
        assert case.truth["h"] == pytest.approx(np.sum(case.givens["x"]) * case.givens["y"])


def test_numbers_at_one_half_are_drawn_again() -> None:
    """A target or a learning rate of one half hides signs and factors."""
    made = small(y=choice([0.496, 0.4999, 0.5, 0.504, 0.3]))
    assert {case.givens["y"] for case in cases.draw(made, KEY, 8)} == {0.3}


def test_a_whole_number_or_an_array_may_hold_anything() -> None:
    made = small(x=choice([3]), y=choice([0.51]))
    made.questions["h"].formula = lambda x, y: x * y
    assert len(cases.draw(made, KEY, 3)) == 3


def test_every_form_of_a_given_is_there_wherever_the_cases_are_enough_for_all() -> None:
    """Nobody's mark hangs on whether a single number was among the arrays."""
    forms = either(integers(-3, 4, size=2), uniform(1, 2), uniform(1, 2, size=(2, 2)), single(uniform(1, 2, size=3)))
    made = small(x=forms)
    for number in range(30):
        entropy = number.to_bytes(32, "big")
        drawn = cases.draw(made, entropy, 4)
        assert {np.asarray(case.givens["x"]).shape for case in drawn} == {(2,), (), (2, 2), (3,)}
        assert len(cases.draw(made, entropy, 3)) == 3


def test_what_accept_refuses_is_drawn_again() -> None:
    made = small(accept=lambda h, y: h > 0 and y < 0.3)
    assert all(case.truth["h"] > 0 and case.givens["y"] < 0.3 for case in cases.draw(made, KEY, 8))


def test_an_answer_that_is_not_finite_is_drawn_again() -> None:
    made = small(x=integers(0, 2, size=2))
    made.questions["h"].formula = lambda x, y: y / x[0]
    with np.errstate(all="raise"):
        assert all(np.isfinite(case.truth["h"]) for case in cases.draw(made, KEY, 8))


def test_an_accept_that_refuses_all_is_told_to_the_author() -> None:
    with pytest.raises(CourseError, match=r"no 8 cases in \d+ draws\. Most were refused because: accept\(\) said no"):
        cases.draw(small(accept=lambda x: False), KEY, 8)


def test_a_given_of_one_half_only_is_told_to_the_author() -> None:
    with pytest.raises(CourseError, match="y is one half"):
        cases.draw(small(y=choice([0.5])), KEY, 2)


def test_a_mistake_that_is_the_truth_is_told_to_the_author() -> None:
    made = small()
    made.questions["h"].mistake(named("reversed_sum", lambda x, y: y * x[::-1].sum()))
    with pytest.raises(CourseError, match="mistake 'h:reversed_sum' gives the same as the right formula on any inputs"):
        cases.draw(made, KEY, 2)


def test_two_mistakes_that_are_one_are_told_to_the_author() -> None:
    made = small(x=integers(1, 4, size=2))
    made.questions["h"].mistake(named("doubled", lambda x, y: 2 * x.sum() * y))
    made.questions["h"].mistake(named("twice", lambda x, y: x.sum() * (y + y)))
    with pytest.raises(CourseError, match=r"mistake 'h:(doubled|twice)' gives the same as 'h:(doubled|twice)' on any inputs"):
        cases.draw(made, KEY, 2)


def named(name: str, formula: Callable[..., Any]) -> Callable[..., Any]:
    formula.__name__, formula.__doc__ = name, "Hint?"
    return formula


def with_partial() -> Assignment:
    """|h| is h for about half of all cases."""
    made = small()
    made.questions["h"].mistake(named("absolute", lambda x, y: abs(x.sum() * y)), partial=True)
    made.questions["h"].mistake(named("negative", lambda x, y: -x.sum() * y))
    return made


@given(st.binary(min_size=32, max_size=32))
def test_a_partial_mistake_is_told_apart_in_two_cases_at_least(entropy: bytes) -> None:
    made = with_partial()
    absolute, negative = made.questions["h"].mistakes.values()
    drawn = cases.draw(made, entropy, 4)
    assert len(drawn) == 4
    values = [graph.mistaken(made, absolute, case.givens, case.truth) for case in drawn]
    assert sum(apart(value, case.truth["h"]) for value, case in zip(values, drawn, strict=True)) >= 2
    others = [graph.mistaken(made, negative, case.givens, case.truth) for case in drawn]
    assert sum(apart(value, other) for value, other in zip(values, others, strict=True)) >= 2


def test_a_partial_mistake_that_never_shows_is_told_to_the_author() -> None:
    made = small(x=integers(1, 4, size=2))
    made.questions["h"].mistake(named("absolute", lambda x, y: abs(x.sum() * y)), partial=True)
    with pytest.raises(CourseError, match="h:absolute cannot be told from the truth"):
        cases.draw(made, KEY, 4)


def test_two_partial_mistakes_that_are_one_are_told_to_the_author() -> None:
    made = small()
    made.questions["h"].mistake(named("absolute", lambda x, y: abs(x.sum() * y)), partial=True)
    made.questions["h"].mistake(named("rooted", lambda x, y: ((x.sum() * y) ** 2) ** 0.5), partial=True)
    with pytest.raises(CourseError, match=r"h:(absolute|rooted) cannot be told from h:(absolute|rooted)"):
        cases.draw(made, KEY, 4)


@given(st.binary(min_size=32, max_size=32))
def test_no_hidden_case_of_the_first_assignment_misleads(gradient_step: Loaded, entropy: bytes) -> None:
    drawn = cases.draw(gradient_step.assignment, entropy, 4)
    for case in drawn:
        assert not list(cases.separated(gradient_step.assignment, case))
        assert abs(float(case.givens["y"]) - 0.5) >= 0.005
        assert abs(float(case.givens["learnrate"]) - 0.5) >= 0.005
        assert 0.3 <= abs(float(case.truth["h"])) <= 4


def test_the_examples_come_with_their_published_answers(gradient_step: Loaded) -> None:
    first, second = cases.examples(gradient_step.assignment)
    assert first.truth["nn_output"] == pytest.approx(0.6899744811276125, rel=1e-15)
    assert second.truth["del_w"] == pytest.approx([-0.00365998, 0.00182999, 0, -0.00548997], abs=1e-8)


def test_accepted_cases_come_one_by_one_and_no_more_than_asked(gradient_step: Loaded) -> None:
    rng = cases.generator(bytes(32))
    assert len(list(cases.accepted(gradient_step.assignment, rng, 5))) == 5


def test_accepted_cases_may_be_fewer_than_asked() -> None:
    assert list(cases.accepted(small(accept=lambda x: False), cases.generator(bytes(32)), 5)) == []


def test_pairs_that_a_case_does_not_tell_apart_are_all_found(gradient_step: Loaded) -> None:
    """Looking at neighbours in size only finds a case misleading exactly when looking at all pairs does."""
    assignment, rng, misled = gradient_step.assignment, np.random.RandomState(1), 0
    for _ in range(200):
        givens = cases.inputs(assignment, rng)
        case = cases.Case(givens, graph.answers(assignment, givens))
        found = bool(list(cases.separated(assignment, case)))
        assert found == any(_alike(question.id, case, assignment) for question in assignment.questions.values())
        misled += found
    assert 0 < misled < 200


def _alike(question: str, case: cases.Case, assignment: Assignment) -> bool:
    mistakes = [mistake for mistake in assignment.questions[question].mistakes.values() if not mistake.partial]
    values = [case.truth[question], *(graph.mistaken(assignment, mistake, case.givens, case.truth) for mistake in mistakes)]
    return any(not apart(one, other) for one, other in combinations(values, 2))
