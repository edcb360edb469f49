"""The graph answers what is right, what hangs on what, and what would be were one formula another."""

import numpy as np
import pytest

from autograder.course import Assignment, Mistake, graph, uniform

step = Assignment(givens={"a": uniform(1, 2), "k": uniform(1, 2)}, examples=[{"a": 1.0, "k": 2.0}, {"a": 1.5, "k": 3.0}])


@step.question(points=1)
def first(a):
    """First."""
    return a + 1


@step.question(points=1)
def side(k):
    """Beside the chain."""
    return 10 * k


@step.question(points=1)
def second(first, k):
    """Second."""
    return first * k


@step.question(points=1)
def third(second, first):
    """Third."""
    return [second, first]


@second.mistake
def summed(first, k):
    """Times?"""
    return first + k


@second.mistake
def divided(first):
    """By what?"""
    return 1 / (first - first)


@second.mistake
def hopeless(first):
    """A formula that cannot be computed."""
    return np.ones(2) @ np.ones(3)


GIVENS = {"a": 2.0, "k": 5.0}


def test_answers_follow_the_chain_in_the_order_asked() -> None:
    found = graph.answers(step, GIVENS)
    assert {name: value.tolist() for name, value in found.items()} == {"first": 3.0, "side": 50.0, "second": 15.0, "third": [15.0, 3.0]}
    assert list(found) == ["first", "side", "second", "third"]


def test_answers_are_float64_arrays() -> None:
    assert {(value.dtype, value.ndim) for value in graph.answers(step, GIVENS).values()} == {
        (np.dtype(np.float64), 0),
        (np.dtype(np.float64), 1),
    }


def test_a_mistake_in_the_place_of_a_formula_moves_what_follows_and_nothing_before() -> None:
    found = graph.answers(step, GIVENS, instead=[second.mistakes["summed"]])
    assert (found["first"], found["second"]) == (3.0, 8.0)
    assert found["third"].tolist() == [8.0, 3.0]


def test_a_fixed_answer_stands_whatever_comes_before_it() -> None:
    found = graph.answers(step, GIVENS, fixed={"first": np.float64(100.0)})
    assert (found["first"], found["second"]) == (100.0, 500.0)


def test_a_fixed_answer_hides_a_mistake_made_at_it() -> None:
    found = graph.answers(step, GIVENS, [second.mistakes["summed"]], {"second": np.float64(1.0)})
    assert found["third"].tolist() == [1.0, 3.0]


@pytest.mark.parametrize("mistake", ["divided", "hopeless"])
def test_a_mistake_that_cannot_be_computed_is_not_finite_and_raises_nothing(mistake: str) -> None:
    with np.errstate(all="raise"):
        assert not np.isfinite(graph.mistaken(step, second.mistakes[mistake], GIVENS, graph.answers(step, GIVENS)))


def test_what_follows_a_mistake_that_cannot_be_computed_raises_nothing() -> None:
    found = graph.answers(step, GIVENS, instead=[second.mistakes["hopeless"]])
    assert np.isnan(found["third"][0])


def test_a_formula_that_raises_on_the_truth_is_the_authors_to_hear_of() -> None:
    broken = Assignment(givens={"a": uniform(1, 2)}, examples=[])

    @broken.question(points=1)
    def bad(a):
        """Bad."""
        return {}["a"]

    with pytest.raises(KeyError):
        graph.answers(broken, {"a": 1.0})


def test_a_mistake_is_told_on_true_earlier_answers() -> None:
    assert graph.mistaken(step, second.mistakes["summed"], GIVENS, {"first": np.float64(7.0)}) == 12.0


ANCESTORS = {"first": (), "side": (), "second": ("first",), "third": ("first", "second")}


@pytest.mark.parametrize(("question", "expected"), ANCESTORS.items(), ids=ANCESTORS)
def test_ancestors_stand_in_the_order_asked(question: str, expected: tuple[str, ...]) -> None:
    assert graph.ancestors(step, question) == expected


def chain() -> Assignment:
    """one -> two -> three, and nothing beside."""
    made = Assignment(givens={"a": uniform(1, 2)}, examples=[])

    @made.question(points=1)
    def one(a):
        """1"""

    @made.question(points=1)
    def two(one):
        """2"""

    @made.question(points=1)
    def three(two):
        """3"""

    return made


def test_a_cut_leaves_out_what_is_reached_through_it_alone() -> None:
    assert graph.ancestors(chain(), "three", cut=["two"]) == ()
    assert graph.ancestors(chain(), "three", cut=["one"]) == ("two",)


def test_a_cut_keeps_what_is_also_reached_another_way() -> None:
    assert graph.ancestors(step, "third", cut=["second"]) == ("first",)


def test_dependents_are_direct_only() -> None:
    assert graph.dependents(chain(), "one") == ("two",)
    assert graph.dependents(step, "first") == ("second", "third")
    assert graph.dependents(step, "third") == ()


def test_all_mistakes_are_listed() -> None:
    assert [mistake.id for mistake in graph.mistakes(step)] == ["summed", "divided", "hopeless"]
    assert all(isinstance(mistake, Mistake) for mistake in graph.mistakes(step))
