"""The tables are made, checked and brought up to date, whoever comes first, and a newer gradebook is left alone."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, inspect, text
from sqlalchemy.exc import OperationalError

from autograder.gradebook import schema
from autograder.gradebook.connect import engine_for, parsed, sqlite_url
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import metadata
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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gradebook.db"


def opened_at_once(path: Path, processes: int, root: Path) -> list[tuple[int, str, str]]:
    """Exit code, output and errors of so many processes that open the gradebook at the same moment."""
    command = [sys.executable, "-c", OPEN, sqlite_url(path)]
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    started = [subprocess.Popen(command, text=True, cwd=root, **pipes) for _ in range(processes)]
    for process in started:
        assert process.stdout.readline() == "ready\n"
    for process in started:
        process.stdin.write("go\n")
        process.stdin.flush()
    ended = [process.communicate() for process in started]
    return [(process.returncode, out, err) for process, (out, err) in zip(started, ended, strict=True)]


def test_several_processes_that_open_a_new_gradebook_at_once_all_succeed(path: Path, root: Path) -> None:
    for code, out, err in opened_at_once(path, 6, root):
        assert (code, out.split()[0], err) == (0, "0", "")


def test_where_another_process_was_first_its_tables_are_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate = schema._migrate

    def overtaken(engine: Engine, head: str) -> None:
        migrate(engine, head)
        raise OperationalError("CREATE TABLE", {}, Exception("table students already exists"))

    monkeypatch.setattr(schema, "_migrate", overtaken)
    with Gradebook.open(sqlite_url(path)) as book:
        assert book.pending() == []


def test_a_gradebook_that_is_up_to_date_is_opened_without_alembic(path: Path, root: Path) -> None:
    Gradebook.open(sqlite_url(path)).close()
    assert opened_at_once(path, 1, root) == [(0, "0 False\n", "")]


def test_the_migrations_make_the_tables_that_are_defined(path: Path) -> None:
    engine = engine_for(parsed(sqlite_url(path)))
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


def test_a_gradebook_of_a_newer_version_is_refused_and_left_as_it_is(path: Path) -> None:
    url = sqlite_url(path)
    with Gradebook.open(url) as book:
        book.accept([submission()], when=MORNING)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerGradebookError, match=r"newer version of descent .*revision 9999.*Update descent"):
        Gradebook.open(url)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [schema.known()[-1]])
    connection.close()
    with Gradebook.open(url) as book:
        assert book.latest("ada", SLUG) is not None


def test_a_migration_that_is_cut_short_leaves_nothing_behind(path: Path) -> None:
    url = sqlite_url(path)
    engine = engine_for(parsed(url))

    @event.listens_for(engine, "before_cursor_execute")
    def cut(_c: object, _u: object, statement: str, *_rest: object) -> None:
        if "CREATE TABLE reports" in statement:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        schema.ensure(engine)
    engine.dispose()
    assert _tables(path) == []
    Gradebook.open(url).close()
    assert "reports" in _tables(path)


def test_somebody_elses_database_is_not_touched(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE students (shoe_size)")
    connection.close()
    with pytest.raises(GradebookError, match="holds tables that are not a gradebook's"):
        Gradebook.open(sqlite_url(path))
    assert _tables(path) == ["students"]


def test_the_migrations_can_be_undone(path: Path) -> None:
    from alembic import command

    Gradebook.open(sqlite_url(path)).close()
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    engine = engine_for(parsed(sqlite_url(path)))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    engine.dispose()
    assert _tables(path) == ["alembic_version"]


def _tables(path: Path) -> list[str]:
    engine: Engine = create_engine(sqlite_url(path))
    found = sorted(inspect(engine).get_table_names())
    engine.dispose()
    return found


def test_what_was_handed_in_before_there_were_attempts_was_one(path: Path) -> None:
    url = sqlite_url(path)
    with Gradebook.open(url) as book:
        book.accept([submission()], when=MORNING)
    engine = engine_for(parsed(url))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(schema.MIGRATIONS))
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        connection.execute(text("UPDATE submissions SET last_handed_in = '2026-11-20 18:00:00.000000'"))
    engine.dispose()
    Gradebook.open(url).close()
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT submission_id, handed_in, file FROM attempts ORDER BY handed_in").fetchall()
    assert [row[0] for row in found] == [1, 1]
    assert found[1][1].startswith("2026-11-20 18:00")
