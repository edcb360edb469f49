"""The class, what comes of it undisturbed, whoever completes its grading after a fault, and a look for what is left."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from autograder.grading.limits import limits_of
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.probe import try_level
from tests.faults import processes
from tests.faults.classroom import Alone, Classroom, Key, assembled, undisturbed

Expected = Callable[[Level], dict[Key, str]]
Steady = Callable[[Level], Alone]


@pytest.fixture(scope="session")
def classroom(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The class; not to be changed."""
    return assembled(root, tmp_path_factory.mktemp("classroom"))


@pytest.fixture(scope="session")
def expected(classroom: Classroom) -> Expected:
    """The reports of an undisturbed grading at a level."""
    return cache(lambda level: undisturbed(classroom, level))


@pytest.fixture(scope="session")
def steady(classroom: Classroom) -> Iterator[Steady]:
    """Whoever grades the same class again after a fault, at a level, and is not disturbed."""
    made: list[Sandbox] = []

    @cache
    def of(level: Level) -> Alone:
        sandbox = Sandbox(level, limits_of(classroom.course))
        sandbox.start()
        made.append(sandbox)
        return Alone(classroom, sandbox)

    yield of
    for sandbox in made:
        sandbox.stop()


@pytest.fixture(scope="session")
def level() -> Level:
    """The one at which the command grades here."""
    return levels()[0]


@pytest.fixture(scope="session")
def lasting(classroom: Classroom, tmp_path_factory: pytest.TempPathFactory) -> float:
    """The seconds that a worker takes for the class when nothing happens, from its start to its end."""
    home = classroom.home(tmp_path_factory.mktemp("lasting") / "home")
    began = time.monotonic()
    classroom.graded_side_by_side(home, levels()[0], 1)
    return time.monotonic() - began


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a fault happens.

    Attributes:
        temporary: the folder for temporary files.
        known: the processes of this one's that have no part in it.
    """

    temporary: Path
    known: frozenset[int]

    def left(self, sandbox: int = 0) -> list[str]:
        """What is left of all that was started here. A sandbox that goes on is named: nothing else may live, nor any job in it."""
        kept = processes.idle(sandbox) if sandbox else frozenset()
        files = [f"a temporary file {path.name}" for path in self.temporary.rglob("*")]
        return [*processes.strangers(self.known | kept), *files]


@pytest.fixture
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steady: Steady) -> Iterator[Surroundings]:
    """What is started from here on has its own folder for temporary files, and cannot slip away."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    for level in levels():
        steady(level)  # started before we look who is there
    with processes.adopting():
        yield Surroundings(folder, processes.own())


@cache
def levels() -> tuple[Level, ...]:
    """Those that can be had here, the strongest first."""
    return tuple(level for level in (Level.A, Level.B) if try_level(level).works) or pytest.skip("this machine isolates too little")
