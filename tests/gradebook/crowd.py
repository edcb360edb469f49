"""Students about whom something of every kind is stored, and all that is stored of anybody."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, insert, select

from autograder.gradebook.deciding import excuse, extend, override
from autograder.gradebook.roster import Person, enrol
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import number
from autograder.gradebook.tables import groups, metadata, requests
from tests.gradebook.classroom import DUE, GRACE, OTHER, SLUG, about, hand_in

HENRY = replace(GRACE, person="henry")
FULL = {"ada": "Ada Lovelace", "ben": "Ben Benson", "cy": "Cyrus Cole"}


def fill(book: Gradebook, *names: str) -> None:
    """Something of every kind about each of these, all in one group for the second assignment."""
    for name in names:
        hand_in(book, name, -1, 5, 3, text=f"{name} wrote this")
        hand_in(book, name, 5, 1, 1, text="all wrote this")
        extend(book, about(name), DUE + timedelta(days=1), reason=f"{FULL[name]} was ill", by=GRACE)
        excuse(book, about(name), reason=f"{name}'s exchange term", by=GRACE)
        override(book, about(name), "q1", 4, 5, reason="on paper", by=GRACE)

        def more(connection: Connection, name: str = name) -> None:
            mine = number(connection, name)
            row = {"student_id": mine, "slug": SLUG, "question": "q0", "comment": f"{name} asks why", "asked_at": DUE, "answer": ""}
            connection.execute(insert(requests), {**row, "person": ""})
            connection.execute(insert(groups), {"slug": OTHER, "student_id": mine, "name": "team 7", "opted_out": False})
            person = Person(name, FULL[name], f"{name}@uni.example", f"{name}.login", f"9000{len(name)}{ord(name[0])}")
            enrol(connection, [person], GRACE)

        book.write(more)


def teamed(book: Gradebook, *members: str, slug: str = SLUG, name: str = "team", out: str = "") -> None:
    """Put students into a group."""

    def work(connection: Connection) -> None:
        for member in members:
            row = {"slug": slug, "student_id": number(connection, member), "name": name, "opted_out": member == out}
            connection.execute(insert(groups), row)

    book.write(work)


def everything(book: Gradebook) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""

    def work(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
        tables = metadata.sorted_tables
        return {table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))] for table in tables}

    return book.read(work)
