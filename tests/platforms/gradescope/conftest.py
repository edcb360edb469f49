"""What these tests share: the zip as exported, unpacked as Gradescope does, and the work that is handed in."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course.secret import Secret
from autograder.marking.secrets import parse
from tests.platforms.gradescope.routes import Place, unpacked

SLUG = "01-gradient-step"


@pytest.fixture(scope="session")
def gradescope(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Place]:
    """A folder laid out as Gradescope's for the options of an export, made once. Only what Gradescope makes anew may be changed."""
    made: dict[tuple[str, ...], Place] = {}

    def place(*options: str) -> Place:
        if options not in made:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("DESCENT_HOME", str(tmp_path_factory.mktemp("instructor")))
                made[options] = unpacked(tmp_path_factory.mktemp("gradescope"), root, SLUG, *options)
        return made[options]

    return place


@pytest.fixture
def place(gradescope: Callable[..., Place]) -> Place:
    """The folder for an export without options."""
    return gradescope()


@pytest.fixture
def own(place: Place, tmp_path: Path) -> Place:
    """A folder of the test's own, in which anything may be broken."""
    return Place(Path(shutil.copytree(place.base, tmp_path / "autograder", symlinks=True)))


@pytest.fixture
def secret(place: Place) -> Secret:
    """The secret in the zip."""
    return parse((place.base / "source" / "descent" / "secret").read_text())


@pytest.fixture(scope="session")
def master(root: Path) -> bytes:
    """The right answers."""
    return (root / "solutions" / SLUG / "gradient.py").read_bytes()


@pytest.fixture(scope="session")
def slip(master: bytes) -> bytes:
    """The right answers but for the sign of the error."""
    return master.replace(b"y - nn_output", b"nn_output - y")
