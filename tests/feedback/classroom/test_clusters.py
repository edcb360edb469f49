"""Which wrong values are the same? What must not be put together comes first."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.feedback.classroom.clusters import NEAR, clusters, taken_apart
from autograder.grading.report import Place, Report, Verdict
from tests.feedback.classroom.making import CARRIED, CORRECT, MISTAKE, WRONG, answer, report, unreadable


def of(*values: Any, verdict: Verdict = WRONG) -> list[Report]:
    """A student for each value."""
    return [report(f"s{at}", answer("h", verdict, seen=value)) for at, value in enumerate(values)]


APART = {
    "another-value": (1.0, 1.1),
    "a-little-more-than-rounding": (1.0, 1 + 3 * NEAR),
    "a-ten-thousandth-more": (1.0, 1.0001),
    "another-sign": (0.5, -0.5),
    "another-shape": ([1.0, 2.0], [[1.0, 2.0]]),
    "another-length": ([1.0], [1.0, 1.0]),
    "the-same-sum": ([1.0, 3.0], [2.0, 2.0]),
    "another-order": ([1.0, 2.0], [2.0, 1.0]),
    "a-truth-value-and-a-number": (True, 1),
    "a-text-and-a-number": ("1", 1),
    "another-text": ("up", "down"),
    "one-not-finite": ([1.0, None], [1.0, 2.0]),
    "several-and-a-list": ({"parts": [1.0, 2.0]}, [1.0, 2.0, 3.0]),
    "no-value": (None, None),
    "no-value-that-we-know": ({"other": 1}, {"other": 1}),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_apart_stays(one: Any, other: Any) -> None:
    assert clusters(of(one, other)) == ()


TOGETHER = {
    "equal": (0.25, 0.25),
    "but-for-rounding": (0.8, 0.7999999999999999),
    "large-but-for-rounding": (1e12, 1e12 + 1),
    "nought": (0, 0.0),
    "whole-and-broken": (2, 2.0),
    "vectors": ([1.0, -1.0], [1.0 + 1e-12, -1.0]),
    "a-small-entry-beside-a-large-one": ([1000.0, 1e-9], [1000.0, -1e-9]),
    "texts": ("up", "up"),
    "several": ({"parts": ["scaled", 1.0]}, {"parts": ["scaled", 1.0]}),
    "not-finite-at-one-place": ([1.0, None], [1.0, None]),
}


@pytest.mark.parametrize(("one", "other"), TOGETHER.values(), ids=TOGETHER)
def test_what_differs_by_rounding_is_together(one: Any, other: Any) -> None:
    (found,) = clusters(of(one, 77, other))
    assert found.students == ("s0", "s2")


@pytest.mark.parametrize("verdict", [CORRECT, CARRIED, MISTAKE, Verdict.HARDCODED, Verdict.FAILED], ids=str)
def test_only_what_is_wrong_and_unexplained_is_looked_at(verdict: Verdict) -> None:
    assert clusters(of(1.0, 1.0, verdict=verdict)) == ()


def test_what_could_not_be_read_is_not_looked_at() -> None:
    assert clusters([unreadable("ada"), unreadable("bob")]) == ()


def test_the_largest_cluster_of_a_question_comes_first_and_questions_in_their_order() -> None:
    reports = [report(f"s{at}", answer("h", WRONG, seen=at % 3 // 2), answer("error", WRONG, seen=7)) for at in range(6)]
    assert [(one.question, one.value, one.size) for one in clusters(reports)] == [("h", "0", 4), ("h", "1", 2), ("error", "7", 6)]


def test_a_value_that_is_right_on_the_example_is_said_to_be() -> None:
    reports = [report("ada", answer("h", seen=0.8)), *of(0.8, 0.8, 0.9, 0.9)]
    assert {one.value: one.as_expected for one in clusters(reports)} == {"0.8": True, "0.9": False}


def test_what_all_have_wrong_before_it_is_told_and_nothing_else() -> None:
    def one(name: str, *, slip: str, also: Verdict) -> Report:
        before = answer("h", MISTAKE, mistake=slip), answer("nn_output", also)
        return report(name, *before, answer("error", WRONG, seen=1.0), answer("del_w", WRONG, seen=None))

    reports = [one("ada", slip="inputs_summed", also=WRONG), one("bob", slip="inputs_summed", also=CORRECT)]
    assert clusters(reports)[0].before == ("h: inputs_summed",)


def test_the_example_is_one_whose_place_is_known() -> None:
    reports = [report("ada", answer("h", WRONG, seen=1)), report("bob", answer("h", WRONG, seen=1, place=Place(31)))]
    (found,) = clusters(reports)
    assert (found.example, found.place) == ("bob", Place(31))


def test_what_is_nested_too_deeply_is_no_value() -> None:
    deep: Any = 1.0
    for _ in range(50):
        deep = [deep]
    assert taken_apart(deep) is None


numbers = st.integers(-3, 3).map(float)


@given(st.lists(st.one_of(numbers, st.lists(numbers, max_size=3)), max_size=25))
def test_each_cluster_holds_all_who_have_its_value_and_nobody_else(values: list[Any]) -> None:
    found = clusters(of(*values))
    for one in found:
        assert {f"s{at}" for at, value in enumerate(values) if type(value) is type(one.seen) and value == one.seen} == set(one.students)
    alone = [value for at, value in enumerate(values) if not any(f"s{at}" in one.students for one in found)]
    assert all(alone.count(value) == 1 for value in alone)
