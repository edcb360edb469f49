"""`descent grade --nbgrader DIR`: scores and comments straight into nbgrader's gradebook, as typed."""

import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.course.manifest import load
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.store import Gradebook
from autograder.marking.tree import spelled
from tests.platforms.nbgrader.classroom import FILE, NOTEBOOK, SLUG
from tests.platforms.nbgrader.routes import book, exported, graded, released, run, submitted
from tests.platforms.parity.edits import edited, right, slipped

DUE = datetime(2026, 9, 21, 12, tzinfo=UTC).replace(tzinfo=None)  # as nbgrader keeps times: in UTC, without saying so
LATE = "[late]\nper_day = 0.1\ngrace_hours = 1\n"


def course_with(root: Path, folder: Path, more: str = "") -> Path:
    """The course, in another folder and with more in its course.toml."""
    folder.mkdir()
    for name in ("assignments", "solutions"):
        (folder / name).symlink_to(root / name)
    text = (root / "course.toml").read_text(encoding="utf-8")
    (folder / "course.toml").write_text(text.replace("[limits] ", f"{more}\n[limits] ", 1), encoding="utf-8")
    assert not more or more in (folder / "course.toml").read_text(encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Direct:
    """What came of it."""

    folder: Path
    code: int
    said: str
    complained: str
    course: Path
    home: Path


@pytest.fixture(scope="module")
def work(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Direct]:
    """A class: on time, late by a day and a bit, late beyond what is known, with points by hand, with something that nobody grades."""
    notebook = (released(root, SLUG) / "release" / SLUG / NOTEBOOK).read_bytes()
    course = course_with(root, tmp_path_factory.mktemp("courses") / "late", LATE)
    handed_in = {student: (NOTEBOOK, edited(notebook, slipped)) for student in ("late", "marked", "timeless", "mistimed")}
    handed_in |= {"punctual": (NOTEBOOK, edited(notebook, right)), "py": (FILE, b"h = 1\n"), "empty": (FILE, b"")}
    with pytest.MonkeyPatch.context() as patch, submitted(root, SLUG, handed_in) as folder:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("DESCENT_HOME", str(home))
        config = (folder / "nbgrader_config.py").read_text(encoding="utf-8").replace(str(root), str(course))
        (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
        for student, text in {
            "late": "2026-09-22 13:30:00 UTC",
            "punctual": "2026-09-21 06:59:59 America/New_York",
            "mistimed": "a minute ago",
        }.items():
            (folder / "submitted" / student / SLUG / "timestamp.txt").write_text(text)
        with book(folder) as gradebook:
            gradebook.find_assignment(SLUG).duedate = DUE
            gradebook.add_student("marked")
            gradebook.add_submission(SLUG, "marked")
            gradebook.find_grade("error_term", "gradient", SLUG, "marked").manual_score = 1.5
            gradebook.find_comment("answer-error_term", "gradient", SLUG, "marked").manual_comment = "See me."
            gradebook.db.commit()
        done = run(course, "descent", "grade", "--nbgrader", str(folder), "--out", str(folder / "pages"))
        run(folder, "nbgrader", "export", check=True)
        yield Direct(folder, done.returncode, done.stdout, done.stderr, course, home)


def rows(work: Direct) -> dict[str, dict[str, str]]:
    return {row["student_id"]: row for row in csv.DictReader((work.folder / "grades.csv").read_text(encoding="utf-8").splitlines())}


def test_nbgrader_export_shows_the_scores(work: Direct) -> None:
    assert {student: float(row["raw_score"]) for student, row in rows(work).items()} == {
        "late": 8.0, "marked": 9.5, "timeless": 8.0, "punctual": 10.0, "py": 0.0,
    }  # fmt: skip


def test_lateness_costs_what_the_courses_rule_says_by_nbgraders_due_date(work: Direct) -> None:
    found = {student: float(row["late_submission_penalty"]) for student, row in rows(work).items()}
    assert found == {"late": 1.6, "marked": 0.0, "timeless": 0.0, "punctual": 0.0, "py": 0.0}  # two days begun, a tenth each, of 8
    assert rows(work)["late"]["timestamp"] == "2026-09-22 13:30:00"
    assert rows(work)["punctual"]["timestamp"] == "2026-09-21 10:59:59"


def test_what_a_person_has_marked_stays_and_is_asked_to_be_looked_at(work: Direct) -> None:
    with book(work.folder) as gradebook:
        grade = gradebook.find_grade("error_term", "gradient", SLUG, "marked")
        assert (grade.manual_score, grade.auto_score, grade.needs_manual_grade) == (1.5, 0.0, True)
        assert gradebook.find_comment("answer-error_term", "gradient", SLUG, "marked").comment == "See me."
        assert not gradebook.find_grade("error_term", "gradient", SLUG, "late").needs_manual_grade


def test_comments_say_what_feedback_says(work: Direct) -> None:
    with book(work.folder) as gradebook:
        comments = gradebook.find_submission_notebook("gradient", SLUG, "late").comments
        said = {comment.name: comment.auto_comment for comment in comments}
    assert said["answer-h"] == "`h`: correct."
    assert said["answer-error_term"].startswith("`error_term`: not right yet. Hint: ")
    assert said["answer-del_w"] == "`del_w`: follow-through credit."


def test_what_was_not_graded_is_told_of_and_has_no_zero(work: Direct) -> None:
    assert work.code == 1
    assert f"{spelled(str(work.folder / 'submitted' / 'empty' / SLUG / FILE))}: The file is empty." in work.complained
    assert "mistimed/01-gradient-step/timestamp.txt: It is not a time such as 2026-09-21 23:59:00 UTC" in work.complained
    assert not rows(work).keys() & {"empty", "mistimed"}
    assert not graded(work.folder, SLUG).keys() & {"empty", "mistimed"}


def test_it_is_graded_as_descent_grade_grades(work: Direct) -> None:
    assert "5 submissions graded, 1 with full points, median 8 of 10. 2 files not graded." in " ".join(work.said.split())
    assert f"In {work.folder}: nbgrader export" in work.said
    reports = json.loads((work.folder / "pages" / "reports.json").read_text())["reports"]
    points = {one["student"]: {asked["id"]: asked["points"] for asked in one["questions"]} for one in reports}
    found = graded(work.folder, SLUG)
    assert found.pop("marked")["error_term"] == 1.5
    assert {student: points[student] for student in found} == found
    assert (work.folder / "pages" / "late" / f"{SLUG}.html").is_file()


def test_it_stands_in_the_courses_own_gradebook_too_with_its_time(work: Direct) -> None:
    with Gradebook.open(sqlite_url(work.home / "gradebook.sqlite")) as own:
        found = {one.student: one.attempts[-1] for one in own.standings(load(work.course), SLUG)}
    assert found["late"].handed_in == datetime(2026, 9, 22, 13, 30, tzinfo=UTC)
    assert sum(found["late"].points.values()) == 8.0


# --- what it refuses -----------------------------------------------------------------------------------------------------


def test_what_nbgrader_has_not_released_is_not_graded_into_it(root: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(exported(root), tmp_path / "course"))
    (folder / "submitted" / "ada" / SLUG).mkdir(parents=True)
    (folder / "submitted" / "ada" / SLUG / FILE).write_text("h = 1\n")
    done = run(root, "descent", "grade", "--nbgrader", str(folder), "--out", str(tmp_path / "pages"))
    assert done.returncode == 2
    assert f"{folder}: nbgrader has released nothing there. Run in it: nbgrader generate_assignment" in done.stderr
    assert not (folder / "gradebook.db").read_bytes()


def test_of_what_is_released_the_scores_are_kept_and_the_rest_is_told_of(root: Path) -> None:
    with submitted(root, SLUG, {"ada": (FILE, (root / "solutions" / SLUG / FILE).read_bytes())}) as folder:
        (folder / "submitted" / "ada" / "02-single-neuron").mkdir()
        shutil.copy(root / "assignments" / "02-single-neuron" / "neuron.py", folder / "submitted" / "ada" / "02-single-neuron")
        done = run(root, "descent", "grade", "--nbgrader", str(folder), "--out", str(folder / "pages"))
        assert graded(folder, SLUG)["ada"] == dict.fromkeys(("h", "nn_output", "error", "error_term", "del_w"), 2.0)
    assert done.returncode == 1
    assert "Not in nbgrader's gradebook: nbgrader's gradebook knows no notebook neuron in 02-single-neuron. Run: " in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name what is to be graded"),
        (["--nbgrader", "{}", "{}"], "Name what is to be graded"),
        (["--nbgrader", "{}"], "holds no nbgrader_config.py, so it is no course folder of nbgrader's"),
    ],
    ids=["nothing-named", "both-named", "another-folder"],
)
def test_what_cannot_be_meant_is_refused(root: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run(root, "descent", "grade", *(argument.format(tmp_path) for argument in arguments))
    assert done.returncode == 2
    assert said in done.stderr


def test_a_configuration_that_fails_is_told_of_and_nothing_is_graded(root: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(exported(root), tmp_path / "course"))
    (folder / "nbgrader_own.py").write_text("c.CourseDirectory.root = 1 / 0\n")
    done = run(root, "descent", "grade", "--nbgrader", str(folder))
    assert done.returncode == 2
    assert (
        f"{folder / 'nbgrader_config.py'}: could not be read to its end, and nothing was graded: ZeroDivisionError: division by zero."
        in done.stderr
    )


def test_a_folder_where_nobody_has_handed_in_is_told_of(root: Path, tmp_path: Path) -> None:
    done = run(root, "descent", "grade", "--nbgrader", str(shutil.copytree(exported(root), tmp_path / "course")))
    assert done.returncode == 2
    assert "nothing was handed in there for any assignment. Expected submitted/..." in done.stderr
