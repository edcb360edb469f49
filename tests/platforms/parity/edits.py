"""What becomes of a notebook in a student's hands? Cells are filled in, deleted, doubled, split, moved; some edit what is not theirs.

An edit is a function that changes a notebook where it lies. What they know a cell by is its metadata for nbgrader: the answers are the
solution cells, in the order of the questions; the tests are the graded ones.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

Cell = dict[str, Any]
Notebook = dict[str, Any]
Edit = Callable[[Notebook], None]

ASKED = ("h", "nn_output", "error", "error_term", "del_w")
RIGHT = {
    "h": "h = np.dot(x, w)",
    "nn_output": "nn_output = sigmoid(h)",
    "error": "error = y - nn_output",
    "error_term": "error_term = error * nn_output * (1 - nn_output)",
    "del_w": "del_w = learnrate * error_term * x",
}
SLIP = {"error_term": "error_term = error * sigmoid_prime(nn_output)"}
POINTS = 1000


def edited(handed_out: bytes, *edits: Edit) -> bytes:
    """The notebook with these edits, one after the other."""
    notebook: Notebook = json.loads(handed_out)
    for edit in edits:
        edit(notebook)
    return json.dumps(notebook, indent=1).encode()


def answers(notebook: Notebook) -> list[Cell]:
    """The cells that hold the work, in the order of `ASKED`."""
    return [cell for cell in notebook["cells"] if _graded_by_nbgrader(cell).get("solution")]


def graded(notebook: Notebook) -> list[Cell]:
    """The cells that points are for."""
    return [cell for cell in notebook["cells"] if _graded_by_nbgrader(cell).get("grade")]


def filled(formulas: dict[str, str]) -> Edit:
    """The answers filled in; those not named stay as they are."""

    def edit(notebook: Notebook) -> None:
        for name, cell in zip(ASKED, answers(notebook), strict=True):
            if name in formulas:
                cell["source"] = f"# {name}\n{formulas[name]}"

    return edit


right = filled(RIGHT)
slipped = filled(RIGHT | SLIP)


def tests_deleted(notebook: Notebook) -> None:
    """None of the cells is there that points are for."""
    gone = graded(notebook)
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in gone]


def answers_deleted(notebook: Notebook) -> None:
    """The work stands in one new cell at the end; the cells meant for it are gone."""
    gone = answers(notebook)
    work = "\n".join(cell["source"] for cell in gone)
    notebook["cells"] = [*(cell for cell in notebook["cells"] if cell not in gone), code(work)]


def doubled(notebook: Notebook) -> None:
    """An answer and a test are there twice, as when somebody copies a cell to keep a draft: metadata, id and all."""
    for cell in (answers(notebook)[2], graded(notebook)[2]):
        at = notebook["cells"].index(cell)
        notebook["cells"].insert(at, json.loads(json.dumps(cell)))


def split(notebook: Notebook) -> None:
    """An answer's cell is cut in two, as Jupyter does it: each half keeps the metadata."""
    cell = answers(notebook)[4]
    second = json.loads(json.dumps(cell)) | {"id": "cut-in-two"}
    cell["source"], second["source"] = "factor = learnrate * error_term", "del_w = factor * x"
    notebook["cells"].insert(notebook["cells"].index(cell) + 1, second)


def reordered(notebook: Notebook) -> None:
    """The tests stand before the work, and the last of the answers before the first."""
    tested, work = graded(notebook), answers(notebook)
    others = [cell for cell in notebook["cells"] if cell not in tested and cell not in work]
    notebook["cells"] = [*others[:2], *tested, *others[2:], work[4], *work[:4]]


def metadata_gone(notebook: Notebook) -> None:
    """As some editors save it: no metadata at all, and no ids of cells."""
    notebook["metadata"], notebook["nbformat_minor"] = {}, 4
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)


def metadata_edited(notebook: Notebook) -> None:
    """Its tests are worth a thousand points, its answers say that they are graded, and everything says that it is right."""
    for cell in graded(notebook):
        cell["metadata"]["nbgrader"] |= {"points": POINTS, "locked": False}
        cell["metadata"]["otter"] = {"tests": ["h"], "ignore": True}
    for cell in answers(notebook):
        cell["metadata"]["nbgrader"] |= {"grade": True, "points": POINTS}
        cell["metadata"] |= {"score": POINTS, "descent": {"question": "h", "points": POINTS, "verdict": "correct"}}
    notebook["metadata"] |= {
        "descent": {"score": POINTS, "verdict": "correct", "assignment": "06-train-it"},
        "otter": {"OK_FORMAT": True, "assignment_name": "another", "tests": {}},
    }


def checksums_forged(notebook: Notebook) -> None:
    """Its tests give themselves their points, and their checksums are those that nbgrader reckons for them."""
    from nbformat import from_dict
    from nbgrader.utils import compute_checksum

    for cell in graded(notebook):
        cell["source"] = "print('10 of 10 tests passed')\n2.0"
        cell["outputs"] = [result("2.0")]
        cell["metadata"]["nbgrader"] |= {"points": POINTS}
        cell["metadata"]["nbgrader"]["checksum"] = compute_checksum(from_dict(cell))


def ids_forged(notebook: Notebook) -> None:
    """Every cell says that it is the first answer, in a version of the metadata that never was."""
    first = answers(notebook)[0]["metadata"]["nbgrader"]
    for cell in notebook["cells"]:
        cell["metadata"] = {"nbgrader": {**first, "schema_version": 99}}
        cell["id"] = "all-the-same"


def with_cells(*sources: str) -> Edit:
    """New cells, before the first answer."""

    def edit(notebook: Notebook) -> None:
        at = notebook["cells"].index(answers(notebook)[0])
        notebook["cells"][at:at] = [code(source) for source in sources]

    return edit


def with_last_lines(text: str) -> Edit:
    """Every code cell ends in these lines."""

    def edit(notebook: Notebook) -> None:
        for cell in code_cells(notebook):
            source = "".join(cell["source"])
            cell["source"] = f"{source}\n{text}"

    return edit


def code_cells(notebook: Notebook) -> Iterable[Cell]:
    """Those that are run."""
    return (cell for cell in notebook["cells"] if cell["cell_type"] == "code")


def code(source: str) -> Cell:
    """A new cell, as one adds it by hand."""
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}


def result(text: str) -> Cell:
    """What stands below a cell whose last line is a value."""
    return {"output_type": "execute_result", "metadata": {}, "execution_count": 1, "data": {"text/plain": text}}


def _graded_by_nbgrader(cell: Cell) -> dict[str, Any]:
    found = cell["metadata"].get("nbgrader", {})
    return found if isinstance(found, dict) else {}
