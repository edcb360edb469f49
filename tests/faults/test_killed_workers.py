"""Workers, and what works for them, are killed at any moment while a class is graded side by side."""

import os
import threading
from concurrent.futures import Future
from pathlib import Path
from queue import Empty, SimpleQueue
from random import Random
from typing import Any

import pytest

from autograder.errors import DescentError, SandboxFault
from autograder.grading.report import Report
from autograder.marking import pool as pool_module
from autograder.marking.pool import Pool
from autograder.marking.protocol import Mark
from autograder.sandbox.isolation import Level
from tests.faults.classroom import SECRET, Classroom, complete, kept, wrongs
from tests.faults.conftest import Expected, Steady, Surroundings, levels
from tests.faults.moments import LATER_SECONDS, Blow, Blows, Clock, seeds
from tests.faults.processes import Role

STRUCK = (Role.WORKER, Role.WORKER, Role.WORKER, Role.ZYGOTE, Role.JOB)
TOO_LONG_SECONDS = 20.0
ATTEMPTS = 8


@pytest.mark.parametrize("seed", seeds(3, 30))
def test_whatever_is_killed_under_a_pool_nothing_is_lost_and_nobody_marked_down(
    seed: int,
    classroom: Classroom,
    lasting: float,
    expected: Expected,
    steady: Steady,
    surroundings: Surroundings,
    tmp_path: Path,
) -> None:
    """From its start on. One death is made up for; where several leave nobody to go on, that is said, and all else waits."""
    rng = Random(seed)
    level = levels()[seed % len(levels())]
    jobs = rng.choice((1, 2))
    many = rng.choice((1, 1, 2, 4))
    planned = [Blow(rng.choice(STRUCK), rng.random(), rng.uniform(0, LATER_SECONDS)) for _ in range(many)]
    for attempt in range(ATTEMPTS):  # sooner, if it was over before any moment came
        home = classroom.home(tmp_path / f"home{attempt}")
        blows = Blows(planned, rng, os.getpid, surroundings.known)
        ended = ""
        with Clock(blows, lasting / 2**attempt):
            try:
                classroom.graded_side_by_side(home, level, jobs)
            except DescentError as error:
                ended = str(error)
        if blows.struck:
            break
    said = f"seed {seed}, level {level}, {jobs} workers, struck {blows.struck} of {planned}, attempt {attempt}; {ended}"
    assert blows.struck, said
    assert surroundings.left() == [], said
    after = kept(home)
    assert wrongs(after, expected(level)) == [], said
    assert (complete(after, expected(level)) and not ended) or many > 1, said
    classroom.graded(home, steady(level))
    assert complete(kept(home), expected(level)), said
    assert sorted(os.listdir(home)) == ["gradebook.sqlite", "secret"], said


def test_a_worker_that_dies_before_it_is_ready_is_replaced_once(classroom: Classroom, expected: Expected) -> None:
    """A second death in a row is an end, which says what to do."""
    begin = pool_module._Worker.begin
    begun: list[int] = []

    def dying(worker: pool_module._Worker, message: Any) -> None:
        begun.append(1)
        if len(begun) <= deaths:
            worker._process.kill()
        begin(worker, message)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool_module._Worker, "begin", dying)
        deaths = 1
        with Pool(classroom.course, SECRET, levels()[0], 1, drawing=True) as pool:
            done = dict(pool.grade(classroom.submissions))
        assert [report.score for report in done.values() if report.score is None] == []
        begun.clear()
        deaths = 2
        with pytest.raises(SandboxFault, match="descent doctor"), Pool(classroom.course, SECRET, levels()[0], 1) as pool:
            pool.wait()
    assert len(begun) == 2


def test_a_machine_that_gives_no_process_is_told_of_and_is_no_bug(classroom: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system said, in a sentence."""

    def none_left(*arguments: object, **named: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("autograder.marking.pool.subprocess.Popen", none_left)
    with pytest.raises(SandboxFault, match="Resource temporarily unavailable"), Pool(classroom.course, SECRET, Level.A, 1) as pool:
        pool.wait()


def test_a_machine_that_gives_no_thread_is_told_of_and_is_no_bug(classroom: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for threads, and nothing is left that waits for one."""

    def none_left(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", none_left)
    with pytest.raises(SandboxFault, match="can't start new thread"), Pool(classroom.course, SECRET, Level.A, 2):
        pass


def test_a_worker_that_gives_up_as_the_last_other_one_goes_does_not_leave_the_class_waiting(
    classroom: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it held is graded by the other one after all, or it is said that nobody can; one of them, and soon."""
    gone, failed = threading.Event(), threading.Event()

    class Slow(SimpleQueue[Any]):
        """One thread finds it empty, and is held up before it can say so."""

        def get_nowait(self) -> Any:
            try:
                return super().get_nowait()
            except Empty:
                gone.set()
                failed.wait(0.5)
                raise

    def mark(pool: Pool, asked: Mark, worker: Any) -> tuple[Report, Any]:
        if asked.submission is classroom.submissions[0]:
            gone.wait(TOO_LONG_SECONDS)
            threading.Timer(0.1, failed.set).start()
            raise SandboxFault("no other worker can be had")
        return Report(student="", assignment="", submission="", isolation="", score=0.0, max_score=0.0, questions=()), worker

    def grade() -> None:
        try:
            list(pool.grade(classroom.submissions[:2]))
        except SandboxFault as error:
            ended.append(str(error))
        else:
            ended.append("")

    monkeypatch.setattr(pool_module, "SimpleQueue", Slow)
    monkeypatch.setattr(Pool, "_mark", mark)
    pool = Pool(classroom.course, SECRET, Level.A, 2)
    hired: Future[Any] = Future()
    hired.set_result(object())
    pool._hired = [hired, hired]
    ended: list[str] = []
    grading = threading.Thread(target=grade, daemon=True)
    grading.start()
    grading.join(TOO_LONG_SECONDS)
    assert ended == ["no other worker can be had"]
