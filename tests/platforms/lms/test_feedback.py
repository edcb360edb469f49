"""Pages get back to the students whose work they are of: by the names that Moodle and Canvas have given, as they read them."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from autograder.course.manifest import ByHand, Course, Entry
from autograder.errors import UsageError
from autograder.gradebook import marks
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.deciding import About
from autograder.gradebook.groups import Wish, put
from autograder.gradebook.log import By
from autograder.gradebook.requests import ask
from autograder.gradebook.roster import enrol
from autograder.gradebook.store import Gradebook
from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.grading.submission import Submission
from autograder.platforms.collecting.worksheet import participants
from autograder.platforms.lms.feedback import Made, export_feedback, in_canvas, in_moodle
from tests.platforms.lms.making import PEOPLE

WHEN = datetime(2026, 11, 20, tzinfo=UTC)
ENTRY = Entry("01-gradient-step", "One step", "gradient.py", 2)
COURSE = Course(title="A course", assignments=(ENTRY,))
WORK = {"ada": b"h = 1\n", "ben": b"h = 2\n", "cleo": b"h = 3\n"}
MOODLE = {
    "Ada Lovelace_5001_assignsubmission_file_/gradient.py": WORK["ada"],
    "Benjamin Okri_5002_assignsubmission_file_/gradient.py": WORK["ben"],
    "Cléo de Mérode_5003_assignsubmission_file_/gradient.py": WORK["cleo"],
}
CANVAS = {
    "lovelaceada_91_7001_gradient.py": WORK["ada"],
    "okribenjamin_LATE_92_7002_gradient.py": WORK["ben"],
    "demérodecléo_93_7003_gradient-1.py": WORK["cleo"],
}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    """Ada and Ben have been graded, Cleo not."""
    with Gradebook.open(sqlite_url(tmp_path / "gradebook.db")) as opened:
        opened.write(lambda connection: enrol(connection, PEOPLE, By("grace", WHEN)))
        for student in ("ada", "ben"):
            grade(opened, student, WORK[student])
        yield opened


def grade(book: Gradebook, student: str, content: bytes) -> None:
    submission = Submission(student, ENTRY.slug, "gradient.py", content)
    (number,) = book.accept([submission], when=WHEN)
    question = QuestionReport(id="h", verdict=Verdict.WRONG, points=0, max_points=2, message=f"Seen, {student}.")
    report = Report(
        student=student, assignment=ENTRY.slug, submission=submission.digest, isolation="A", score=0, max_score=2, questions=(question,)
    )
    book.record([(number, report)], when=WHEN)


def download(path: Path, files: Mapping[str, bytes]) -> Path:
    """The zip that an LMS gives."""
    with zipfile.ZipFile(path, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def export(book: Gradebook, lms: str, files: Mapping[str, bytes], tmp_path: Path) -> tuple[Made, dict[str, str]]:
    """What was made, and the pages by their names."""
    target = tmp_path / "feedback.zip"
    made = export_feedback(book, COURSE, ENTRY, lms, download(tmp_path / "submissions.zip", files), target)
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as there:
        return made, {name: there.read(name).decode() for name in there.namelist()}


def moodle_takes(names: Mapping[str, str], participants: Mapping[int, str]) -> dict[str, tuple[str, str]]:
    """What Moodle makes of the zip, after mod/assign/feedback/file/importziplib.php: by user, the file's name and what it says."""
    taken: dict[str, tuple[str, str]] = {}
    for name, page in names.items():
        if name.rpartition("/")[2].startswith((".", "~")):
            continue
        parts = name.split("/")
        while parts:
            info = parts.pop(0).split("_", 4)
            if len(info) < 4 or not info[1].isdigit() or int(info[1]) not in participants or info[2:4] != ["assignsubmission", "file"]:
                continue
            taken[participants[int(info[1])]] = "/".join([info[4] if len(info) > 4 else "", *parts]).strip("/"), page
            break
    return taken


def canvas_takes(names: Mapping[str, str], attachments: Mapping[int, int]) -> dict[int, str]:
    """What Canvas makes of it, after infer_comment_context_from_filename: pages by user, whose attachment it has to be."""
    taken: dict[int, str] = {}
    for name, page in names.items():
        parts = [part for part in name.split("_") if part != "LATE"]
        user, attachment = ([int(part) for part in parts if re.fullmatch(r"\d+", part)] + [0, 0])[:2]
        if attachments.get(attachment) == user and not parts[-1].startswith("link") and not name.startswith("._"):
            taken[user] = page
    return taken


def test_moodle_takes_each_page_for_its_student(book: Gradebook, tmp_path: Path) -> None:
    made, pages = export(book, "moodle", MOODLE, tmp_path)
    assert list(pages) == [
        "Ada Lovelace_5001_assignsubmission_file_/01-gradient-step.html",
        "Benjamin Okri_5002_assignsubmission_file_/01-gradient-step.html",
    ]
    taken = moodle_takes(pages, {5001: "ada", 5002: "ben", 5003: "cleo"})
    assert {user: name for user, (name, _) in taken.items()} == {"ada": "01-gradient-step.html", "ben": "01-gradient-step.html"}
    assert all(f"Seen, {user}." in page for user, (_, page) in taken.items())
    assert (made.pages, made.missing) == (2, ())
    (without,) = made.without
    assert without.endswith(": cleo has not been graded.")


def test_moodles_flat_and_its_new_folders_are_taken_as_well(book: Gradebook, tmp_path: Path) -> None:
    files = {"Ada Lovelace_5001_assignsubmission_file/gradient.py": WORK["ada"]}
    _, pages = export(book, "moodle", files, tmp_path)
    assert list(pages) == ["Ada Lovelace_5001_assignsubmission_file/01-gradient-step.html"]
    assert moodle_takes(pages, {5001: "ada"})["ada"][0] == "01-gradient-step.html"
    flat = {"Benjamin Okri_5002_assignsubmission_file_gradient.py": WORK["ben"]}
    made, pages = export(book, "moodle", flat, tmp_path)
    assert list(pages) == ["Benjamin Okri_5002_assignsubmission_file_01-gradient-step.html"]
    assert moodle_takes(pages, {5002: "ben"})["ben"][0] == "01-gradient-step.html"
    assert made.missing == ("ada (Ada Lovelace)",)


def test_canvas_takes_each_page_for_its_student(book: Gradebook, tmp_path: Path) -> None:
    made, pages = export(book, "canvas", CANVAS, tmp_path)
    assert list(pages) == ["lovelaceada_91_7001_01-gradient-step.html", "okribenjamin_LATE_92_7002_01-gradient-step.html"]
    taken = canvas_takes(pages, {7001: 91, 7002: 92, 7003: 93})
    assert taken.keys() == {91, 92}
    assert "Seen, ada." in taken[91]
    assert "Seen, ben." in taken[92]
    assert made.pages == 2


def test_canvas_takes_pages_for_names_of_any_script_and_of_its_older_versions(book: Gradebook, tmp_path: Path) -> None:
    grade(book, "cleo", WORK["cleo"])
    name = "deme\u0301rodecle\u0301o_late_93_7003_"
    _, pages = export(book, "canvas", {f"{name}gradient.py": WORK["cleo"], "lovelaceada_91_text.html": b"<p>"}, tmp_path)
    assert list(pages) == [f"{name}01-gradient-step.html"]


def test_a_page_stands_once_beside_the_file_that_was_graded(book: Gradebook, tmp_path: Path) -> None:
    files = {"lovelaceada_91_7000_notes.py": b"x = 1\n", **CANVAS, "lovelaceada_91_7009_other.py": b"y = 1\n"}
    _, pages = export(book, "canvas", files, tmp_path)
    assert [name for name in pages if name.startswith("lovelace")] == ["lovelaceada_91_7001_01-gradient-step.html"]


def test_students_with_one_name_get_no_page_that_may_be_the_others(book: Gradebook, tmp_path: Path) -> None:
    twins = [PEOPLE[0], PEOPLE[1], type(PEOPLE[0])("ada2", "Ada Lovelace")]
    book.write(lambda connection: enrol(connection, twins, By("grace", WHEN)))
    made, pages = export(book, "moodle", MOODLE, tmp_path)
    assert list(pages) == ["Benjamin Okri_5002_assignsubmission_file_/01-gradient-step.html"]
    assert made.missing == ("ada (Ada Lovelace)",)
    assert any("may be ada and ada2" in one for one in made.without)


def test_without_a_roster_two_of_one_name_get_no_page(tmp_path: Path) -> None:
    """There is one "Ada Lovelace" in the gradebook, and nobody knows which of the two she is."""
    with Gradebook.open(sqlite_url(tmp_path / "other.db")) as book:
        grade(book, "Ada Lovelace", WORK["ada"])
        grade(book, "Benjamin Okri", WORK["ben"])
        files = {**MOODLE, "Ada Lovelace_5009_assignsubmission_file_/gradient.py": b"h = 9\n"}
        made, pages = export(book, "moodle", files, tmp_path)
    assert list(pages) == ["Benjamin Okri_5002_assignsubmission_file_/01-gradient-step.html"]
    assert sum("several are called Ada Lovelace there" in one for one in made.without) == 2
    assert made.missing == ("Ada Lovelace",)


def test_a_worksheet_says_who_is_who(book: Gradebook, tmp_path: Path) -> None:
    twins = [PEOPLE[0], PEOPLE[1], type(PEOPLE[0])("ada2", "Ada Lovelace", "a2@uni.example")]
    book.write(lambda connection: enrol(connection, twins, By("grace", WHEN)))
    sheet = tmp_path / "grading.csv"
    sheet.write_text(
        "Identifier,Full name,Email address,Last modified (submission)\nParticipant 5001,Ada Lovelace,ada@uni.example,-\n",
        encoding="utf-8",
    )
    there = download(tmp_path / "submissions.zip", MOODLE)
    target = tmp_path / "feedback.zip"
    made = export_feedback(book, COURSE, ENTRY, "moodle", there, target, participants(sheet))
    assert (made.pages, made.missing) == (2, ())
    with zipfile.ZipFile(target) as pages:
        assert b"Seen, ada." in pages.read("Ada Lovelace_5001_assignsubmission_file_/01-gradient-step.html")


def test_a_folder_that_was_unpacked_is_a_download_too(book: Gradebook, tmp_path: Path) -> None:
    for name, content in MOODLE.items():
        path = tmp_path / "unpacked" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    made = export_feedback(book, COURSE, ENTRY, "moodle", tmp_path / "unpacked", tmp_path / "feedback.zip")
    assert made.pages == 2


def test_names_in_a_download_do_not_lead_out_of_the_zip() -> None:
    assert in_moodle(("a", "Ada_1_assignsubmission_file_", "..", "x.py"), "p.html") == "Ada_1_assignsubmission_file_/p.html"
    for place, parts in ((in_moodle, ("Ada_1_assignsubmission_file_/../../etc", "x.py")), (in_canvas, ("../ada_1_2_x.py",))):
        with pytest.raises(ValueError, match="is no name that was recognised"):
            place(parts, "p.html")
    assert in_canvas(("ada_1_2_..%2f_9_9_x.py",), "p.html") == "ada_1_2_p.html"


REFUSED = {
    "of-the-other-lms": ("canvas", MOODLE, "feedback.zip", r"is no download of Canvas's.*Name what Canvas gives under Gradebook"),
    "nobody-graded": (
        "moodle",
        {next(reversed(MOODLE)): WORK["cleo"]},
        "feedback.zip",
        r"nobody in it is known to have been graded in 01-gradient-step",
    ),
    "no-zip": ("moodle", MOODLE, "feedback.html", r"Moodle takes a zip file\. Name one that ends in \.zip\."),
    "over-the-download": ("moodle", MOODLE, "submissions.zip", r"is there already, and is no earlier zip of these pages"),
}


@pytest.mark.parametrize(("lms", "files", "target", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_and_nothing_written(
    book: Gradebook, tmp_path: Path, lms: str, files: dict[str, bytes], target: str, said: str
) -> None:
    there = download(tmp_path / "submissions.zip", files)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix == ".zip"}
    with pytest.raises(UsageError, match=said):
        export_feedback(book, COURSE, ENTRY, lms, there, tmp_path / target)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix in (".zip", ".html")} == before


def test_pages_are_written_again_over_earlier_ones(book: Gradebook, tmp_path: Path) -> None:
    _, before = export(book, "moodle", MOODLE, tmp_path)
    grade(book, "cleo", WORK["cleo"])
    _, after = export(book, "moodle", MOODLE, tmp_path)
    assert len(after) == len(before) + 1


def test_each_member_of_a_group_has_a_page_of_their_own_name(book: Gradebook, tmp_path: Path) -> None:
    """Cleo's own file is in the download too, and was never graded: the group's was."""
    put(book, COURSE, [Wish(ENTRY.slug, "A", one) for one in ("ada", "cleo")], By("grace", WHEN))
    _, pages = export(book, "moodle", MOODLE, tmp_path)
    page = pages["Cléo de Mérode_5003_assignsubmission_file_/01-gradient-step.html"]
    assert "<bdi>cleo</bdi>" in page
    assert "<bdi>ada</bdi>" not in page


def test_of_a_group_one_file_in_the_download_is_enough(book: Gradebook, tmp_path: Path) -> None:
    put(book, COURSE, [Wish(ENTRY.slug, "A", one) for one in ("ada", "cleo")], By("grace", WHEN))
    made, _ = export(book, "moodle", dict(list(MOODLE.items())[:1]), tmp_path)
    assert (made.pages, made.missing) == (1, ("ben (Benjamin Okri)",))


def test_a_page_has_what_people_said_of_the_students_own_work(book: Gradebook, tmp_path: Path) -> None:
    entry = msgspec.structs.replace(ENTRY, questions=(ByHand("why", "manual", "Which way?", 3),))
    course = msgspec.structs.replace(COURSE, assignments=(entry,))
    marks.mark(book, course, entry, [marks.Mark(("ada",), "why", 1.5, "Down?")], By("grace", WHEN))
    ask(book, About("ben", entry), "h", "It is right.", By("grace", WHEN))
    files = download(tmp_path / "moodle.zip", MOODLE)
    export_feedback(book, course, entry, "moodle", files, tmp_path / "back.zip")
    with zipfile.ZipFile(tmp_path / "back.zip") as made:
        ada, ben = (made.read(name).decode() for name in sorted(made.namelist()))
    assert "Together 1.5 of 5 points." in ada
    assert "Down?" in ada
    assert "So far 0 of 5 points: why waits for a mark." in ben
    assert "It is right." in ben
    assert "Down?" not in ben
    assert "It is right." not in ada
