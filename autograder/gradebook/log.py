"""Who changed what, and when? Each change that a person makes writes one line, in the same transaction as the change itself.

A line never names the student in its words: whose it is stands beside them, so that a student who is forgotten leaves no name.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from autograder.gradebook.tables import log, students


@dataclass(frozen=True, slots=True)
class By:
    """Who changes something, and when: a time with a zone."""

    person: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One change.

    Attributes:
        verb: by which command.
        student, slug: whose and of which assignment; "": of nobody's or none alone.
        said: what was changed, in words.
    """

    when: datetime
    person: str
    verb: str
    student: str
    slug: str
    said: str


def note(connection: Connection, by: By, verb: str, said: str, *, student: int | None = None, slug: str = "") -> None:
    """Write a line, inside the transaction of the change.

    Args:
        student: the number of the one it is about; None: of nobody alone.
    """
    row = {"at": by.when, "person": by.person, "verb": verb, "student_id": student, "slug": slug, "said": said}
    connection.execute(insert(log), row)


def lines(connection: Connection, student: int | None = None) -> list[Line]:
    """All lines, or those about one student, the oldest first."""
    query = select(log.c.at, log.c.person, log.c.verb, students.c.name, log.c.slug, log.c.said)
    query = query.select_from(log.outerjoin(students)).order_by(log.c.id)
    if student is not None:
        query = query.where(log.c.student_id == student)
    return [Line(row.at, row.person, row.verb, row.name or "", row.slug, row.said) for row in connection.execute(query)]
