"""Golden situations: each folder of tests/submissions/ is named by what is wrong, and holds a submission and the whole report on it.

The class in examples/submitted/ has its reports in tests/submissions/class/<assignment>/. To write the reports anew after a change
that is meant, and to see in the diff what students would read differently:

    pytest tests/grading/test_submissions.py --record
"""

import difflib
from pathlib import Path

import msgspec
import pytest

from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.grading.judge import grade
from autograder.grading.submission import Submission
from autograder.sandbox.host import Sandbox
from tests.grading.conftest import SECRET

ROOT = Path(__file__).resolve().parent.parent.parent
GOLDEN = ROOT / "tests" / "submissions"
SITUATIONS = {folder.name: next(folder.glob("gradient.*"), folder) for folder in sorted(GOLDEN.iterdir()) if folder.is_dir()}
SITUATIONS.pop("class")
FIRST = "01-gradient-step"
CLASS = {
    (path.parent.name, path.parent.parent.name): path
    for path in sorted((ROOT / "examples" / "submitted").glob("*/*/*"))
    if path.suffix in (".py", ".ipynb")
}


class Golden:
    """Compares a report with the one that is stored, or stores it."""

    def __init__(self, course: Course, sandbox: Sandbox, record: bool) -> None:
        self.course, self.sandbox, self.record = course, sandbox, record
        self.loaded: dict[str, Loaded] = {}

    def check(self, student: str, slug: str, submitted: Path, stored: Path) -> None:
        loaded = self.loaded.setdefault(slug, load_assignment(self.course, slug))
        handed_in = Submission(student, slug, submitted.name, submitted.read_bytes())
        report = grade(loaded, handed_in, course=self.course, secret=SECRET, sandbox=self.sandbox)
        found = msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
        if self.record:
            stored.parent.mkdir(exist_ok=True)
            stored.write_text(found, encoding="utf-8")
        expected = stored.read_text(encoding="utf-8") if stored.exists() else ""
        if found != expected:
            name = str(stored.relative_to(ROOT))
            diff = "".join(difflib.unified_diff(expected.splitlines(True), found.splitlines(True), name, "as graded now"))
            again = f"pytest tests/grading/test_submissions.py --record -k '{student}'"
            pytest.fail(f"{diff}\nIf this is meant: {again}", pytrace=False)


@pytest.fixture(scope="module")
def golden(course: Course, sandbox: Sandbox, request: pytest.FixtureRequest) -> Golden:
    return Golden(course, sandbox, request.config.getoption("--record"))


@pytest.mark.parametrize("what", SITUATIONS)
def test_a_situation_gets_its_report(golden: Golden, what: str) -> None:
    golden.check(what, FIRST, SITUATIONS[what], GOLDEN / what / "report.json")


@pytest.mark.parametrize(("slug", "student"), CLASS, ids=map("-".join, CLASS))
def test_a_student_of_the_class_gets_the_report(golden: Golden, slug: str, student: str) -> None:
    golden.check(student, slug, CLASS[slug, student], GOLDEN / "class" / slug / f"{student}.json")


def test_no_report_is_stored_of_a_student_who_has_left() -> None:
    assert {(path.parent.name, path.stem) for path in (GOLDEN / "class").glob("*/*")} == set(CLASS)


def test_each_assignment_has_eight_submissions_to_learn_from(course: Course) -> None:
    assert min(sum(slug == entry.slug for slug, _ in CLASS) for entry in course.assignments) >= 8
