"""Whoever has more time by the course's roster has it in nbgrader too: the points are those of `descent grade`."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.cli.place import database
from autograder.gradebook.log import By
from autograder.gradebook.roster import Person, enrol
from autograder.gradebook.store import Gradebook
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.pool import Pool
from autograder.marking.worker import Marker
from tests.platforms.nbgrader.classroom import FILE, SLUG
from tests.platforms.nbgrader.routes import api, graded, submitted

Factors = dict[str, float]


@pytest.fixture
def folder(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two students have handed in; the course's own gradebook is where the environment says."""
    monkeypatch.setenv("DESCENT_HOME", str(tmp_path / "home"))
    with submitted(root, SLUG, {"ada": (FILE, b"h = 1"), "ben": (FILE, b"h = 2")}) as folder:
        yield folder


def watched(monkeypatch: pytest.MonkeyPatch) -> tuple[Factors, Factors]:
    """The time that each is given: of those that are graded side by side, and one after the other."""
    beside, alone = dict[str, float](), dict[str, float]()
    mark = Marker.mark

    def side_by_side(self: Pool, some: Sequence[Submission], time_factor: Callable[[Submission], float]) -> Iterator[object]:
        beside.update({one.student: time_factor(one) for one in some})
        return iter(())

    def one_by_one(self: Marker, submission: Submission, time_factor: float = 1.0) -> Report:
        alone[submission.student] = time_factor
        return mark(self, submission, time_factor)

    monkeypatch.setattr(Pool, "grade", side_by_side)
    monkeypatch.setattr(Marker, "mark", one_by_one)
    return beside, alone


def test_the_rosters_time_factor_holds_in_nbgrader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Gradebook.open(database()) as book:
        people = [Person("ada", time_factor=2.5), Person("ben", time_factor=1)]
        book.write(lambda connection: enrol(connection, people, By("grace", datetime(2026, 9, 1, tzinfo=UTC))))
    (folder / "nbgrader_own.py").write_text("c = get_config()\nc.DescentAutograde.jobs = 2\n")
    beside, alone = watched(monkeypatch)
    assert api(folder).autograde(SLUG, "*")["success"] is True
    assert beside == alone == {"ada": 2.5, "ben": 1.0}


def test_a_gradebook_that_cannot_be_read_leaves_everybody_ungraded(folder: Path, tmp_path: Path) -> None:
    """Without it nobody knows who would be stopped too early."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "gradebook.sqlite").write_bytes(b"no database" * 100)
    said = api(folder).autograde(SLUG, "*")
    assert said["success"] is False
    assert "gradebook.sqlite" in said["log"]
    assert "Nothing was scored." in said["log"]
    assert graded(folder, SLUG) == {}
