"""How do our results get into a notebook that nbgrader grades? As the output of the cell of each question's result.

nbgrader takes the first number among a cell's outputs for its points; what is displayed before it is for people. A cell without any
would get all its points: so whatever is not ours to grade stops the grading of that student.
"""

from typing import Any

from nbformat.notebooknode import NotebookNode, from_dict
from nbgrader import utils  # type: ignore[import-untyped]
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader.preprocessors import NbGraderPreprocessor  # type: ignore[import-untyped]

from autograder.errors import SandboxFault
from autograder.grading.report import Report
from autograder.platforms.nbgrader import telling
from autograder.platforms.nbgrader.names import question_of

REPORT, ASKED = "descent", "descent_asked"  # in the resources of one notebook's way through nbgrader
UNGRADED = "Nothing was scored."

Resources = dict[str, Any]


class Marks(NbGraderPreprocessor):  # type: ignore[misc]
    """Writes points and feedback to the cells of results. Nothing is run, whatever `--no-execute` says."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Fill in the outputs.

        Raises:
            SandboxFault: there is no report, or a test cell that is none of ours.
        """
        report = _report(resources)
        told = telling.results(report)
        points = {question.id: question for question in report.questions}
        for cell in nb.cells:
            if not utils.is_grade(cell) or utils.is_solution(cell):
                continue  # what a person marks
            name = cell.metadata.nbgrader["grade_id"]
            question = points.get(question_of(name))
            if question is None or cell.cell_type != "code":
                raise SandboxFault(
                    f"The test cell {name} is none of the course's questions, and no student's code is run here. {UNGRADED} "
                    "Take the cell out of the source notebook, or mark it by hand."
                )
            if question.points > float(cell.metadata.nbgrader["points"]):
                raise SandboxFault(f"{name} is worth less in nbgrader than in the course. {UNGRADED} Release the assignment again.")
            cell.outputs = _outputs(question.points, told[question.id])
        nb.cells.insert(0, _summary(report))
        return nb, resources


class Comments(NbGraderPreprocessor):  # type: ignore[misc]
    """Writes the comments on the cells in which students answer. A person's comment stays, and is shown instead."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Keep a comment on each cell of answers; nbgrader's own step before this one has just reset them."""
        about = resources["nbgrader"]
        told = telling.comments(_report(resources), resources.get(ASKED, {}))
        with Gradebook(about["db_url"]) as book:
            for comment in book.find_submission_notebook(about["notebook"], about["assignment"], about["student"]).comments:
                if comment.name in told:
                    comment.auto_comment = told[comment.name]
            book.db.commit()
        return nb, resources


def _report(resources: Resources) -> Report:
    report = resources.get(REPORT)
    if not isinstance(report, Report):
        raise SandboxFault(
            f"Nothing has graded this notebook: nbgrader_config.py was not read to its end. {UNGRADED} See above why, and run "
            "nbgrader in the folder that `descent export nbgrader` made."
        )
    return report


def _outputs(points: float, told: telling.Told) -> list[NotebookNode]:
    """What is shown, and then the points: exactly as they are, and nothing else."""
    shown = {"text/html": told.html, "text/plain": told.text}
    made: list[NotebookNode] = from_dict(  # type: ignore[no-untyped-call]
        [
            {"output_type": "display_data", "data": shown, "metadata": {}},
            {"output_type": "execute_result", "data": {"text/plain": repr(float(points))}, "metadata": {}, "execution_count": None},
        ]
    )
    return made


def _summary(report: Report) -> NotebookNode:
    made = {"cell_type": "markdown", "id": "shown", "metadata": {"descent": {"summary": True}}, "source": telling.summary(report)}
    node: NotebookNode = from_dict(made)  # type: ignore[no-untyped-call]
    return node
