"""Is what a student of the project's own course receives in order?"""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np
import pytest

from autograder.building.build import differences, leaks, planned
from autograder.building.bundle import export_student
from autograder.course.closeness import Array, same
from autograder.course.graph import answers
from autograder.course.load import load_assignment
from autograder.course.manifest import Course
from autograder.course.published import load

PRINTED = "Neural Network output:\nNone\nAmount of Error:\nNone\nChange in Weights:\nNone\n"
SLUG = "01-gradient-step"


@pytest.fixture(scope="module")
def received(own: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a student of the class receives."""
    folder = tmp_path_factory.mktemp("class") / "descent"
    export_student(own, folder)
    return folder


def test_assignments_are_as_fresh_as_their_masters_and_give_nothing_away(own: Course) -> None:
    assert differences(own) == []
    assert leaks(own, planned(own)) == []


def test_every_name_that_is_asked_is_a_placeholder_in_the_stub(own: Course) -> None:
    text = planned(own)[Path("assignments", SLUG, "gradient.py")].decode()
    assigned = {
        target.id: node.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for question in load_assignment(own, SLUG).assignment.questions:
        assert isinstance(assigned[question], ast.Constant)
        assert assigned[question].value is None
    assert text.count("TODO") >= 5
    assert "SOLUTION" not in text


def test_the_stub_runs_as_a_student_would_run_it(received: Path) -> None:
    ran = subprocess.run([sys.executable, "gradient.py"], cwd=received / SLUG, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr, ran.stdout) == (0, "", PRINTED)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_notebook_runs_as_a_student_would_run_it(received: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nbclient import NotebookClient

    for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    made = nbformat.read(received / SLUG / "gradient.ipynb", as_version=4)
    NotebookClient(made, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    printed = "".join(output.text for cell in made.cells if cell.cell_type == "code" for output in cell.outputs)
    assert printed == PRINTED


def test_another_processor_builds_the_same_bytes(own: Course) -> None:
    """OpenBLAS as on the oldest processor that it knows: np.dot then gives 0.7999999999999999 for 0.8."""
    code = (
        "import json, sys; from pathlib import Path\n"
        "from autograder.building.build import planned; from autograder.course.manifest import load\n"
        "print(json.dumps([content.hex() for content in planned(load(Path(sys.argv[1]))).values()]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(own.root)],
        cwd=own.root,
        env=os.environ | {"OPENBLAS_CORETYPE": "PRESCOTT", "PYTHONHASHSEED": "3"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert json.loads(ran.stdout) == [content.hex() for content in planned(own).values()]


def test_the_published_answers_are_those_of_the_questions(own: Course, received: Path) -> None:
    assignment = load_assignment(own, SLUG).assignment
    published = load(received / SLUG / "examples.json")
    for example, givens in zip(published.examples, assignment.examples, strict=True):
        for name, truth in answers(assignment, givens).items():
            question = assignment.questions[name]
            assert same(_array(example.answers[name]), truth, rtol=question.rtol / 100, atol=question.atol)


def test_the_numbers_of_the_course_are_published(received: Path) -> None:
    first, second = load(received / SLUG / "examples.json").examples
    assert first.answers["nn_output"] == pytest.approx(0.6899744811276125, rel=1e-9)
    assert first.answers["del_w"] == pytest.approx([-0.02031869, -0.04063738, -0.06095608, -0.08127477], rel=1e-6)
    assert second.answers["nn_output"] == pytest.approx(0.289050497374996, rel=1e-9)
    assert second.answers["del_w"] == pytest.approx([-0.00365998, 0.00182999, 0, -0.00548997], rel=1e-5)


def _array(value: object) -> Array:
    return np.asarray(value, dtype=np.float64)
