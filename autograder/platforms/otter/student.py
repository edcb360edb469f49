"""How does our notebook become one that otter knows?

As `otter assign` would make it: a cell that starts otter, a check below each answer, a cell that packs up the submission, all of them
locked, and the tests in the notebook's metadata. The cells in between stay as they are.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from autograder.course.vocabulary import Question
from autograder.platforms.cells import answer_cells
from autograder.platforms.otter.checks import Asked, students

_INIT = """\
# Initialize Otter
try:
    import otter
except ImportError:
    get_ipython().run_line_magic("pip", "install --quiet otter-grader")
    import otter
grader = otter.Notebook("{notebook}")"""
_SUBMISSION = """\
## Submission

Run all cells from top to bottom and **save the notebook**. Then run the cell below: it makes a zip file. Hand that in, or \
the notebook itself, under the name that it has."""
_EXPORT = "grader.export(pdf=False, ignore_log=True)"
_LOCKED = {"deletable": False, "editable": False}


def notebook(plain: bytes, slug: str, name: str, questions: Sequence[tuple[Question, float]]) -> bytes:
    """The bytes of a student's notebook.

    Args:
        plain: our own notebook, as it is built.
        name: the notebook's file name.
        questions: in the order asked, each with its points.
    """
    made = json.loads(plain)
    made["cells"] = list(_cells(made["cells"], slug, name, [question for question, _ in questions]))
    tests = {question.id: students(Asked(question.id, points)) for question, points in questions}
    made["metadata"]["otter"] = {"OK_FORMAT": False, "assignment_name": slug, "tests": tests}
    return f"{json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True)}\n".encode()


def _cells(cells: list[dict[str, Any]], slug: str, name: str, questions: list[Question]) -> Iterator[dict[str, Any]]:
    sources = ["".join(cell["source"]) if _worked_in(cell) else "" for cell in cells]
    placed = answer_cells(sources, questions)
    first = next((index for index, cell in enumerate(cells) if _setup(cell)), -1)
    if first < 0:
        yield _code(f"{slug}-otter", _INIT.format(notebook=name))
    for index, cell in enumerate(cells):
        yield cell
        if index == first:
            yield _code(f"{slug}-otter", _INIT.format(notebook=name))
        for number, question in enumerate(placed.get(index, ()), 1):
            yield _code(f"{cell['id']}-check-{number}", f'grader.check("{question}")')
    yield _locked(f"{slug}-submission", "markdown", _SUBMISSION)
    yield _code(f"{slug}-export", _EXPORT)


def _setup(cell: dict[str, Any]) -> bool:
    """Whether it is the cell that brings `check`."""
    return bool(cell["metadata"].get("descent", {}).get("setup"))


def _worked_in(cell: dict[str, Any]) -> bool:
    return cell["cell_type"] == "code" and not _setup(cell)


def _code(name: str, source: str) -> dict[str, Any]:
    return _locked(name, "code", source) | {"execution_count": None, "outputs": []}


def _locked(name: str, kind: str, source: str) -> dict[str, Any]:
    return {"cell_type": kind, "id": name[-64:], "metadata": dict(_LOCKED), "source": source.splitlines(keepends=True)}
