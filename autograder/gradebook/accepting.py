"""How are hand-ins stored, so that none is lost and none stands twice?

All of it happens inside one transaction that the caller holds. The same bytes of the same student for the same assignment are
one row: handing them in again only notes when, under which name, and that they are to be graded again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from autograder.gradebook.rows import where_in
from autograder.gradebook.tables import State, attempts, contents, students, submissions
from autograder.grading.submission import Submission

Identity = tuple[str, str, str]  # student, assignment, digest: what makes two hand-ins the same


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of a submission.

    Attributes:
        first, last: when it was handed in.
        newest: whether the student has handed in nothing else for that assignment since.
    """

    number: int
    file: str
    first: datetime
    last: datetime
    newest: bool


def identity(submission: Submission) -> Identity:
    """What tells one submission from another."""
    return submission.student, submission.slug, submission.digest


def accept(
    connection: Connection, handed_in: Mapping[Identity, Submission], when: datetime, times: Mapping[Identity, datetime] | None = None
) -> dict[Identity, int]:
    """Store and queue these hand-ins; gives their ids.

    Args:
        times: when each was handed in; one that is not in it was at `when`, unless it is what the student handed in last: then it is
            only graded again. None: all were at `when`.
    """
    _store_contents(connection, {one[2]: submission.content for one, submission in handed_in.items()})
    numbers = _store_students(connection, sorted({submission.student for submission in handed_in.values()}))
    known = _known(connection, numbers, handed_in)
    moments = {one: _moment(known.get(one), when, one, times) for one in handed_in}
    _queue_again(connection, handed_in, known, moments)
    new = {one: submission for one, submission in handed_in.items() if one not in known}
    if new:
        _store_new(connection, numbers, new, moments)
        known = _known(connection, numbers, handed_in)
    _note_attempts(connection, [(known[one].number, at, handed_in[one].file) for one, at in moments.items() if at is not None])
    return {one: found.number for one, found in known.items()}


def _moment(known: Known | None, when: datetime, one: Identity, times: Mapping[Identity, datetime] | None) -> datetime | None:
    """When it was handed in; None: not again."""
    if times is not None and one in times:
        return times[one]
    return None if times is not None and known is not None and known.newest else when


def _store_new(
    connection: Connection, numbers: Mapping[str, int], new: Mapping[Identity, Submission], moments: Mapping[Identity, datetime | None]
) -> None:
    rows = []
    for one, submission in new.items():
        at = moments[one]
        row = {"student_id": numbers[submission.student], "slug": submission.slug, "digest": one[2], "file": submission.file}
        rows.append({**row, "first_handed_in": at, "last_handed_in": at, "state": State.QUEUED})
    connection.execute(insert(submissions), rows)


def _note_attempts(connection: Connection, noted: Sequence[tuple[int, datetime, str]]) -> None:
    """Each hand-in is an attempt; the same at the same time is the same one."""
    query = select(attempts.c.submission_id, attempts.c.handed_in)
    found = where_in(connection, query, attempts.c.submission_id, sorted({row for row, _, _ in noted}))
    there = {(row.submission_id, row.handed_in) for row in found}
    rows = [{"submission_id": row, "handed_in": at, "file": file} for row, at, file in noted if (row, at) not in there]
    if rows:
        connection.execute(insert(attempts), rows)


def _queue_again(
    connection: Connection,
    handed_in: Mapping[Identity, Submission],
    known: Mapping[Identity, Known],
    moments: Mapping[Identity, datetime | None],
) -> None:
    rows = []
    for one, there in known.items():
        at = moments[one] or there.last
        file = handed_in[one].file if at >= there.last else there.file
        rows.append({"row": there.number, "name": file, "first": min(there.first, at), "last": max(there.last, at)})
    if not rows:
        return
    change = update(submissions).where(submissions.c.id == bindparam("row"))
    change = change.values(file=bindparam("name"), first_handed_in=bindparam("first"), last_handed_in=bindparam("last"))
    connection.execute(change.values(state=State.QUEUED), rows)


def _store_contents(connection: Connection, data: Mapping[str, bytes]) -> None:
    stored = {row.digest for row in where_in(connection, select(contents.c.digest), contents.c.digest, sorted(data))}
    new = [{"digest": digest, "data": data[digest]} for digest in sorted(data.keys() - stored)]
    if new:
        connection.execute(insert(contents), new)


def _store_students(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    query = select(students.c.id, students.c.name)
    known = {row.name: row.id for row in where_in(connection, query, students.c.name, names)}
    new = [{"name": name} for name in names if name not in known]
    if not new:
        return known
    connection.execute(insert(students), new)
    return {row.name: row.id for row in where_in(connection, query, students.c.name, names)}


def _known(connection: Connection, numbers: Mapping[str, int], wanted: Iterable[Identity]) -> dict[Identity, Known]:
    """Those of the wanted submissions that are stored."""
    names = {number: student for student, number in numbers.items()}
    columns = submissions.c
    more = (columns.file, columns.first_handed_in, columns.last_handed_in)
    query = select(columns.id, columns.student_id, columns.slug, columns.digest, *more)
    rows = where_in(connection, query, columns.student_id, sorted(names))
    newest: dict[tuple[int, str], tuple[datetime, int]] = {}
    for row in rows:
        at = (row.last_handed_in, row.id)
        newest[row.student_id, row.slug] = max(at, newest.get((row.student_id, row.slug), at))
    stored = {
        (names[row.student_id], row.slug, row.digest): Known(
            row.id, row.file, row.first_handed_in, row.last_handed_in, newest[row.student_id, row.slug][1] == row.id
        )
        for row in rows
    }
    return {one: stored[one] for one in wanted if one in stored}
