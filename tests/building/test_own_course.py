"""Is what a student of the project's own course receives in order?"""

import ast
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from autograder.building.build import differences, leaks, planned
from autograder.building.bundle import export_student
from autograder.building.examples import published
from autograder.building.stub import stub
from autograder.course.closeness import Array, same
from autograder.course.graph import answers
from autograder.course.load import load_assignment
from autograder.course.manifest import FILE, Course
from autograder.course.published import load
from autograder.grading.rehearsal import rehearse

PRINTED = "Neural Network output:\nNone\nAmount of Error:\nNone\nChange in Weights:\nNone\n"
SLUG = "01-gradient-step"
ROOT = Path(__file__).parents[2]
SLUGS = [entry["slug"] for entry in tomllib.loads((ROOT / FILE).read_text(encoding="utf-8"))["assignments"]]


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


OTHER_LIBRARY = """
import math, numpy as np
def other(function):
    def made(value):
        known = function(value)
        return np.nextafter(known, 2 * known) if np.ndim(known) else type(known)(math.nextafter(known, 2 * known))
    return made
np.exp, np.sin, math.sin, math.exp = map(other, (np.exp, np.sin, math.sin, math.exp))
"""
PROCESSORS = {
    "openblas": ("", {"OPENBLAS_CORETYPE": "PRESCOTT"}),  # the oldest that it knows: np.dot then gives 0.7999999999999999 for 0.8
    "numpy": ("", {"NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX2 FMA3 AVX512F AVX512_SKX"}),
    "library": (OTHER_LIBRARY, {}),  # whose functions differ in their last digit
}


@pytest.mark.parametrize(("before", "settings"), PROCESSORS.values(), ids=PROCESSORS)
def test_another_processor_builds_the_same_bytes(own: Course, before: str, settings: dict[str, str]) -> None:
    code = before + (
        "import json, sys; from pathlib import Path\n"
        "from autograder.building.build import planned; from autograder.course.manifest import load\n"
        "print(json.dumps({path.as_posix(): content.hex() for path, content in planned(load(Path(sys.argv[1]))).items()}))"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(own.root)],
        cwd=own.root,
        env=os.environ | settings | {"PYTHONHASHSEED": "3"},
        capture_output=True,
        check=True,
        text=True,
    )
    there = {name: bytes.fromhex(content) for name, content in json.loads(ran.stdout).items()}
    assert [path.as_posix() for path, content in planned(own).items() if there[path.as_posix()] != content] == []


def test_the_published_answers_are_those_of_the_questions(own: Course, received: Path) -> None:
    assignment = load_assignment(own, SLUG).assignment
    given_out = load(received / SLUG / "examples.json")
    for example, givens in zip(given_out.examples, assignment.examples, strict=True):
        for name, truth in answers(assignment, givens).items():
            question = assignment.questions[name]
            assert same(_array(example.answers[name]), truth, rtol=question.rtol / 100, atol=question.atol)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_student_who_checks_is_told_that_nothing_is_done_and_in_the_end_that_all_is_right(own: Course, slug: str) -> None:
    entry = own.entry(slug)
    master = (own.root / "solutions" / slug / entry.file).read_text(encoding="utf-8")
    made = published(load_assignment(own, slug))
    begun = rehearse(made, stub(master).encode(), "py")
    assert {str(link.verdict) for link in begun.judged} == {"unattempted"}
    assert len(begun.judged) == len(made.questions)
    assert begun.notes == ()
    assert rehearse(made, master.encode(), "py").all_right


def test_the_numbers_of_the_course_are_published(received: Path) -> None:
    first, second = load(received / SLUG / "examples.json").examples
    assert first.answers["nn_output"] == pytest.approx(0.6899744811276125, rel=1e-9)
    assert first.answers["del_w"] == pytest.approx([-0.02031869, -0.04063738, -0.06095608, -0.08127477], rel=1e-6)
    assert second.answers["nn_output"] == pytest.approx(0.289050497374996, rel=1e-9)
    assert second.answers["del_w"] == pytest.approx([-0.00365998, 0.00182999, 0, -0.00548997], rel=1e-5)


def _array(value: object) -> Array:
    return np.asarray(value, dtype=np.float64)
