"""Each test of the gradebook is one on SQLite and one on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.store import Gradebook
from tests.gradebook import postgres

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """PostgreSQL, for all tests of this process."""
    postgres.required()
    with postgres.running() as running:
        yield running


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a gradebook that nobody has opened, or with its tables in it: nobody can tell."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "gradebook.db")
    server: postgres.Server = request.getfixturevalue("server")
    return server.gradebook()


@pytest.fixture(params=KINDS)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database with nothing in it."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "gradebook.db")
    server: postgres.Server = request.getfixturevalue("server")
    return server.database()


@pytest.fixture
def book(url: str) -> Iterator[Gradebook]:
    """An open gradebook with nothing in it."""
    with Gradebook.open(url) as opened:
        yield opened


@pytest.fixture(params=KINDS)
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """The URL of a new gradebook each time, for properties, which try many."""
    if request.param == "sqlite":
        return lambda: sqlite_url(tmp_path_factory.mktemp("fresh") / "gradebook.db")
    server: postgres.Server = request.getfixturevalue("server")
    return server.gradebook
