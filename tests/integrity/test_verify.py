"""The whole: a sound course passes all six proofs, a broken one says what of it, and the project's own course is sound."""

from pathlib import Path

import msgspec
import pytest

from autograder.course.manifest import load
from autograder.integrity.proof import Verification
from autograder.integrity.verify import verify
from autograder.sandbox.isolation import Level
from tests.integrity.conftest import QUESTIONS, SLUG, Made

PROOFS = ["built", "marks", "truth", "mistakes", "mutation", "draws"]
QUICKLY = 3


def test_a_sound_course_passes_and_its_watcher_hears_of_it(made: Made, level: Level) -> None:
    heard: list[str] = []
    found = verify(load(made()), SLUG, level=level, jobs=2, draws=2, watch=lambda what, done, total: heard.append(what))
    assert [one.name for one in found.proofs] == PROOFS
    assert found.passed, [one.findings for one in found.proofs]
    assert set(heard) == {"mistakes", "mutation", "draws"}


def test_a_proof_that_cannot_be_made_has_not_passed(made: Made, level: Level) -> None:
    root = made(questions=QUESTIONS.replace("return a + b", "return a * b"), build_it=False)
    found = verify(load(root), SLUG, level=level, jobs=1, draws=2)
    assert not found.passed
    assert {one.name for one in found.proofs if not one.passed} == {"built", "marks", "mistakes", "mutation", "draws"}
    assert all(one.findings for one in found.proofs if not one.passed)


def test_a_verification_comes_back_from_its_json(made: Made, level: Level) -> None:
    found = verify(load(made()), SLUG, level=level, jobs=1, draws=1)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Verification) == found


@pytest.mark.parametrize("slug", ["00-start-here", "01-gradient-step"])
def test_the_grading_of_the_projects_own_course_works(slug: str, root: Path, level: Level) -> None:
    """Two of them, one of functions and one of values, with a few draws: `descent verify`, a part of `make check`, proves all."""
    found = verify(load(root), slug, level=level, jobs=1, draws=QUICKLY)
    assert found.passed, [one.findings for one in found.proofs]
