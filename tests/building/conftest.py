"""A miniature course, made anew for each test."""

from pathlib import Path

import pytest

from autograder.course.manifest import Course, load
from tests.building.making import MASTER, QUESTIONS, TOML, Made


@pytest.fixture
def course(tmp_path: Path) -> Made:
    """Make a course of one assignment and load it; each of its three texts can be given."""

    def make(master: str | bytes = MASTER, questions: str = QUESTIONS, toml: str = TOML) -> Course:
        root = tmp_path / "course"
        folder = root / "solutions" / "01-halves"
        folder.mkdir(parents=True, exist_ok=True)
        (root / "course.toml").write_text(toml, encoding="utf-8")
        (folder / "questions.py").write_text(questions, encoding="utf-8")
        (folder / "halves.py").write_bytes(master if isinstance(master, bytes) else master.encode())
        return load(root)

    return make


@pytest.fixture(scope="session")
def own(root: Path) -> Course:
    """The project's own course."""
    return load(root)
