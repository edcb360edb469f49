"""The stage sees what an attack leaves behind, and not what belongs to tests that run at the same time."""

import os
import subprocess
import sys

import pytest

from tests.attacks.stage import UIDS, orphans

NOBODYS = 0x60000000  # no sandbox draws its users from here
WAITS = ["sleep", "60"]

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can start processes of other users")


def test_a_process_that_no_zygote_stands_above_is_seen() -> None:
    assert orphans(NOBODYS) == []
    with subprocess.Popen(WAITS, user=NOBODYS + UIDS - 1) as left:
        try:
            assert orphans(NOBODYS) == [left.pid]
        finally:
            left.kill()


def test_what_a_job_of_another_zygote_started_is_not() -> None:
    job = f"import os, subprocess; os.setuid({NOBODYS}); one = subprocess.Popen({WAITS}); print(one.pid, flush=True); one.wait()"
    zygote = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {job!r}])"
    command = [sys.executable, "-c", zygote, "autograder.sandbox.inside.zygote"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as other:
        try:
            assert other.stdout is not None
            assert int(other.stdout.readline()) > 0
            assert orphans(NOBODYS) == []
        finally:
            os.killpg(other.pid, 9)
