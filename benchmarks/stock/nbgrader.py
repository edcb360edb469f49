"""How is a class graded by nbgrader as it comes? A course with hidden tests, its release, and `nbgrader autograde`."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.stock.asked import GIVEN, POINTS, QUESTIONS, Asked, Cell, code, filled, written

ASSIGNMENT, NOTEBOOK = "ps1", "gradient.ipynb"
DATABASE = "gradebook.db"


def make_course(folder: Path) -> bytes:
    """A course in an empty folder, released: the notebook that students get."""
    source = folder / "source" / ASSIGNMENT / NOTEBOOK
    source.parent.mkdir(parents=True)
    source.write_bytes(written([code(GIVEN, "given"), *(cell for asked in QUESTIONS for cell in (_answer(asked), _test(asked)))]))
    (folder / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'stock'\n", encoding="utf-8")
    nbgrader(folder, "generate_assignment", ASSIGNMENT)
    return (folder / "release" / ASSIGNMENT / NOTEBOOK).read_bytes()


def hand_in(folder: Path, student: str, notebook: bytes) -> None:
    """Lay a notebook where nbgrader looks for it."""
    path = folder / "submitted" / student / ASSIGNMENT / NOTEBOOK
    path.parent.mkdir(parents=True)
    path.write_bytes(notebook)


def answered(release: bytes, answers: Mapping[str, str]) -> bytes:
    """The notebook that students get, with the answers in it."""
    ids = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in json.loads(release)["cells"]]
    return filled(release, {asked.name: ids.index(asked.name) for asked in QUESTIONS}, answers)


def autograde(folder: Path, assignment: str = ASSIGNMENT) -> None:
    """`nbgrader autograde`, as typed; its exit code says whether any student's notebook raised, which is none of our business."""
    nbgrader(folder, "autograde", assignment, may_fail=True)


def nbgrader(folder: Path, *arguments: str, may_fail: bool = False) -> None:
    """One of nbgrader's commands, in the course's folder.

    Raises:
        RuntimeError: it failed.
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])  # nbgrader calls `alembic`
    environment = {**os.environ, "PATH": path, "JUPYTER_PLATFORM_DIRS": "1"}
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode and not may_fail:
        raise RuntimeError(done.stderr[-2000:])


def _answer(asked: Asked) -> Cell:
    source = f"### BEGIN SOLUTION\n{asked.name} = {asked.right}\n### END SOLUTION"
    return code(source, f"answer-{asked.name}", nbgrader=_metadata(asked.name, solution=True))


def _test(asked: Asked) -> Cell:
    source = f"assert {asked.visible}\n### BEGIN HIDDEN TESTS\nassert {asked.hidden}\n### END HIDDEN TESTS"
    return code(source, f"test-{asked.name}", nbgrader=_metadata(f"test_{asked.name}", solution=False) | {"points": POINTS})


def _metadata(name: str, *, solution: bool) -> dict[str, object]:
    return {"schema_version": 3, "grade_id": name, "solution": solution, "grade": not solution, "locked": not solution, "task": False}
