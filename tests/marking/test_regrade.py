"""All that is kept is graded anew, and nothing is recorded before the last of it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.log import lines
from autograder.gradebook.purging import purge
from autograder.gradebook.store import Gradebook
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.regrade import kept, regrade
from tests.gradebook.classroom import COURSE, DUE, GRACE, SLUG, hand_in, reported


class Generous:
    """Gives everybody all points, in the opposite order; stops after `most` as Ctrl-C does."""

    def __init__(self, most: int | None = None) -> None:
        self.most = most

    def grade(self, submissions: Sequence[Submission]) -> Iterator[tuple[int, Report]]:
        for done, index in enumerate(reversed(range(len(submissions)))):
            if done == self.most:
                raise KeyboardInterrupt
            yield index, reported(submissions[index], 5, 5)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    """ada with two attempts, ben with one."""
    with Gradebook.open(sqlite_url(tmp_path / "gradebook.db")) as opened:
        for student, hours in (("ada", -9), ("ada", -5), ("ben", -1)):
            hand_in(opened, student, hours, 4, 4)
        yield opened


def test_it_is_shown_or_recorded(book: Gradebook) -> None:
    work = kept(book, SLUG)
    seen: list[str] = []
    found = regrade(SLUG, work, markers=Generous(), book=book, course=COURSE, graded=lambda report: seen.append(report.student))
    assert (sorted(seen), [move.student for move in found.moves]) == (["ada", "ada", "ben"], ["ada", "ben"])
    assert ([one.score for one in book.reports()], book.read(lines)) == ([8, 8], [])
    assert regrade(SLUG, work, markers=Generous(), book=book, course=COURSE, by=lambda: GRACE) == found
    assert [one.score for one in book.reports()] == [10, 10]


@pytest.mark.parametrize("most", [0, 2])
def test_what_is_interrupted_records_nothing(book: Gradebook, most: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        regrade(SLUG, kept(book, SLUG), markers=Generous(most), book=book, course=COURSE, by=lambda: GRACE)
    assert ([one.score for one in book.reports()], book.read(lines)) == ([8, 8], [])


@pytest.mark.parametrize(("hours", "students", "graded"), [(-10, 0, 3), (-8, 1, 2), (-4, 1, 1)])
def test_those_whose_files_were_purged_are_counted(book: Gradebook, hours: float, students: int, graded: int) -> None:
    """Each student once, whether all attempts were purged or some; the points stay."""
    purge(book, DUE + timedelta(hours=hours), keep_scores=True, by=GRACE)
    found = regrade(SLUG, kept(book, SLUG), markers=Generous(), book=book, course=COURSE, by=lambda: GRACE)
    assert (found.purged, found.submissions) == (students, graded)
    assert {one.student: one.score for one in book.reports()} == {"ada": 8 if graded == 1 else 10, "ben": 10}


def test_where_all_files_were_purged_that_is_said(book: Gradebook) -> None:
    purge(book, DUE, keep_scores=True, by=GRACE)
    with pytest.raises(
        UsageError, match=rf"^All files that 2 students handed in for {SLUG} were purged: the points are kept, and noth"
    ):
        kept(book, SLUG)
    with pytest.raises(UsageError, match=r"holds nothing of 02-single-neuron"):
        kept(book, "02-single-neuron")


def test_where_nothing_is_kept_that_is_said(book: Gradebook) -> None:
    with pytest.raises(UsageError, match=r"holds nothing of 02-single-neuron. Grade what was handed in first"):
        kept(book, "02-single-neuron")
