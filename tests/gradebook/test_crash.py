"""A process that is killed in the middle of its work leaves a gradebook that is whole and has lost nothing it accepted."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.store import Gradebook
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


def killed_after(lines: int, url: str, start: int, root: Path) -> None:
    """Start the work on a batch of new students and kill it when it has said so many lines, wherever it is then."""
    command = [sys.executable, "-c", WORK, url, str(start), str(STUDENTS), str(BATCH)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(lines)]
        process.kill()
        process.wait()
    assert said[0] == "accepted"
    assert process.returncode == -signal.SIGKILL


def test_killed_again_and_again_it_stays_whole_and_loses_no_accepted_submission(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "gradebook.db"
    url = sqlite_url(path)
    for turn, lines in enumerate([1, 2, 4, 7, 15, 21, 22, 40]):
        killed_after(lines, url, turn * STUDENTS, root)
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()
        with Gradebook.open(url) as book:
            latest = [book.latest(f"student{n}", "01-gradient-step") for n in range((turn + 1) * STUDENTS)]
            assert all(latest), "an accepted submission is lost"
            recorded = {one.student for one in book.reports()}
            waiting = {one.student for _, one in book.pending()}
            assert recorded | waiting >= {f"student{n}" for n in range((turn + 1) * STUDENTS)}
            assert len(recorded - {f"student{n}" for n in range(turn * STUDENTS)}) >= min((lines - 1) * BATCH, STUDENTS)


def test_a_batch_is_recorded_whole_or_not_at_all(tmp_path: Path, root: Path) -> None:
    url = sqlite_url(tmp_path / "gradebook.db")
    for turn in range(3):
        killed_after(3 + turn, url, turn * STUDENTS, root)
        with Gradebook.open(url) as book:
            of_turn = [one for one in book.reports() if int(one.student.removeprefix("student")) >= turn * STUDENTS]
            assert len(of_turn) % BATCH == 0


def test_after_a_crash_the_work_goes_on(tmp_path: Path, root: Path) -> None:
    url = sqlite_url(tmp_path / "gradebook.db")
    killed_after(1, url, 0, root)
    with Gradebook.open(url) as book:
        book.record([(number, report(one)) for number, one in book.pending()], when=NOON)
        assert book.pending() == []
        assert len(book.accept([submission("late")], when=MORNING)) == 1
