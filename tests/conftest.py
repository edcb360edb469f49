"""What every test gets: a home folder of its own, and no colour or database of the person who runs the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--record` writes the golden reports of tests/submissions/ anew."""
    parser.addoption("--record", action="store_true", help="write the golden reports anew instead of comparing with them")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """DESCENT_HOME of this test alone; nothing of the person's own settings reaches it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DESCENT_DATABASE_URL", "NO_COLOR", "FORCE_COLOR"):
            patch.delenv(name, raising=False)
        patch.setenv("DESCENT_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder, which is the course's too."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def weak(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workers that grade find no bubblewrap and are not root: a machine that isolates too little."""
    lines = [
        "import os, runpy",
        "from autograder.sandbox import isolation",
        "isolation.find_bubblewrap, os.geteuid = lambda: None, lambda: 1000",
        "runpy.run_module('autograder.marking.worker', run_name='__main__')",
    ]
    monkeypatch.setattr("autograder.marking.pool.WORKER", ("-P", "-c", "\n".join(lines)))
