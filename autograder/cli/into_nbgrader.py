"""`descent grade --nbgrader DIR`: from nbgrader's submissions to nbgrader's gradebook, without its notebooks.

nbgrader takes seconds to be imported. What of it keeps the scores is imported by itself, beside the grading, which needs only to know
where the submissions lie.
"""

import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.building.sparing import GRAMMAR, bare, spared
from autograder.course.manifest import Course
from autograder.errors import UsageError
from autograder.grading.report import Report
from autograder.marking.collect import Collected
from autograder.marking.listed import Times
from autograder.platforms.nbgrader.handed_in import HandedIn
from autograder.platforms.nbgrader.layout import configured, layout_of


@dataclass(frozen=True, slots=True)
class Class:
    """What was handed in by nbgrader, and where its scores go."""

    folder: Path
    config: Any
    course: Course
    handed_in: tuple[HandedIn, ...]
    importing: threading.Thread

    @property
    def collected(self) -> Collected:
        """What is to be graded, and what not."""
        made = Collected()
        for one in self.handed_in:
            made.refusals += one.refused
            if one.submission is not None:
                made.submissions.append(one.submission)
        return made

    @property
    def times(self) -> Times:
        """When it was handed in, as far as nbgrader has written that down."""
        known = {one.submission: one.when for one in self.handed_in if one.submission is not None and one.when is not None}
        return Times(known, (), 0)

    def keep(self, reports: Iterable[Report]) -> list[str]:
        """Write what has a score into nbgrader's gradebook; why it does not take an assignment, for each that it does not.

        Raises:
            UsageError: there is no gradebook, or it cannot be opened.
        """
        self.importing.join()
        from autograder.platforms.nbgrader.gradebook import keep

        by_work = {(one.submission.student, one.submission.slug): one for one in self.handed_in if one.submission is not None}
        graded = [(by_work[report.student, report.assignment], report) for report in reports if not report.faulty]
        return keep(self.folder, self.config, self.course, graded)


def class_in(folder: Path, course: Course, slug: str | None) -> Class:
    """What lies in a course folder of nbgrader's, for one assignment or for all.

    Raises:
        UsageError: it is no such folder, or holds nothing of that.
        CourseError: there is no assignment of that slug.
    """
    config = configured(folder)  # first: an instructor's own lines may ask for all of nbgrader
    importing = threading.Thread(target=_import, daemon=True)
    importing.start()
    layout = layout_of(folder, config)
    slugs: Sequence[str] = [entry.slug for entry in course.assignments] if slug is None else [course.entry(slug).slug]
    handed_in = tuple(one for each in slugs for one in layout.class_of(each, "*", course))
    if not handed_in:
        raise UsageError(f"{folder}: nothing was handed in there for {slug or 'any assignment'}. Expected {layout.submitted}/...")
    return Class(folder, config, course, handed_in, importing)


def _import() -> None:
    """What fails here fails again, and is told, where it is needed."""
    with suppress(ImportError), spared(GRAMMAR):
        bare("nbgrader")
        import autograder.platforms.nbgrader.gradebook  # noqa: F401
