"""What these tests share: the whole course as exported for otter, and the work that is handed in."""

import json
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.course.secret import Secret
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.secrets import load_or_create
from autograder.platforms.engine import Engine
from tests.platforms.otter.routes import export

SLUG = "01-gradient-step"
WRONG = (b"y - nn_output", b"nn_output - y")


@pytest.fixture(scope="session")
def instructor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of whoever exports and grades."""
    return tmp_path_factory.mktemp("instructor")


@pytest.fixture(scope="session")
def exported(root: Path, instructor: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `descent export otter` makes of the whole course."""
    target = tmp_path_factory.mktemp("exported") / "otter"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DESCENT_HOME", str(instructor))
        export(root, target)
    return target


@pytest.fixture(scope="session")
def archive(exported: Path) -> Path:
    """The autograder of the first assignment."""
    return exported / SLUG / "autograder" / f"{SLUG}-autograder.zip"


@pytest.fixture(scope="session")
def students(exported: Path) -> Path:
    """The folder that students of the first assignment get."""
    return exported / SLUG / "student"


@pytest.fixture(scope="session")
def secret(instructor: Path, exported: Path) -> Secret:
    """The secret that the exported zips hold."""
    return load_or_create(instructor)


@pytest.fixture(scope="session")
def engine(root: Path, secret: Secret) -> Iterator[Engine]:
    """The engine, which says what a submission is worth."""
    with Engine(root, secret) as engine:
        yield engine


@pytest.fixture(scope="session")
def marked(engine: Engine) -> Callable[[str, bytes], Report]:
    """The engine's report on a file."""
    return lambda name, content: engine.mark(Submission("ada", SLUG, name, content))


@pytest.fixture(scope="session")
def master(root: Path) -> bytes:
    """The right answers."""
    return (root / "solutions" / SLUG / "gradient.py").read_bytes()


@pytest.fixture(scope="session")
def slip(master: bytes) -> bytes:
    """The right answers but for the sign of the error."""
    return master.replace(*WRONG)


@pytest.fixture(scope="session")
def filled(students: Path) -> bytes:
    """The student's notebook with everything right but the sign of the error."""
    answers = {
        "h = None": "h = x @ w",
        "nn_output = None": "nn_output = sigmoid(h)",
        "error = None": "error = nn_output - y",
        "error_term = None": "error_term = error * nn_output * (1 - nn_output)",
        "del_w = None": "del_w = learnrate * error_term * x",
    }
    notebook = json.loads((students / "gradient.ipynb").read_bytes())
    for cell in notebook["cells"]:
        last = "".join(cell["source"]).rpartition("\n")[2]
        if last in answers:
            cell["source"] = [answers[last]]
    return json.dumps(notebook).encode()


@pytest.fixture(scope="session")
def otters_here() -> None:
    """Otter imported, with what its imports warn of."""
    with warnings.catch_warnings(action="ignore"):
        import otter.grade.utils
        import otter.run
        import otter.test_files  # noqa: F401
