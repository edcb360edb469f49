"""How does our engine give the points inside otter-grader? As a plugin, named in otter_config.json.

It grades the bytes that were handed in with the packed course, empties the submission's folder, gives otter a notebook in which nothing
stands, and puts the report in the place of what that comes to. No cell, metadata, log or module of a student's reaches its kernel,
and nothing is unpickled.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbformat import NotebookNode
from otter.plugins import AbstractOtterPlugin  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from autograder.grading.report import Report


class DescentPlugin(AbstractOtterPlugin):  # type: ignore[misc]
    """Grades one submission. Its config names the assignment."""

    def before_grading(self, config: Any) -> None:
        """Grade what was handed in, and leave nothing of it.

        Raises:
            DescentError: it could not be graded, by no fault of the student's. No score is written.
        """
        with _own_modules():
            from autograder.platforms.otter.grading import grade, tame

            tame(config)
            slug = str(self.plugin_config.get("assignment", ""))
            self._report: Report = grade(Path(self.submission_path), slug)

    def before_execution(self, submission: Any) -> NotebookNode:
        """A notebook in which nothing stands, whatever was handed in, for the kernel that otter itself would take."""
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        return _Empty(metadata=NotebookNode(kernelspec=kernel), nbformat=4, nbformat_minor=5)  # type: ignore[no-untyped-call]

    def after_grading(self, results: Any) -> None:
        """Our points and words."""
        from autograder.platforms.otter.results import write

        write(self._report, results)

    def generate_report(self) -> str:
        """What an instructor reads in otter's output."""
        from autograder.platforms.otter.grading import summary

        return summary(self._report)


class _Empty(NotebookNode):
    """A notebook that stays empty: otter adds cells that import all of it into the kernel and run tests there, of which none counts."""

    @property
    def cells(self) -> list[NotebookNode]:
        """None, whatever was added."""
        return []


@contextmanager
def _own_modules() -> Iterator[None]:
    """For a while nothing is imported from the current folder, which is the student's."""
    kept = list(sys.path)
    sys.path[:] = [folder for folder in kept if Path(folder).is_absolute()]
    try:
        yield
    finally:
        sys.path[:] = kept
