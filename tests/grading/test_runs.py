"""What a run says of an answer is said of all its cases, at the size that the answer has over them."""

import numpy as np
import pytest

from autograder.course.cases import Case
from autograder.course.load import Loaded
from autograder.grading.runs import Run
from autograder.sandbox.answers import CaseValues, Told
from autograder.sandbox.host import Ended, Outcome

RAISED = Told(0, 3, "ValueError", frozenset({"error"}))


def run(truths: list[float], answers: list[object]) -> Run:
    """A run that asks h: an answer is a number, None for the placeholder, or text for something odd; "-" is none at all."""
    cases = tuple(Case({}, {"h": np.asarray(truth)}) for truth in truths)
    told = []
    for answer in answers:
        values = {"h": np.asarray(answer)} if isinstance(answer, (int, float, np.ndarray)) else {}
        odd = {"h": answer} if isinstance(answer, str) and answer != "-" else {}
        told.append(CaseValues(values, frozenset({"h"} if answer is None else ()), odd, (RAISED,), ()))
    return Run(cases, Outcome(tuple(told), Ended.DONE, {}), (), b"")


MATCHES = {
    "exact": ([0.8, -3.0], [0.8, -3.0], True),
    "within": ([0.8, -3.0], [0.7999999999999999, -3.0000001], True),
    "one-case-off": ([0.8, -3.0], [0.8, -3.1], False),
    "dust-beside-larger-cases": ([0.0, 100.0], [1e-11, 100.0], True),
    "dust-that-is-all-there-is": ([0.0, 1e-9], [1e-11, 1e-9], False),
    "tiny-and-twice-as-large": ([1e-10, 3e-10], [2e-10, 6e-10], False),
    "tiny-and-right": ([1e-10, 3e-10], [1e-10, 3e-10], True),
    "truth-values": ([1.0, 0.0], [np.asarray(True), np.asarray(False)], False),
    "blank": ([0.8, 1.0], [0.8, None], False),
    "odd": ([0.8, 1.0], [0.8, "text"], False),
    "a-case-that-did-not-come-back": ([0.8, 1.0], [0.8], False),
    "none-that-came-back": ([0.8, 1.0], [], False),
}


@pytest.mark.parametrize(("truths", "answers", "right"), MATCHES.values(), ids=MATCHES)
def test_an_answer_is_right_in_all_cases_or_not_at_all(loaded: Loaded, truths: list[float], answers: list[object], right: bool) -> None:
    assert run(truths, answers).right(loaded, "h") is right


def test_what_does_not_matter_in_one_case_matters_in_another(loaded: Loaded) -> None:
    found = run([0.8, 1.0], [0.8, 7.0])
    assert found.matches(loaded, "h", [np.asarray(0.8), None])
    assert not found.matches(loaded, "h", [None, np.asarray(0.8)])
    assert not found.matches(loaded, "h", [None, None])


def test_where_a_mistake_leads_far_away_does_not_blur_what_is_near(loaded: Loaded) -> None:
    far = [np.asarray(1e102), np.asarray(0.5)]
    assert run([0.8, 1.0], [1e102, 0.5]).matches(loaded, "h", far)
    assert not run([0.8, 1.0], [1e102, 0.6]).matches(loaded, "h", far)


def test_the_first_cases_may_be_asked_alone(loaded: Loaded) -> None:
    assert run([0.8, 1.0, 2.0], [0.8, 1.0, 7.0]).right(loaded, "h", 2)
    assert not run([0.8, 1.0, 2.0], [0.8, 7.0, 2.0]).right(loaded, "h", 2)


def test_a_placeholder_is_no_value_and_something_odd_is_one() -> None:
    assert (run([1.0], [None]).has_value("h"), run([1.0], [None]).blank("h")) == (False, True)
    assert (run([1.0], ["text"]).has_value("h"), run([1.0], ["text"]).odd("h")) == (True, "text")
    assert (run([1.0], ["-"]).has_value("h"), run([1.0], ["-"]).blank("h")) == (False, False)
    assert run([1.0], [np.asarray(True)]).odd("h") == "a truth value"


def test_what_raised_is_found_by_what_it_would_have_bound() -> None:
    found = run([1.0], [1.0])
    assert found.raised("error") == RAISED
    assert found.raised("h") is None


SAME = {
    "same": ([1.0, 2.0], [1.0, 2.0], True),
    "last-bit": ([0.1 + 0.2, 2.0], [0.3, 2.0], False),
    "nan": ([float("nan")], [float("nan")], True),
    "none-and-none": ([None], [None], True),
    "none-and-one": ([None], [1.0], False),
    "shape": ([np.ones(2)], [np.ones((1, 2))], False),
}


@pytest.mark.parametrize(("one", "other", "same"), SAME.values(), ids=SAME)
def test_two_runs_are_the_same_to_the_last_bit_or_not(one: list[object], other: list[object], same: bool) -> None:
    truths = [0.0] * len(one)
    assert run(truths, one).same_values(run(truths, other), "h") is same


def called(*cases: CaseValues) -> Run:
    """A run that calls step, with these answers."""
    truth = {"step": (np.zeros(2), np.asarray(0.0))}
    return Run(tuple(Case({}, truth) for _ in cases), Outcome(cases, Ended.EARLY, {}), (), b"")


def told(*raised: Told, waits: str = "", unasked: bool = False, changed: tuple[str, ...] = ()) -> CaseValues:
    waiting = {"step": waits} if waits else {}
    left = frozenset({"step"} if unasked else ())
    return CaseValues({}, frozenset(), {}, raised, (), {"step": changed} if changed else {}, waiting, left)


def stopped(error: str) -> Told:
    return Told(0, 3, error, frozenset({"step"}))


def test_a_call_stopped_by_an_error_of_its_own_and_not_by_a_limit() -> None:
    found = called(told(stopped("ValueError")), told(stopped("StatementTimeout")), told(stopped("MemoryError")), told())
    assert [found.raised_in(index, "step") for index in range(4)] == [True, False, False, False]
    assert not called(told(stopped("NotImplementedError"), waits="slope")).raised_in(0, "step")


def test_what_was_not_come_to_is_not_answered() -> None:
    assert called(told(), told()).answered("step")
    assert not called(told(), told(unasked=True)).answered("step")
    assert not Run(called(told()).cases * 2, Outcome((told(),), Ended.EARLY, {}), (), b"").answered("step")


def test_what_a_second_run_did_not_come_to_is_not_compared() -> None:
    answer = CaseValues({"step": (np.zeros(2), np.asarray(0.0))}, frozenset(), {}, (), ())
    other = CaseValues({"step": (np.zeros(2), np.asarray(1.0))}, frozenset(), {}, (), ())
    assert called(answer, answer).same_values(called(answer, told(unasked=True)), "step")
    assert not called(answer, answer).same_values(called(answer, told()), "step")
    assert not called(answer, answer).same_values(called(answer, other), "step")


def test_all_arguments_that_were_changed_are_told_once() -> None:
    assert called(told(changed=("w",)), told(), told(changed=("b", "w"))).changed("step") == ("w", "b")
    assert called(told(waits="slope"), told()).waits("step") == "slope"
