"""PostgreSQL is reached or it is told why not, its writers do not wait for ever, and where it is absent nobody is fooled."""

from collections.abc import Iterator

import pytest

from autograder.gradebook import connect
from autograder.gradebook.store import Gradebook
from autograder.gradebook.trouble import GradebookError
from tests.gradebook import postgres
from tests.gradebook.making import MORNING, submission


@pytest.fixture
def shared(server: postgres.Server) -> Iterator[tuple[Gradebook, Gradebook]]:
    """One gradebook, opened twice."""
    url = server.gradebook()
    with Gradebook.open(url) as one, Gradebook.open(url) as other:
        yield one, other


# --- where it is not installed -----------------------------------------------------------------------------------------------


def test_where_it_is_absent_tests_are_skipped_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "absent", lambda: "PostgreSQL is not installed here.")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="PostgreSQL is not installed here"):
        postgres.required()


def test_in_ci_nothing_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "absent", lambda: "PostgreSQL is not installed here.")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="PostgreSQL is not installed here"):
        postgres.required()


def test_what_is_missing_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_programs", lambda: None)
    monkeypatch.setattr(postgres, "find_spec", lambda name: object())
    assert postgres.absent().endswith("apt install postgresql")
    monkeypatch.setattr(postgres, "find_spec", lambda name: None)
    assert postgres.absent().endswith("pip install 'psycopg[binary]'")


# --- where it is ---------------------------------------------------------------------------------------------------------------


def test_a_server_that_is_not_there_is_told_of(server: postgres.Server) -> None:
    with pytest.raises(GradebookError, match=r"cannot be reached: .*Check that the database runs and that DESCENT_DATABASE_URL"):
        Gradebook.open(f"postgresql+psycopg://descent@/gradebook?host={server.folder / 'nowhere'}")


def test_a_writer_that_another_holds_up_too_long_says_so_and_has_stored_nothing(
    shared: tuple[Gradebook, Gradebook], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = shared
    monkeypatch.setattr(connect, "PATIENCE_SECONDS", 0.2)

    def slow(_: object) -> None:
        with pytest.raises(GradebookError, match="is in use by another program that does not let go of it"):
            other.accept([submission()], when=MORNING)
        assert other.pending() == [], "reading goes on meanwhile"

    one.write(slow)
    assert len(other.accept([submission()], when=MORNING)) == 1
