"""What drivers say becomes sentences, and a password stays hidden."""

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from autograder.gradebook.trouble import GradebookError, name, told

URL = make_url("postgresql+psycopg://ada:secret@host/grades")

SAID = {
    "full": ("database or disk is full", "cannot be written: the disk is full"),
    "broken-disk": ("disk I/O error", "the disk reports an error"),
    "locked": ("database is locked", "in use by another program"),
    "unreachable": ("connection refused\n  by host", "cannot be reached: connection refused by host. Check that the database runs"),
}


@pytest.mark.parametrize(("said", "sentence"), SAID.values(), ids=SAID)
def test_what_a_driver_says_becomes_a_sentence(said: str, sentence: str) -> None:
    with pytest.raises(GradebookError, match=sentence) as caught, told(URL):
        raise OperationalError("SELECT 1", {}, Exception(said))
    assert str(caught.value).startswith("The gradebook 'postgresql+psycopg://ada:***@host/grades' ")


def test_what_is_not_known_is_passed_on_in_the_drivers_words() -> None:
    with pytest.raises(GradebookError, match="could not be read or written: out of cheese"), told(URL):
        raise DatabaseError("SELECT 1", {}, Exception("out of cheese"))


def test_the_password_the_statement_and_its_values_are_not_told() -> None:
    with pytest.raises(GradebookError) as caught, told(URL):
        raise OperationalError("INSERT INTO students", {"name": "ada lovelace"}, Exception("gone"))
    assert not any(word in str(caught.value) for word in ("secret", "INSERT", "lovelace"))


def test_a_bug_of_ours_stays_a_bug() -> None:
    with pytest.raises(ZeroDivisionError), told(URL):
        _ = 1 / 0


@pytest.mark.parametrize(
    ("url", "called"),
    [("sqlite:////data/g.db", "'/data/g.db'"), ("sqlite://", "in memory"), ("mysql://u:p@h/d", "'mysql://u:***@h/d'")],
)
def test_a_gradebook_is_called_by_its_file_or_its_url(url: str, called: str) -> None:
    assert name(make_url(url)) == called
