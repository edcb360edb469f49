"""Are the gradebook's tables those that this program knows, and if not, what is to be done?

The question is answered with one small query. Alembic, slow to import, is loaded only where there is something to migrate.
"""

import re
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from autograder.gradebook.connect import WRITES
from autograder.gradebook.trouble import NewerGradebookError, name

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "alembic_version"


def known() -> tuple[str, ...]:
    """The revisions that this program has a migration for, oldest first: the numbers that their files begin with."""
    return tuple(sorted(path.name[:4] for path in (MIGRATIONS / "versions").iterdir() if re.match(r"\d{4}_\w+\.py$", path.name)))


def ensure(engine: Engine) -> None:
    """Bring the tables up to date, or create them, if they are not. Safe when several processes do so at once.

    Raises:
        NewerGradebookError: they were made by a newer version of this program.
    """
    revisions = known()
    with engine.connect() as connection:
        current = revision(connection)
    if current == revisions[-1]:
        return
    if current is not None and current not in revisions:
        raise NewerGradebookError(
            f"The gradebook {name(engine.url)} was written by a newer version of descent (its tables are at revision {current}, "
            f"known here is {revisions[-1]}). Update descent, or name another gradebook."
        )
    try:
        _migrate(engine, revisions[-1])
    except DBAPIError:
        with engine.connect() as connection:  # another process may have been first
            if revision(connection) != revisions[-1]:
                raise


def revision(connection: Connection) -> str | None:
    """The revision that the tables are at; None for a new database."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608  # our own constant
    return None if found is None else str(found)


def _migrate(engine: Engine, head: str) -> None:
    """Run the migrations in one transaction: a crash in the middle leaves what was there before."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, head)
