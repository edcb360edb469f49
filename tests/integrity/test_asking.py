"""What is left out is left out, and the assignment itself stays as it was."""

import pytest

from autograder.course import cases
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import load
from autograder.integrity.asking import Asked, asking
from tests.integrity import walking
from tests.integrity.conftest import SLUG, Made


@pytest.fixture
def loaded(made: Made) -> Loaded:
    """The assignment of functions."""
    return load_assignment(load(made(walking.MASTER, walking.QUESTIONS, driver=walking.DRIVER, points=10, build_it=False)), SLUG)


def kinds(loaded: Loaded) -> dict[str, str]:
    return {name: str(asked.kind) for name, asked in loaded.assignment.questions.items()}


EVERYTHING = {"quarter": "value", "way": "value", "slope": "function", "total": "function", "walk": "outcome", "settle": "measured"}


@pytest.mark.parametrize("asked", Asked)
def test_nothing_is_taken_from_the_assignment_itself(asked: Asked, loaded: Loaded) -> None:
    asking(loaded, asked)
    assert kinds(loaded) == EVERYTHING
    assert loaded.assignment.questions["walk"].at == "Walker.walk"
    assert loaded.driver


def test_all_is_all(loaded: Loaded) -> None:
    assert asking(loaded, Asked.ALL) is loaded


def test_unmeasured_the_driver_is_there_and_what_is_measured_is_not(loaded: Loaded) -> None:
    less = asking(loaded, Asked.UNMEASURED)
    assert kinds(less) == {name: kind for name, kind in EVERYTHING.items() if kind != "measured"}
    assert less.driver == loaded.driver


def test_plainly_outcomes_are_functions_of_their_own_names(loaded: Loaded) -> None:
    plain = asking(loaded, Asked.PLAIN)
    assert kinds(plain)["walk"] == "function"
    assert plain.assignment.questions["walk"].at == "walk"
    assert "settle" not in plain.assignment.questions
    assert not plain.driver


@pytest.mark.parametrize("asked", Asked)
def test_the_cases_are_the_same(asked: Asked, loaded: Loaded) -> None:
    one, other = (cases.draw(each.assignment, bytes(32), 4) for each in (loaded, asking(loaded, asked)))
    assert [case.givens["rate"] for case in one] == [case.givens["rate"] for case in other]
