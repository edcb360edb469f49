"""The evidence on a call is the call: what it was given, what came back, what was expected, and what the mistakes give there."""

import numpy as np
import pytest

from autograder.grading.evidence import Evidence, evidence
from tests.grading.calling import DEFINITIONS, written
from tests.grading.conftest import Small
from tests.grading.test_functions import BACK, LATE, MIRRORED, UPHILL, Instead


def shown(small: Small, instead: Instead, question: str) -> Evidence:
    found = evidence(small.neuron, small.examined(written(instead)), question)
    assert found is not None
    return found


def test_a_call_is_shown_with_its_arguments(small: Small) -> None:
    found = shown(small, {"step": UPHILL}, "step")
    assert found.call == "step(X, w, b, Y, rate)"
    assert [*found.givens] == ["X", "w", "b", "Y", "rate"]
    assert (found.case, found.hidden, found.mistake, found.carried) == (2, True, "uphill", {})
    assert found.yours == found.would_be != found.expected
    assert found.expected.startswith("([")


def test_what_was_carried_is_shown_with_what_it_gives(small: Small) -> None:
    found = shown(small, {"step": UPHILL}, "train")
    assert (found.verdict, found.mistake, found.carried) == ("carried", None, {"step": "uphill"})
    assert found.yours == found.would_be != found.expected


def test_an_own_mistake_is_shown_beside_what_was_carried(small: Small) -> None:
    found = shown(small, {"sigmoid": MIRRORED, "train": LATE}, "train")
    assert (found.mistake, found.carried) == ("costs_after", {"sigmoid": "mirrored"})
    assert found.yours == found.would_be != found.expected


def test_a_right_answer_is_shown_in_a_hidden_case(small: Small) -> None:
    found = shown(small, {}, "score")
    assert (found.call, found.case, found.would_be) == ("score(X, w, b) of driver.py, for Model.score", 2, None)
    assert found.yours[-7:] in ("'high')", " 'low')")


def test_a_call_that_stopped_is_shown_by_its_error(small: Small) -> None:
    assert shown(small, {"slope": "return {}[0]"}, "slope").yours == "KeyError"
    assert shown(small, {"slope": "return {}"}, "slope").yours == "a dict"
    assert shown(small, {"slope": None, "gradients": None}, "slope").yours == ""


def test_an_argument_that_was_changed_leaves_the_answer_right(small: Small) -> None:
    found = shown(small, {"step": BACK + "w -= rate * dw\nreturn w, b - rate * db"}, "step")
    assert (found.mistake, found.yours, found.would_be) == ("arguments_changed", found.expected, None)


def test_what_is_measured_is_shown_with_its_worth(small: Small) -> None:
    found = shown(small, {"middle": "return lambda high: high"}, "middle")
    assert [*found.givens] == ["low", "high"]
    assert (found.yours, found.expected) == (found.givens["high"], "worth 0 of 1")
    assert shown(small, {}, "middle").expected == "worth 1 of 1"


def test_a_constant_is_shown_without_a_call(small: Small) -> None:
    found = shown(small, {"word": "word = 'agrees'"}, "word")
    assert (found.call, found.yours, found.expected, found.would_be) == ("", "'agrees'", "'scaled'", "'agrees'")


@pytest.mark.parametrize("question", ["paper", "sigmoid", "score", "middle"])
def test_a_program_that_ended_has_evidence_too(small: Small, question: str) -> None:
    found = shown(small, {"sigmoid": "import os\nos._exit(0)", "Model": DEFINITIONS["Model"].replace("mean,", "np,")}, question)
    assert np.char.str_len(found.message) > 0
