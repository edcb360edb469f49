"""What does nbgrader need to teach and grade the course? A course folder with a source notebook for each assignment.

A source notebook is what students are handed, with nbgrader's metadata: the cells in which they answer, and a locked cell for each
question that holds its points and no test. There is nothing in it to be cleared or hidden, so what `nbgrader generate_assignment`
makes of it is the same again.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.building.build import safe
from autograder.building.exporting import export
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import HANDED_OUT, Course
from autograder.errors import UsageError
from autograder.feedback.words import points as worded
from autograder.platforms.cells import answer_cells
from autograder.platforms.nbgrader.names import answer_cell, result_cell

CONFIG = "nbgrader_config.py"
OWN = "nbgrader_own.py"
SOURCE = "source"
SCHEMA = 3  # of nbgrader's metadata

_TEST = """\
# The result of {question}: {points}.
# Run this cell to try it on a public example.
try:
    from autograder.cli.trying import check
except ImportError:
    print("Not tried here: the package of this course is missing. Install it: pip install descent-course")
else:
    check("{question}")"""
_CONFIG = '''\
"""How nbgrader grades the course that the last lines name. Made by `descent export nbgrader`, and made anew by it.

Settings of your own go into {own} beside this file. They are read last, and never touched.
"""

import traceback
from pathlib import Path

c = get_config()  # noqa: F821

# Nothing of what students hand in is run by nbgrader.
c.GenerateAssignment.preprocessors = {release}
c.Autograde.sanitize_preprocessors = []
c.Autograde.autograde_preprocessors = {autograde}
c.Autograde.exclude_overwriting = {handed_in}
c.AssignLatePenalties.plugin_class = "{ours}.late.CourseRule"

try:
    from autograder.cli.plugging import plug

    plug(c, Path(__file__).resolve().parent / {course!r})
    load_subconfig({own!r})  # noqa: F821
except Exception as error:
    # Raised, it would have nbgrader go on as if there were nothing in this file, and run what was handed in.
    c.DescentAutograde.trouble = f"{{type(error).__name__}}: {{error}}"
    traceback.print_exc()
'''
_THEIRS, _OURS = "nbgrader.preprocessors", "autograder.platforms.nbgrader"
RELEASE = (
    *(f"{_THEIRS}.{name}" for name in ("IncludeHeaderFooter", "InstantiateTests", "LockCells")),
    f"{_OURS}.releasing.KeepStubs",
    *(f"{_THEIRS}.{name}" for name in ("ClearOutput", "CheckCellMetadata", "ComputeChecksums", "SaveCells")),
    f"{_OURS}.releasing.CourseDue",
    *(f"{_THEIRS}.{name}" for name in ("ClearHiddenTests", "ClearMarkScheme", "ComputeChecksums", "CheckCellMetadata")),
)
AUTOGRADE = (
    f"{_OURS}.marks.Marks",
    f"{_THEIRS}.SaveAutoGrades",
    f"{_OURS}.marks.Comments",  # after what resets them
    f"{_THEIRS}.AssignLatePenalties",
)


def export_nbgrader(course: Course, target: Path) -> list[Path]:
    """Write a course folder for nbgrader. What nbgrader and people have put there stays.

    Returns:
        the files, by their paths within the target.

    Raises:
        CourseError: a master cannot be built, or a solution would be given away.
        UsageError: something is there already that is no earlier export, or was changed since. Then nothing is written.
    """
    if target.suffix.lower() == ".zip":
        raise UsageError(f"{target}: nbgrader works in a folder. Name a new one, or one of an earlier export.")
    return export(course_folder(course, target), target)


def course_folder(course: Course, target: Path) -> dict[str, bytes]:
    """Every file of the course folder, by its path with slashes.

    Args:
        target: where it will lie, so that its configuration finds the course.
    """
    files = {CONFIG: configuration(course, target)}
    loaded = {entry.slug: load_assignment(course, entry.slug) for entry in course.assignments}
    for path, content in safe(course).items():
        one = loaded[path.parts[1]]
        inside = "/".join(path.parts[1:])
        files[f"{SOURCE}/{inside}"] = source_notebook(content, one) if path.name == one.entry.notebook else content
    return files


def configuration(course: Course, target: Path) -> bytes:
    """nbgrader's configuration. It names the course by its way from there where it lies in the course, else in full."""
    root, folder = course.root.resolve(), target.resolve()
    way = os.path.relpath(root, folder) if folder.is_relative_to(root) else str(root)

    def listed(names: tuple[str, ...]) -> str:
        return "[\n" + "".join(f'    "{name}",\n' for name in names) + "]"

    handed_in = "{\n" + "".join(f'    "{entry.slug}": ["{entry.file}"],\n' for entry in course.assignments) + "}"
    return _CONFIG.format(
        own=OWN,
        ours=_OURS,
        release=listed(RELEASE),
        autograde=listed(AUTOGRADE),
        handed_in=handed_in,
        course=way,
    ).encode()


def source_notebook(handed_out: bytes, loaded: Loaded) -> bytes:
    """The notebook that students are handed, with nbgrader's metadata and a cell for each question's result."""
    made = json.loads(handed_out)
    made["cells"] = list(_cells(made["cells"], loaded))
    return f"{json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True)}\n".encode()


def handed_out(course: Course, loaded: Loaded) -> list[dict[str, Any]]:
    """The cells of the notebook that students are handed, before nbgrader.

    Raises:
        UsageError: the assignment has not been built.
    """
    path = course.root / HANDED_OUT / loaded.slug / loaded.entry.notebook
    try:
        cells: list[dict[str, Any]] = json.loads(path.read_bytes())["cells"]
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}. Make it: descent build") from None
    return cells


def answered_in(cells: list[dict[str, Any]], loaded: Loaded) -> dict[str, str]:
    """The name of the cell that each question is answered in, in the order of the notebook."""
    return {question: answer_cell(questions) for questions in _placed(cells, loaded).values() for question in questions}


def prose(cells: list[dict[str, Any]]) -> frozenset[str]:
    """The texts between the cells with code."""
    return frozenset("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def _placed(cells: list[dict[str, Any]], loaded: Loaded) -> dict[int, tuple[str, ...]]:
    sources = ["".join(cell["source"]) if cell["cell_type"] == "code" else "" for cell in cells]
    return answer_cells(sources, loaded.assignment.questions.values())


def _cells(cells: list[dict[str, Any]], loaded: Loaded) -> Iterator[dict[str, Any]]:
    placed = _placed(cells, loaded)
    for index, cell in enumerate(cells):
        questions = placed.get(index)
        if questions is None:
            yield cell
            continue
        marked = {"descent": {"answers": list(questions)}, "nbgrader": _marked(answer_cell(questions), solution=True)}
        yield {**cell, "metadata": {**cell["metadata"], **marked}}
        yield from (_test(question, loaded) for question in questions)


def _test(question: str, loaded: Loaded) -> dict[str, Any]:
    points = loaded.points(question)
    text = _TEST.format(question=question, points=f"{worded(points)} point{'' if points == 1 else 's'}" if points else "ungraded")
    marked = {**_marked(result_cell(question), grade=True, locked=True), "points": points}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"result-{result_cell(question)}"[:64],
        "metadata": {"descent": {"result": question}, "nbgrader": marked},
        "outputs": [],
        "source": text.splitlines(keepends=True),
    }


def _marked(name: str, *, grade: bool = False, solution: bool = False, locked: bool = False) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA,
        "grade": grade,
        "grade_id": name,
        "locked": locked,
        "solution": solution,
        "task": False,
    }
