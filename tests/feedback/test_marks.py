"""One line for each submission, as an instructor reads it who has just graded a class."""

import msgspec

from autograder.feedback.marks import WIDTH, render
from tests.feedback import samples


def test_an_ungraded_class_is_not_said_to_have_full_points() -> None:
    page = render([samples.UNGRADED, msgspec.structs.replace(samples.UNGRADED_RIGHT, student="bob")], 0)
    assert "  ada  ✓ ✗ ✓  ungraded      diagnose: mistake\n" in page
    assert "  bob  ✓ ✓ ✓  ungraded\n" in page
    assert page.endswith("2 submissions graded, 1 with everything right.\n")
    assert "0 / 0" not in page


def test_a_part_of_the_points_is_shown() -> None:
    page = render([samples.MEASURED], 0)
    assert "  ada  ✓ ✓ ✗   5.25 / 6     train_xor: wrong\n" in page
    assert "median 5.25 of 6" in page


def test_many_questions_are_wrapped() -> None:
    many = tuple(samples.question(f"numerical_gradient_{number}") for number in range(20))
    lines = render([samples.report(questions=many)], 0).splitlines()
    assert max(map(len, lines[:4])) <= WIDTH
    assert sum(line.count("numerical_gradient") for line in lines) == 20
