"""Which cells has nbgrader released of an assignment? Those in its gradebook, which nobody but an instructor can have changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbgrader.api import Gradebook, MissingEntry  # type: ignore[import-untyped]

from autograder.course.load import Loaded
from autograder.errors import UsageError
from autograder.platforms.nbgrader.names import result_cell
from autograder.platforms.nbgrader.source import SCHEMA


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that nbgrader knows.

    Attributes:
        kind: "code", "markdown" or "raw".
        points: of cells that are graded, else None.
    """

    name: str
    kind: str
    source: str
    checksum: str | None
    locked: bool
    solution: bool
    task: bool
    points: float | None

    @property
    def tested(self) -> bool:
        """Whether nbgrader takes its points from its outputs."""
        return self.points is not None and not self.solution and not self.task

    @property
    def metadata(self) -> dict[str, Any]:
        """What stands in the cell's metadata under "nbgrader"."""
        marked: dict[str, Any] = {
            "schema_version": SCHEMA,
            "grade": self.points is not None and not self.task,
            "grade_id": self.name,
            "locked": self.locked,
            "solution": self.solution,
            "task": self.task,
            "cell_type": self.kind,
        }
        if self.points is not None:
            marked["points"] = self.points
        if self.checksum is not None:
            marked["checksum"] = self.checksum
        return marked


@dataclass(frozen=True, slots=True)
class Released:
    """One notebook as nbgrader knows it.

    Attributes:
        cells: by their names, in the order of the assignment; cells that an instructor has added come last.
        answers: where each of our questions is answered, by the question.
        kernelspec: of the released notebook.
    """

    cells: dict[str, Cell]
    answers: dict[str, str]
    kernelspec: dict[str, Any]

    @property
    def asked(self) -> dict[str, tuple[str, ...]]:
        """The questions by the cell that they are answered in."""
        made: dict[str, tuple[str, ...]] = {}
        for question, cell in self.answers.items():
            made[cell] = (*made.get(cell, ()), question)
        return made


def released(book: Gradebook, loaded: Loaded, placed: Mapping[str, str]) -> Released:
    """The notebook of an assignment.

    Args:
        placed: the name of the cell that each question is answered in, in the order of the notebook.

    Raises:
        UsageError: nbgrader does not know it, or knows it with other questions or points than the course.
    """
    slug, name = loaded.slug, notebook_name(loaded)
    again = f"Run: descent export nbgrader DIR, and in DIR: nbgrader generate_assignment {slug} --force"
    try:
        notebook = book.find_notebook(name, slug)
        others = [other.name for other in book.find_assignment(slug).notebooks if other.name != name]
    except MissingEntry:
        raise UsageError(f"nbgrader's gradebook knows no notebook {name} in {slug}. {again}") from None
    if others:
        raise UsageError(
            f"nbgrader's gradebook has notebooks in {slug} that are none of the course's: {', '.join(others)}. Nothing here would "
            "grade them. Give them a course folder of their own."
        )
    known = _known(notebook)
    for question, answer in placed.items():
        cell = known.get(result_cell(question))
        if cell is None or cell.points is None or cell.solution or answer not in known or not known[answer].solution:
            raise UsageError(f"nbgrader's gradebook has no cells for {question} of {slug}. {again}")
        if cell.points != loaded.points(question):
            raise UsageError(
                f"{slug}: {question} is worth {loaded.points(question):g} points in the course and {cell.points:g} in nbgrader's "
                f"gradebook. {again}"
            )
    ours = {result_cell(question) for question in placed}
    if strangers := [cell.name for cell in known.values() if cell.tested and cell.name not in ours]:
        raise UsageError(
            f"nbgrader's gradebook has test cells in {slug} that are none of the course's: {', '.join(strangers)}. No student's code "
            "is run in nbgrader, so nothing would grade them. Make them manually graded cells in the source notebook, and release "
            "it again."
        )
    ordered = dict.fromkeys(name for question, cell in placed.items() for name in (cell, result_cell(question)))
    cells = {name: known[name] for name in [*ordered, *(name for name in known if name not in ordered)]}
    return Released(cells, dict(placed), json.loads(notebook.kernelspec) if notebook.kernelspec else {})


def notebook_name(loaded: Loaded) -> str:
    """What nbgrader calls the assignment's notebook."""
    return loaded.entry.notebook.removesuffix(".ipynb")


def _known(notebook: Any) -> dict[str, Cell]:
    points = {cell.name: float(cell.max_score) for cell in (*notebook.grade_cells, *notebook.task_cells)}
    solutions = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    return {
        cell.name: Cell(
            name=cell.name,
            kind=cell.cell_type,
            source=cell.source or "",
            checksum=cell.checksum,
            locked=bool(cell.locked),
            solution=cell.name in solutions,
            task=cell.name in tasks,
            points=points.get(cell.name),
        )
        for cell in notebook.source_cells
    }
