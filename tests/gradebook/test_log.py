"""The log says who changed what, and when, in the order in which it was done."""

from datetime import UTC, datetime, timedelta

import pytest

from autograder.gradebook.log import By, Line, lines, note
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import added, number

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_nothing_was_changed_at_first(book: Gradebook) -> None:
    assert book.read(lines) == []


def test_lines_are_of_one_student_or_of_nobody_alone(book: Gradebook) -> None:
    ada, bob = (book.write(lambda connection, name=name: added(connection, name)) for name in ("ada", "bob"))
    for student, said in ((ada, "first"), (None, "second"), (bob, "third"), (ada, "fourth")):
        by = By("grace", NOON - timedelta(hours=len(said)))  # clocks may go back: the order is that of writing
        book.write(lambda connection, by=by, said=said, student=student: note(connection, by, "try", said, student=student, slug="01"))
    found = book.read(lines)
    assert [(one.student, one.said) for one in found] == [("ada", "first"), ("", "second"), ("bob", "third"), ("ada", "fourth")]
    assert found[1] == Line(NOON - timedelta(hours=6), "grace", "try", "", "01", "second")
    of_ada = book.read(lambda connection: lines(connection, number(connection, "ada")))
    assert [one.said for one in of_ada] == ["first", "fourth"]


def test_what_is_not_kept_leaves_no_line(book: Gradebook) -> None:
    def work(connection: object) -> None:
        note(connection, By("grace", NOON), "try", "something")  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        book.write(work)
    assert book.read(lines) == []
