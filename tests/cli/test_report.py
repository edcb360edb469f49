"""The class at a glance, from the gradebook in DESCENT_HOME."""

import json
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from autograder.cli.place import database
from autograder.gradebook.store import Gradebook
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission
from tests.cli.conftest import SLUG, Descent

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
WRONG = QuestionReport(id="error", verdict=Verdict.WRONG, points=0, max_points=2, seen=1.5)


def kept(slug: str, **works: tuple[bytes, tuple[QuestionReport, ...]]) -> None:
    """Put reports of these questions into the gradebook, by student."""
    submissions, reports = [], []
    for student, (content, questions) in works.items():
        submission = Submission(student, slug, "gradient.py", content)
        score = sum(one.points for one in questions)
        most = sum(one.max_points for one in questions)
        submissions.append(submission)
        reports.append(
            Report(
                student=student,
                assignment=slug,
                submission=submission.digest,
                isolation="A",
                score=score,
                max_score=most,
                questions=questions,
            )
        )
    with Gradebook.open(database()) as book:
        numbers = book.accept(submissions, when=WHEN)
        book.record(list(zip(numbers, reports, strict=True)), when=WHEN)


def slip(mistake: str = "inputs_summed") -> QuestionReport:
    """A mistake in h."""
    return QuestionReport(id="h", verdict=Verdict.MISTAKE, points=0, max_points=2, mistake=mistake)


@pytest.fixture
def ada() -> None:
    """A gradebook that holds one report."""
    kept("01-step", ada=(b"h = 1\n", (slip(),)))


@pytest.fixture
def a_class() -> None:
    """Two who share a rare mistake and a rare wrong value, among others who have all right."""
    right = tuple(QuestionReport(id=name, verdict=Verdict.CORRECT, points=2, max_points=2) for name in ("h", "error"))
    others = {f"s{number}": (f"h = {number}\n".encode(), right) for number in range(30)}
    kept(SLUG, zara=(b"h = w * x\n", (slip(), WRONG)), yuri=(b"h = x * w\n", (slip(), WRONG)), **others)


def test_an_empty_gradebook_says_how_reports_are_made(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("report") == 0
    assert "descent grade" in capsys.readouterr().out


@pytest.mark.usefixtures("ada")
def test_a_class_is_shown_without_names(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("report") == 0
    said = capsys.readouterr().out
    assert "1 student" in said
    assert "inputs_summed" in said
    assert "ada" not in said
    assert "\n\nOf what each student handed in last, as it was graded. By the course's rules: descent scores, " in said


@pytest.mark.usefixtures("ada")
def test_with_names_it_says_who(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("report", "--names") == 0
    assert "       ada\n" in capsys.readouterr().out


@pytest.mark.usefixtures("ada")
def test_json_is_the_reports(descent: Descent, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("report", "--json", "--assignment", "01-step") == 0
    assert [one["student"] for one in json.loads(capsys.readouterr().out)["reports"]] == ["ada"]
    assert descent("report", "--json", "--assignment", "02-none") == 0
    assert json.loads(capsys.readouterr().out)["reports"] == []


@pytest.mark.usefixtures("a_class")
def test_a_page_is_written_and_names_nobody(descent: Descent, course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "new" / "class.html"
    assert descent("--course", course, "report", "--html", page) == 0
    assert capsys.readouterr().out == f"{page}: 32 students and 1 assignment, without names.\n"
    text = page.read_text(encoding="utf-8")
    assert "The class at a glance" in text
    assert "inputs_summed" in text
    assert "zara" not in text


@pytest.mark.usefixtures("a_class")
def test_without_matplotlib_the_page_is_in_words_and_how_to_have_drawings_is_said(
    descent: Descent, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [
        name for name in sys.modules if name.partition(".")[0] == "matplotlib" or name.startswith("autograder.feedback.classroom")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    page = tmp_path / "class.html"
    assert descent("--course", course, "report", "--html", page) == 0
    said = capsys.readouterr()
    assert said.out == f"{page}: 32 students and 1 assignment, without names.\n"
    assert said.err == f"{page}: in words, without drawings. For these: pip install 'descent-course[plots]'\n"
    text = page.read_text(encoding="utf-8")
    assert "<svg" not in text
    assert "<h3>Scores</h3>" in text


@pytest.mark.usefixtures("a_class")
def test_a_page_with_names_is_for_its_owner_alone(descent: Descent, course: Path, tmp_path: Path) -> None:
    page = tmp_path / "class.html"
    assert descent("--course", course, "report", "--names", "--html", page) == 0
    assert "zara" in page.read_text(encoding="utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


@pytest.mark.usefixtures("a_class")
def test_what_the_page_shows_is_printed_as_json_too(
    descent: Descent, course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("--course", course, "report", "--analysis", "--html", tmp_path / "class.html") == 0
    said = capsys.readouterr().out
    found = json.loads(said)
    assert found["schema"] == "descent/analysis/1"
    assert found["assignments"][0]["mistakes"][0]["count"] == 2
    assert found["assignments"][0]["similar"] is None
    assert "zara" not in said


@pytest.mark.usefixtures("a_class")
def test_submissions_are_compared_where_that_is_asked_for(descent: Descent, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def similar(*more: str) -> Any:
        assert descent("--course", course, "report", "--analysis", "--similar", *more) == 0
        return json.loads(capsys.readouterr().out)["assignments"][0]

    (pair,) = similar("--names")["similar"]
    assert (pair["one"], pair["other"], pair["same_file"]) == ("yuri", "zara", False)
    assert {each["kind"] for each in pair["shared"]} >= {"mistake", "value"}
    found = similar()
    assert found["code_compared"]
    assert found["similar"][0]["one"].startswith("student ")


def test_the_stub_that_all_received_makes_nobody_alike(
    descent: Descent, course: Path, fill: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    stub = (course / "assignments" / SLUG / "gradient.py").read_bytes()
    works = {f"s{number}": (stub + f"\n# {number}\n".encode(), (slip(f"own{number}"),)) for number in range(8)}
    kept(SLUG, **works)
    assert descent("--course", course, "report", "--analysis", "--similar") == 0
    assert json.loads(capsys.readouterr().out)["assignments"][0]["similar"] == []


TOGETHER = {
    "json-and-html": (("--json", "--html", "x.html"), "--json prints the reports and nothing else"),
    "json-and-analysis": (("--json", "--analysis"), "--json prints the reports and nothing else"),
    "similar-alone": (("--similar",), "--similar needs --html FILE or --analysis"),
}


@pytest.mark.parametrize(("options", "said"), TOGETHER.values(), ids=TOGETHER)
def test_options_that_do_not_go_together_are_refused(
    descent: Descent,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert descent("report", *options) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.glob("*.html")) == []


def test_an_assignment_that_is_not_in_the_course_is_named_and_nothing_written(
    descent: Descent, course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "class.html"
    assert descent("--course", course, "report", "--assignment", "09-none", "--html", page) == 2
    assert "there is no assignment '09-none'" in capsys.readouterr().err
    assert not page.exists()


def test_where_the_page_cannot_be_written_it_says_so(
    descent: Descent, course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert descent("--course", course, "report", "--html", tmp_path / "file" / "class.html") == 2
    assert "cannot be written" in capsys.readouterr().err
