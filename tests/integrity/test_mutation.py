"""Proof 5 holds where every change costs points; survivors must be explained, and explanations must be true and needed."""

import pytest

from autograder.integrity.mutation import mutation
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
    assert all("product.py, line 12: 'z = " in finding and "equivalent('z = " in finding for finding in found.findings)
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
    assert "'slope = z * b' keeps full marks, though slope differs from the master's" in found.findings[0]
