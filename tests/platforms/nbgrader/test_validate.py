"""What students do with the notebook that nbgrader has released: run it, check it, and press Validate."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from autograder.cli.trying import check
from tests.platforms.nbgrader.classroom import NOTEBOOK, SLUG
from tests.platforms.nbgrader.routes import BIN, exported, released, run
from tests.platforms.parity.edits import RIGHT, edited, filled, right


@pytest.fixture
def mine(root: Path, tmp_path: Path) -> Path:
    """A student's own copy of what was released."""
    return Path(shutil.copytree(released(root, SLUG) / "release" / SLUG, tmp_path / SLUG))


def validated(mine: Path) -> str:
    done = run(mine, "nbgrader", "validate", NOTEBOOK)
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


def test_a_stub_does_not_validate_and_each_cell_says_what_is_to_be_done(mine: Path) -> None:
    said = validated(mine)
    assert "VALIDATION FAILED ON 5 CELL(S)!" in said
    assert said.count("Begin here: h The node's linear combination") == 5
    assert "The placeholder is still there." in said
    assert "Traceback" not in said


def test_what_is_right_validates_and_what_is_not_says_where(mine: Path) -> None:
    handed_out = (mine / NOTEBOOK).read_bytes()
    (mine / NOTEBOOK).write_bytes(edited(handed_out, right))
    assert validated(mine) == "Success! Your notebook passes all the tests."
    (mine / NOTEBOOK).write_bytes(edited(handed_out, filled(RIGHT | {"del_w": "del_w = -learnrate * error_term * x"})))
    said = validated(mine)
    assert "VALIDATION FAILED ON 1 CELL(S)!" in said
    assert "✗ del_w not right yet" in said


def test_a_stub_can_be_run_from_top_to_bottom(mine: Path) -> None:
    """Nothing is raised there, and nothing is on standard error: each cell shows how far its question is."""
    command = [str(BIN / "jupyter-nbconvert"), "--to", "notebook", "--execute", "--output", "run.ipynb", NOTEBOOK]
    done = subprocess.run(
        command, cwd=mine, capture_output=True, check=False, text=True, env={**os.environ, "PATH": f"{BIN}:/usr/bin:/bin"}
    )
    assert done.returncode == 0, done.stderr
    cells = json.loads((mine / "run.ipynb").read_bytes())["cells"]
    results = [cell for cell in cells if "result" in cell["metadata"].get("descent", {})]
    assert len(results) == 5
    for cell in results:
        (output,) = cell["outputs"]
        assert output["output_type"] == "display_data"
        assert "not attempted" in "".join(output["data"]["text/html"])


@pytest.mark.parametrize("edit", [right, filled({"h": RIGHT["h"]})], ids=["right", "begun"])
def test_descent_check_reads_it_as_it_reads_any_notebook(mine: Path, edit: object) -> None:
    (mine / NOTEBOOK).write_bytes(edited((mine / NOTEBOOK).read_bytes(), edit))  # type: ignore[arg-type]
    done = run(mine, "descent", "check")
    assert done.returncode == int(edit is not right)
    assert f"{NOTEBOOK}, on the two public examples" in done.stdout
    assert "✓  h" in done.stdout


def test_outside_of_a_notebook_it_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    check("h")
    assert capsys.readouterr() == ("", "")


def test_the_cell_says_what_is_missing_where_the_package_is_not_installed(root: Path) -> None:
    cells = json.loads((exported(root) / "source" / SLUG / NOTEBOOK).read_bytes())["cells"]
    text = next("".join(cell["source"]) for cell in cells if "result" in cell["metadata"].get("descent", {}))
    absent = "import sys; sys.modules['autograder'] = None\n"
    done = subprocess.run([str(BIN / "python"), "-c", absent + text], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Not tried here: the package of this course is missing. Install it: pip install descent-course\n"
