"""Two stages for each level, which differ in nothing but their secrets, and the folder that both are set in."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.course.secret import Secret
from autograder.sandbox.isolation import Level
from tests.attacks.stage import Listener, Stage

KEYS = (Secret(b"the key of the first judge ....."), Secret(b"the key of the second judge ...."))  # the same cases in every run
Stages = Callable[[str], tuple[Stage, Stage]]


@pytest.fixture(scope="session")
def stages(root: Path) -> Iterator[Stages]:
    """The two stages of a level."""
    course = manifest.load(root)
    folder = Path(f"/tmp/descent-canaries-{os.getpid()}")  # where anybody may look: pytest's own folders are closed to others
    made: list[Stage] = []

    @cache
    def of(level: str) -> tuple[Stage, Stage]:
        if level == "B" and os.geteuid() != 0:
            pytest.skip("level B gives each job a user of its own, which only root can do")
        pair = [Stage(course, Level(level), f"canary-{secrets.token_hex(8)}", key, folder, listener) for key in KEYS]
        made.extend(pair)
        return pair[0], pair[1]

    with Listener() as listener:
        try:
            yield of
        finally:
            for stage in made:
                stage.stop()
            shutil.rmtree(folder, ignore_errors=True)
