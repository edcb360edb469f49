"""What does `nbgrader generate_assignment` make of our source notebooks? The same again: they are stubs already.

And it tells nbgrader when an assignment is due, where course.toml says so and nobody has told nbgrader otherwise.
"""

from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor  # type: ignore[import-untyped]
from traitlets import Unicode

from autograder.course.manifest import load
from autograder.platforms.nbgrader.times import nbgraders

DESCENT = "descent"

Resources = dict[str, Any]


class KeepStubs(ClearSolutions):  # type: ignore[misc]
    """As nbgrader's own, but for the cells that our export has made: solutions that an instructor adds are still cleared."""

    def preprocess_cell(self, cell: NotebookNode, resources: Resources, cell_index: int) -> tuple[NotebookNode, Resources]:
        """Clear a cell's solution, unless the cell is one of ours."""
        if DESCENT in cell.metadata:
            return cell, resources
        cleared: tuple[NotebookNode, Resources] = super().preprocess_cell(cell, resources, cell_index)
        return cleared


class CourseDue(NbGraderPreprocessor):  # type: ignore[misc]
    """Tells nbgrader's gradebook the due date of course.toml, where it has none of its own."""

    course = Unicode(help="The folder that holds course.toml.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Look at the assignment, and leave its notebook alone.

        Raises:
            CourseError: the course cannot be read.
        """
        about = resources["nbgrader"]
        due = {entry.slug: entry.due for entry in load(Path(self.course)).assignments}.get(about["assignment"])
        if due is not None:
            with Gradebook(about["db_url"]) as book:
                assignment = book.find_assignment(about["assignment"])
                if assignment.duedate is None:
                    assignment.duedate = nbgraders(due)
                    book.db.commit()
        return nb, resources
