"""How are reports stored, so that grading again changes nothing that has not changed?

All of it happens inside one transaction that the caller holds. A submission has one report at most. The same report again leaves
the row alone; another one takes its place, except that a fault never takes the place of a score.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from autograder.gradebook.log import By, note
from autograder.gradebook.rows import parts, where_in
from autograder.gradebook.tables import State, reports, students, submissions
from autograder.gradebook.trouble import GradebookError
from autograder.grading.report import Report

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """What is there of one submission: whose it is, and its report so far."""

    identity: tuple[str, str, str]
    student: int
    json: str | None
    score: float | None

    def gives_way_to(self, report: Report, json: str) -> bool:
        """Whether this report is to be written."""
        return json != self.json and not (report.faulty and self.score is not None)

    def moves(self, report: Report) -> str:
        """In words, how it moves the score that was there; "" where it does not."""
        if self.score is None or report.score is None or self.score == report.score:
            return ""
        return f"graded again: from {self.score:g} to {report.score:g} points, before lateness"


def record(connection: Connection, graded: Mapping[int, Report], when: datetime, person: str = "") -> None:
    """Store reports by their submission's id, and mark those with a score as graded. One whose submission is gone is passed over.

    Args:
        person: who had them graded; scores that move are noted in the log where it is given.

    Raises:
        ValueError: a report is not of the submission with that id.
    """
    stored = _stored(connection, graded)
    rows = []
    for number, (report, json) in _other(stored, graded).items():
        rows.append(_row(number, report, json, when))
        if person and (said := stored[number].moves(report)):
            note(connection, By(person, when), "grade", said, student=stored[number].student, slug=report.assignment)
    for some in parts(rows):
        connection.execute(delete(reports).where(reports.c.submission_id.in_([row["submission_id"] for row in some])))
        connection.execute(insert(reports), list(some))
    for numbers in parts([number for number, report in graded.items() if not report.faulty]):
        waiting = submissions.c.id.in_(numbers) & (submissions.c.state != State.PURGED)
        connection.execute(update(submissions).where(waiting).values(state=State.GRADED))


def others(connection: Connection, graded: Mapping[int, Report]) -> list[int]:
    """The submissions whose report would be another one.

    Raises:
        ValueError: a report is not of the submission with that id.
    """
    return list(_other(_stored(connection, graded), graded))


def _other(stored: Mapping[int, Stored], graded: Mapping[int, Report]) -> dict[int, tuple[Report, str]]:
    """The reports that are to be written, with their JSON."""
    found = {}
    for number, report in graded.items():
        if (there := stored.get(number)) is None:
            continue  # forgotten or purged since it was accepted
        if there.identity != (report.student, report.assignment, report.submission):
            raise ValueError(f"the report of {report.student!r} for {report.assignment!r} is not of submission {number}")
        json = encoded(report)
        if there.gives_way_to(report, json):
            found[number] = (report, json)
    return found


class _Earned(msgspec.Struct):
    id: str
    points: float


class _Brief(msgspec.Struct):
    """Of a report what a score needs, which is read in a fraction of the time."""

    score: float | None
    questions: tuple[_Earned, ...]


def report_of(json: str) -> Report:
    """A report as it was stored.

    Raises:
        GradebookError: it cannot be read.
    """
    return _read(json, Report)


def encoded(report: Report) -> str:
    """A report as it is stored."""
    return msgspec.json.encode(report, order="deterministic").decode()


def earned_in(json: str) -> dict[str, float]:
    """What each question earned in a report as it was stored; nothing where the grader failed.

    Raises:
        GradebookError: it cannot be read.
    """
    brief = _read(json, _Brief)
    return {} if brief.score is None else {question.id: question.points for question in brief.questions}


def _read(json: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(json, type=kind)
    except msgspec.DecodeError as error:
        raise GradebookError(f"The gradebook holds a report that cannot be read: {error}. Grade that work again.") from error


def _stored(connection: Connection, graded: Mapping[int, Report]) -> dict[int, Stored]:
    columns = (submissions.c.id, submissions.c.student_id, submissions.c.slug, submissions.c.digest, reports.c.json, reports.c.score)
    query = select(*columns, students.c.name).select_from(submissions.join(students).outerjoin(reports))
    rows = where_in(connection, query.where(submissions.c.state != State.PURGED), submissions.c.id, sorted(graded))
    return {row.id: Stored((row.name, row.slug, row.digest), row.student_id, row.json, row.score) for row in rows}


def _row(number: int, report: Report, json: str, when: datetime) -> dict[str, Any]:
    return {
        "submission_id": number,
        "json": json,
        "score": report.score,
        "max_score": report.max_score,
        "isolation": report.isolation,
        "version": report.version,
        "secret": report.secret,
        "graded_at": when,
    }
