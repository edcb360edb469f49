"""How are hand-ins stored, so that none is lost and none stands twice?

All of it happens inside one transaction that the caller holds. The same bytes of the same student for the same assignment are
one row: handing them in again only notes when, under which name, and that they are to be graded again.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from autograder.gradebook.rows import where_in
from autograder.gradebook.tables import State, attempts, contents, students, submissions
from autograder.grading.submission import Submission

Identity = tuple[str, str, str]  # student, assignment, digest: what makes two hand-ins the same


def identity(submission: Submission) -> Identity:
    """What tells one submission from another."""
    return submission.student, submission.slug, submission.digest


def accept(connection: Connection, handed_in: Mapping[Identity, Submission], when: datetime) -> dict[Identity, int]:
    """Store and queue these hand-ins; gives their ids."""
    _store_contents(connection, {one[2]: submission.content for one, submission in handed_in.items()})
    numbers = _store_students(connection, sorted({submission.student for submission in handed_in.values()}))
    known = _known(connection, numbers, handed_in)
    _queue_again(connection, {row: handed_in[one].file for one, row in known.items()}, when)
    new = {one: submission for one, submission in handed_in.items() if one not in known}
    if new:
        _store_new(connection, numbers, new, when)
        known = _known(connection, numbers, handed_in)
    _note_attempts(connection, {row: handed_in[one].file for one, row in known.items()}, when)
    return known


def _store_new(connection: Connection, numbers: Mapping[str, int], new: Mapping[Identity, Submission], when: datetime) -> None:
    common = {"first_handed_in": when, "last_handed_in": when, "state": State.QUEUED}
    connection.execute(
        insert(submissions),
        [
            {"student_id": numbers[one.student], "slug": one.slug, "digest": digest, "file": one.file, **common}
            for (_, _, digest), one in new.items()
        ],
    )


def _note_attempts(connection: Connection, files: Mapping[int, str], when: datetime) -> None:
    """Each hand-in is an attempt; the same at the same time is the same one."""
    query = select(attempts.c.submission_id).where(attempts.c.handed_in == when)
    noted = {row.submission_id for row in where_in(connection, query, attempts.c.submission_id, sorted(files))}
    if rows := [{"submission_id": row, "handed_in": when, "file": name} for row, name in files.items() if row not in noted]:
        connection.execute(insert(attempts), rows)


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


def _known(connection: Connection, numbers: Mapping[str, int], wanted: Iterable[Identity]) -> dict[Identity, int]:
    """The ids of those of the wanted submissions that are stored."""
    names = {number: student for student, number in numbers.items()}
    columns = submissions.c
    query = select(columns.id, columns.student_id, columns.slug, columns.digest)
    rows = where_in(connection, query, columns.student_id, sorted(names))
    stored = {(names[row.student_id], row.slug, row.digest): row.id for row in rows}
    return {one: stored[one] for one in wanted if one in stored}


def _queue_again(connection: Connection, files: Mapping[int, str], when: datetime) -> None:
    if not files:
        return
    change = update(submissions).where(submissions.c.id == bindparam("row"))
    change = change.values(file=bindparam("name"), last_handed_in=when, state=State.QUEUED)
    connection.execute(change, [{"row": row, "name": name} for row, name in files.items()])
