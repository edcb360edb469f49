"""A gradebook is reached by any URL; one that cannot be is told of in a sentence that says what to do."""

import sqlite3
import stat
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url

from autograder.gradebook import connect
from autograder.gradebook.connect import engine_for, parsed, sqlite_url
from autograder.gradebook.store import Gradebook
from autograder.gradebook.trouble import GradebookError
from tests.gradebook.making import MORNING, submission


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gradebook.db"


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "50%25.db", "ü#1.db", "gradebook.db"])
def test_any_path_makes_a_url_that_leads_back_to_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert make_url(sqlite_url(path)).database == str(path)
    Gradebook.open(sqlite_url(path)).close()
    assert path.is_file()


def test_what_is_no_url_is_refused_without_repeating_it() -> None:
    with pytest.raises(GradebookError, match=r"is not the URL of a database. Expected something like sqlite:") as caught:
        Gradebook.open("my-secret-password@host")
    assert "secret" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_an_unknown_kind_of_database_is_named() -> None:
    with pytest.raises(GradebookError, match="names 'abacus', which is no kind of database"):
        Gradebook.open("abacus://host/db")


def test_a_driver_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg2", None)
    with pytest.raises(GradebookError, match=r"needs the Python package psycopg2. Install it, or use SQLite"):
        Gradebook.open("postgresql+psycopg2://user:secret@host/db")


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(GradebookError, match=r"nowhere.gradebook\.db' cannot be opened. Check that its folder is there"):
        Gradebook.open(sqlite_url(tmp_path / "nowhere" / "gradebook.db"))


def test_a_file_of_another_kind_is_refused_and_left_as_it_is(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 100)
    with pytest.raises(GradebookError, match=r"is not a database. Move it away"):
        Gradebook.open(sqlite_url(path))
    assert path.read_bytes() == b"Dear diary, " * 100


def test_a_damaged_file_is_told_of(path: Path) -> None:
    Gradebook.open(sqlite_url(path)).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(GradebookError, match=r"is damaged. Put back a copy"), Gradebook.open(sqlite_url(path)) as book:
        book.accept([submission()], when=MORNING)


def test_one_that_may_only_be_read_says_so(path: Path) -> None:
    Gradebook.open(sqlite_url(path)).close()
    with (
        Gradebook.open(f"sqlite:///file:{path}?mode=ro&uri=true") as book,
        pytest.raises(GradebookError, match="may be read but not written"),
    ):
        book.accept([submission()], when=MORNING)


def test_one_that_another_program_holds_is_told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Gradebook.open(sqlite_url(path)).close()
    monkeypatch.setattr(connect, "PATIENCE_SECONDS", 0.01)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Gradebook.open(sqlite_url(path)) as book:
        with pytest.raises(GradebookError, match="is in use by another program"):
            book.accept([submission()], when=MORNING)
        assert book.pending() == [], "reading goes on meanwhile"
        holder.execute("ROLLBACK")
        assert len(book.accept([submission()], when=MORNING)) == 1
    holder.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_a_new_file_is_its_owners_alone(path: Path) -> None:
    Gradebook.open(sqlite_url(path)).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_sqlite_keeps_a_synced_log_and_its_foreign_keys(path: Path) -> None:
    engine = engine_for(parsed(sqlite_url(path)))
    with engine.connect() as connection:
        kept = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    engine.dispose()
    assert kept == ["wal", 2, 1, 30000]


class BusyCursor:
    """A cursor whose database is locked for the first few times that one asks for the log."""

    def __init__(self, times: int, words: str = "database is locked") -> None:
        self.times, self.words, self.mode = times, words, "delete"

    def execute(self, statement: str) -> "BusyCursor":
        if statement == "PRAGMA journal_mode = WAL":
            self.times -= 1
            if self.times >= 0:
                raise sqlite3.OperationalError(self.words)
            self.mode = "wal"
        return self

    def fetchone(self) -> tuple[str]:
        return (self.mode,)


def test_the_log_is_asked_for_until_another_process_has_made_way() -> None:
    cursor = BusyCursor(3)
    connect._keep_log(cursor)
    assert cursor.mode == "wal"


def test_one_that_never_makes_way_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        connect._keep_log(BusyCursor(1_000_000))


def test_another_trouble_with_the_log_is_not_waited_out() -> None:
    with pytest.raises(sqlite3.OperationalError, match="disk"):
        connect._keep_log(BusyCursor(1, "disk I/O error"))
