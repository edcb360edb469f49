"""What happens from the files that were handed in to the reports that are kept?

Collected work is accepted by the gradebook before any of it is graded; reports are stored in batches as they come, so that whatever
interrupts the run, what is graded is kept and what was accepted is not lost.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from autograder.grading.report import Report
from autograder.grading.submission import Submission

BATCH = 32
NEVER: Mapping[Submission, datetime] = MappingProxyType({})


class Book(Protocol):
    """What of the gradebook is needed here."""

    def accept(self, handed_in: Sequence[Submission], *, when: datetime, times: Mapping[Submission, datetime]) -> list[int]:
        """Make submissions safe; their ids."""

    def record(self, graded: Sequence[tuple[int, Report]], *, when: datetime, person: str) -> None:
        """Keep reports."""


class Markers(Protocol):
    """Whoever grades: a pool of workers."""

    def grade(self, submissions: Sequence[Submission]) -> Iterator[tuple[int, Report]]:
        """(index, report) in any order."""


def run(
    submissions: Sequence[Submission],
    *,
    markers: Markers,
    book: Book,
    now: Callable[[], datetime],
    times: Mapping[Submission, datetime] = NEVER,
    person: str = "",
    graded: Callable[[Report], None] = lambda report: None,
) -> list[Report]:
    """Grade everything and keep it; the reports in the order of the submissions.

    Args:
        times: when submissions were handed in, where that is known. What is not in it was now; unless it is what the student handed in
            last, which is then only graded again.
        person: who has it graded, for the log.
        graded: called with each report as it is done, for a progress bar.
    """
    ids = book.accept(submissions, when=now(), times=times)
    reports: dict[int, Report] = {}
    unsaved: list[tuple[int, Report]] = []
    try:
        for index, report in markers.grade(submissions):
            reports[index] = report
            unsaved.append((ids[index], report))
            graded(report)
            if len(unsaved) >= BATCH:
                book.record(unsaved, when=now(), person=person)
                unsaved.clear()
    finally:
        if unsaved:
            book.record(unsaved, when=now(), person=person)
    return [reports[index] for index in sorted(reports)]
