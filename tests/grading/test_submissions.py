"""Golden situations: each folder of tests/submissions/ is named by what is wrong, and holds a submission and the whole report on it.

The class in examples/submitted/ has its reports in tests/submissions/class/. To write the reports anew after a change that is
meant, and to see in the diff what students would read differently:

    pytest tests/grading/test_submissions.py --record
"""

import difflib
from pathlib import Path

import msgspec
import pytest

from autograder.course.load import Loaded
from autograder.course.manifest import Course
from autograder.grading.judge import grade
from autograder.grading.submission import Submission
from autograder.sandbox.host import Sandbox
from tests.grading.conftest import SECRET

ROOT = Path(__file__).resolve().parent.parent.parent
GOLDEN = ROOT / "tests" / "submissions"
SITUATIONS = {folder.name: next(folder.glob("gradient.*"), folder) for folder in sorted(GOLDEN.iterdir()) if folder.is_dir()}
SITUATIONS.pop("class")
CLASS = {path.parent.parent.name: path for path in sorted((ROOT / "examples" / "submitted").glob("*/01-gradient-step/gradient.*"))}


class Golden:
    """Compares a report with the one that is stored, or stores it."""

    def __init__(self, loaded: Loaded, course: Course, sandbox: Sandbox, record: bool) -> None:
        self.loaded, self.course, self.sandbox, self.record = loaded, course, sandbox, record

    def check(self, student: str, submitted: Path, stored: Path) -> None:
        handed_in = Submission(student, "01-gradient-step", submitted.name, submitted.read_bytes())
        report = grade(self.loaded, handed_in, course=self.course, secret=SECRET, sandbox=self.sandbox)
        found = msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
        if self.record:
            stored.write_text(found, encoding="utf-8")
        expected = stored.read_text(encoding="utf-8") if stored.exists() else ""
        if found != expected:
            name = str(stored.relative_to(ROOT))
            diff = "".join(difflib.unified_diff(expected.splitlines(True), found.splitlines(True), name, "as graded now"))
            again = f"pytest tests/grading/test_submissions.py --record -k '{student}'"
            pytest.fail(f"{diff}\nIf this is meant: {again}", pytrace=False)


@pytest.fixture(scope="module")
def golden(loaded: Loaded, course: Course, sandbox: Sandbox, request: pytest.FixtureRequest) -> Golden:
    return Golden(loaded, course, sandbox, request.config.getoption("--record"))


@pytest.mark.parametrize("what", SITUATIONS)
def test_a_situation_gets_its_report(golden: Golden, what: str) -> None:
    golden.check(what, SITUATIONS[what], GOLDEN / what / "report.json")


@pytest.mark.parametrize("student", CLASS)
def test_a_student_of_the_class_gets_the_report(golden: Golden, student: str) -> None:
    golden.check(student, CLASS[student], GOLDEN / "class" / f"{student}.json")


def test_no_report_is_stored_of_a_student_who_has_left() -> None:
    assert {path.stem for path in (GOLDEN / "class").iterdir()} == set(CLASS)
