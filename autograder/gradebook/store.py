"""Who handed in what, and what was said of it?

`Gradebook` is the one door to the database. `accept` makes hand-ins safe before any grading starts; `record` stores reports in
batches. Each is one transaction: after a crash either all of it is there or nothing, and what was accepted stays accepted.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Row, Select, func, select
from sqlalchemy.exc import IntegrityError

from autograder.course.manifest import Course
from autograder.errors import UsageError
from autograder.gradebook import schema
from autograder.gradebook.accepting import accept
from autograder.gradebook.connect import SNAPSHOT, WRITES, engine_for, overwritten, parsed
from autograder.gradebook.recording import record, report_of
from autograder.gradebook.rows import storable
from autograder.gradebook.standings import StudentStanding, standings
from autograder.gradebook.tables import NAME_LENGTH, State, contents, reports, students, submissions
from autograder.gradebook.trouble import GradebookError, told
from autograder.grading.report import Report
from autograder.grading.submission import HandIn, Submission

T = TypeVar("T")

TRIES = 5  # a writer whose rows another writer has just made looks again


class Gradebook:
    """The submissions and reports of a course. A context manager; `Gradebook.open(url)` makes one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reading = engine.execution_options(**SNAPSHOT.get(engine.dialect.name, {}))
        self._writing = engine.execution_options(**{WRITES: True})

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the gradebook at any SQLAlchemy URL; create it, or bring its tables up to date, where needed.

        Raises:
            GradebookError: it cannot be opened, is no gradebook, or was written by a newer version.
        """
        engine = engine_for(parsed(url))
        try:
            with told(engine.url):
                schema.ensure(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def accept(
        self, handed_in: Sequence[Submission], *, when: datetime, times: Mapping[Submission, datetime] | None = None
    ) -> list[int]:
        """Store hand-ins, all or none, and queue them for grading. Once this returns they survive a crash.

        The same bytes of the same student for the same assignment are one submission, however often they are handed in: it
        keeps when that was first and when last, and the last file name.

        Args:
            when: the time of handing in, with a zone.
            times: where the time of some is known from elsewhere. One that is not in it was handed in at `when`, unless it is what
                the student handed in last: grading the same folder again is not handing in again.

        Returns:
            the submissions' ids, in the order given.

        Raises:
            GradebookError: a name is too long or no text, or the database cannot be written. Nothing is stored.
        """
        return self.take([HandIn(one, when if times is None else times.get(one)) for one in handed_in], when=when)

    def take(self, handed_in: Sequence[HandIn], *, when: datetime) -> list[int]:
        """As `accept`, of hand-ins of which more is known: of each student the earlier ones first.

        An earlier one whose time nobody knows was just before the next; one that is known already is only graded again.

        Returns:
            the submissions' ids, in the order given.

        Raises:
            GradebookError: a name is too long or no text, or the database cannot be written. Nothing is stored.
        """
        for one in handed_in:
            _check_names(one.submission)
        return self.write(lambda connection: accept(connection, handed_in, when))

    def record(self, graded: Sequence[tuple[int, Report]], *, when: datetime, person: str = "") -> None:
        """Store the reports of accepted submissions, all or none.

        A submission has one report. The same report again changes nothing, not even its time. A fault leaves its submission
        queued and is kept, readable, unless an earlier grading gave a score: a failure of ours takes no points away.

        Args:
            graded: (id from `accept`, report). One whose submission is gone, since the student was forgotten meanwhile, is passed over.
            when: the time of grading, with a zone.
            person: who had it graded, for the log, which notes each score that moves; "": nothing is noted.

        Raises:
            ValueError: a report is not of the submission with that id.
            GradebookError: the database cannot be written. Nothing is stored.
        """
        self.write(lambda connection: record(connection, dict(graded), when, person))

    def pending(self) -> list[tuple[int, Submission]]:
        """The submissions that still wait for a score, in the order they were accepted, with their ids."""
        query = _handed_in().where(submissions.c.state == State.QUEUED).order_by(submissions.c.id)
        return [(row.id, _submission(row)) for row in self._rows(query)]

    def kept(self, slug: str) -> list[tuple[int, Submission]]:
        """All that was handed in for this assignment and was not purged, in the order it was accepted, with the ids."""
        query = _handed_in().where(submissions.c.slug == slug, submissions.c.state != State.PURGED).order_by(submissions.c.id)
        return [(row.id, _submission(row)) for row in self._rows(query)]

    def latest(self, student: str, slug: str) -> tuple[Submission, Report | None] | None:
        """What this student handed in last for this assignment, and its report if there is one yet; None: nothing.

        Raises:
            UsageError: it was purged.
        """
        query = (
            _handed_in(reports.c.json, submissions.c.state)
            .outerjoin(reports)
            .where(students.c.name == student, submissions.c.slug == slug)
            .order_by(submissions.c.last_handed_in.desc(), submissions.c.id.desc())
            .limit(1)
        )
        for row in self._rows(query):
            if row.state == State.PURGED:
                raise UsageError(f"What {student[:80]!r} handed in for {slug} was purged: its points are kept, its file is not.")
            return _submission(row), None if row.json is None else report_of(row.json)
        return None

    def reports(self, slug: str | None = None) -> list[Report]:
        """The report of each student's last reported submission for each assignment (or this one), by assignment and name."""
        newest_first = (submissions.c.last_handed_in.desc(), submissions.c.id.desc())
        place = func.row_number().over(partition_by=(submissions.c.student_id, submissions.c.slug), order_by=newest_first)
        joined = submissions.join(students).join(reports)
        ranked = select(students.c.name, submissions.c.slug, reports.c.json, place.label("place")).select_from(joined)
        if slug is not None:
            ranked = ranked.where(submissions.c.slug == slug)
        inner = ranked.subquery()
        rows = self._rows(select(inner.c.slug, inner.c.name, inner.c.json).where(inner.c.place == 1))
        return [report_of(row.json) for row in sorted(rows, key=lambda row: (row.slug, row.name))]

    def standings(self, course: Course, slug: str | None = None, *, reports: bool = True) -> list[StudentStanding]:
        """Where every known student stands in each assignment of the course (or this one), by the course's policy.

        Args:
            reports: whether the reports are wanted too; scores alone are there sooner.

        Raises:
            CourseError: there is no such assignment.
        """
        slugs = [entry.slug for entry in course.assignments] if slug is None else [slug]
        return self.read(lambda connection: standings(connection, course, slugs, reports=reports))

    def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` finds, all of it as it was at one moment.

        Raises:
            GradebookError: the database cannot be read.
        """
        with told(self._engine.url), self._reading.connect() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in one transaction: all of it is kept, or nothing where it raises or the process dies.

        It may be called again from its start where another process made the same rows meanwhile, so it changes nothing but the
        database.

        Raises:
            GradebookError: the database cannot be written. Nothing is stored.
        """
        with told(self._engine.url):
            for _ in range(TRIES - 1):
                try:
                    with self._writing.begin() as connection:
                        return work(connection)
                except IntegrityError:
                    continue
            with self._writing.begin() as connection:
                return work(connection)

    def overwrite(self) -> bool:
        """Leave nothing of what was deleted in the files of SQLite; PostgreSQL sees to its own in time.

        Returns:
            False if something may be left there until the gradebook is used by nobody else.
        """
        return overwritten(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Nothing to do: `open` has opened it."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def _rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        return self.read(lambda connection: connection.execute(query).all())


def _check_names(submission: Submission) -> None:
    for what, name in (("student", submission.student), ("assignment", submission.slug), ("file", submission.file)):
        if not storable(name):
            raise GradebookError(
                f"The {what} name {name[:80]!a} cannot be stored: expected 1 to {NAME_LENGTH} characters of text. Rename it."
            )


def _handed_in(*more: Any) -> Select[Any]:
    columns = (submissions.c.id, students.c.name, submissions.c.slug, submissions.c.file, contents.c.data, *more)
    return select(*columns).select_from(submissions).join(students).join(contents)


def _submission(row: Row[Any]) -> Submission:
    return Submission(student=row.name, slug=row.slug, file=row.file, content=bytes(row.data))
