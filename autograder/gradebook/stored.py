"""What is stored about one student? Every row of every table that is about that one; of others no more than how many they are.

Which rows these are is said here once, for showing them and for forgetting them. A table of which nobody has said whose its rows are
is an error, so that none is left out in silence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, not_, select

from autograder.gradebook.students import number
from autograder.gradebook.tables import contents, groups, metadata, roster, students, submissions

Row = Mapping[str, Any]
OTHERS = "others"  # what stands beside a group: how many else are in it
OTHERS_NAMED = "(names others)"  # in the place of a group's name that does
SHORTEST_NAME = 2  # characters of a name that is looked for in texts
SHORTEST_NUMBER = 5
SHORTEST_PART = 3  # letters of one word of a full name


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything that is stored about one student.

    Attributes:
        tables: rows by table, each by column, in the order of the tables' keys; of a group also how many others are in it.
        mentions: texts about the student that name another one: where they stand, to be looked at before they are passed on.
    """

    student: str
    tables: Mapping[str, tuple[Row, ...]]
    mentions: tuple[str, ...] = ()

    @property
    def contents(self) -> dict[str, bytes]:
        """The files by their digests."""
        return {row["digest"]: bytes(row["data"]) for row in self.tables[contents.name]}


def about(table: Table, student: int) -> ColumnElement[bool]:
    """Which rows of a table are about this student.

    Raises:
        LookupError: nobody has said whose the rows of that table are.
    """
    own = select(submissions.c.id).where(submissions.c.student_id == student)
    if table is students:
        return students.c.id == student
    if table is contents:
        return contents.c.digest.in_(select(submissions.c.digest).where(submissions.c.student_id == student))
    if "student_id" in table.c:
        return table.c.student_id == student
    if "submission_id" in table.c:
        return table.c.submission_id.in_(own)
    raise LookupError(f"nobody has said whose the rows of {table.name} are")


def stored(connection: Connection, name: str) -> Stored:
    """Everything that is stored about the student of this name.

    Raises:
        UnknownStudentError: the gradebook knows nobody of that name.
    """
    student = number(connection, name)
    tables = {table.name: _rows(connection, table, student) for table in metadata.sorted_tables}
    others = named(connection, not_(students.c.id == student))
    tables[groups.name] = tuple(_alone(connection, row, others) for row in tables[groups.name])
    parts = surnamed(connection, not_(students.c.id == student)) - surnamed(connection, students.c.id == student)
    return Stored(name, tables, tuple(_mentions(tables, others, parts)))


def named(connection: Connection, who: ColumnElement[bool]) -> frozenset[str]:
    """What these students are called, here and on the roster, in small letters."""
    names = (students.c.name, roster.c.full_name, roster.c.email, roster.c.login, roster.c.number)
    found = connection.execute(select(*names).select_from(students.outerjoin(roster)).where(who))
    return frozenset(name.casefold() for row in found for name in row if name and telling(name))


def surnamed(connection: Connection, who: ColumnElement[bool]) -> frozenset[str]:
    """The words of these students' full names, as they are written: people say "Lovelace" of Ada Lovelace."""
    found = connection.scalars(select(roster.c.full_name).select_from(roster.join(students)).where(who))
    words = (word.strip(",.") for name in found for word in name.split())
    return frozenset(word for word in words if len(word) >= SHORTEST_PART and word.isalpha() and not word.islower())


def telling(name: str) -> bool:
    """Whether somebody is known by this in a text, where "7" is more likely to be a number of points."""
    return len(name) >= (SHORTEST_NUMBER if name.isdecimal() else SHORTEST_NAME)


def mentioned(text: str, names: frozenset[str], words: frozenset[str] = frozenset()) -> list[str]:
    """Which of these names stand in a text as words of their own, whatever their capital letters; and of these words, as written."""
    folded = text.casefold()
    whole = [name for name in names if name in folded and _alone_in(folded, name)]
    parts = [word for word in words if word in text and _alone_in(text, word) and not any(word.casefold() in name for name in whole)]
    return sorted([*whole, *parts])


def _alone_in(text: str, name: str) -> bool:
    """Whether a name stands somewhere in a text that does not go on with letters or digits before it or behind it."""
    at = text.find(name)
    while at >= 0:
        before, behind = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
        if not before.isalnum() and not behind.isalnum():
            return True
        at = text.find(name, at + 1)
    return False


def _rows(connection: Connection, table: Table, student: int) -> tuple[Row, ...]:
    query = select(table).where(about(table, student)).order_by(*table.primary_key)
    return tuple(dict(row._mapping) for row in connection.execute(query))


def _alone(connection: Connection, row: Row, others: frozenset[str]) -> Row:
    """A place in a group without the others in it."""
    inside = and_(groups.c.slug == row["slug"], groups.c.name == row["name"], groups.c.student_id != row["student_id"])
    count = connection.execute(select(func.count()).select_from(groups).where(inside)).scalar_one()
    name = OTHERS_NAMED if mentioned(row["name"], others) else row["name"]
    return {**row, "name": name, OTHERS: count}


def _mentions(tables: Mapping[str, tuple[Row, ...]], others: frozenset[str], parts: frozenset[str]) -> list[str]:
    """Texts that a person typed about the student, and which others they name."""
    typed = ("reason", "comment", "answer", "said")
    found = []
    for table, rows in tables.items():
        for row in rows:
            for column in typed:
                if column in row and (names := mentioned(row[column], others, parts)):
                    found.append(f"{table}, {column}: {row[column]} (names {', '.join(names)})")
    return found
