"""Where the grader fails, nobody gets a zero: nbgrader says so, keeps nothing of that student, and goes on with the others."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from autograder.errors import SandboxFault
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.worker import Marker
from autograder.platforms.engine import Engine
from autograder.platforms.nbgrader import gradebook
from tests.platforms.nbgrader.classroom import FILE, NOTEBOOK, SLUG
from tests.platforms.nbgrader.routes import api, book, graded, released, run, submitted
from tests.platforms.parity.edits import edited, right

STUDENTS = ("ada", "ben", "cleo")


@pytest.fixture
def folder(root: Path) -> Iterator[Path]:
    """Three students with all right: two notebooks and a file."""
    notebook = edited((released(root, SLUG) / "release" / SLUG / NOTEBOOK).read_bytes(), right)
    work = {"ada": (NOTEBOOK, notebook), "ben": (FILE, notebook_as_file(root)), "cleo": (NOTEBOOK, notebook)}
    with submitted(root, SLUG, work) as folder:
        yield folder


def notebook_as_file(root: Path) -> bytes:
    return (root / "solutions" / SLUG / FILE).read_bytes()


def failing_for(student: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sandbox that fails on one student's work, again and again."""
    mark = Marker.mark

    def broken(self: Marker, submission: Submission, time_factor: float = 1.0) -> Report:
        report = mark(self, submission, time_factor)
        return report if submission.student != student else Report(**{**_fields(report), "score": None})

    def one_by_one(self: Engine, submissions: Iterable[Submission], jobs: int) -> None:
        """Not in other processes, where nothing is broken."""

    monkeypatch.setattr(Marker, "mark", broken)
    monkeypatch.setattr(Engine, "mark_all", one_by_one)


def _fields(report: Report) -> dict[str, object]:
    return {name: getattr(report, name) for name in report.__struct_fields__}


@pytest.mark.parametrize("student", ["ada", "ben"], ids=["a-notebook", "a-file"])
def test_a_student_on_whom_the_grader_fails_has_no_score_and_the_others_have_theirs(
    folder: Path, student: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_for(student, monkeypatch)
    said = api(folder).autograde(SLUG, "*")
    assert said["success"] is False
    assert f"{student}: {SLUG} could not be graded: a problem on our side" in said["log"]
    assert f"There was an error processing assignment '{SLUG}' for student '{student}'" in said["log"]
    assert {name: sum(points.values()) for name, points in graded(folder, SLUG).items()} == dict.fromkeys({*STUDENTS} - {student}, 10.0)
    assert {path.name for path in (folder / "autograded").iterdir()} == {*STUDENTS} - {student}
    with book(folder) as kept:
        assert student not in {submission.student.id for submission in kept.assignment_submissions(SLUG)}


def test_it_is_graded_when_the_grader_works_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        failing_for("ben", patch)
        assert api(folder).autograde(SLUG, "*")["success"] is False
    assert api(folder).autograde(SLUG, "*")["success"] is True
    assert {student: sum(points.values()) for student, points in graded(folder, SLUG).items()} == dict.fromkeys(STUDENTS, 10.0)


def test_a_file_whose_notebook_cannot_be_written_has_no_zero_either(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """nbgrader gives a zero at once where it finds no notebook, before it goes on."""
    from autograder.platforms.nbgrader import autograding

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(autograding, "shown", full)
    assert api(folder).autograde(SLUG, "ben")["success"] is False
    assert graded(folder, SLUG) == {}


def test_where_this_machine_isolates_too_little_nobody_is_graded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.errors import IsolationError
    from autograder.platforms import engine

    def weak(wanted: str, *_: object) -> None:
        raise IsolationError(f"This machine gives no {wanted}.")

    monkeypatch.setattr(engine, "proven", weak)
    said = api(folder).autograde(SLUG, "*")
    assert said["success"] is False
    assert "This machine gives no B. Nothing was scored." in said["log"]
    assert not (folder / "autograded").exists()


def broken_off(folder: Path) -> str:
    """As where the package was removed, or is another one."""
    config = folder / "nbgrader_config.py"
    config.write_text(config.read_text().replace("from autograder.cli.plugging import plug", "from autograder.cli.gone import plug"))
    return "Nothing has graded this notebook: nbgrader_config.py was not read to its end. Nothing was scored."


def fails_in_own_words(folder: Path) -> str:
    """As where an instructor's own settings hold a slip: they might have said where all of this goes."""
    (folder / "nbgrader_own.py").write_text("c.CourseDirectory.root = root\n")
    return "could not be read to its end: NameError: name 'root' is not defined. Nothing was scored."


@pytest.mark.parametrize("breaks", [broken_off, fails_in_own_words])
def test_where_the_configuration_fails_nothing_runs_and_nobody_is_graded(
    folder: Path, tmp_path: Path, breaks: Callable[[Path], str]
) -> None:
    """nbgrader itself goes on as if a configuration that fails were empty, and would run what was handed in."""
    trace = tmp_path / "it ran"
    notebook = json.loads((folder / "submitted" / "ada" / SLUG / NOTEBOOK).read_bytes())
    notebook["cells"][1]["source"] = f"open({str(trace)!r}, 'w')"
    (folder / "submitted" / "ada" / SLUG / NOTEBOOK).write_text(json.dumps(notebook))
    said = breaks(folder)
    done = run(folder, "nbgrader", "autograde", SLUG)
    assert done.returncode == 1
    assert said in done.stderr
    assert graded(folder, SLUG) == {}
    assert not trace.exists()


def other_points(kept: Any) -> None:
    kept.find_grade_cell("h", "gradient", SLUG).max_score = 3


def another_question(kept: Any) -> None:
    kept.find_grade_cell("h", "gradient", SLUG).name = kept.find_source_cell("h", "gradient", SLUG).name = "g"


def a_test_of_somebody_else(kept: Any) -> None:
    kept.add_grade_cell("own", "gradient", SLUG, max_score=1, cell_type="code")
    kept.add_source_cell("own", "gradient", SLUG, cell_type="code", source="1", locked=True)


def another_notebook(kept: Any) -> None:
    kept.add_notebook("essay", SLUG)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (other_points, "h is worth 2 points in the course and 3 in nbgrader's gradebook"),
        (another_question, "nbgrader's gradebook has no cells for h of 01-gradient-step"),
        (a_test_of_somebody_else, "none of the course's: own"),
        (another_notebook, "has notebooks in 01-gradient-step that are none of the course's: essay"),
    ],
)
def test_what_nbgrader_has_released_otherwise_is_graded_by_nobody(folder: Path, change: Callable[[Any], None], said: str) -> None:
    with book(folder) as kept:
        change(kept)
        kept.db.commit()
    found = api(folder).autograde(SLUG, "*")
    assert found["success"] is False
    assert said in found["log"]
    assert graded(folder, SLUG) == {}


def test_an_assignment_that_is_none_of_the_courses_is_not_run_by_nbgrader_instead(folder: Path) -> None:
    (folder / "submitted" / "ada" / "ps1").mkdir()
    (folder / "submitted" / "ada" / "ps1" / "ps1.ipynb").write_text("{}")
    said = api(folder).autograde("ps1", "*")
    assert said["success"] is False
    assert "there is no assignment 'ps1'" in said["log"]


# --- straight into the gradebook -----------------------------------------------------------------------------------------


def test_a_faulty_report_is_not_written_and_the_score_before_it_stays(
    folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from autograder.cli import into_nbgrader
    from autograder.course.manifest import load
    from autograder.course.secret import Secret

    course = load(root)
    found = into_nbgrader.class_in(folder, course, SLUG)
    with Engine(root, Secret(b"s" * 32)) as engine:
        reports = [engine.mark(one) for one in found.collected.submissions]
    found.keep(reports)
    faulty = [Report(**{**_fields(report), "score": None}) for report in reports]
    found.keep(faulty)
    assert {student: sum(points.values()) for student, points in graded(folder, SLUG).items()} == dict.fromkeys(STUDENTS, 10.0)


def test_what_stops_half_way_leaves_nothing_and_can_be_done_again(folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.cli import into_nbgrader
    from autograder.course.manifest import load
    from autograder.course.secret import Secret

    found = into_nbgrader.class_in(folder, load(root), SLUG)
    with Engine(root, Secret(b"s" * 32)) as engine:
        reports = [engine.mark(one) for one in found.collected.submissions]

    def stopped(report: Report, asked: object) -> dict[str, str]:
        if report.student == "ben":
            raise KeyboardInterrupt
        return {}

    with monkeypatch.context() as patch:
        patch.setattr(gradebook.telling, "comments", stopped)
        with pytest.raises(KeyboardInterrupt):
            found.keep(reports)
    assert graded(folder, SLUG) == {}
    for _ in range(2):
        assert found.keep(reports) == []
    assert graded(folder, SLUG).keys() == {*STUDENTS}
    with book(folder) as kept:
        notebooks = [one for submission in kept.assignment_submissions(SLUG) for one in submission.notebooks]
        assert [(len(one.grades), len(one.comments)) for one in notebooks] == [(5, 5)] * 3


def test_where_the_database_fails_nothing_of_the_assignment_is_written_and_it_is_said(folder: Path, root: Path) -> None:
    from autograder.cli import into_nbgrader
    from autograder.course.manifest import load
    from autograder.course.secret import Secret

    found = into_nbgrader.class_in(folder, load(root), SLUG)
    with Engine(root, Secret(b"s" * 32)) as engine:
        reports = [engine.mark(one) for one in found.collected.submissions]
    with book(folder) as kept:
        kept.db.execute(text("CREATE TRIGGER full BEFORE INSERT ON comment BEGIN SELECT RAISE(ABORT, 'full'); END"))
        kept.db.commit()
    (why,) = found.keep(reports)
    assert why.startswith(f"{SLUG}: nbgrader's gradebook could not be written (IntegrityError), and nothing of this was.")
    with book(folder) as kept:
        assert (kept.students, kept.assignment_submissions(SLUG)) == ([], [])


def test_a_fault_is_an_exception_here_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.course.secret import Secret

    failing_for("ada", monkeypatch)
    with Engine(root, Secret(b"s" * 32)) as engine, pytest.raises(SandboxFault):
        engine.mark(Submission("ada", SLUG, FILE, b"h = 1"))
