"""The comparison sees what a wrong adapter does, and says nothing where there is nothing to say."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.platforms.parity.comparing import differences

TRUTH = {"amara": {"h": 2.0, "error": 1.0}, "noor": {"h": 0.0, "error": 0.0}}
Given = dict[str, dict[str, Any]]


def shifted(given: Given) -> None:
    """As an adapter does that takes each question's points for the next one's."""
    for questions in given.values():
        names, points = list(questions), list(questions.values())
        questions.update(zip(names, [*points[1:], points[0]], strict=True))


def forgotten(given: Given) -> None:
    given.pop("noor")


def invented(given: Given) -> None:
    given["zuri"] = {"h": 2.0}


def without(given: Given) -> None:
    given["amara"].pop("error")


def more(given: Given) -> None:
    given["amara"]["total"] = 3.0


def rounded(given: Given) -> None:
    given["amara"]["error"] = 1.0000000001


def unsaid(given: Given) -> None:
    given["noor"]["h"] = None


def yes(given: Given) -> None:
    given["amara"]["error"] = True


def no_number(given: Given) -> None:
    given["noor"]["h"] = float("nan")


def swapped(given: Given) -> None:
    given["amara"], given["noor"] = given["noor"], given["amara"]


SABOTAGED = {
    shifted: ["amara has 1.0 for h, and should have 2.0", "amara has 2.0 for error, and should have 1.0"],
    forgotten: ["noor has no points, and should have 0"],
    invented: ["zuri has points and handed nothing in"],
    without: ["amara has nothing for error, and should have 1"],
    more: ["amara has points for total, which is no question"],
    rounded: ["amara has 1.0000000001 for error, and should have 1.0"],
    unsaid: ["noor has None for h, and should have 0.0"],
    yes: ["amara has True for error, and should have 1.0"],
    no_number: ["noor has nan for h, and should have 0.0"],
    swapped: [
        "amara has 0.0 for h, and should have 2.0",
        "amara has 0.0 for error, and should have 1.0",
        "noor has 2.0 for h, and should have 0.0",
        "noor has 1.0 for error, and should have 0.0",
    ],
}


@pytest.mark.parametrize(("sabotage", "said"), SABOTAGED.items(), ids=[sabotage.__name__ for sabotage in SABOTAGED])
def test_a_sabotaged_adapter_is_caught(sabotage: Callable[[Given], None], said: list[str]) -> None:
    given: Given = copy.deepcopy(TRUTH)
    sabotage(given)
    assert differences("otter run", TRUTH, given) == [f"otter run: {one}" for one in said]


def test_nothing_is_said_of_an_adapter_that_agrees() -> None:
    whole = {"noor": {"error": 0, "h": 0}, "amara": {"error": 1, "h": 2}}  # whole numbers, in another order: the same points
    assert differences("nbgrader", TRUTH, whole) == []
