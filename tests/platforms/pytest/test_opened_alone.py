"""A notebook that was opened alone, as on Google Colab: its first code cell brings `check`, and to a grader it is nothing."""

import os
import shutil
from pathlib import Path

import nbformat
import pytest

from autograder.building.notebook import notebook
from autograder.course.secret import Secret
from autograder.grading.submission import Submission
from autograder.platforms.engine import Engine
from tests.platforms.pytest.conftest import SLUG, filled

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")

HIDDEN = """
import pathlib, sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name == "autograder" and not pathlib.Path(__file__).with_name("installed").exists():
            raise ModuleNotFoundError("No module named 'autograder'", name=name)

sys.meta_path.insert(0, Hidden())
"""
PIP = """
import pathlib, sys
pathlib.Path(__file__).parent.with_name("installed").write_text(" ".join(sys.argv[1:]))
"""


@pytest.fixture
def colab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kernel's world in which the package is not installed, and `pip` brings it; without a network."""
    world = tmp_path / "world"
    (world / "pip").mkdir(parents=True)
    (world / "sitecustomize.py").write_text(HIDDEN, encoding="utf-8")
    (world / "pip" / "__init__.py").touch()
    (world / "pip" / "__main__.py").write_text(PIP, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(world))
    for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return world


def test_the_first_cell_installs_what_is_missing_and_check_works(root: Path, colab: Path, tmp_path: Path) -> None:
    alone = tmp_path / "content"
    alone.mkdir()
    path = filled(root, alone / "gradient.ipynb", nn_output="sigmoid_prime(h)")
    made = nbformat.read(path, as_version=4)
    made.cells += [nbformat.v4.new_code_cell(f'check("{name}")') for name in ("h", "nn_output")]
    _run(made, alone)
    assert (colab / "installed").read_text() == "install --quiet descent-course"
    shown = [cell.outputs[0].data["text/plain"] for cell in made.cells[-2:]]
    assert "✓  h  correct" in shown[0]
    assert "Hint: Your nn_output never rises above 0.25." in shown[1]
    assert os.listdir(alone) == ["gradient.ipynb"]


def test_where_it_is_installed_nothing_is(root: Path, colab: Path, tmp_path: Path) -> None:
    (colab / "installed").write_text("by hand")
    folder = Path(shutil.copytree(root / "assignments" / SLUG, tmp_path / SLUG))
    made = nbformat.read(folder / "gradient.ipynb", as_version=4)
    made.cells.append(nbformat.v4.new_code_cell('check("h")'))
    _run(made, folder)
    assert (colab / "installed").read_text() == "by hand"
    assert "not attempted" in made.cells[-1].outputs[0].data["text/plain"]
    setup = next(cell for cell in made.cells if cell.metadata.get("descent", {}).get("setup"))
    assert setup.outputs == []


def test_to_a_grader_the_cell_is_nothing(root: Path) -> None:
    """Graded as it is without it, no remark on it, no word of it in what goes back."""
    master = (root / "solutions" / SLUG / "gradient.py").read_text(encoding="utf-8")
    examples = (root / "assignments" / SLUG / "examples.json").read_bytes()
    with Engine(root, Secret(b"0123456789abcdef" * 2)) as engine:
        reports = [
            engine.mark(Submission("ada", SLUG, "gradient.ipynb", notebook(text, SLUG, carried)))
            for text in (master, master.replace("y - nn_output", "nn_output - y"))
            for carried in (examples, None)
        ]
    with_it, without, slip_with_it, slip_without = [
        [(one.id, one.verdict, one.points) for one in report.questions] for report in reports
    ]
    assert with_it == without
    assert slip_with_it == slip_without != without
    assert [report.notes for report in reports] == [()] * 4
    assert reports[0].score == reports[0].max_score


def _run(made: nbformat.NotebookNode, folder: Path) -> None:
    from nbclient import NotebookClient

    NotebookClient(made, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
