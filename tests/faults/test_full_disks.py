"""The disk fills up, the one with the gradebook or the one with the feedback: it is said so, and nothing that was kept is lost."""

import contextlib
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from autograder.sandbox.isolation import Level
from tests.faults.classroom import Classroom
from tests.faults.conftest import Expected, Steady, Surroundings
from tests.faults.moments import seeds
from tests.faults.typed import Desk

DISK_KB = 2048
MOST_ROOM_KB = {"home": 320, "out": 80}
"""So much is more than a grading of the class needs there."""
SAID = ("the disk is full", "the disk reports an error", "No space left on device")
LATEST_SECONDS = 1.5

Disks = Callable[[Path], None]


@pytest.fixture
def disk() -> Iterator[Disks]:
    """Makes a folder a small disk of its own."""
    with contextlib.ExitStack() as mounted:

        def mount(folder: Path) -> None:
            folder.mkdir()
            command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KB}k,mode=700", "descent-faults", str(folder)]
            try:
                done = subprocess.run(command, capture_output=True, text=True, check=False)
            except FileNotFoundError:
                pytest.skip("there is no mount command here")
            if done.returncode:
                pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
            mounted.callback(subprocess.run, ["umount", "--lazy", str(folder)], check=True)

        yield mount


@pytest.mark.parametrize("full", ["home", "out"])
@pytest.mark.parametrize("seed", seeds(1, 6))
def test_a_full_disk_is_told_of_and_costs_nobody_anything(
    seed: int,
    full: str,
    classroom: Classroom,
    disk: Disks,
    level: Level,
    expected: Expected,
    steady: Steady,
    surroundings: Surroundings,
    tmp_path: Path,
) -> None:
    """There is some room at the start; or as much as is needed, until somebody else takes all of it."""
    rng = Random(f"{seed} {full}")
    disk(tmp_path / "disk")
    home = classroom.home(tmp_path / "disk" / "home" if full == "home" else tmp_path / "home")
    desk = Desk(classroom, home, tmp_path / ("disk/out" if full == "out" else "out"), jobs=rng.choice((1, 2)))
    ballast = tmp_path / "disk" / "ballast"
    sudden = bool(seed % 2)
    room, at = (0, rng.uniform(0, LATEST_SECONDS)) if sudden else (rng.randrange(MOST_ROOM_KB[full]), 0.0)
    if sudden:
        with desk.start() as process:
            time.sleep(at)
            _fill(ballast, room)
            said = process.communicate()[0]
        code = process.returncode
    else:
        _fill(ballast, room)
        code, said = desk.graded()
    case = f"seed {seed}, full: {full}, {room} kB left after {at:.3f} seconds; exit {code}\n{said}"
    ballast.unlink()
    assert code == 0 or (code == 2 and any(words in said for words in SAID)), case
    assert surroundings.left() == [], case
    assert [str(path) for path in desk.out.rglob(".*")] == [], case
    assert desk.wrongs(expected(level)) == [], case
    desk.again(steady(level))
    assert desk.unfinished(expected(level)) == [], case


def _fill(ballast: Path, room: int) -> None:
    """Take all of a disk but so many kilobytes."""
    with ballast.open("wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while file.write(bytes(4096)):
                pass
        file.truncate(max(0, file.tell() - (room << 10)))
