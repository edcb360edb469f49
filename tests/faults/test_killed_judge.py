"""The judge itself is killed at any moment between its start and its end, as a machine does that runs out of memory."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from autograder.gradebook.tables import State
from autograder.marking import secrets
from autograder.sandbox.isolation import Level
from tests.faults.classroom import FIRST, Classroom, kept, undisturbed
from tests.faults.conftest import Expected, Steady, Surroundings
from tests.faults.moments import seeds
from tests.faults.processes import Role, family
from tests.faults.typed import Desk

ENDLESS = "while True:\n    pass\n" * 9  # each is stopped when its time is up, and the next one begins
KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from autograder.gradebook.tables import State
from autograder.marking import secrets
os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)
secrets.load_or_create(Path(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def lasting(classroom: Classroom, level: Level, expected: Expected, tmp_path_factory: pytest.TempPathFactory) -> float:
    """The seconds that the command takes for the class when nothing happens; and nothing is missing then."""
    folder = tmp_path_factory.mktemp("lasting")
    desk = Desk(classroom, classroom.home(folder / "home"), folder / "out")
    began = time.monotonic()
    assert desk.graded()[0] == 0
    took = time.monotonic() - began
    assert desk.unfinished(expected(level)) == []
    return took


@pytest.mark.parametrize("seed", seeds(3, 30))
def test_a_judge_that_is_killed_leaves_nothing_undone_that_cannot_be_done_again(
    seed: int,
    classroom: Classroom,
    level: Level,
    lasting: float,
    expected: Expected,
    steady: Steady,
    surroundings: Surroundings,
    tmp_path: Path,
) -> None:
    """In every fifth run nothing is there yet, not even the secret, and the command itself grades again."""
    rng = Random(seed)
    bare = seed % 5 == 4
    desk = Desk(classroom, classroom.home(tmp_path / "home", bare=bare), tmp_path / "out", jobs=rng.choice((1, 2)))
    at = rng.random() * lasting
    with desk.start() as process:
        time.sleep(at)
        process.kill()
        process.wait()  # and not until its workers let go of its output
    said = f"seed {seed}: killed after {at:.3f} of {lasting:.3f} seconds, exit {process.returncode}"
    assert surroundings.left() == [], said
    ought = undisturbed(classroom, level, secrets.load_or_create(desk.home)) if bare else expected(level)
    assert desk.wrongs(ought) == [], said
    if bare:
        assert desk.graded()[0] == 0, said
    else:
        desk.again(steady(level))
    assert desk.unfinished(ought) == [], said
    assert surroundings.left() == [], said


def test_no_worker_goes_on_for_a_judge_that_is_gone(classroom: Classroom, surroundings: Surroundings, tmp_path: Path) -> None:
    """Not even one that is in the middle of a submission that does not end by itself."""
    place = tmp_path / "class" / "omar" / FIRST
    place.mkdir(parents=True)
    (place / "gradient.py").write_text(ENDLESS)
    desk = Desk(replace(classroom, folder=tmp_path / "class"), classroom.home(tmp_path / "home"), tmp_path / "out", jobs=1)
    with desk.start() as process:
        _until_a_job_lasts(process.pid)
        process.kill()
        process.wait()  # and not until its workers let go of its output
    assert surroundings.left() == []
    assert [one.state for one in kept(desk.home).values()] == [State.QUEUED]


def test_a_judge_that_is_killed_while_it_writes_the_secret_leaves_nothing_beside_it(tmp_path: Path) -> None:
    """The file has no name before it is whole."""
    ended = subprocess.run([sys.executable, "-c", KILLED_WHILE_WRITING, str(tmp_path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []
    secrets.load_or_create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [secrets.FILE]


def test_the_secret_is_written_where_a_file_needs_a_name_from_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network file systems, and other systems than Linux."""
    monkeypatch.delattr(os, "O_TMPFILE")
    first = secrets.load_or_create(tmp_path)
    assert secrets.load_or_create(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == [secrets.FILE]


def _until_a_job_lasts(judge: int, patience: float = 60.0) -> None:
    """Until the same job is seen twice, with more time between than an honest one takes."""
    until = time.monotonic() + patience
    before: set[int] = set()
    while time.monotonic() < until:
        now = {one.pid for one in family(judge) if one.role is Role.JOB}
        if now & before:
            return
        before = now
        time.sleep(0.7)
    raise AssertionError("no job lasted")
