"""What must not be after a fault would be seen: a process that slipped away, a file, a lost submission, a wrong report."""

import os
import signal
import sqlite3
import subprocess
from pathlib import Path

import msgspec
import pytest

from autograder.grading.judge import faulty
from autograder.grading.report import Report
from tests.faults import processes
from tests.faults.classroom import GRADEBOOK, Classroom, Kept, kept, wrongs
from tests.faults.conftest import Expected, Steady, Surroundings, levels

SLIPPING = "setsid sh -c 'echo $$; exec sleep 60' &"


def test_a_process_that_has_left_its_family_is_found(surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its parent has ended, and it has a session of its own."""
    monkeypatch.setattr(processes, "PATIENCE_SECONDS", 0.2)
    assert surroundings.left() == []
    with subprocess.Popen(["sh", "-c", SLIPPING], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        slipped = int(process.stdout.readline())
    try:
        assert [one.partition(":")[0] for one in surroundings.left()] == [str(slipped)]
    finally:
        os.kill(slipped, signal.SIGKILL)
    assert surroundings.left() == []


def test_a_temporary_file_is_found(surroundings: Surroundings) -> None:
    (surroundings.temporary / "left").touch()
    assert surroundings.left() == ["a temporary file left"]


def test_what_is_wrong_in_the_gradebook_is_seen(classroom: Classroom, expected: Expected) -> None:
    """And what is right, or waits, is not."""
    ought = expected(levels()[0])
    key, json = next(iter(ought.items()))
    right = {one: Kept("graded", said, 1.0) for one, said in ought.items()}
    report = msgspec.json.decode(json, type=Report)
    lower = msgspec.json.encode(msgspec.structs.replace(report, score=0.0)).decode()
    assert wrongs({}, ought) == []
    assert wrongs(right, ought) == []
    assert wrongs(right | {key: Kept("queued", None, None)}, ought) == []
    assert wrongs(right | {key: Kept("queued", json, 1.0)}, ought) == []
    assert len(wrongs(right | {key: Kept("graded", lower, 0.0)}, ought)) == 1
    assert len(wrongs(right | {key: Kept("graded", None, None)}, ought)) == 1
    assert len(wrongs(right | {key: Kept("queued", lower, 0.0)}, ought)) == 1
    assert len(wrongs({one: said for one, said in right.items() if one != key}, ought)) == 1


def test_a_fault_that_waits_is_in_order_and_one_that_counts_is_not(classroom: Classroom, expected: Expected, steady: Steady) -> None:
    """A fault has no score, and every question of it is one."""
    ought = expected(levels()[0])
    submission = classroom.submissions[0]
    key = submission.student, submission.slug
    loaded = steady(levels()[0]).loaded(submission.slug)
    fault = faulty(loaded, submission, isolation="A", secret_id="")
    right = {one: Kept("graded", said, 1.0) for one, said in ought.items()}
    as_zero = msgspec.structs.replace(fault, score=0.0)
    assert wrongs(right | {key: Kept("queued", msgspec.json.encode(fault).decode(), None)}, ought) == []
    assert len(wrongs(right | {key: Kept("graded", msgspec.json.encode(fault).decode(), None)}, ought)) == 1
    assert len(wrongs(right | {key: Kept("queued", msgspec.json.encode(as_zero).decode(), 0.0)}, ought)) == 1


def test_a_gradebook_that_is_damaged_is_seen(classroom: Classroom, steady: Steady, tmp_path: Path) -> None:
    """A page of it overwritten."""
    home = classroom.home(tmp_path / "home")
    classroom.graded(home, steady(levels()[0]))
    with (home / GRADEBOOK).open("r+b") as file:
        file.seek(4096 * 3)
        file.write(bytes(4096 * 4))
    with pytest.raises((AssertionError, sqlite3.DatabaseError)):
        kept(home)
