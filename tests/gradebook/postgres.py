"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, by a user who may do little, gone with the tests.

Where it is not installed the tests that need it are skipped; where the environment says CI they fail.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

PLACES = Path("/usr/lib/postgresql")  # Debian's, by version
USERS = ("postgres", "nobody")  # PostgreSQL refuses root
QUICK = (
    "-c",
    "fsync=off",
    "-c",
    "full_page_writes=off",
    "-c",
    "shared_buffers=16MB",
    "-c",
    "autovacuum=off",
    "-c",
    "max_connections=60",
)
# The server goes when whoever started this shell says so, or dies: then `read` ends.
KEEPER = '"$@" & server=$!; read -r _; kill -INT "$server"; wait "$server"'


def absent() -> str:
    """What is not installed, in a sentence; "" where all is."""
    if find_spec("psycopg") is None:
        return "PostgreSQL's Python package is not installed here. Install it: pip install 'psycopg[binary]'"
    return "" if _programs() else "PostgreSQL is not installed here. On Debian and Ubuntu: apt install postgresql"


def required() -> None:
    """Skip the test where PostgreSQL is not installed, or fail it in CI, which has to have it."""
    if said := absent():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(said)


@dataclass
class Server:
    """A running server. Each database is new; copies of one that is made already are quick."""

    folder: Path
    user: str
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, name: str) -> str:
        """The URL of a database."""
        return f"postgresql+psycopg://{self.user}@/{name}?host={self.folder}"

    def database(self, like: str = "template1") -> str:
        """The URL of a new database."""
        name = f"test{next(self.numbers)}"
        self._do(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return self.url(name)

    def gradebook(self) -> str:
        """The URL of a new database with a gradebook's tables in it."""
        from autograder.gradebook.store import Gradebook

        if not self._do("SELECT 1 FROM pg_database WHERE datname = 'gradebook'"):
            self._do("CREATE DATABASE gradebook")
            Gradebook.open(self.url("gradebook")).close()
        return self.database("gradebook")

    def _do(self, statement: str) -> list[object]:
        import psycopg

        with psycopg.connect(host=str(self.folder), user=self.user, dbname="postgres", autocommit=True) as connection:
            cursor = connection.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []


@contextmanager
def running() -> Iterator[Server]:
    """A server, from its making to its end."""
    programs = _programs()
    assert programs is not None
    switch = _switch()
    folder = Path(tempfile.mkdtemp(prefix="descent-pg-"))  # short: a socket's path is at most 107 bytes long
    try:
        if switch:
            shutil.chown(folder, switch["user"], switch["group"])
        data = folder / "data"
        made = [
            programs / "initdb",
            "-D",
            data,
            "--auth=trust",
            "--username=descent",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]
        subprocess.run(list(map(str, made)), check=True, stdout=subprocess.DEVNULL, cwd=folder, **switch)
        served = [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", *QUICK]
        with (folder / "said").open("w") as said:
            keeper = subprocess.Popen(
                ["/bin/sh", "-c", KEEPER, "sh", *map(str, served)],
                stdin=subprocess.PIPE, stdout=said, stderr=said, cwd=folder, **switch,
            )  # fmt: skip
        try:
            ready = [str(programs / "pg_isready"), "-q", "-h", str(folder), "-t", "1"]
            while subprocess.run(ready, check=False).returncode:
                assert keeper.poll() is None, (folder / "said").read_text()
            yield Server(folder, "descent")
        finally:
            keeper.communicate(b"end\n")
    finally:
        shutil.rmtree(folder)


def _programs() -> Path | None:
    """The folder with the newest version's programs."""
    versions = [path.parent for path in PLACES.glob("*/bin/initdb")]
    found = shutil.which("initdb")
    return (
        max(versions, key=lambda path: int(path.parent.name.partition(".")[0])) if versions else Path(found).parent if found else None
    )


def _switch() -> dict[str, object]:
    """As whom to run it: as the user who runs the tests, unless that is root."""
    import pwd

    if os.geteuid():
        return {}
    names = {one.pw_name: one for one in pwd.getpwall()}
    user = next(names[name] for name in USERS if name in names)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
