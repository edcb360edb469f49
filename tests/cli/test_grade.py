"""`descent grade` and `descent explain`, as an instructor types them. With the real sandbox."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from autograder.cli.place import database
from autograder.course.manifest import load
from autograder.gradebook.store import Gradebook
from tests.cli.conftest import SLUG, Descent

SIGN = ("= y - nn_output", "= nn_output - y")


@pytest.fixture
def right(root: Path) -> str:
    """The master, which is right."""
    return (root / "solutions" / SLUG / "gradient.py").read_text(encoding="utf-8")


@pytest.fixture
def submitted(tmp_path: Path, right: str) -> Path:
    """Two students, one with a slip."""
    for student, text in {"ada": right, "ben": right.replace(*SIGN)}.items():
        folder = tmp_path / "submitted" / student / SLUG
        folder.mkdir(parents=True)
        (folder / "gradient.py").write_text(text, encoding="utf-8")
    return tmp_path / "submitted"


def test_a_class_is_graded_into_pages_and_gradebook(
    descent: Descent, root: Path, submitted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line a student, a page each, and the gradebook holds it."""
    assert descent("--course", root, "grade", submitted, "--out", tmp_path / "out") == 0
    said = capsys.readouterr().out
    assert "  ada  ✓ ✓ ✓ ✓ ✓     10 / 10" in said
    assert "  ben  ✓ ✓ ✗ → →      8 / 10    error: sign_reversed" in said
    assert "2 submissions graded, 1 with full points" in said
    assert (tmp_path / "out" / "ben" / f"{SLUG}.html").is_file()
    with Gradebook.open(database()) as book:
        assert [(report.student, report.score) for report in book.reports(SLUG)] == [("ada", 10.0), ("ben", 8.0)]
        assert book.pending() == []


def test_json_has_the_form_that_others_rely_on(
    descent: Descent, root: Path, submitted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The keys of design.md, section 5; and no page is written unasked."""
    monkeypatch.chdir(tmp_path)
    assert descent("--course", root, "grade", submitted, "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["schema"] == "descent/reports/1"
    ben = next(report for report in printed["reports"] if report["student"] == "ben")
    assert {"student", "assignment", "submission", "isolation", "score", "max_score", "questions"} <= ben.keys()
    assert (ben["assignment"], ben["isolation"], ben["score"], ben["max_score"]) == (SLUG, "A", 8.0, 10.0)
    assert ben["submission"].startswith("sha256:")
    error = next(question for question in ben["questions"] if question["id"] == "error")
    assert {"id", "verdict", "points", "max_points", "mistake", "message", "hint"} <= error.keys()
    assert (error["verdict"], error["points"], error["mistake"]) == ("mistake", 0.0, "sign_reversed")
    assert not (tmp_path / "feedback").exists()


def test_grading_again_says_the_same(descent: Descent, root: Path, submitted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same bytes get the same report, to the byte."""
    descent("--course", root, "grade", submitted, "--json")
    first = capsys.readouterr().out
    descent("--course", root, "grade", submitted, "--json", "--jobs", "1")
    assert capsys.readouterr().out == first


def test_a_single_file_and_a_zip_are_taken(
    descent: Descent, root: Path, submitted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file by its name, a zip as the folder that it holds."""
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.write(submitted / "ada" / SLUG / "gradient.py", f"ada/{SLUG}/gradient.py")
    (tmp_path / "gradient.py").write_text((submitted / "ben" / SLUG / "gradient.py").read_text(encoding="utf-8"), encoding="utf-8")
    assert descent("--course", root, "grade", tmp_path / "class.zip", tmp_path / "gradient.py", "--assignment", SLUG, "--json") == 0
    assert sorted(report["score"] for report in json.loads(capsys.readouterr().out)["reports"]) == [8.0, 10.0]


def test_bad_files_are_named_and_all_others_graded(
    descent: Descent, root: Path, submitted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Empty, binary, not UTF-8, not a notebook, a directory, a link: each named, exit 1, and the rest has its marks."""
    bad = {"empty.py": b"", "binary.py": bytes(range(256)), "latin.py": "h = 1  # é".encode("latin-1"), "broken.ipynb": b"{"}
    for name, content in bad.items():
        folder = submitted / f"bad-{name.split('.')[0]}" / SLUG
        folder.mkdir(parents=True)
        (folder / f"gradient.{name.split('.')[1]}").write_bytes(content)
    (submitted / "bad-folder" / SLUG / "gradient.py").mkdir(parents=True)
    (submitted / "bad-link" / SLUG).mkdir(parents=True)
    (submitted / "bad-link" / SLUG / "gradient.py").symlink_to(submitted / "ada" / SLUG / "gradient.py")
    assert descent("--course", root, "grade", submitted, "--json") == 1
    captured = capsys.readouterr()
    reports = {report["student"]: report for report in json.loads(captured.out)["reports"]}
    assert (reports["ada"]["score"], reports["ben"]["score"]) == (10.0, 8.0)
    for student in ("bad-binary", "bad-latin", "bad-broken"):
        assert reports[student]["score"] == 0.0
        assert {question["verdict"] for question in reports[student]["questions"]} == {"failed"}
        assert reports[student]["refusal"]
    for student in ("bad-empty", "bad-folder", "bad-link"):
        assert student in captured.err
    refused = json.loads(captured.out)["refused"]
    assert {one["student"] for one in refused} == {"bad-empty", "bad-folder", "bad-link"}
    assert all(one["reason"] and one["assignment"] == SLUG for one in refused)


def test_less_isolation_than_the_course_asks_for_is_refused_before_anything(
    descent: Descent, root: Path, submitted: Path, weak: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cause and the remedy, exit 2, and nothing is graded: never a silent fallback."""
    assert descent("--course", root, "grade", submitted) == 2
    said = capsys.readouterr().err
    assert "apt install bubblewrap" in said
    assert "min_isolation = 'B'" in said
    with Gradebook.open(database()) as book:
        assert book.reports() == []


def test_with_unsafe_it_is_graded_and_each_report_says_so(
    descent: Descent, root: Path, submitted: Path, weak: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("--course", root, "grade", submitted, "--unsafe", "--json") in (0, 1)
    said = capsys.readouterr()
    assert {report["isolation"] for report in json.loads(said.out)["reports"]} == {"none"}
    assert "Isolation none, by --unsafe: students' code may read and change what this machine lets it." in said.err


def test_unsafe_takes_the_strongest_level_there_is(
    descent: Descent, root: Path, submitted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("--course", root, "grade", submitted, "--unsafe", "--json") in (0, 1)
    said = capsys.readouterr()
    assert {report["isolation"] for report in json.loads(said.out)["reports"]} == {"A"}
    assert said.err.find("--unsafe") == -1


def test_nothing_there_is_said(descent: Descent, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder is a finding, and no silence."""
    (tmp_path / "empty").mkdir()
    assert descent("--course", root, "grade", tmp_path / "empty") == 1
    assert "Nothing to grade was found there." in capsys.readouterr().out


def test_a_path_that_is_not_there_is_wrong_usage(descent: Descent, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, with the path."""
    assert descent("--course", root, "grade", "nowhere-at-all") == 2
    assert "nowhere-at-all" in capsys.readouterr().err


def test_ctrl_c_keeps_what_is_graded_and_says_so(root: Path, submitted: Path, right: str) -> None:
    """Interrupted in the middle of an endless loop: what was accepted is kept, and it says so."""
    for number in range(3):
        folder = submitted / f"endless{number}" / SLUG
        folder.mkdir(parents=True)
        (folder / "gradient.py").write_text(right + f"\nfor _ in range(9):\n    [0 for _ in iter(int, 1)]  # {number}\n")
    command = [sys.executable, "-m", "autograder", "--course", str(root), "grade", str(submitted), "--jobs", "1", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=submitted) as process:
        _wait_until_accepted()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode == 130
    graded = len(json.loads(out)["reports"])
    assert graded < 5
    assert f"Stopped. {graded} graded and kept" in err
    with Gradebook.open(database()) as book:
        assert len(book.reports()) == graded
        assert len(book.pending()) == 5 - graded


def _wait_until_accepted(patience: float = 60.0) -> None:
    """Until the gradebook of the other process has accepted the class."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if Path(os.environ["DESCENT_HOME"], "gradebook.sqlite").exists():
            with Gradebook.open(database()) as book:
                if book.pending():
                    return
    raise AssertionError("nothing was accepted")


def test_explain_shows_one_hidden_case_with_what_was_mended(
    descent: Descent, root: Path, submitted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The evidence for an appeal: the givens, the student's value, the expected one, what was put right."""
    descent("--course", root, "grade", submitted, "--json")
    capsys.readouterr()
    assert descent("--course", root, "explain", "ben", SLUG) == 0
    said = capsys.readouterr().out
    assert "error: mistake (sign_reversed)" in said
    assert "hidden case" in said
    assert "(put right before the run)" in said
    assert "course secret" in said
    assert descent("--course", root, "explain", "ben", SLUG, "error", "--json") == 0
    (evidence,) = json.loads(capsys.readouterr().out)["evidence"]
    assert evidence["yours"] == evidence["would_be"] != evidence["expected"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(["nobody", SLUG], "holds nothing of 'nobody'"), (["ada", "99-none"], "99-none"), (["ada", SLUG, "hh"], "no question 'hh'")],
)
def test_explain_says_what_is_not_there(
    descent: Descent, root: Path, arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown student, assignment or question: exit 2 and what there is."""
    assert descent("--course", root, "explain", *arguments) == 2
    assert expected in capsys.readouterr().err


def test_doctor_says_what_isolation_there_is(descent: Descent, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The level, its layers and what the course asks for."""
    assert descent("--course", root, "doctor") == 0
    said = capsys.readouterr().out
    assert "✓ level A" in said
    assert "✓ no path, no TCP port (Landlock)" in said
    assert "✗" not in said
    assert "course.toml asks for B" in said


def test_doctor_names_the_remedy(
    descent: Descent, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without bubblewrap and without root there is no level, and the exact command is named."""
    monkeypatch.setattr("autograder.sandbox.isolation.find_bubblewrap", lambda: None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert descent("--course", root, "doctor") == 1
    said = capsys.readouterr().out
    assert "✗ level A: bubblewrap was not found. Install it: apt install bubblewrap" in said
    assert "Isolation: none" in said


def collected(folder: Path, **handed_in: str) -> None:
    """The list that `descent collect` leaves beside what it has collected."""

    def listed(student: str, when: str) -> dict[str, object]:
        path = f"{student}/{SLUG}/gradient.py"
        digest = f"sha256:{hashlib.sha256((folder / path).read_bytes()).hexdigest()}"
        more = {"file": "gradient.py", "handed_in": when, "late": False, "digest": digest}
        return {"path": path, "student": student, "slug": SLUG, **more}

    files = [listed(student, when) for student, when in handed_in.items()]
    (folder / "collected.json").write_text(json.dumps({"schema": "descent/collected/1", "files": files}), encoding="utf-8")


def attempts(course: Path) -> dict[str, list[datetime]]:
    """When each student handed in, by the gradebook."""
    with Gradebook.open(database()) as book:
        return {one.student: [at.handed_in for at in one.attempts] for one in book.standings(load(course), SLUG)}


def test_work_that_was_collected_was_handed_in_when_the_list_says(
    descent: Descent, root: Path, submitted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """However often it is graded. What was changed since is held to be handed in now."""
    collected(submitted, ada="2026-03-02T13:00:00+01:00", ben="2026-03-03T13:00:00Z")
    noon, began = datetime(2026, 3, 2, 12, tzinfo=UTC), datetime.now(UTC)
    for _ in range(2):
        assert descent("--course", root, "grade", submitted, "--out", tmp_path / "out") == 0
    assert f"When work was handed in: as {submitted / 'collected.json'} says." in capsys.readouterr().out
    assert attempts(root) == {"ada": [noon], "ben": [noon + timedelta(days=1, hours=1)]}
    (submitted / "ben" / SLUG / "gradient.py").write_text("h = 1\n", encoding="utf-8")
    assert descent("--course", root, "grade", submitted, "--json") == 0
    assert "1 file changed after collecting: held to be handed in now." in capsys.readouterr().err
    assert (attempts(root)["ada"], attempts(root)["ben"][0]) == ([noon], noon + timedelta(days=1, hours=1))
    assert began < attempts(root)["ben"][1] <= datetime.now(UTC)


def test_a_list_that_cannot_be_read_is_told_of_and_nothing_is_graded(
    descent: Descent, root: Path, submitted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (submitted / "collected.json").write_text("{}", encoding="utf-8")
    assert descent("--course", root, "grade", submitted) == 2
    assert "collected.json: is no list of collected work" in capsys.readouterr().err
    assert attempts(root) == {}


def test_grading_the_same_folder_again_is_not_handing_in_again(descent: Descent, root: Path, submitted: Path) -> None:
    """Whoever was in time stays in time."""
    for _ in range(2):
        assert descent("--course", root, "grade", submitted, "--json") == 0
    assert {student: len(times) for student, times in attempts(root).items()} == {"ada": 1, "ben": 1}


# --- attempts that came before ---------------------------------------------------------------------------------------------


@pytest.fixture
def downloaded(tmp_path: Path, course: Path, right: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A download of Brightspace's, collected: ada's first attempt is right, her second one not; ben has one."""
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile("x.zip", "w") as archive:
        archive.writestr("1-9 - ada - Nov 10, 2026 1158 PM/gradient.py", right)
        archive.writestr("1-9 - ada - Nov 12, 2026 1158 PM/gradient.py", right.replace(*SIGN))
        archive.writestr("2-9 - ben - Nov 11, 2026 1158 PM/gradient.py", right.replace(*SIGN))
    return course


def counted(course: Path) -> dict[str, tuple[float | None, int]]:
    """Each student's score, and how many attempts there are."""
    with Gradebook.open(database()) as book:
        return {one.student: (one.standing.score, len(one.attempts)) for one in book.standings(load(course), SLUG)}


@pytest.mark.parametrize(("rule", "score"), [("best", 10.0), ("first", 10.0), ("last", 8.0)])
def test_earlier_attempts_count_by_the_courses_rule(
    descent: Descent, downloaded: Path, rule: str, score: float, capsys: pytest.CaptureFixture[str]
) -> None:
    path = downloaded / "course.toml"
    path.write_text(f'attempts = "{rule}"\n{path.read_text(encoding="utf-8")}', encoding="utf-8")
    assert descent("--course", downloaded, "collect", "x.zip") == 0
    for _ in range(2):
        assert descent("--course", downloaded, "grade", "collected") == 0
        said = capsys.readouterr().out
        assert "1 earlier attempt graded and kept as well. Which one counts: descent scores" in said
        assert "2 submissions graded, 0 with full points" in said
        assert counted(downloaded) == {"ada": (score, 2), "ben": (8.0, 1)}


def test_pages_and_json_are_of_what_was_handed_in_last(descent: Descent, downloaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert descent("--course", downloaded, "collect", "x.zip") == 0
    capsys.readouterr()
    assert descent("--course", downloaded, "grade", "collected", "--json", "--out", "out") == 0
    said = json.loads(capsys.readouterr().out)
    assert [(one["student"], one["score"]) for one in said["reports"]] == [("ada", 8.0), ("ben", 8.0)]
    assert "8 of 10" in Path("out", "ada", f"{SLUG}.md").read_text(encoding="utf-8")


def test_an_earlier_attempt_that_was_changed_is_not_graded_and_that_is_said(
    descent: Descent, downloaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert descent("--course", downloaded, "collect", "x.zip") == 0
    Path("collected/.attempts/ada", SLUG, "1/gradient.py").write_text("h = 1\n", encoding="utf-8")
    capsys.readouterr()
    assert descent("--course", downloaded, "grade", "collected") == 0
    said = capsys.readouterr()
    assert "1 earlier attempt not there as collected, and not graded." in said.err
    assert "graded and kept as well" not in said.out
    assert counted(downloaded)["ada"] == (8.0, 1)


@pytest.mark.parametrize(("name", "late"), [("ada_4711_90001_gradient.py", False), ("ada_LATE_4711_90001_gradient.py", True)])
def test_what_canvas_calls_in_time_is_not_late_when_it_is_graded_weeks_later(
    descent: Descent, course: Path, tmp_path: Path, right: str, monkeypatch: pytest.MonkeyPatch, name: str, late: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    path = course / "course.toml"
    head, entry = path.read_text(encoding="utf-8").split("[[assignments]]")
    entry = entry.replace("points = 10", "points = 10\ndue = 2020-11-20T23:59:00Z")
    path.write_text(f"{head}[late]\nper_day = 0.1\n\n[[assignments]]{entry}", encoding="utf-8")
    with zipfile.ZipFile("submissions.zip", "w") as archive:
        archive.writestr(name, right)
    assert descent("--course", course, "collect", "submissions.zip", "--from", "canvas") == 0
    assert descent("--course", course, "grade", "collected") == 0
    (found,) = counted(course).values()
    assert found == (0.0 if late else 10.0, 1)


# --- more time, and groups ------------------------------------------------------------------------------------------------


def test_who_has_more_time_by_the_roster_has_it_wherever_work_is_graded_and_nobody_reads_of_it(
    descent: Descent, course: Path, tmp_path: Path, right: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Grading, explaining and grading anew."""
    path = course / "course.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("statement_seconds = 2.0", "statement_seconds = 0.1"), encoding="utf-8")
    slow = (
        "import time\nend = time.perf_counter() + 0.15\nh = [np.dot(x, w) for _ in iter(lambda: time.perf_counter() < end, False)][-1]"
    )
    for student in ("ada", "ben"):
        folder = tmp_path / "submitted" / student / SLUG
        folder.mkdir(parents=True)
        (folder / "gradient.py").write_text(right.replace("h = np.dot(x, w)", slow) + f"# {student}\n", encoding="utf-8")
    (tmp_path / "class.csv").write_text("id,time_factor\nada,50\nben,1\n", encoding="utf-8")
    assert descent("roster", "import", tmp_path / "class.csv") == 0
    assert descent("--course", course, "grade", tmp_path / "submitted", "--out", tmp_path / "out") == 0
    assert counted(course) == {"ada": (10.0, 1), "ben": (8.0, 1)}
    capsys.readouterr()
    assert "time" not in (tmp_path / "out" / "ada" / f"{SLUG}.md").read_text(encoding="utf-8")
    assert descent("--course", course, "explain", "ada", SLUG, "h") == 0
    assert "h: correct" in capsys.readouterr().out
    assert descent("--course", course, "regrade", SLUG) == 0
    assert "No report changes." in capsys.readouterr().out


def test_explain_shows_a_member_what_the_group_handed_in(
    descent: Descent, root: Path, submitted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    descent("--course", root, "grade", submitted, "--json")
    assert descent("--course", root, "group", "make", SLUG, "A", "ben", "cleo", "--new") == 0
    capsys.readouterr()
    assert descent("--course", root, "explain", "cleo", SLUG, "error") == 0
    assert "error: mistake (sign_reversed)" in capsys.readouterr().out
