"""What was handed in for an assignment, and the folder that the hostile ones write to."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.platforms.nbgrader.routes import released
from tests.platforms.parity.handed_in import USUAL, HandedIn, handed_in

ALL = os.environ.get("DESCENT_PARITY") == "all"
Class = Callable[[str], list[HandedIn]]


@pytest.fixture(scope="session")
def traces() -> Iterator[Path]:
    """A folder that anybody may write to, the sandbox's users too, at a place that is the same for all routes."""
    folder = Path(tempfile.mkdtemp(prefix="descent-traces-"))  # pytest's own folders are closed to others
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def everybody(root: Path, traces: Path) -> Class:
    """All that was handed in for an assignment."""

    def handed_out(slug: str) -> bytes:
        (path,) = (released(root, slug) / "release" / slug).glob("*.ipynb")
        return path.read_bytes()

    def of(slug: str) -> list[HandedIn]:
        return handed_in(root, slug, handed_out, str(traces))

    return of


@pytest.fixture(scope="session")
def some(everybody: Class) -> Class:
    """What the real tools are given: everything with DESCENT_PARITY=all, as `make parity` sets it, else what `USUAL` names."""

    def of(slug: str) -> list[HandedIn]:
        return [one for one in everybody(slug) if ALL or one.student in USUAL[slug]]

    return of
