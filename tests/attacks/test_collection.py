"""The collection is what docs/security.md says it is: two hundred attacks and more, each with what it tries and its allowed twin."""

from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.course.load import load_assignment
from autograder.grading.report import Verdict
from tests.attacks.attack import EVERYTHING, HERE, TWIN, Attack, attacks, layouts
from tests.attacks.page import TITLES

EVERY = [*attacks(), *layouts()]
FEWEST = 200


def test_there_are_two_hundred_attacks() -> None:
    assert len(EVERY) >= FEWEST
    assert len({one.name for one in EVERY}) == len(EVERY)


def test_every_group_has_a_title_and_every_title_a_group() -> None:
    assert {one.group for one in EVERY} == set(TITLES)


@pytest.fixture(scope="module")
def questions(root: Path) -> dict[str, set[str]]:
    """The questions of each assignment."""
    course = manifest.load(root)
    return {entry.slug: set(load_assignment(course, entry.slug).assignment.questions) for entry in course.assignments}


@pytest.mark.parametrize("attack", attacks(), ids=lambda attack: attack.name)
def test_an_attack_says_what_it_means_and_has_a_twin(attack: Attack, questions: dict[str, set[str]]) -> None:
    assert attack.twin.exists()
    assert attack.twin.read_bytes() != attack.path.read_bytes()
    assert set(attack.levels) <= {"A", "B"}
    assert attack.told <= {str(verdict) for verdict in Verdict}
    said = attack.said.get("earns", "")
    assert said == EVERYTHING or attack.earns(()) <= questions[attack.assignment]


def test_no_twin_is_without_its_attack() -> None:
    expected = {attack.twin for attack in attacks()}
    assert {path for path in HERE.glob(f"*/*{TWIN}.*") if path.suffix in (".py", ".ipynb")} == expected
