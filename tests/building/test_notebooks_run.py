"""Does every notebook run from top to bottom in a real kernel: the stub to its end, and the solution with everything right?

The stub in its folder, as a class receives it; the solution alone, as a notebook that was opened on Google Colab.
"""

import tomllib
from pathlib import Path

import nbformat
import pytest

from autograder.building.build import planned
from autograder.building.notebook import notebook
from autograder.course import published as contract
from autograder.course.manifest import FILE, Course

ROOT = Path(__file__).parents[2]
SLUGS = [entry["slug"] for entry in tomllib.loads((ROOT / FILE).read_text(encoding="utf-8"))["assignments"]]
CHECK = "found = check()\nassert found.found.all_right, repr(found)"

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def handed_out(own: Course) -> dict[Path, bytes]:
    return planned(own)


@pytest.fixture
def folder(handed_out: dict[Path, bytes], slug: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An assignment's folder as a student receives it; what Jupyter writes elsewhere goes beside it."""
    for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    for path, content in handed_out.items():
        if path.parts[1] == slug:
            target = tmp_path / Path(*path.parts[1:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return tmp_path / slug


@pytest.mark.parametrize("slug", SLUGS)
def test_the_stub_runs_to_its_end(own: Course, folder: Path, slug: str) -> None:
    _run(nbformat.read(folder / own.entry(slug).notebook, as_version=4), folder)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_solution_runs_and_check_finds_everything_right(own: Course, folder: Path, slug: str) -> None:
    """Names are looked at on the one example that stands in the notebook, functions on both."""
    entry = own.entry(slug)
    master = (own.root / "solutions" / slug / entry.file).read_text(encoding="utf-8")
    examples = (folder / contract.FILE).read_bytes()
    made = nbformat.reads(notebook(master, slug, examples).decode(), as_version=4)
    made.cells.append(nbformat.v4.new_code_cell(CHECK))
    alone = folder.with_name("alone")
    alone.mkdir()
    _run(made, alone)


def _run(made: nbformat.NotebookNode, folder: Path) -> None:
    """Run a notebook as Jupyter does, in its folder; a cell that raises is an error here."""
    from nbclient import NotebookClient

    NotebookClient(made, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
