"""The roster keeps what LMSes call the students; nobody on it is lost, doubled or mixed up with another."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select

from autograder.errors import CourseError
from autograder.gradebook.log import By, lines
from autograder.gradebook.roster import Person, enrol, enrolled, extended, id_trouble
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import extensions, students
from tests.gradebook.making import NOON, submission

BY = By("grace", datetime(2026, 9, 1, tzinfo=UTC))
ADA = Person("ada", full_name="Ada Lovelace", email="ada@example.org", login="alove", number="4711", section="A", time_factor=1.5)
BOB = Person("bob", full_name="Bob Ross", email="bob@example.org")


def put(book: Gradebook, *people: Person, given: frozenset[str] | None = None):  # type: ignore[no-untyped-def]
    more = {} if given is None else {"given": given}
    return book.write(lambda connection: enrol(connection, people, BY, **more))


# --- what must not happen ------------------------------------------------------------------------------------------------


def test_whoever_is_on_the_roster_stays_though_a_later_file_does_not_name_them(book: Gradebook) -> None:
    put(book, ADA, BOB)
    assert put(book, BOB).absent == ("ada",)
    assert book.read(enrolled) == [ADA, BOB]


def test_what_a_later_file_says_nothing_of_is_kept(book: Gradebook) -> None:
    put(book, ADA)
    put(book, Person("ada", full_name="Ada King", email="king@example.org"), given=frozenset({"full_name", "email"}))
    assert book.read(enrolled) == [replace(ADA, full_name="Ada King", email="king@example.org")]


@pytest.mark.parametrize(
    "other",
    [
        Person("lovelace", email="ADA@example.org"),
        Person("lovelace", login="alove"),
        Person("lovelace", number="4711"),
        Person("ADA"),
    ],
    ids=["email", "login", "number", "capitals"],
)
def test_one_who_is_known_under_another_id_is_refused_and_nothing_is_written(book: Gradebook, other: Person) -> None:
    put(book, ADA)
    with pytest.raises(CourseError, match="would belong to 'ada' and"):
        put(book, BOB, other)
    assert book.read(enrolled) == [ADA]


def test_work_that_was_handed_in_before_is_the_same_students(book: Gradebook) -> None:
    book.accept([submission("ada")], when=NOON)
    put(book, ADA)
    assert book.read(lambda connection: connection.execute(select(students.c.name)).scalars().all()) == ["ada"]


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "aux", "LPT1.txt", "a?", "x.ipynb", " a", "a\n", "a\u202e", "y" * 101])
def test_what_cannot_be_a_folders_name_is_no_id(name: str) -> None:
    assert "cannot be a student's id" in id_trouble(name)


@pytest.mark.parametrize("name", ["ada", "Ada Lovelace", "ada@example.org", "O'Neil-Ruiz, José", "山田", "123", "console", "a.b"])
def test_what_can_be_a_folders_name_is_an_id(name: str) -> None:
    assert id_trouble(name) == ""


# --- what is kept --------------------------------------------------------------------------------------------------------


def test_everything_comes_back_as_it_was(book: Gradebook) -> None:
    done = put(book, BOB, ADA)
    assert done.new == ("bob", "ada")
    assert book.read(enrolled) == [ADA, BOB]


def test_an_import_says_who_is_new_changed_and_as_before(book: Gradebook) -> None:
    put(book, ADA, BOB)
    done = put(book, replace(ADA, section="B"), BOB, Person("cy"))
    assert (done.new, done.changed, done.same, done.absent) == (("cy",), ("ada",), ("bob",), ())


def test_every_change_is_in_the_log_without_a_name_in_its_words(book: Gradebook) -> None:
    put(book, ADA)
    put(book, replace(ADA, section="B", time_factor=2.0))
    said = [(line.verb, line.student, line.said) for line in book.read(lines)]
    assert said == [("roster", "", "1 student added"), ("roster", "ada", "section, time factor changed")]


def test_the_same_again_changes_nothing(book: Gradebook) -> None:
    put(book, ADA, BOB)
    before = book.read(lines)
    assert put(book, ADA, BOB).same == ("ada", "bob")
    assert book.read(lines) == before


def test_extensions_are_by_student_and_assignment(book: Gradebook) -> None:
    put(book, ADA)
    due = datetime(2026, 12, 1, tzinfo=UTC)
    row = {"student_id": 1, "slug": "01-step", "due": due, "reason": "ill"}
    book.write(lambda connection: connection.execute(insert(extensions).values(**row)))
    assert book.read(extended) == {("ada", "01-step"): due}
