"""`descent export canvas|moodle|blackboard|brightspace|feedback` as an instructor types them."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.cli.place import database
from autograder.gradebook.log import By
from autograder.gradebook.roster import Person, enrol
from autograder.gradebook.store import Gradebook
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission
from tests.cli.conftest import SLUG, Descent, Typed

WHEN = datetime(2026, 11, 20, tzinfo=UTC)
TITLE = "One step of gradient descent"
ADA = Person("ada", "Ada Lovelace", "ada@uni.example", "alovelace", "1001")
BEN = Person("ben", "Benjamin Okri", "ben@uni.example", "bokri", "1002")
GRADES = (
    f"First name,Last name,ID number,Assignment: {TITLE} (Real),Essay (Real)\n"
    "Ada,Lovelace,1001,-,3.00\nBenjamin,Okri,1002,7.00,4.00\nZaphod,B,4242,1.00,-\n"
)


@pytest.fixture(autouse=True)
def graded(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ada has 8.5 and Ben 7; the test is in an empty folder."""
    with Gradebook.open(database()) as book:
        book.write(lambda connection: enrol(connection, [ADA, BEN], By("grace", WHEN)))
        for student, points in (("ada", 8.5), ("ben", 7)):
            submission = Submission(student, SLUG, "gradient.py", student.encode())
            (number,) = book.accept([submission], when=WHEN)
            question = QuestionReport(id="h", verdict=Verdict.CORRECT, points=points, max_points=10)
            report = Report(
                student=student, assignment=SLUG, submission=submission.digest, isolation="A", score=points, max_score=10,
                questions=(question,),
            )  # fmt: skip
            book.record([(number, report)], when=WHEN)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def grades(text: str = GRADES) -> Path:
    Path("grades.csv").write_bytes(text.encode())
    return Path("grades.csv")


def test_a_new_file_is_named_after_the_lms(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", course, "export", "canvas") == 0
    assert Path("canvas.csv").read_text(encoding="utf-8").splitlines()[2] == "Ada Lovelace,,alovelace,,8.5"
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "canvas.csv: 2 scores of 2 students.",
        "Canvas: Grades > Import. Look at the changes that Canvas shows before you save them.",
    ]
    assert err == "Canvas finds an assignment by its exact title, and makes a new one where it has none of that title.\n"


@pytest.mark.parametrize("lms", ["canvas", "moodle", "brightspace"])
def test_a_file_may_be_named_in_either_way_but_not_in_both(
    descent: Descent, course: Path, lms: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("--course", course, "export", lms, "one.csv") == 0
    assert descent("--course", course, "export", lms, "--out", "two.csv") == 0
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()
    assert descent("--course", course, "export", lms, "three.csv", "--out", "four.csv") == 2
    assert "Two files are named to write" in capsys.readouterr().err
    assert sorted(path.name for path in Path().iterdir()) == ["one.csv", "two.csv"]


def test_a_download_is_filled_in_beside_itself(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", course, "export", "moodle", "--template", grades()) == 0
    assert Path("grades-filled.csv").read_text(encoding="utf-8") == GRADES.replace("1001,-,", "1001,8.5,")
    assert Path("grades.csv").read_text(encoding="utf-8") == GRADES
    out, err = capsys.readouterr()
    assert out.startswith("grades-filled.csv: 2 scores of 2 students, 1 new to Moodle.\nMoodle: Grades > Import > CSV file.")
    assert err == "Nobody's here, left as Moodle has them (1):\n  line 4: Zaphod B (4242)\n"


def test_only_what_changes_is_written_if_asked(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", course, "export", "moodle", "out.csv", "--template", grades(), "--changed-only") == 0
    assert Path("out.csv").read_text(encoding="utf-8").splitlines() == [
        f"First name,Last name,ID number,Assignment: {TITLE} (Real)",
        "Ada,Lovelace,1001,8.5",
    ]
    Path("out.csv").unlink()
    grades(GRADES.replace("1001,-,", "1001,8.50,"))
    assert descent("--course", course, "export", "moodle", "out.csv", "--template", "grades.csv", "--changed-only") == 0
    assert "Nothing has changed: Moodle has 2 scores already. No file was written." in capsys.readouterr().out
    assert not Path("out.csv").exists()


def test_scores_that_find_no_row_are_findings(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "".join(line for line in GRADES.splitlines(keepends=True) if "Okri" not in line)
    assert descent("--course", course, "export", "moodle", "--template", grades(text)) == 1
    assert "Not exported (1):\n  ben (Benjamin Okri): is not in grades.csv.\n" in capsys.readouterr().err
    assert Path("grades-filled.csv").exists()


def test_a_column_may_be_named(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ("--course", course, "export", "moodle", "--template", grades(GRADES.replace(TITLE, "Week 1")))
    assert descent(*call) == 2
    assert "there is no column for 01-gradient-step ('One step of gradient descent')" in capsys.readouterr().err
    assert descent(*call, "--column", f"{SLUG}=Week 1") == 0
    assert ",8.5,3.00" in Path("grades-filled.csv").read_text(encoding="utf-8")


REFUSED = {
    "changed-only-without-a-template": (
        ("moodle", "--changed-only"),
        "--changed-only and --column are for the gradebook that the LMS gave",
    ),
    "column-without-a-template": (("moodle", "--column", f"{SLUG}=x"), "Name it: --template FILE"),
    "a-column-of-nothing": (
        ("moodle", "--template", "grades.csv", "--column", "x=y"),
        "--column x=y: expected SLUG=COLUMN, with one of 01-gr",
    ),
    "a-column-without-a-name": (("moodle", "--template", "grades.csv", "--column", f"{SLUG}="), "expected SLUG=COLUMN"),
    "two-columns-for-one": (
        ("moodle", "--template", "grades.csv", "--column", f"{SLUG}=a", "--column", f"{SLUG}=b"),
        "a column of 01-gradient-step is named already",
    ),
    "no-such-assignment": (("canvas", "--assignment", "09-z"), "there is no assignment '09-z'"),
    "no-such-download": (("canvas", "--template", "nonesuch.csv"), "nonesuch.csv: cannot be read: No such file or directory"),
    "blackboard-without-a-download": (("blackboard",), "Blackboard knows its columns by numbers that only its own file has"),
    "another-lms": (("canvas", "--template", "grades.csv"), "grades.csv, line 1: there is no header, but 'First name,Last name,"),
    "over-the-download": (("moodle", "grades.csv"), "grades.csv: is there already, and is no earlier export of these columns"),
    "into-the-download": (("moodle", "grades.csv", "--template", "grades.csv"), "grades.csv: is the download itself"),
    "feedback-without-a-download": (
        ("feedback", "moodle", "f.zip", "--assignment", SLUG, "--download", "nonesuch.zip"),
        "nonesuch.zip: not found",
    ),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_said_and_nothing_written(
    descent: Descent, course: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    grades()
    assert descent("--course", course, "export", *arguments) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["grades.csv"]
    assert Path("grades.csv").read_text(encoding="utf-8") == GRADES


def test_pages_go_back_in_one_zip(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile("submissions.zip", "w") as made:
        made.writestr("lovelaceada_91_7001_gradient.py", b"ada")
    call = ("--course", course, "export", "feedback", "canvas", "feedback.zip", "--assignment", SLUG, "--download", "submissions.zip")
    assert descent(*call) == 1
    out, err = capsys.readouterr()
    assert out.startswith("feedback.zip: 1 page. On Canvas: Gradebook > the assignment's menu > Re-Upload Submissions.")
    assert err == "Graded, and not in the download (1):\n  ben (Benjamin Okri)\n"
    with zipfile.ZipFile("feedback.zip") as there:
        assert there.namelist() == [f"lovelaceada_91_7001_{SLUG}.html"]


def test_an_empty_gradebook_says_what_to_do_first(typed: Typed, course: Path, tmp_path: Path) -> None:
    done = typed("export", "moodle", folder=course, DESCENT_HOME=str(tmp_path / "elsewhere"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "descent: The gradebook holds no score of 01-gradient-step. Grade first: descent grade PATH...\n"
    assert not (course / "moodle.csv").exists()
