"""The course folder that `descent export nbgrader` writes, and what nbgrader releases of it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from autograder.course.load import load_assignment
from autograder.course.manifest import Course, load
from autograder.errors import UsageError
from autograder.platforms.nbgrader.names import answer_cell, question_of, result_cell
from autograder.platforms.nbgrader.source import configuration, export_nbgrader, source_notebook
from tests.platforms.nbgrader.routes import api, book, exported, run

SLUGS = [entry.slug for entry in load(Path(__file__).parents[3]).assignments]


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    return load(root)


def cells(folder: Path, step: str, course: Course, slug: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / step / slug / course.entry(slug).notebook).read_bytes())["cells"]
    return found


def text(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def marked(found: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [cell["metadata"]["nbgrader"] for cell in found if cell["metadata"].get("nbgrader", {}).get(kind)]


@pytest.mark.parametrize("slug", SLUGS)
def test_each_question_has_a_locked_cell_with_its_points_right_after_the_answers(root: Path, course: Course, slug: str) -> None:
    loaded = load_assignment(course, slug)
    found = cells(exported(root), "source", course, slug)
    tests = marked(found, "grade")
    assert {question_of(one["grade_id"]): one["points"] for one in tests} == {
        question: loaded.points(question) for question in loaded.assignment.questions
    }
    assert all(one["locked"] and not one["solution"] and one["schema_version"] == 3 for one in tests)
    for index, cell in enumerate(found):
        if "answers" in cell["metadata"].get("descent", {}):
            asked = cell["metadata"]["descent"]["answers"]
            following = found[index + 1 : index + 1 + len(asked)]
            assert [one["metadata"]["descent"]["result"] for one in following] == asked
            assert all(loaded.assignment.questions[name].at.partition(".")[0] in text(cell) for name in asked)


@pytest.mark.parametrize("slug", SLUGS)
def test_apart_from_those_cells_it_is_what_students_are_handed(root: Path, course: Course, slug: str) -> None:
    handed_out = json.loads((root / "assignments" / slug / course.entry(slug).notebook).read_bytes())["cells"]
    found = cells(exported(root), "source", course, slug)
    assert [text(cell) for cell in found if "result" not in cell["metadata"].get("descent", {})] == [text(cell) for cell in handed_out]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_cell_of_a_result_holds_the_questions_name_and_no_number_but_its_points(root: Path, course: Course, slug: str) -> None:
    loaded = load_assignment(course, slug)
    for cell in cells(exported(root), "source", course, slug):
        if question := cell["metadata"].get("descent", {}).get("result"):
            rest = text(cell).replace(question, "").replace(f"{loaded.points(question):g} point", "")
            assert not any(sign.isdigit() for sign in rest)
            assert "AUTOTEST" not in text(cell)
            assert max(map(len, text(cell).splitlines())) <= 120


def test_what_nbgrader_releases_is_the_source(root: Path, course: Course, tmp_path: Path) -> None:
    """All assignments; but for what nbgrader adds: checksums, kinds, and locks."""
    folder = Path(shutil.copytree(exported(root), tmp_path / "course"))
    for slug in SLUGS:
        assert api(folder).generate_assignment(slug)["success"]
        before, after = (cells(folder, step, course, slug) for step in ("source", "release"))
        assert [text(cell) for cell in after] == [text(cell) for cell in before]
        for cell in after:
            cell["metadata"].get("nbgrader", {}).pop("checksum", None)
            cell["metadata"].get("nbgrader", {}).pop("cell_type", None)
            cell["metadata"].pop("deletable", None)
            cell["metadata"].pop("editable", None)
        assert after == before
        other = {path.relative_to(folder / "source") for path in (folder / "source" / slug).rglob("*") if path.is_file()}
        assert {path.relative_to(folder / "release") for path in (folder / "release" / slug).rglob("*") if path.is_file()} == other
    assert (folder / "release" / "06-train-it" / "data" / "penguins.csv").is_file()


def test_a_solution_that_an_instructor_adds_is_cleared(root: Path, course: Course, tmp_path: Path) -> None:
    slug = SLUGS[1]
    folder = Path(shutil.copytree(exported(root), tmp_path / "course"))
    path = folder / "source" / slug / course.entry(slug).notebook
    notebook = json.loads(path.read_bytes())
    own = {"schema_version": 3, "grade": True, "solution": True, "locked": False, "task": False, "grade_id": "essay", "points": 3}
    source = "### BEGIN SOLUTION\nthe answer\n### END SOLUTION"
    cell = {"cell_type": "code", "id": "own", "source": source, "metadata": {"nbgrader": own}, "outputs": [], "execution_count": None}
    notebook["cells"].append(cell)
    path.write_text(json.dumps(notebook))
    assert api(folder).generate_assignment(slug)["success"]
    assert text(cells(folder, "release", course, slug)[-1]) == "# YOUR CODE HERE\nraise NotImplementedError()"


def test_nbgrader_learns_when_it_is_due_unless_it_knows_otherwise(root: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    for name in ("assignments", "solutions"):
        (here / name).symlink_to(root / name)
    written = (root / "course.toml").read_text(encoding="utf-8")
    due = 'file = "start.py"\ndue = 2026-09-21T23:59:00+02:00'
    (here / "course.toml").write_text(written.replace('file = "start.py"', due), encoding="utf-8")
    export_nbgrader(load(here), here / "nbgrader")
    for expected in ("2026-09-21 21:59:00", "2026-10-01 12:00:00"):
        assert api(here / "nbgrader").generate_assignment("00-start-here")["success"]
        with book(here / "nbgrader") as gradebook:
            assignment = gradebook.find_assignment("00-start-here")
            assert str(assignment.duedate) == expected
            assignment.duedate = assignment.duedate.replace(month=10, day=1, hour=12, minute=0)
            gradebook.db.commit()


# --- the folder ----------------------------------------------------------------------------------------------------------


def test_exporting_again_keeps_what_others_have_put_there_and_writes_over_no_change(course: Course, root: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(exported(root), tmp_path / "course"))
    for name in ("nbgrader_own.py", "gradebook.db", "submitted/ada/work.py", "source/own/essay.ipynb"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("own")
    export_nbgrader(course, folder)
    assert all((folder / name).read_text() == "own" for name in ("nbgrader_own.py", "gradebook.db", "source/own/essay.ipynb"))
    (folder / "nbgrader_config.py").write_text("c = get_config()\n")
    with pytest.raises(UsageError, match=r"changed since it was exported: nbgrader_config.py"):
        export_nbgrader(course, folder)


def test_nbgrader_works_in_a_folder(course: Course, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nbgrader works in a folder"):
        export_nbgrader(course, tmp_path / "course.zip")


def test_within_the_course_it_names_it_by_the_way_there_and_elsewhere_in_full(course: Course, root: Path, tmp_path: Path) -> None:
    assert b"/ '../..'" in configuration(course, root / "build" / "nbgrader")
    assert f"/ {str(root)!r}".encode() in configuration(course, tmp_path)


def test_the_command_says_what_to_do_next(root: Path, tmp_path: Path) -> None:
    done = run(root, "descent", "export", "nbgrader", str(tmp_path / "course"), check=True)
    assert "Settings of your own go into nbgrader_own.py, not into nbgrader_config.py." in done.stdout
    assert "Go on there: nbgrader generate_assignment 00-start-here" in done.stdout
    assert {path.name for path in (tmp_path / "course").iterdir()} == {"source", "nbgrader_config.py", ".descent-export.json"}


# --- names ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ["h", "nn_output", "dC_dw", "δ", "Δw_δ", "größe"])
def test_a_cell_is_called_as_its_question_and_nbgrader_takes_the_name(question: str) -> None:
    import re

    for name in (result_cell(question), answer_cell([question, "more"])):
        assert re.fullmatch(r"[a-zA-Z0-9_\-]+", name)
    assert question_of(result_cell(question)) == question
    assert answer_cell([question]) != result_cell(question)
    assert not question.isascii() or result_cell(question) == question


def test_a_notebook_depends_on_what_is_handed_out_alone(course: Course, root: Path) -> None:
    loaded = load_assignment(course, SLUGS[1])
    handed_out = (root / "assignments" / SLUGS[1] / loaded.entry.notebook).read_bytes()
    assert source_notebook(handed_out, loaded) == source_notebook(handed_out, loaded)
