"""The stage sees what an attack leaves behind, and not what belongs to tests that run at the same time."""

import os
import subprocess
from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.course.secret import Secret
from autograder.sandbox.host import USERS as USUAL
from autograder.sandbox.isolation import Level
from tests.attacks.stage import USERS, Listener, Stage

HARMLESS = b"h = x + 1\n"
SLUG = "01-gradient-step"

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can start processes of other users")


@pytest.mark.parametrize(("user", "seen"), [(USERS[-1], True), (USUAL[0], False), (USUAL[-1], False)], ids=["own", "first", "last"])
def test_a_process_is_left_where_its_user_is_one_of_the_stage_s(user: int, seen: bool, root: Path, tmp_path: Path) -> None:
    with Listener() as listener:
        stage = Stage(manifest.load(root), Level.B, "secret", Secret(b"k" * 32), tmp_path / "folder", listener)
        with subprocess.Popen(["sleep", "60"], user=user) as left:
            try:
                with stage.set():
                    assert stage.attacked(HARMLESS, "01-gradient-step.py", SLUG).left == ((left.pid,) if seen else ())
            finally:
                left.kill()
                stage.stop()


def test_jobs_of_other_tests_have_other_users() -> None:
    assert USERS[-1] < USUAL[0]
