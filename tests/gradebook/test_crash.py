"""A process that is killed in the middle of its work leaves a gradebook that is whole and has lost nothing it accepted."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import make_url

from autograder.gradebook.log import lines
from autograder.gradebook.store import Gradebook
from tests.gradebook.classroom import hand_in
from tests.gradebook.making import MORNING, NOON, report, submission

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

STUDENTS = 60
BATCH = 3

# Says "accepted" when hand-ins are safe and a line after each batch of reports, and goes on until it is killed.
WORK = """
import sys
from itertools import count
from autograder.gradebook.store import Gradebook
from tests.gradebook.making import EVENING, report, submission

url, start, students, batch = sys.argv[1], *map(int, sys.argv[2:])
with Gradebook.open(url) as book:
    handed_in = [submission(f"student{n}", f"x = {n}".encode()) for n in range(start, start + students)]
    ids = book.accept(handed_in, when=EVENING)
    print("accepted", flush=True)
    for turn in count():
        for first in range(0, students, batch):
            pairs = list(zip(ids, handed_in))[first : first + batch]
            book.record([(i, report(one, message=f"turn {turn}")) for i, one in pairs], when=EVENING)
            print("recorded", flush=True)
        more = [submission(f"student{start}", f"more {start} {turn} {n}".encode()) for n in range(students)]
        book.accept(more, when=EVENING)
"""


# Grades everything anew again and again, with other points each time.
REGRADE = """
import sys
from itertools import count
from autograder.gradebook.regrading import accept
from autograder.gradebook.store import Gradebook
from tests.gradebook.classroom import COURSE, GRACE, SLUG, reported

with Gradebook.open(sys.argv[1]) as book:
    kept = book.kept(SLUG)
    print("accepted", flush=True)
    for turn in count(int(sys.argv[2])):
        accept(book, COURSE, SLUG, {number: reported(one, turn % 5, 0) for number, one in kept}, GRACE)
        print("recorded", flush=True)
"""


def killed_after(times: int, url: str, start: int, root: Path, work: str = WORK, pause: float = 0.0) -> None:
    """Start the work on a batch of new students and kill it when it has said so many lines, wherever it is then."""
    command = [sys.executable, "-c", work, url, str(start), str(STUDENTS), str(BATCH)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(times)]
        time.sleep(pause)
        process.kill()
        process.wait()
    assert said[0] == "accepted"
    assert process.returncode == -signal.SIGKILL


def assert_whole(url: str) -> None:
    """SQLite's file is sound; PostgreSQL sees to that by itself."""
    if (path := make_url(url).database) and url.startswith("sqlite"):
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()


def test_killed_again_and_again_it_stays_whole_and_loses_no_accepted_submission(url: str, root: Path) -> None:
    for turn, said in enumerate([1, 2, 4, 7, 15, 21, 22, 40]):
        killed_after(said, url, turn * STUDENTS, root)
        assert_whole(url)
        with Gradebook.open(url) as book:
            latest = [book.latest(f"student{n}", "01-gradient-step") for n in range((turn + 1) * STUDENTS)]
            assert all(latest), "an accepted submission is lost"
            recorded = {one.student for one in book.reports()}
            waiting = {one.student for _, one in book.pending()}
            assert recorded | waiting >= {f"student{n}" for n in range((turn + 1) * STUDENTS)}
            assert len(recorded - {f"student{n}" for n in range(turn * STUDENTS)}) >= min((said - 1) * BATCH, STUDENTS)


def test_a_batch_is_recorded_whole_or_not_at_all(url: str, root: Path) -> None:
    for turn in range(3):
        killed_after(3 + turn, url, turn * STUDENTS, root)
        with Gradebook.open(url) as book:
            of_turn = [one for one in book.reports() if int(one.student.removeprefix("student")) >= turn * STUDENTS]
            assert len(of_turn) % BATCH == 0


def test_after_a_crash_the_work_goes_on(url: str, root: Path) -> None:
    killed_after(1, url, 0, root)
    with Gradebook.open(url) as book:
        book.record([(number, report(one)) for number, one in book.pending()], when=NOON)
        assert book.pending() == []
        assert len(book.accept([submission("late")], when=MORNING)) == 1


def test_a_regrade_that_is_killed_is_recorded_whole_or_not_at_all(url: str, root: Path) -> None:
    with Gradebook.open(url) as book:
        for number in range(STUDENTS):
            hand_in(book, f"student{number}", -1, 0, 0)
    for turn, pause in enumerate([0, 0.005, 0.01, 0.02, 0.03]):
        killed_after(1 + turn % 2, url, turn + 1, root, REGRADE, pause)
        assert_whole(url)
        with Gradebook.open(url) as book:
            assert len({one.score for one in book.reports()}) == 1, "some were recorded and others not"
            noted = book.read(lines)
        assert len(noted) % (STUDENTS + 1) == 0, "a line for each score that moved and one for all of them, or none"
    assert noted
