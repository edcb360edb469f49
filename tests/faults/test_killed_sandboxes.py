"""A zygote, bubblewrap around it, or the job itself is killed at any moment: nobody loses a mark, and nothing stays."""

import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from autograder.errors import SandboxFault
from autograder.grading.limits import limits_of
from autograder.sandbox.channel import Channel, Stopped
from autograder.sandbox.child import Child, Ended
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from tests.faults.classroom import Alone, Classroom, complete, kept, wrongs
from tests.faults.conftest import Expected, Steady, Surroundings, levels
from tests.faults.moments import LATER_SECONDS, Blow, Blows, Conversations, seeds
from tests.faults.processes import Role

STRUCK = {Level.A: (Role.JOB, Role.ZYGOTE, Role.JOB, Role.BUBBLEWRAP), Level.B: (Role.JOB, Role.ZYGOTE)}
LAST_WORDS = 8
"""So many things are said and heard at the end of a conversation while a job still lives."""
SLOW_DEATH_SECONDS = 0.2


@pytest.fixture(scope="module")
def judges(classroom: Classroom) -> Iterator[Callable[[Level], Alone]]:
    """Those whose sandboxes are struck: apart from those that complete what they began."""
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


@pytest.fixture(scope="module")
def length(classroom: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Alone], int]:
    """How much is said and heard in grading the class when nothing happens."""

    @cache
    def of(judge: Alone) -> int:
        talk = Conversations()
        with pytest.MonkeyPatch.context() as patch:
            talk.listen(patch)
            list(judge.grade(classroom.submissions))
        return talk.count

    return of


@pytest.mark.parametrize("seed", seeds(7, 75))
def test_what_is_killed_in_the_sandbox_costs_nobody_anything(
    seed: int,
    classroom: Classroom,
    judges: Callable[[Level], Alone],
    length: Callable[[Alone], int],
    expected: Expected,
    steady: Steady,
    surroundings: Surroundings,
    tmp_path: Path,
) -> None:
    """One death is made up for at once. Two of one submission's may make a fault of it, which waits to be graded again."""
    rng = Random(seed)
    level = levels()[seed % len(levels())]
    judge = judges(level)
    many = rng.choice((1, 1, 1, 2, 4))
    planned = [
        Blow(rng.choice(STRUCK[level]), rng.randint(1, length(judge) - LAST_WORDS), rng.choice((0.0, rng.uniform(0, LATER_SECONDS))))
        for _ in range(many)
    ]
    blows = Blows(planned, rng, lambda: judge.sandbox.pid)
    talk = Conversations(blows.fall)
    home = classroom.home(tmp_path / "home")
    with pytest.MonkeyPatch.context() as patch:
        talk.listen(patch)
        classroom.graded(home, judge)
    said = f"seed {seed}, level {level}, struck {blows.struck} of {planned}"
    assert blows.struck, said
    assert surroundings.left(judge.sandbox.pid) == [], said
    after = kept(home)
    assert wrongs(after, expected(level)) == [], said
    assert complete(after, expected(level)) or many > 1, said
    classroom.graded(home, steady(level))
    assert complete(kept(home), expected(level)), said
    assert sorted(os.listdir(home)) == ["gradebook.sqlite", "secret"], said


@pytest.mark.parametrize("killed", [True, False], ids=["killed-by-another", "goes-on"])
def test_a_job_that_hangs_up_and_then_takes_its_time_is_told_from_one_that_does_not_end(killed: bool) -> None:
    """The pipe of a process that is killed closes before its end can be seen: on a busy machine, long before."""
    ours, theirs = os.pipe()
    process = subprocess.Popen(["sh", "-c", "exec >&-; exec sleep 60"], stdout=theirs)
    os.close(theirs)
    judges, zygotes = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    child = Child(Channel(ours, os.dup(ours), time.monotonic() + 30, 1024), os.pidfd_open(process.pid), judges, 8.0)

    def bury() -> None:
        status = -process.wait()
        zygotes.send(json.dumps({"status": status, "cpu": 0.0, "rss_kb": 0}).encode())

    another = threading.Timer(SLOW_DEATH_SECONDS, process.kill)
    buried = threading.Thread(target=bury)
    buried.start()
    with judges, zygotes:
        try:
            with pytest.raises(Stopped):
                child.channel.receive()
            if killed:
                another.start()
            child.close()
            if killed:
                with pytest.raises(SandboxFault, match="killed from outside"):
                    child.why_early()
            else:
                assert child.why_early() is Ended.EARLY
        finally:
            another.cancel()
            process.kill()
            buried.join()
    assert process.returncode == -signal.SIGKILL
