"""What a measured answer is worth, whatever form it has."""

from typing import Any

import numpy as np
import pytest

from autograder.course.published import PublishedQuestion
from autograder.course.vocabulary import Kind
from autograder.grading.measuring import share


def measured(body: str) -> PublishedQuestion:
    text = f"def drawn(got, least):\n    return {body}"
    return PublishedQuestion("drawn", "Drawn.", 1, ("got", "least"), 1e-6, 1e-12, kind=Kind.MEASURED, measure=text)


@pytest.mark.parametrize("got", [None, "text", (np.ones(2), "text")], ids=str)
def test_what_cannot_be_measured_is_worth_nothing_and_stops_nothing(got: Any) -> None:
    assert share(measured("np.mean(got > least)"), got, {"least": 0.5}) is None


@pytest.mark.parametrize(
    ("body", "worth"),
    [("np.mean(got > least)", 0.5), ("7", 1.0), ("-1", 0.0), ("np.nan", 0.0), ("np.log(got - 2)[0]", 0.0), ("got[0] == 0", 1.0)],
)
def test_a_share_lies_between_nothing_and_everything(body: str, worth: float) -> None:
    assert share(measured(body), np.array([0.0, 1.0]), {"least": 0.5}) == worth


def test_only_what_the_measure_asks_for_is_handed_to_it() -> None:
    assert share(measured("least"), np.zeros(1), {"other": 1.0, "least": 0.25}) == 0.25
