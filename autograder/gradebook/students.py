"""Who is meant by a name that somebody typed? Nobody is guessed: a name that is not known is told of, with those that are like it."""

import difflib

from sqlalchemy import Connection, insert, select

from autograder.errors import UsageError
from autograder.gradebook.rows import storable
from autograder.gradebook.tables import NAME_LENGTH, students

NEAR = 3


class UnknownStudentError(UsageError):
    """The gradebook knows nobody of that name."""


def number(connection: Connection, name: str) -> int:
    """The number of the student of this name.

    Raises:
        UnknownStudentError: there is none; the message names those that are like it.
    """
    found = connection.execute(select(students.c.id).where(students.c.name == name)).scalar() if storable(name) else None
    if found is None:
        raise UnknownStudentError(_unknown(connection, name))
    return int(found)


def added(connection: Connection, name: str) -> int:
    """The number of the student of this name, who is made known where nobody is called so yet.

    Raises:
        UsageError: it cannot be a name.
    """
    if not storable(name):
        raise UsageError(f"{name[:80]!r} cannot be a student's name: expected 1 to {NAME_LENGTH} characters of text.")
    try:
        return number(connection, name)
    except UnknownStudentError:
        connection.execute(insert(students).values(name=name))
        return number(connection, name)


def names(connection: Connection) -> list[str]:
    """What all students are called whom the gradebook knows."""
    return list(connection.scalars(select(students.c.name).order_by(students.c.name)))


def _unknown(connection: Connection, name: str) -> str:
    known = names(connection)
    same = [one for one in known if one.casefold() == name.casefold()]
    near = same or difflib.get_close_matches(name, known, n=NEAR)
    if near:
        return f"The gradebook knows nobody called {name[:80]!r}. Did you mean {' or '.join(map(repr, near))}?"
    return (
        f"The gradebook knows nobody called {name[:80]!r}, and of {len(known)} known nobody is called like that. "
        "Students are known from their work and from the roster."
    )
