"""What was received, and when? What a receipt says of each hand-in that is kept with its file."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from autograder.gradebook.students import number
from autograder.gradebook.tables import State, attempts, contents, students, submissions


@dataclass(frozen=True, slots=True)
class Received:
    """One hand-in.

    Attributes:
        file: the name that it had then.
        size: bytes.
        digest: "sha256:" and the hexadecimal digest of the bytes.
        handed_in: when, as it counts.
    """

    student: str
    slug: str
    file: str
    size: int
    digest: str
    handed_in: datetime


def received(connection: Connection, student: str | None = None, slug: str | None = None) -> list[Received]:
    """Every hand-in, or one student's, for all assignments or one: by student, assignment and time.

    Raises:
        UnknownStudentError: the gradebook knows nobody of that name.
    """
    columns = (students.c.name, submissions.c.slug, attempts.c.file, submissions.c.digest, attempts.c.handed_in)
    query = select(*columns, func.length(contents.c.data).label("size")).select_from(
        attempts.join(submissions).join(students).join(contents)
    )
    query = query.where(submissions.c.state != State.PURGED)
    if student is not None:
        query = query.where(submissions.c.student_id == number(connection, student))
    if slug is not None:
        query = query.where(submissions.c.slug == slug)
    query = query.order_by(students.c.name, submissions.c.slug, attempts.c.handed_in, attempts.c.id)
    return [Received(row.name, row.slug, row.file, row.size, row.digest, row.handed_in) for row in connection.execute(query)]
