"""What happens from the files that were handed in to the reports that are kept?

Collected work is accepted by the gradebook before any of it is graded; reports are stored in batches as they come, so that whatever
interrupts the run, what is graded is kept and what was accepted is not lost.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from autograder.grading.report import Report
from autograder.grading.submission import HandIn, Submission

BATCH = 32


class Book(Protocol):
    """What of the gradebook is needed here."""

    def take(self, handed_in: Sequence[HandIn], *, when: datetime) -> list[int]:
        """Make hand-ins safe; their submissions' ids."""

    def record(self, graded: Sequence[tuple[int, Report]], *, when: datetime, person: str) -> None:
        """Keep reports."""


class Markers(Protocol):
    """Whoever grades: a pool of workers."""

    def grade(self, submissions: Sequence[Submission]) -> Iterator[tuple[int, Report]]:
        """(index, report) in any order."""


def run(
    handed_in: Sequence[HandIn],
    *,
    markers: Markers,
    book: Book,
    now: Callable[[], datetime],
    person: str = "",
    graded: Callable[[Report], None] = lambda report: None,
) -> list[Report]:
    """Grade everything and keep it; the reports in the order in which the work was graded: what counts last of each student first.

    Args:
        handed_in: of each student the earlier ones first. The same submission at several times is graded once.
        person: who has it graded, for the log.
        graded: called with each report as it is done, for a progress bar.
    """
    ids = book.take(handed_in, when=now())
    work: dict[int, Submission] = {}
    for number, one in sorted(zip(ids, handed_in, strict=True), key=lambda one: one[1].earlier):
        work.setdefault(number, one.submission)
    numbers = list(work)
    reports: dict[int, Report] = {}
    unsaved: list[tuple[int, Report]] = []
    try:
        for index, report in markers.grade(list(work.values())):
            reports[index] = report
            unsaved.append((numbers[index], report))
            graded(report)
            if len(unsaved) >= BATCH:
                book.record(unsaved, when=now(), person=person)
                unsaved.clear()
    finally:
        if unsaved:
            book.record(unsaved, when=now(), person=person)
    return [reports[index] for index in sorted(reports)]
