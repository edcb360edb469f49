"""How is a student forgotten? Everything that is stored about one goes, in one transaction, and nothing of anybody else's changes.

What a group has handed in is the others' work too: it goes on as one of theirs, under another file name. Log lines stay, without whose
they were, and without the reasons. What people typed about others is theirs and stays, and so do files of others; where they name the
forgotten one, that is told.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

import msgspec
from sqlalchemy import Connection, delete, exists, func, insert, select, update

from autograder.gradebook.log import By, note
from autograder.gradebook.recording import encoded, report_of
from autograder.gradebook.rows import parts
from autograder.gradebook.store import Gradebook
from autograder.gradebook.stored import about, mentioned, named, surnamed
from autograder.gradebook.students import number
from autograder.gradebook.tables import (
    attempts,
    contents,
    decisions,
    excuses,
    extensions,
    groups,
    log,
    metadata,
    reports,
    requests,
    students,
    submissions,
)

VERB = "forget"
SAID = "a student was forgotten"
REASON = ": "  # what stands between what was done and why
ANOTHER_NAME = "handed-in"  # of a file that goes on as another's: its own may say whose it was
TYPED = (
    (decisions, decisions.c.reason),
    (extensions, extensions.c.reason),
    (excuses, excuses.c.reason),
    (requests, requests.c.comment),
    (requests, requests.c.answer),
    (groups, groups.c.name),
    (log, log.c.said),
    (decisions, decisions.c.person),
    (requests, requests.c.person),
    (log, log.c.person),
)
SHORTEST_IN_FILES = 5  # characters of a name that is looked for in code, where "max" is more likely to be a function
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")  # as notebooks may write a sign


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is removed, or would be.

    Attributes:
        rows: how many rows by table, without those of the log, which stay.
        lines: of the log.
        handed_over: (assignment, whose it is now, how many submissions) of work that a group did together.
        named: texts and files that stay and name the student: where they stand, and what they say.
    """

    rows: dict[str, int]
    lines: int
    handed_over: tuple[tuple[str, str, int], ...]
    named: tuple[str, ...] = ()


def preview(connection: Connection, name: str) -> Forgotten:
    """What would be removed.

    Raises:
        UnknownStudentError: the gradebook knows nobody of that name.
    """
    student = number(connection, name)
    given = tuple((heir.slug, heir.name, len(_own(connection, student, heir.slug))) for heir in _heirs(connection, student))
    return Forgotten(*_counted(connection, student), tuple(one for one in given if one[2]), _named(connection, student))


def forget(book: Gradebook, name: str, by: By) -> Forgotten:
    """Remove everything that is stored about a student.

    Raises:
        UnknownStudentError: the gradebook knows nobody of that name.
    """

    def work(connection: Connection) -> Forgotten:
        found = preview(connection, name)
        student = number(connection, name)
        for heir in _heirs(connection, student):
            _hand_over(connection, _own(connection, student, heir.slug), heir)
        _loosen_log(connection, student)
        digests = list(connection.scalars(select(submissions.c.digest).where(submissions.c.student_id == student)))
        for table in reversed(metadata.sorted_tables):
            if table not in (log, contents):
                connection.execute(delete(table).where(about(table, student)))
        drop_contents(connection, digests)
        note(connection, by, VERB, SAID)
        return found

    return book.write(work)


def drop_contents(connection: Connection, digests: Iterable[str]) -> None:
    """Remove these of the files that are no submission's any more."""
    used = exists().where(submissions.c.digest == contents.c.digest)
    for some in parts(sorted(set(digests))):
        connection.execute(delete(contents).where(contents.c.digest.in_(some), ~used))


@dataclass(frozen=True, slots=True)
class _Heir:
    """Somebody of the student's group, whose the work for that assignment is from then on."""

    slug: str
    number: int
    name: str


def _counted(connection: Connection, student: int) -> tuple[dict[str, int], int]:
    rows = {}
    for table in metadata.sorted_tables:
        if count := connection.scalar(select(func.count()).select_from(table).where(about(table, student))):
            rows[table.name] = count
    return rows, rows.pop(log.name, 0)


def _heirs(connection: Connection, student: int) -> list[_Heir]:
    """For each group that credits the student, the first of the others whom it credits."""
    credited = (groups.c.student_id == student, groups.c.opted_out.is_(False))
    heirs = []
    for group in connection.execute(select(groups).where(*credited).order_by(groups.c.slug)).all():
        others = (
            select(students.c.id, students.c.name)
            .select_from(groups.join(students))
            .where(groups.c.slug == group.slug, groups.c.name == group.name, groups.c.opted_out.is_(False))
            .where(groups.c.student_id != student)
            .order_by(students.c.name)
        )
        if heir := connection.execute(others).first():
            heirs.append(_Heir(group.slug, heir.id, heir.name))
    return heirs


def _own(connection: Connection, student: int, slug: str) -> list[int]:
    query = select(submissions.c.id).where(submissions.c.student_id == student, submissions.c.slug == slug)
    return list(connection.scalars(query.order_by(submissions.c.id)))


def _hand_over(connection: Connection, own: list[int], heir: _Heir) -> None:
    """Make another's of the work: as new rows, so that whoever is grading it meanwhile finds it gone, not changed."""
    for old in own:
        row = dict(connection.execute(select(submissions).where(submissions.c.id == old)).one()._mapping)
        file = f"{ANOTHER_NAME}{PurePath(row['file']).suffix}"
        same = (submissions.c.student_id == heir.number, submissions.c.slug == heir.slug, submissions.c.digest == row["digest"])
        there = connection.execute(select(submissions).where(*same)).one_or_none()
        if there is None:
            new = {**row, "student_id": heir.number, "file": file}
            del new["id"]
            connection.execute(insert(submissions), new)
        else:
            first, last = min(row["first_handed_in"], there.first_handed_in), max(row["last_handed_in"], there.last_handed_in)
            times = {"first_handed_in": first, "last_handed_in": last}
            connection.execute(update(submissions).where(submissions.c.id == there.id).values(times))
        now = connection.execute(select(submissions.c.id).where(*same)).scalar_one()
        _move_attempts(connection, old, now, file)
        _move_report(connection, old, now, heir, file)


def _move_attempts(connection: Connection, old: int, now: int, file: str) -> None:
    times = set(connection.scalars(select(attempts.c.handed_in).where(attempts.c.submission_id == now)))
    for row in connection.execute(select(attempts).where(attempts.c.submission_id == old)).all():
        if row.handed_in not in times:
            change = update(attempts).where(attempts.c.id == row.id)
            connection.execute(change.values(submission_id=now, file=file))


def _move_report(connection: Connection, old: int, now: int, heir: _Heir, file: str) -> None:
    """The report goes along, unless there is one already of the same bytes."""
    row = connection.execute(select(reports).where(reports.c.submission_id == old)).one_or_none()
    if row is None or connection.execute(select(reports.c.submission_id).where(reports.c.submission_id == now)).first():
        return
    report = msgspec.structs.replace(report_of(row.json), student=heir.name, file=file)
    connection.execute(insert(reports), {**row._mapping, "submission_id": now, "json": encoded(report)})


def _loosen_log(connection: Connection, student: int) -> None:
    """Keep of each line what was done, by whom and when; not whose it was, nor why. Students may have done something themselves."""
    names = named(connection, students.c.id == student)
    for row in connection.execute(select(log.c.id, log.c.said, log.c.person).where(log.c.student_id == student)).all():
        said = row.said.partition(REASON)[0]
        kept = {"said": "" if mentioned(said, names) else said, "person": "" if mentioned(row.person, names) else row.person}
        connection.execute(update(log).where(log.c.id == row.id).values(student_id=None, **kept))


def _named(connection: Connection, student: int) -> tuple[str, ...]:
    """Where others' texts and files name the student."""
    names, parts_of = named(connection, students.c.id == student), surnamed(connection, students.c.id == student)
    found = []
    for table, column in TYPED:
        query = select(table.c.slug, column.label("text"), students.c.name).select_from(table.outerjoin(students))
        query = query.where(table.c.student_id.is_(None) | (table.c.student_id != student)).order_by(*table.primary_key)
        for row in connection.execute(query):
            if mentioned(row.text, names, parts_of):
                whose = " of ".join(part for part in (row.slug, row.name) if part)
                found.append(f"{table.name}{f', {whose}' if whose else ''}: {row.text}")
    return (*found, *_in_files(connection, student, names))


def _in_files(connection: Connection, student: int, names: frozenset[str]) -> Iterator[str]:
    """Which files of others name the student, those among them that go on as another's."""
    known = frozenset(name for name in names if len(name) >= SHORTEST_IN_FILES)
    heirs = {heir.slug: heir.name for heir in _heirs(connection, student)}
    columns = (submissions.c.student_id, submissions.c.slug, submissions.c.file, students.c.name, contents.c.data)
    query = select(*columns).select_from(submissions.join(students).join(contents)).order_by(submissions.c.id)
    if heirs:
        query = query.where((submissions.c.student_id != student) | submissions.c.slug.in_(list(heirs)))
    else:
        query = query.where(submissions.c.student_id != student)
    for row in connection.execute(query):
        if mentioned(_ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), bytes(row.data).decode("utf-8", "replace")), known):
            mine = row.student_id == student
            file = f"{ANOTHER_NAME}{PurePath(row.file).suffix}" if mine else row.file
            yield f"file, {row.slug} of {heirs[row.slug] if mine else row.name}: {file}"
