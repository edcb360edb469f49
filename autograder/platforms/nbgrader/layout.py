"""Where does nbgrader keep what? As its configuration says, which is read as nbgrader reads it, but without nbgrader.

Importing nbgrader takes longer than grading a class. Whoever only wants to know where the submissions lie need not wait for it.
"""

import glob
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_config_path
from traitlets.config import Application, Config

from autograder.course.manifest import Course
from autograder.errors import UsageError
from autograder.platforms.nbgrader.handed_in import HandedIn, all_handed_in

CONFIG = "nbgrader_config.py"
STRUCTURE = str(Path("{nbgrader_step}", "{student_id}", "{assignment_id}"))
SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class Layout:
    """A course folder of nbgrader, and how it is laid out.

    Attributes:
        structure: the way to a student's folder for an assignment, as in CourseDirectory.directory_structure.
        submitted: the name of the step where submissions lie.
    """

    root: Path
    structure: str = STRUCTURE
    submitted: str = SUBMITTED

    def class_of(self, slug: str, student: str, course: Course) -> list[HandedIn]:
        """What lies in the folders of an assignment where nbgrader looks for it; `student` may be a pattern."""
        step = {"nbgrader_step": self.submitted, "assignment_id": slug}
        pieces = Path(self.structure).parts
        pattern = "/".join(re.escape(piece).replace(r"\{", "{").replace(r"\}", "}") for piece in pieces)
        known = {name: re.escape(value) for name, value in step.items()}
        wanted = re.compile(re.escape(str(self.root)) + "/" + pattern.format(student_id="(?P<student>[^/]+)", **known), re.DOTALL)
        found = glob.glob(str(Path(glob.escape(str(self.root)), self.structure.format(student_id=student, **step))))  # noqa: PTH207  # as nbgrader does: no hidden ones
        named = [(match["student"], Path(path)) for path in found if (match := wanted.fullmatch(path)) and Path(path).is_dir()]
        return all_handed_in(dict(named), course.entry(slug), course)


def configured(folder: Path) -> Config:
    """What nbgrader's configuration says in this course folder: its own file's words, and those of the user and the machine.

    Raises:
        UsageError: there is no such file, or it fails.
    """
    if not (folder / CONFIG).is_file():
        raise UsageError(f"{folder}: holds no {CONFIG}, so it is no course folder of nbgrader's. Make one: descent export nbgrader DIR")
    reader = Application()
    reader.raise_config_file_errors = True
    try:
        reader.load_config_file(CONFIG, path=[str(folder), *jupyter_config_path()])
    except Exception as error:  # whatever an instructor's own lines may raise
        trouble = f"{type(error).__name__}: {error}"
    else:
        trouble = str(reader.config.DescentAutograde.get("trouble", ""))
    if trouble:
        raise UsageError(f"{folder / CONFIG}: could not be read to its end, and nothing was graded: {trouble}.")
    return reader.config


def layout_of(folder: Path, config: Config) -> Layout:
    """The layout that a configuration gives a course folder."""
    said: Mapping[str, Any] = config.CourseDirectory
    return Layout(folder.resolve(), str(said.get("directory_structure", STRUCTURE)), str(said.get("submitted_directory", SUBMITTED)))
