"""How are hand-ins stored, so that none is lost and none stands twice?

All of it happens inside one transaction that the caller holds. The same bytes of the same student for the same assignment are
one row: handing them in again only notes when, under which name, and that they are to be graded again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, insert, select, update

from autograder.gradebook.rows import where_in
from autograder.gradebook.tables import State, attempts, contents, students, submissions
from autograder.grading.submission import HandIn, Submission

JUST_BEFORE = timedelta(microseconds=1)

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


def accept(connection: Connection, handed_in: Sequence[HandIn], when: datetime) -> list[int]:
    """Store and queue these hand-ins; gives their submissions' ids.

    Args:
        handed_in: of each student the earlier ones first. One whose time nobody knows was handed in at `when`, unless it is what the
            student handed in last, which is then only graded again; an earlier one just before the next, unless it is known already.
    """
    works = {identity(one.submission): one.submission for one in handed_in}
    _store_contents(connection, {one[2]: submission.content for one, submission in works.items()})
    numbers = _store_students(connection, sorted({submission.student for submission in works.values()}))
    known = _known(connection, numbers, works)
    noted = _noted(handed_in, known, when)
    times: dict[Identity, list[datetime]] = {one: [] for one in works}
    for one, at in noted:
        times[one].append(at)
    _queue_again(connection, works, known, times)
    new = {one: submission for one, submission in works.items() if one not in known}
    if new:
        _store_new(connection, numbers, new, times)
        known = _known(connection, numbers, works)
    _note_attempts(connection, [(known[one].number, at, file) for (one, at), file in noted.items()])
    return [known[identity(one.submission)].number for one in handed_in]


def _noted(handed_in: Sequence[HandIn], known: Mapping[Identity, Known], when: datetime) -> dict[tuple[Identity, datetime], str]:
    """What is to be noted as an attempt, and under which file name. What is only graded again is not."""
    found: dict[tuple[Identity, datetime], str] = {}
    following: dict[tuple[str, str], datetime] = {}  # the first time of what came after, by student and assignment
    for one in reversed(handed_in):
        this = identity(one.submission)
        there = known.get(this)
        at = one.at or _moment(one, there, following.get(this[:2], when), when)
        if at is not None:
            found[this, at] = one.submission.file
        following[this[:2]] = at or (there.first if there is not None else when)
    return dict(reversed(found.items()))


def _moment(one: HandIn, there: Known | None, following: datetime, when: datetime) -> datetime | None:
    """When it was handed in, which nobody has written down; None: not again."""
    if there is not None and (one.earlier or there.newest):
        return None
    at = following - JUST_BEFORE if one.earlier else when
    return at if one.by is None else min(at, one.by)


def _store_new(
    connection: Connection, numbers: Mapping[str, int], new: Mapping[Identity, Submission], times: Mapping[Identity, Sequence[datetime]]
) -> None:
    rows = []
    for one, submission in new.items():
        row = {"student_id": numbers[submission.student], "slug": submission.slug, "digest": one[2], "file": submission.file}
        rows.append({**row, "first_handed_in": min(times[one]), "last_handed_in": max(times[one]), "state": State.QUEUED})
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
    times: Mapping[Identity, Sequence[datetime]],
) -> None:
    rows = []
    for one, there in known.items():
        first, last = min((there.first, *times[one])), max((there.last, *times[one]))
        newer = not times[one] or max(times[one]) >= there.last
        rows.append({"row": there.number, "name": handed_in[one].file if newer else there.file, "first": first, "last": last})
    if not rows:
        return
    change = update(submissions).where(submissions.c.id == bindparam("row"))
    change = change.values(file=bindparam("name"), first_handed_in=bindparam("first"), last_handed_in=bindparam("last"))
    connection.execute(change.values(state=State.QUEUED), rows)


def _store_contents(connection: Connection, data: Mapping[str, bytes]) -> None:
    query = select(contents.c.digest, func.length(contents.c.data).label("size"))
    stored = {row.digest: row.size for row in where_in(connection, query, contents.c.digest, sorted(data))}
    new = [{"digest": digest, "data": data[digest]} for digest in sorted(data.keys() - stored.keys())]
    if new:
        connection.execute(insert(contents), new)
    for digest in sorted(digest for digest, size in stored.items() if not size and data[digest]):  # purged, and handed in again
        connection.execute(update(contents).where(contents.c.digest == digest).values(data=data[digest]))


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
