"""The course's own first assignment, loaded once for each worker."""

from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.course.load import Loaded, load_assignment


@pytest.fixture(scope="session")
def gradient_step(root: Path) -> Loaded:
    """01-gradient-step as the judge has it."""
    return load_assignment(manifest.load(root), "01-gradient-step")
