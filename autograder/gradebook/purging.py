"""How is old work removed? Submissions that were handed in for the last time before some day, with their attempts and reports.

In one transaction. Where the scores are to stay, so do the attempts and the points of each question: what counts is the same before
and after. The files go all the same, and everything else that a report says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, select, update

from autograder.gradebook.forgetting import drop_contents
from autograder.gradebook.log import By, note
from autograder.gradebook.recording import encoded, report_of
from autograder.gradebook.rows import parts
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import State, attempts, contents, reports, submissions
from autograder.grading.report import QuestionReport, Report

VERB = "purge"


@dataclass(frozen=True, slots=True)
class Old:
    """What there is of before some day.

    Attributes:
        waiting: submissions that were not graded yet.
        size: bytes of the files that go; one that newer work has too stays.
    """

    submissions: int = 0
    students: int = 0
    assignments: int = 0
    reports: int = 0
    waiting: int = 0
    size: int = 0


def old(connection: Connection, before: datetime, *, keep_scores: bool) -> Old:
    """What would be removed.

    Args:
        before: a time with a zone. What was handed in again later is not old.
        keep_scores: whether the points stay; then what was purged so already is not counted.
    """
    which = _which(before, keep_scores)
    rows = connection.execute(select(submissions.c.student_id, submissions.c.slug, submissions.c.state).where(which)).all()
    newer = exists().where(submissions.c.digest == contents.c.digest, ~which)
    mine = contents.c.digest.in_(select(submissions.c.digest).where(which))
    size = connection.scalar(select(func.sum(func.length(contents.c.data))).where(mine, ~newer))
    said = connection.scalar(select(func.count()).select_from(reports.join(submissions)).where(which))
    return Old(
        submissions=len(rows),
        students=len({row.student_id for row in rows}),
        assignments=len({row.slug for row in rows}),
        reports=said or 0,
        waiting=sum(row.state == State.QUEUED for row in rows),
        size=int(size or 0),
    )


def purged(connection: Connection, slug: str) -> int:
    """How many students have handed in files for this assignment of which the points alone are kept."""
    query = select(func.count(submissions.c.student_id.distinct()))
    return connection.scalar(query.where(submissions.c.slug == slug, submissions.c.state == State.PURGED)) or 0


def purge(book: Gradebook, before: datetime, *, keep_scores: bool, by: By) -> Old:
    """Remove it; what was removed."""

    def work(connection: Connection) -> Old:
        found = old(connection, before, keep_scores=keep_scores)
        if not found.submissions:
            return found
        query = select(submissions.c.id, submissions.c.digest).where(_which(before, keep_scores))
        rows = {row.id: row.digest for row in connection.execute(query)}
        (_strip if keep_scores else _remove)(connection, rows)
        kept = ", scores kept" if keep_scores else ""
        count = f"{found.submissions} submission{'' if found.submissions == 1 else 's'}"
        note(connection, by, VERB, f"{count} of before {before.isoformat(sep=' ', timespec='minutes')}{kept}")
        return found

    return book.write(work)


def _which(before: datetime, keep_scores: bool) -> ColumnElement[bool]:
    early = submissions.c.last_handed_in < before
    return and_(early, submissions.c.state != State.PURGED) if keep_scores else early


def _remove(connection: Connection, digests: Mapping[int, str]) -> None:
    for some in parts(list(digests)):
        for table in (attempts, reports):
            connection.execute(delete(table).where(table.c.submission_id.in_(some)))
        connection.execute(delete(submissions).where(submissions.c.id.in_(some)))
    drop_contents(connection, digests.values())


def _strip(connection: Connection, digests: Mapping[int, str]) -> None:
    """Leave the points alone, and of the files their digests."""
    for some in parts(list(digests)):
        connection.execute(update(submissions).where(submissions.c.id.in_(some)).values(state=State.PURGED))
        query = select(reports.c.submission_id, reports.c.json).where(reports.c.submission_id.in_(some))
        for row in connection.execute(query).all():
            bare = encoded(_points_of(report_of(row.json)))
            connection.execute(update(reports).where(reports.c.submission_id == row.submission_id).values(json=bare))
    used = exists().where(submissions.c.digest == contents.c.digest, submissions.c.state != State.PURGED)
    for bytes_of in parts(sorted(set(digests.values()))):
        connection.execute(update(contents).where(contents.c.digest.in_(bytes_of), ~used).values(data=b""))


def _points_of(report: Report) -> Report:
    """Of a report what a score needs."""
    questions = (
        QuestionReport(id=one.id, verdict=one.verdict, points=one.points, max_points=one.max_points) for one in report.questions
    )
    return Report(
        student=report.student,
        assignment=report.assignment,
        submission=report.submission,
        isolation=report.isolation,
        score=report.score,
        max_score=report.max_score,
        questions=tuple(questions),
        version=report.version,
        secret=report.secret,
        title=report.title,
    )
