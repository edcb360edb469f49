"""The tables are made, checked and brought up to date, whoever comes first, and a newer gradebook is left alone."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, inspect, select, text, update
from sqlalchemy.exc import OperationalError

from autograder.gradebook import schema
from autograder.gradebook.connect import engine_for, parsed
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import attempts, metadata, submissions
from autograder.gradebook.trouble import GradebookError, NewerGradebookError
from tests.gradebook.making import MORNING, SLUG, submission

OPEN = """
import sys
from autograder.gradebook.store import Gradebook
print("ready", flush=True)
sys.stdin.readline()
with Gradebook.open(sys.argv[1]) as book:
    print(len(book.pending()), "alembic" in sys.modules)
"""


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """The database, behind the gradebook's back."""
    engine = engine_for(parsed(url))
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def tables(url: str) -> list[str]:
    with connected(url) as connection:
        return sorted(inspect(connection).get_table_names())


def downgrade(url: str, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    with connected(url) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def opened_at_once(url: str, processes: int, root: Path) -> list[tuple[int, str, str]]:
    """Exit code, output and errors of so many processes that open the gradebook at the same moment."""
    command = [sys.executable, "-c", OPEN, url]
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    started = [subprocess.Popen(command, text=True, cwd=root, **pipes) for _ in range(processes)]
    for process in started:
        assert process.stdout.readline() == "ready\n"
    for process in started:
        process.stdin.write("go\n")
        process.stdin.flush()
    ended = [process.communicate() for process in started]
    return [(process.returncode, out, err) for process, (out, err) in zip(started, ended, strict=True)]


def test_several_processes_that_open_a_new_gradebook_at_once_all_succeed(empty: str, root: Path) -> None:
    for code, out, err in opened_at_once(empty, 6, root):
        assert (code, out.split()[0], err) == (0, "0", "")


def test_where_another_process_was_first_its_tables_are_taken(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate = schema._migrate

    def overtaken(engine: Engine, head: str) -> None:
        migrate(engine, head)
        raise OperationalError("CREATE TABLE", {}, Exception("table students already exists"))

    monkeypatch.setattr(schema, "_migrate", overtaken)
    with Gradebook.open(empty) as book:
        assert book.pending() == []


def test_a_gradebook_that_is_up_to_date_is_opened_without_alembic(url: str, root: Path) -> None:
    Gradebook.open(url).close()
    assert opened_at_once(url, 1, root) == [(0, "0 False\n", "")]


def test_the_migrations_make_the_tables_that_are_defined(empty: str) -> None:
    engine = engine_for(parsed(empty))
    schema.ensure(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        named = {constraint["name"] for constraint in inspect(connection).get_unique_constraints("submissions")}
    engine.dispose()
    assert named == {"uq_submissions_student_id"}


def test_the_revisions_known_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert schema.known() == tuple(sorted(one.revision for one in script.walk_revisions()))
    assert script.get_heads() == [schema.known()[-1]]


def test_a_gradebook_of_a_newer_version_is_refused_and_left_as_it_is(url: str) -> None:
    def say(revision: str) -> None:
        with connected(url) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})

    with Gradebook.open(url) as book:
        book.accept([submission()], when=MORNING)
    say("9999")
    with pytest.raises(NewerGradebookError, match=r"newer version of descent .*revision 9999.*Update descent"):
        Gradebook.open(url)
    say(schema.known()[-1])
    with Gradebook.open(url) as book:
        assert book.latest("ada", SLUG) is not None


def test_a_migration_that_is_cut_short_leaves_nothing_behind(empty: str) -> None:
    engine = engine_for(parsed(empty))

    @event.listens_for(engine, "before_cursor_execute")
    def cut(_c: object, _u: object, statement: str, *_rest: object) -> None:
        if "CREATE TABLE reports" in statement:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        schema.ensure(engine)
    engine.dispose()
    assert tables(empty) == []
    Gradebook.open(empty).close()
    assert "reports" in tables(empty)


def test_somebody_elses_database_is_not_touched(empty: str) -> None:
    with connected(empty) as connection:
        connection.execute(text("CREATE TABLE students (shoe_size integer)"))
    with pytest.raises(GradebookError, match="holds tables that are not a gradebook's"):
        Gradebook.open(empty)
    assert tables(empty) == ["students"]


def test_the_migrations_can_be_undone(url: str) -> None:
    Gradebook.open(url).close()
    downgrade(url, "base")
    assert tables(url) == ["alembic_version"]


def test_what_was_handed_in_before_there_were_attempts_was_one(url: str) -> None:
    with Gradebook.open(url) as book:
        book.accept([submission()], when=MORNING)
    downgrade(url, "0001")
    later = datetime(2026, 11, 20, 18, tzinfo=UTC)
    with connected(url) as connection:
        connection.execute(update(submissions).values(last_handed_in=later))
    with Gradebook.open(url) as book:
        query = select(attempts.c.submission_id, attempts.c.handed_in).order_by(attempts.c.handed_in)
        found = book.read(lambda connection: connection.execute(query).all())
    assert [tuple(row) for row in found] == [(1, MORNING), (1, later)]
