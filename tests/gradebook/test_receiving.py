"""A receipt's facts are those of each hand-in that is kept."""

import hashlib
from datetime import timedelta

import pytest

from autograder.gradebook.receiving import Received, received
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import UnknownStudentError
from tests.gradebook.classroom import DUE, OTHER, SLUG, hand_in


def found(book: Gradebook, student: str | None = None, slug: str | None = None) -> list[tuple[str, str, float]]:
    """Who handed in what, and how many hours after it was due."""
    rows = book.read(lambda connection: received(connection, student, slug))
    return [(one.student, one.slug, (one.handed_in - DUE) / timedelta(hours=1)) for one in rows]


@pytest.fixture
def kept(book: Gradebook) -> Gradebook:
    """ada handed in twice for one assignment and once for another, ben once."""
    hand_in(book, "ben", -3, text="of ben")
    hand_in(book, "ada", 2, text="second")
    hand_in(book, "ada", -2, text="first")
    hand_in(book, "ada", 1, slug=OTHER)
    return book


def test_it_is_said_what_was_received_byte_for_byte(kept: Gradebook) -> None:
    (one,) = kept.read(lambda connection: received(connection, "ben"))
    digest = f"sha256:{hashlib.sha256(b'of ben').hexdigest()}"
    assert one == Received("ben", SLUG, "gradient.py", 6, digest, DUE - timedelta(hours=3))


def test_each_hand_in_is_received_of_all_or_one_student_for_all_or_one_assignment(kept: Gradebook) -> None:
    of_ada = [("ada", SLUG, -2), ("ada", SLUG, 2), ("ada", OTHER, 1)]
    assert found(kept) == [*of_ada, ("ben", SLUG, -3)]
    assert found(kept, "ada") == of_ada
    assert found(kept, "ada", OTHER) == of_ada[2:]
    assert found(kept, None, OTHER) == of_ada[2:]
    assert found(kept, "ben", OTHER) == []


def test_the_same_bytes_twice_are_received_twice(book: Gradebook) -> None:
    for hours in (-1, 1):
        hand_in(book, "ada", hours, text="again")
    assert found(book) == [("ada", SLUG, -1), ("ada", SLUG, 1)]


def test_who_is_not_known_is_told_so(kept: Gradebook) -> None:
    with pytest.raises(UnknownStudentError):
        found(kept, "cy")
