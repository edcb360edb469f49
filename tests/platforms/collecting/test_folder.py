"""A plain folder and nbgrader's `submitted/` are read as `descent grade` reads them, with the times that nbgrader writes down."""

from datetime import datetime
from pathlib import Path

import pytest

from autograder.gradebook.roster import Person
from tests.platforms.collecting.downloads import (
    COURSE,
    LATER,
    NET,
    NOBODY,
    STEP,
    WORK,
    collect,
    laid_out,
    only,
    students,
    why,
    works,
    zipped,
)

STAMP = b"2026-11-20 23:30:00.123456 UTC\n"

# --- what must not happen ------------------------------------------------------------------------------------------------


def test_a_zip_in_a_folder_hands_in_for_nobody_else(tmp_path: Path) -> None:
    laid_out(tmp_path / "in", {"bob/gradient.py": WORK})
    zipped(tmp_path / "in" / "eve.zip", [f"ada/{STEP}/gradient.py"])
    assert students(collect([tmp_path / "in"], COURSE, NOBODY)) == ["bob", "eve"]


def test_a_download_in_a_folder_is_not_taken_for_a_students_zip(tmp_path: Path) -> None:
    laid_out(tmp_path / "in", {"bob/gradient.py": WORK})
    zipped(tmp_path / "in" / "submissions.zip", ["ada_1_2_gradient.py", "cy_2_3_gradient.py"])
    collection = collect([tmp_path / "in"], COURSE, NOBODY)
    assert students(collection) == ["bob"]
    assert "a download of Canvas in a folder" in why(collection)[0]


def test_a_time_in_a_students_own_zip_or_folder_is_not_believed(tmp_path: Path) -> None:
    laid_out(tmp_path / "in", {f"{STEP}/timestamp.txt": STAMP, "bob/gradient.py": WORK, "bob/timestamp.txt": STAMP})
    zipped(tmp_path / "in" / "eve.zip", {f"{STEP}/gradient.py": WORK, f"{STEP}/timestamp.txt": STAMP})
    collection = collect([tmp_path / "in"], COURSE, NOBODY)
    assert {one.attempt.submission.student: one.attempt.at for one in collection.taken} == {"bob": None, "eve": None}


def test_names_that_differ_by_capital_letters_alone_are_asked_about(tmp_path: Path) -> None:
    path = zipped(tmp_path / "class.zip", {"Ada/gradient.py": WORK, "ada/gradient.py": LATER, "bob/gradient.py": WORK})
    collection = collect([path], COURSE, NOBODY)
    assert students(collection) == ["bob"]
    assert (
        why(collection)
        == ["Ada and ada differ by capital letters alone, so it is not clear whether they are one student. Rename one."] * 2
    )


def test_a_name_that_is_spelled_in_two_ways_is_asked_about(tmp_path: Path) -> None:
    path = zipped(tmp_path / "class.zip", ["Jose\u0301/gradient.py", "Jos\u00e9/network.py", "bob/gradient.py"])
    collection = collect([path], COURSE, NOBODY)
    assert students(collection) == ["bob"]
    assert "spelled in 2 ways" in why(collection)[0]


# --- what is read --------------------------------------------------------------------------------------------------------


def test_nbgraders_times_are_the_attempts_times(tmp_path: Path) -> None:
    laid_out(
        tmp_path / "submitted",
        {f"ada/{STEP}/gradient.ipynb": WORK, f"ada/{STEP}/timestamp.txt": STAMP, f"bob/{STEP}/gradient.py": WORK},
    )
    collection = collect([tmp_path / "submitted"], COURSE, NOBODY)
    assert [(one.attempt.submission.file, one.attempt.at, one.late) for one in collection.taken] == [
        ("gradient.ipynb", datetime.fromisoformat("2026-11-20T23:30:00.123456+00:00"), True),
        ("gradient.py", None, None),
    ]


@pytest.mark.parametrize(
    "text", ["yesterday", "2026-11-20 23:30:00 PST", "2026-13-40 00:00:00 UTC", "x" * 300, ""], ids=lambda text: text[:20]
)
def test_a_time_that_cannot_be_read_is_told_and_the_work_is_collected(tmp_path: Path, text: str) -> None:
    laid_out(tmp_path / "submitted", {f"ada/{STEP}/gradient.py": WORK, f"ada/{STEP}/timestamp.txt": text.encode()})
    collection = collect([tmp_path / "submitted"], COURSE, NOBODY)
    assert only(collection).attempt.at is None
    assert why(collection)


def test_folders_and_zips_and_single_files_are_known(tmp_path: Path) -> None:
    laid_out(tmp_path / "in", {f"ada/{STEP}/gradient.py": WORK, "bob/network.py": WORK})
    zipped(tmp_path / "in" / "cy.zip", [f"{STEP}/gradient.py"])
    single = laid_out(tmp_path / "dora", {"gradient.py": WORK}) / "gradient.py"
    collection = collect([tmp_path / "in", single], COURSE, NOBODY)
    assert [work[:2] for work in works(collection)] == [("ada", STEP), ("bob", NET), ("cy", STEP), ("dora", STEP)]


def test_a_folder_may_be_called_by_whatever_the_roster_says_of_a_student(tmp_path: Path) -> None:
    ada = Person("ada", full_name="Ada Lovelace", email="ada@example.org", login="alove", number="4711")
    for name in ("ada", "ADA", "ada@example.org", "alove", "4711", "Ada Lovelace", "Lovelace, Ada"):
        laid_out(tmp_path / name / "in", {f"{name}/{STEP}/gradient.py": WORK})
        known = type(NOBODY)(here=NOBODY.here, roster=[ada])
        assert students(collect([tmp_path / name / "in"], COURSE, known)) == ["ada"]


def test_with_an_assignment_named_other_folders_are_passed_over(tmp_path: Path) -> None:
    laid_out(tmp_path / "in", {f"ada/{STEP}/gradient.py": WORK, f"ada/{NET}/network.py": WORK})
    collection = collect([tmp_path / "in"], COURSE, NOBODY, slug=STEP)
    assert [work[:2] for work in works(collection)] == [("ada", STEP)]
    assert [one.why for one in collection.passed] == ["It lies in another assignment's folder."]


def test_what_is_packed_in_another_way_is_told_of(tmp_path: Path) -> None:
    """Beside work there is nothing to do about it."""
    names = ["ada/gradient.py", "ada/backup.tar.gz", "bob.tar.gz", "cy/work.7z", "roster.csv", "dan.RAR"]
    collection = collect([laid_out(tmp_path / "class", names)], COURSE, NOBODY)
    assert students(collection) == ["ada"]
    assert [Path(one.path).name for one in collection.left if "packed in a way" in one.why] == ["bob.tar.gz", "work.7z", "dan.RAR"]
    assert [Path(one.path).name for one in collection.passed] == ["backup.tar.gz", "roster.csv"]


def test_a_packed_file_that_is_no_zip_is_told_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "submissions.tar.gz").write_bytes(b"\x1f\x8b")
    assert why(collect([tmp_path / "submissions.tar.gz"], COURSE, NOBODY)) == [
        "Expected a .py or .ipynb file. Unpack it, and name the file or folder in it."
    ]
