"""Proof 2 holds for a sound course, and sees a master that loses points and a stub that does not run or is not empty."""

from autograder.integrity.marks import marks
from tests.integrity import walking
from tests.integrity.conftest import MASTER, QUESTIONS, Prepared


def test_a_sound_course_passes(subject: Prepared) -> None:
    found = marks(subject())
    assert found.passed, found.findings


def test_a_master_that_is_wrong_is_found(subject: Prepared) -> None:
    found = marks(subject(MASTER.replace("z * b  #", "z * a  #")))
    assert any("product.py: slope is wrong" in finding for finding in found.findings)


def test_a_stub_that_does_not_run_is_found_with_its_line_in_file_and_notebook(subject: Prepared) -> None:
    found = marks(subject(MASTER + "print(slope + 1)\n"))
    assert [finding.split(": ", 1)[1].split(".")[0] for finding in found.findings] == [
        "does not run: TypeError in line 15",
        "does not run: TypeError in cell 4, line 3",
    ]


def test_a_stub_with_a_value_in_it_is_found(subject: Prepared) -> None:
    found = marks(subject(MASTER.replace("# %%\n# TODO: the slope", "exec('slope = 5.0')\n# %%\n# TODO: the slope")))
    assert any("slope is hardcoded before anything is done" in finding for finding in found.findings)


def test_a_given_away_answer_is_found_by_its_points(subject: Prepared) -> None:
    found = marks(subject(MASTER.replace("z * b  # SOLUTION", "z * b  # SOLUTION\nexec('slope = a * b * b')")))
    assert any("gets 4 points before anything is done" in finding for finding in found.findings)


def test_a_sound_assignment_of_functions_passes(walk: Prepared) -> None:
    found = marks(walk())
    assert found.passed, found.findings
    assert found.claim.startswith("the master gets 10 of 10")


def test_a_stub_in_which_a_function_is_there_already_is_found(walk: Prepared) -> None:
    found = marks(walk(walking.MASTER + "exec('def total(level): return level.sum()')\n"))
    assert any("product.py: gets 2 points before anything is done" in finding for finding in found.findings)


def test_an_assignment_that_counts_for_nothing_must_be_right_all_the_same(subject: Prepared) -> None:
    found = marks(subject(points=0))
    assert found.passed, found.findings
    assert found.claim.startswith("all of the master is right (nothing counts)")


def test_a_wrong_master_that_counts_for_nothing_is_found(subject: Prepared) -> None:
    found = marks(subject(MASTER.replace("z * b  #", "z * a  #"), QUESTIONS, points=0))
    assert any("product.py: slope is wrong" in finding for finding in found.findings)
