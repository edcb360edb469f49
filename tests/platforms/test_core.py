"""What every adapter stands on: a judge in this process, the cells that hold the work, and what is packed for a judge elsewhere."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.course.secret import Secret
from autograder.errors import SandboxFault, UsageError
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.worker import Marker
from autograder.platforms.cells import answer_cells
from autograder.platforms.engine import Engine
from autograder.platforms.packing import packed, requirements, unpacked

SECRET = Secret(b"0123456789abcdef" * 2)
SLUG = "01-gradient-step"
ASKED = ("h", "nn_output", "error", "error_term", "del_w")


def handed_in(root: Path, student: str = "ada") -> Submission:
    return Submission(student, SLUG, "gradient.py", (root / "solutions" / SLUG / "gradient.py").read_bytes())


# --- the engine ----------------------------------------------------------------------------------------------------------


def test_a_class_is_graded_side_by_side_and_each_report_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, ben = handed_in(root), Submission("ben", SLUG, "gradient.py", b"h = 1\n")
    with Engine(root, SECRET) as engine:
        engine.mark_all([ada, ben, ada], jobs=2)
        monkeypatch.setattr(Marker, "mark", None)  # whatever is asked for now has been graded
        assert (engine.mark(ada).score, engine.mark(ben).score) == (10.0, 0.0)
        assert engine.mark(ada).isolation == engine.isolation


def test_one_is_graded_alone_and_again_after_the_end(root: Path) -> None:
    engine = Engine(root, SECRET)
    first = engine.mark(handed_in(root))
    engine.close()
    with engine:
        assert engine.mark(handed_in(root, "ben")).questions == first.questions


def test_a_fault_is_raised_and_never_a_zero(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Marker, submission: Submission, time_factor: float = 1.0) -> Report:
        return Report(student="ada", assignment=SLUG, submission="", isolation="A", score=None, max_score=10.0, questions=())

    monkeypatch.setattr(Marker, "mark", broken)
    with (
        Engine(root, SECRET) as engine,
        pytest.raises(SandboxFault, match="ada: 01-gradient-step could not be graded: a problem on our side"),
    ):
        engine.mark(handed_in(root))


# --- where the work stands -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", [entry.slug for entry in load(Path(__file__).parents[2]).assignments])
def test_each_question_has_its_cell(root: Path, slug: str) -> None:
    course = load(root)
    loaded = load_assignment(course, slug)
    cells = json.loads((root / "assignments" / slug / loaded.entry.notebook).read_bytes())["cells"]
    sources = ["".join(cell["source"]) if cell["cell_type"] == "code" else "" for cell in cells]
    placed = answer_cells(sources, loaded.assignment.questions.values())
    assert sorted(name for names in placed.values() for name in names) == sorted(loaded.assignment.questions)
    for index, names in placed.items():
        assert all(loaded.assignment.questions[name].at.partition(".")[0] in sources[index] for name in names)


def test_questions_of_one_class_share_its_cell(root: Path) -> None:
    questions = load_assignment(load(root), "03-perceptron").assignment.questions
    placed = answer_cells(["import math", "def sigmoid(z):\n    pass", "", "class Perceptron:\n    pass"], questions.values())
    assert placed == {1: ("sigmoid",), 3: tuple(questions)[1:]}


# --- what is packed ------------------------------------------------------------------------------------------------------

ELSEWHERE = """
import sys
from pathlib import Path
folder = Path(sys.argv[1])
sys.path[:0] = [str(folder / "engine")]
from autograder.marking.secrets import parse
from autograder.platforms.engine import Engine
from autograder.grading.submission import Submission
import autograder
with Engine(folder / "course", parse((folder / "secret").read_text())) as engine:
    report = engine.mark(Submission("ada", sys.argv[2], "gradient.py", Path(sys.argv[3]).read_bytes()))
print(Path(autograder.__file__).is_relative_to(folder), report.score, report.secret)
"""


def test_what_is_packed_grades_elsewhere_as_here(root: Path, tmp_path: Path) -> None:
    for name, content in packed(load(root), SECRET, "descent", SLUG).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    handed = root / "solutions" / SLUG / "gradient.py"
    asked = [sys.executable, "-P", "-c", ELSEWHERE, str(tmp_path / "descent"), SLUG, str(handed)]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == f"True 10.0 {SECRET.id}\n", done.stderr
    assert unpacked(tmp_path / "descent") == (tmp_path / "descent" / "course", tmp_path / "descent" / "secret")


def test_nothing_that_only_an_instructor_needs_is_packed(root: Path) -> None:
    files = packed(load(root), SECRET, "descent", SLUG)
    engine = [name.removeprefix("descent/engine/autograder/") for name in files if name.startswith("descent/engine/autograder/")]
    assert not {name.split("/")[0] for name in engine} & {"cli", "web", "integrity", "gradebook", "building"}
    assert {name.split("/")[1] for name in engine if name.startswith("platforms/") and name.count("/") > 1} == {"gradescope", "otter"}
    assert not [name for name in files if "__pycache__" in name or "examples/submitted" in name or "/tests/" in name]
    assert all("==" in one for one in requirements())


def test_of_the_course_only_the_assignment_that_is_asked_for_is_packed(root: Path) -> None:
    course = load(root)
    files = packed(course, SECRET, "descent", SLUG)
    others = [entry.slug for entry in course.assignments if entry.slug != SLUG]
    assert len(others) > 3
    assert not [name for name, content in files.items() for slug in others if slug in name or slug.encode() in content]


def test_a_course_that_is_not_built_is_not_packed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "course.toml").write_bytes((root / "course.toml").read_bytes())
    (tmp_path / "solutions").symlink_to(root / "solutions")
    with pytest.raises(UsageError, match=r"assignments/01-gradient-step: is not there. Make it: descent build"):
        packed(load(tmp_path), SECRET, "descent", SLUG)
