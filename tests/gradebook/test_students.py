"""Who is meant by a name: nobody is guessed."""

import pytest

from autograder.errors import UsageError
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import UnknownStudentError, added, number
from tests.gradebook.classroom import hand_in


def test_who_is_known_has_a_number(book: Gradebook) -> None:
    hand_in(book, "ada", -1)
    assert book.read(lambda connection: number(connection, "ada")) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("amda", "nobody called 'amda'. Did you mean 'amada' or 'amanda'"),
        ("AMANDA", "Did you mean 'amanda'"),
        ("xxx", "of 2 known nobody is called like that. Students are known from their work and from the roster"),
        ("a\x1b[31m", r"nobody called 'a\x1b[31m'"),
        ("nul\0", "nobody called"),
    ],
)
def test_who_is_not_known_is_not_guessed(book: Gradebook, name: str, said: str) -> None:
    for student in ("amanda", "amada"):
        hand_in(book, student, -1)
    with pytest.raises(UnknownStudentError) as caught:
        book.read(lambda connection: number(connection, name))
    assert said in str(caught.value)


def test_who_is_new_is_made_known_once(book: Gradebook) -> None:
    first = book.write(lambda connection: added(connection, "ada"))
    assert book.write(lambda connection: added(connection, "ada")) == first
    assert book.write(lambda connection: added(connection, "bob")) != first


@pytest.mark.parametrize("name", ["", "x" * 256, "nul\0", "caf\udce9"])
def test_what_cannot_be_a_name_is_nobodys(book: Gradebook, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be a student's name: expected 1 to 255 characters of text"):
        book.write(lambda connection: added(connection, name))
