"""How is a database reached, whatever its kind?

Any SQLAlchemy URL works. What SQLite and PostgreSQL need to be safe is in one place here: of SQLite a write-ahead log synced at every
commit and foreign keys; of both, patience with other writers, and transactions that take the write lock at their start.
"""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from autograder.gradebook.trouble import VARIABLE, GradebookError

PATIENCE_SECONDS = 30.0  # how long a writer waits for another one
WRITES = "descent_writes"  # the execution option of transactions that will write
SNAPSHOT = {"postgresql": {"isolation_level": "REPEATABLE READ"}}  # what makes several queries see one moment; SQLite's do
WRITERS = 0x64657363656E74  # the PostgreSQL lock that whoever writes takes first


def sqlite_url(path: Path) -> str:
    """The URL of a gradebook in this file, with what is odd in its path quoted."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def parsed(url: str) -> URL:
    """A database URL, read.

    Raises:
        GradebookError: it is not one. It is not repeated in the message, for it may hold a password.
    """
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise GradebookError(
            f"{VARIABLE} is not the URL of a database. Expected something like sqlite:////home/ada/gradebook.db or "
            "postgresql+psycopg://user:password@host/name."
        ) from None


def engine_for(url: URL) -> Engine:
    """An engine for this URL; SQLite's gets its habits.

    Raises:
        GradebookError: the kind of database is unknown or its driver is not installed.
    """
    try:
        engine = create_engine(url)
    except NoSuchModuleError:
        raise GradebookError(f"{VARIABLE} names '{url.drivername}', which is no kind of database that is known here.") from None
    except ModuleNotFoundError as error:
        raise GradebookError(
            f"A gradebook at '{url.drivername}' needs the Python package {error.name}. Install it, or use SQLite."
        ) from None
    if engine.dialect.name == "sqlite":
        if url.database and url.database != ":memory:" and not url.query:
            _make_private(url.database)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _queue)
    return engine


def _make_private(path: str) -> None:
    """Create the file so that only its owner reads the grades; one that cannot be created is told of when it is opened."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        return


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins no transaction by itself: `_begin` does
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000:.0f}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    _keep_log(cursor)
    cursor.close()


def _keep_log(cursor: Any) -> None:
    """Switch to the write-ahead log. SQLite does not wait here for another process that switches too, so we do."""
    until = time.monotonic() + PATIENCE_SECONDS
    while cursor.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
        try:
            if cursor.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "delete":
                return  # a file system without shared memory: safe without the log too, only slower
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    """A writer takes the lock before it reads, so that two writers wait for each other instead of failing half-way."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def overwritten(engine: Engine) -> bool:
    """Write SQLite's file anew with nothing in it that was deleted, and empty its log; False where another process is in the way.

    Other kinds of database do so by themselves, in time.
    """
    if engine.dialect.name != "sqlite":
        return True
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.close()
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return not busy


def _queue(connection: Connection) -> None:
    """PostgreSQL's writers wait for each other as SQLite's do, so that what one has read is so when it writes."""
    if connection.get_execution_options().get(WRITES, False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE_SECONDS * 1000:.0f}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
