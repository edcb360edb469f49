"""`grader.check` in a real kernel, as a student runs the notebook: offline, with our hint, and agreeing with the other checks."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.platforms.otter.conftest import SLUG
from tests.platforms.otter.routes import by_check

QUESTIONS = ("h", "nn_output", "error", "error_term", "del_w")
ASKS = "[name for name in {names!r} if getattr(check(name).found.links[-1], 'verdict', '') == 'correct']"


def run(folder: Path, notebook: nbformat.NotebookNode, more: Sequence[str] = (), before: str = "") -> list[list[Any]]:
    """Run the notebook's code in a kernel that starts in `folder`, and then more; the outputs of each cell."""
    from nbclient import NotebookClient

    (folder / "gradient.ipynb").write_text(nbformat.writes(notebook), encoding="utf-8")
    added = [nbformat.v4.new_code_cell(source) for source in more]
    first = [nbformat.v4.new_code_cell(before)] if before else []
    shown = nbformat.v4.new_notebook(cells=[*first, *notebook.cells, *added], metadata=notebook.metadata)
    NotebookClient(shown, timeout=120, allow_errors=True, resources={"metadata": {"path": str(folder)}}).execute()
    return [cell.outputs for cell in shown.cells if cell.cell_type == "code"]


def words(outputs: list[Any]) -> str:
    return "\n".join(output.get("data", {}).get("text/plain") or output.get("evalue") or output.get("text", "") for output in outputs)


@pytest.fixture(scope="module")
def ran(students: Path, filled: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The filled notebook, run; then `check` of each question, and what `descent check` says of the file."""
    folder = Path(shutil.copytree(students, tmp_path_factory.mktemp("student") / "work"))
    notebook = nbformat.reads(filled.decode(), 4)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    outputs = run(folder, notebook, [ASKS.format(names=QUESTIONS), "grader.check_all()", 'check("error")'])
    command = [Path(sys.executable).parent / "descent", "check", "gradient.ipynb", "--json"]
    checked = json.loads(subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True).stdout)
    return {
        "by": {name: outputs[code.index(f'grader.check("{name}")')] for name in QUESTIONS},
        "export": outputs[code.index("grader.export(pdf=False, ignore_log=True)")],
        "check": words(outputs[-3]),
        "check_all": words(outputs[-2]),
        "hint": words(outputs[-1]),
        "descent check": checked["reports"][0]["questions"],
        "folder": folder,
    }


def test_what_is_right_passes_and_says_that_more_follows(ran: dict[str, Any]) -> None:
    assert words(ran["by"]["h"]) == (
        "h results: All test cases passed!\npublic examples message: When it is graded, it is tried on other inputs too, drawn afresh."
    )


def test_what_is_not_shows_our_hint_and_nothing_of_ours_besides(ran: dict[str, Any]) -> None:
    said = words(ran["by"]["error"])
    assert "Hint: In the first example the output lies above its target. Which sign has" in said
    assert "On the first example yours is 0.18997448." in said
    assert "error: not right yet." in said
    assert "Traceback" not in said
    assert "autograder" not in said
    html = ran["by"]["error"][0]["data"]["text/html"]
    assert "Hint: In the first example" in html


def test_what_hangs_on_it_is_told_where_to_begin(ran: dict[str, Any]) -> None:
    said = words(ran["by"]["del_w"])
    assert "del_w is not judged yet: it hangs on error_term." in said
    assert "Begin here: error, not right yet." in said


def test_all_checks_agree_about_what_holds_on_the_examples(ran: dict[str, Any], root: Path, filled: bytes) -> None:
    held = [name for name in QUESTIONS if "All test cases passed!" in words(ran["by"][name])]
    assert held == ["h", "nn_output"]
    assert json.loads(ran["check"].replace("'", '"')) == held
    assert [question["id"] for question in ran["descent check"] if question["verdict"] == "correct"] == held
    assert by_check(root, SLUG, {"ada": ("gradient.ipynb", filled)}) == {"ada": set(held)}
    assert [name for name in QUESTIONS if f"{name} results: All test cases passed!" in ran["check_all"]] == held


def test_the_same_words_as_check(ran: dict[str, Any]) -> None:
    def spaced(text: str) -> str:
        return " ".join(text.split())

    hint = "Which sign has the error there, as this text defines it?"
    assert hint in spaced(ran["hint"])
    assert hint in spaced(words(ran["by"]["error"]))


def test_what_is_exported_is_the_notebook_and_no_log(ran: dict[str, Any]) -> None:
    (made,) = ran["folder"].glob("gradient_*.zip")
    with zipfile.ZipFile(made) as opened:
        assert sorted(opened.namelist()) == ["__zip_filename__", "gradient.ipynb"]


def test_without_our_package_it_says_how_to_get_it(students: Path, filled: bytes, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(students, tmp_path / "work"))
    notebook = nbformat.reads(filled.decode(), 4)
    notebook.cells = [cell for cell in notebook.cells if cell.cell_type == "code" and "import check" not in cell.source][:4]
    outputs = run(folder, notebook, ['grader.check("h")'], before="import sys\nsys.modules['autograder'] = None")
    said = words(outputs[-1])
    assert "`%pip install descent-course`, then restart the kernel and run your cells again." in said
