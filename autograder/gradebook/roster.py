"""Who is in the course? What a roster says of the students, kept beside their work.

The id is what a student is called in folders, reports and commands; name, e-mail address, login and number are what LMSes know them
by.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from autograder.errors import CourseError
from autograder.gradebook.log import By, note
from autograder.gradebook.rows import where_in
from autograder.gradebook.tables import extensions, roster, students

VERB = "roster"
LONGEST_ID = 100  # characters; a folder's name may have 255 bytes
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(1, 10))})
NOT_IN_NAMES = frozenset('/\\<>:"|?*')  # of what a file system may refuse


@dataclass(frozen=True, slots=True)
class Person:
    """One student on the roster. What is not known is "".

    Attributes:
        number: the student's number in the school or in the LMS.
        time_factor: how many times the others' time limits this student has.
    """

    id: str
    full_name: str = ""
    email: str = ""
    login: str = ""
    number: str = ""
    section: str = ""
    time_factor: float = 1.0


GIVEN = frozenset(one.name for one in fields(Person)) - {"id"}
"""What a roster may say of a student besides the id."""
MARKS: Mapping[str, Callable[[Person], str]] = {
    "id": lambda person: person.id,
    "email": lambda person: person.email,
    "login": lambda person: person.login,
    "number": lambda person: person.number,
}
"""What tells one student from all others, where it is known."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What an import has changed, by ids.

    Attributes:
        absent: on the roster before, and not in what was imported; they stay.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    absent: tuple[str, ...]


def enrolled(connection: Connection) -> list[Person]:
    """Everybody on the roster, by id."""
    columns = [column for column in roster.c if column is not roster.c.student_id]
    query = select(students.c.name.label("id"), *columns).select_from(roster.join(students))
    return sorted((Person(**row._mapping) for row in connection.execute(query)), key=lambda person: person.id)


def enrol(connection: Connection, people: Sequence[Person], by: By, given: Collection[str] = GIVEN) -> Enrolled:
    """Put these on the roster, inside the caller's transaction. Others who are on it stay; work is never touched.

    Args:
        given: what is known of them; all else that the roster says of one who is on it stays.

    Raises:
        CourseError: somebody is known already under another id. Nothing is written.
    """
    before = {person.id: person for person in enrolled(connection)}
    people = [_with(person, before.get(person.id, person), given) for person in people]
    coming = {person.id: person for person in people}
    if problems := list(_clashes([*(one for one in before.values() if one.id not in coming), *people])):
        raise CourseError(problems)
    new = [person for person in people if person.id not in before]
    changed = [person for person in people if person.id in before and before[person.id] != person]
    numbers = _numbers(connection, [person.id for person in (*new, *changed)])
    if new:
        connection.execute(insert(roster), [{"student_id": numbers[person.id], **_columns(person)} for person in new])
    for person in changed:
        number = numbers[person.id]
        connection.execute(update(roster).where(roster.c.student_id == number).values(**_columns(person)))
        note(connection, by, VERB, f"{', '.join(_differing(before[person.id], person))} changed", student=number)
    if new:
        note(connection, by, VERB, f"{len(new)} student{'' if len(new) == 1 else 's'} added")
    known = {person.id for person in (*new, *changed)}
    return Enrolled(
        tuple(person.id for person in new),
        tuple(person.id for person in changed),
        tuple(person.id for person in people if person.id not in known),
        tuple(sorted(before.keys() - coming.keys())),
    )


def extended(connection: Connection) -> dict[tuple[str, str], datetime]:
    """When what is due for a single student, by student and assignment, where that is otherwise than for all."""
    query = select(students.c.name, extensions.c.slug, extensions.c.due).select_from(extensions.join(students))
    return {(row.name, row.slug): row.due for row in connection.execute(query)}


def doubles(people: Iterable[Person]) -> Iterator[tuple[str, Person, Person]]:
    """(what, one, other) wherever two have the same id, e-mail address, login or number, but for capital letters and ways to spell."""
    for what, mark in MARKS.items():
        seen: dict[str, Person] = {}
        for person in people:
            if text := folded(mark(person)):
                if text in seen:
                    yield what, seen[text], person
                else:
                    seen[text] = person


def folded(text: str) -> str:
    """What two spellings have in common that a person, or a file system, takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).strip()


def id_trouble(name: str) -> str:
    """Why this cannot be a student's id, which is a folder's name wherever work is graded; "" if it can."""
    if not name or name != " ".join(name.split()) or not name.isprintable():
        return f"{name[:LONGEST_ID]!a} cannot be a student's id: expected text that can be printed, without two blanks in a row."
    if len(name) > LONGEST_ID:
        return f"{name[:LONGEST_ID]!a}... cannot be a student's id: it has more than {LONGEST_ID} characters."
    if name.startswith(".") or name.endswith(".") or NOT_IN_NAMES & set(name) or name.partition(".")[0].casefold() in RESERVED:
        return f"{name!a} cannot be a student's id, for it cannot be a folder's name. Give the student another one."
    if name.casefold().endswith((".py", ".ipynb", ".zip")) or name in ("__pycache__", "__MACOSX"):
        return (
            f"{name!a} cannot be a student's id, for a folder of that name is not taken for a student's. Give the student another one."
        )
    return ""


def _numbers(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """The students of these names, who are made known where nobody is called so yet."""
    query = select(students.c.id, students.c.name)
    known = {row.name: row.id for row in where_in(connection, query, students.c.name, names)}
    if new := [{"name": name} for name in names if name not in known]:
        connection.execute(insert(students), new)
        known = {row.name: row.id for row in where_in(connection, query, students.c.name, names)}
    return known


def _clashes(people: Sequence[Person]) -> Iterator[str]:
    for what, one, other in doubles(people):
        ids = f"{one.id!a} and {other.id!a}" if one.id != other.id else f"{one.id!a}, twice"
        yield f"The {what} {MARKS[what](other)!a} would belong to {ids}. Each student needs one of their own; use the id that is known."


def _with(person: Person, before: Person, given: Collection[str]) -> Person:
    """What is given of a person, and what was known before of the rest."""
    return replace(person, **{name: value for name, value in _columns(before).items() if name not in given})


def _columns(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in GIVEN}


def _differing(before: Person, after: Person) -> list[str]:
    return [name.replace("_", " ") for name, value in sorted(_columns(after).items()) if _columns(before)[name] != value]
