"""Proof 5 holds where every change costs points; survivors must be explained, and explanations must be true and needed."""

from time import monotonic

import pytest

from autograder.integrity.mutation import mutation
from tests.integrity import walking
from tests.integrity.conftest import MASTER, QUESTIONS, Prepared

DOT = MASTER.replace("a = 2.0", "import numpy as np\n\na = 2.0").replace("z = a * b", "z = np.dot(a, b)")
ORDER = "product.equivalent('z = np.dot(b, a)', because='a product does not depend on the order')\n"
SINGLE = "product.equivalent('z = a * b', because='with single numbers both are the product')\n"


def test_a_master_of_which_every_change_costs_points_passes(subject: Prepared) -> None:
    found = mutation(subject())
    assert found.passed, found.findings
    assert found.figures["mutants"] == found.figures["killed"] > 30
    assert (found.figures["equivalent"], found.figures["score"]) == (0, 1.0)


def test_survivors_that_nobody_explains_are_found_with_line_and_change(subject: Prepared) -> None:
    found = mutation(subject(DOT))
    assert len(found.findings) == 2
    assert all("product.py, line 12: a change" in finding and "equivalent('z = " in finding for finding in found.findings)
    assert found.figures["score"] < 1


def test_survivors_that_are_explained_and_equal_are_notes(subject: Prepared) -> None:
    found = mutation(subject(DOT, QUESTIONS + ORDER + SINGLE))
    assert found.passed, found.findings
    assert found.figures["score"] == 1.0
    assert sorted(found.notes) == [
        "line 12: z = a * b  (equivalent: with single numbers both are the product)",
        "line 12: z = np.dot(b, a)  (equivalent: a product does not depend on the order)",
    ]


@pytest.mark.parametrize("change", ["z = b * a", "z = a + b"], ids=["a-change-that-is-not-made", "a-change-that-costs-points"])
def test_an_explanation_that_matches_no_survivor_is_found(change: str, subject: Prepared) -> None:
    found = mutation(subject(questions=f"{QUESTIONS}product.equivalent({change!r}, because='why not')\n"))
    assert [finding.split(" explains")[0] for finding in found.findings] == [f"questions.py: equivalent({change!r})"]


def test_an_explanation_is_not_believed_where_values_differ(subject: Prepared) -> None:
    """The cases drawn have no negative b: the grading has a hole, whatever its author says."""
    explained = (
        "product.equivalent('slope = z * b', because='b is never negative')\n"
        "product.equivalent('slope = z * abs(-b)', because='a sign makes no difference to the size')\n"
    )
    found = mutation(subject(MASTER.replace("z * b  #", "z * abs(b)  #"), QUESTIONS + explained))
    assert len(found.findings) == 1
    assert found.figures["equivalent"] == 1
    assert "'slope = z * b' keeps full marks, though slope differs" in found.findings[0]


SETTLED = (
    "x = 1.0",
    "for _ in range(13):",
    "for _ in range(24):",
    "x = target + 0.3 * (target - x)",
    "x = x + (0.3 + (target - x))",
    "x = x + (target - x)",
    "x = x + 1.3 * (target - x)",
    "x = x + 1 * (target - x)",
    "x = x + 0.6 * (target - x)",
    "return target",
)
SLOPED = "self.x = self.x - rate * slope(a, self.x)"


def explained(*changes: str) -> str:
    lines = "".join(f"bowl.equivalent({change!r}, because='it arrives as well')\n" for change in changes)
    return walking.QUESTIONS + lines


def test_functions_methods_and_constants_are_changed_and_what_is_measured_needs_explanations_alone(walk: Prepared) -> None:
    found = mutation(walk(questions=explained(*SETTLED, SLOPED)))
    assert found.passed, found.findings
    assert (found.figures["equivalent"], found.figures["score"]) == (11, 1.0)


def test_what_is_measured_needs_an_explanation_all_the_same(walk: Prepared) -> None:
    found = mutation(walk(questions=explained(*SETTLED[1:], SLOPED)))
    assert len(found.findings) == 1
    assert "a change keeps full marks, and gave the master's values on 24 wide draws (what is measured aside)" in found.findings[0]
    assert "equivalent('x = 1.0', because=...)" in found.findings[0]


def test_three_dots_explain_all_that_fits(walk: Prepared) -> None:
    found = mutation(walk(questions=explained("x = ...", "for _ in range(...):", "return target", SLOPED)))
    assert found.passed, found.findings
    assert sum("it arrives as well" in note for note in found.notes) == 11


def test_an_explanation_does_not_help_where_a_value_differs_though_others_are_measured(walk: Prepared) -> None:
    """No x is drawn above 4."""
    master = walking.MASTER.replace("return 2 * a * x", "return 2 * a * np.minimum(x, 4)")
    found = mutation(walk(master, explained(*SETTLED, SLOPED, "return 2 * a * x")))
    assert any("'return 2 * a * x' keeps full marks, though slope differs" in finding for finding in found.findings)


def test_a_change_of_the_arguments_costs_points(walk: Prepared) -> None:
    """Without its copy, `total` adds up in the array that it was given."""
    master = walking.MASTER.replace(
        "return np.sum(level)", "level = level.copy()\n    level[0] += np.sum(level[1:])\n    return level[0]"
    )
    found = mutation(walk(master, explained(*SETTLED, SLOPED)))
    assert not any("level = level" in finding for finding in found.findings), found.findings
    assert found.figures["mutants"] - found.figures["killed"] - 11 == len(found.findings)


def test_in_an_assignment_that_counts_for_nothing_changes_are_seen_too(subject: Prepared) -> None:
    found = mutation(subject(points=0))
    assert found.passed, found.findings
    assert found.figures["killed"] > 30


def test_a_change_that_never_ends_does_not_take_long(walk: Prepared) -> None:
    """`while n > 0` without its step loops for ever: with the time that the course gives, ten seconds for each of some twenty."""
    slow = "n = 12\n    while n > 0:\n        x = x + 0.3 * (target - x)\n        n = n - 1\n    return x"
    master = walking.MASTER.replace("for _ in range(12):\n        x = x + 0.3 * (target - x)\n    return x", slow)
    began = monotonic()
    found = mutation(walk(master))
    assert any("range" not in finding for finding in found.findings)
    assert monotonic() - began < 120
