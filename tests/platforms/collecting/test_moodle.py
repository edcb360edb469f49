"""What Moodle's download of an assignment holds goes to whom Moodle names, with the grading worksheet's times."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from autograder.errors import CourseError
from autograder.platforms.collecting.moodle import read
from autograder.platforms.collecting.worksheet import participants
from tests.platforms.collecting.downloads import COURSE, LATER, NOBODY, STEP, WORK, collect, only, students, why, works, zipped

HEADER = (
    "Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),"
    "Last modified (grade),Feedback comments\n"
)
ROW = 'Participant {},{},{},{}@example.org,Submitted for grading,,100,Yes,"{}",-,\n'
ON_TIME, LATE = "Friday, 20 November 2026, 11:58 PM", "Saturday, 21 November 2026, 12:05 AM"

# --- what must not happen ------------------------------------------------------------------------------------------------


def test_two_students_of_one_name_are_asked_about_and_neither_is_guessed(tmp_path: Path) -> None:
    names = {"John Smith_103_assignsubmission_file/gradient.py": WORK, "John Smith_104_assignsubmission_file/gradient.py": LATER}
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert works(collection) == []
    assert len(why(collection)) == 2
    assert "2 students are called John Smith here (103 and 104)" in why(collection)[0]


def test_a_teams_work_is_nobodys_alone(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", ["Default group_assignsubmission_file/gradient.py", "Ada_1_assignsubmission_file/gradient.py"])
    collection = collect([path], COURSE, NOBODY)
    assert students(collection) == ["Ada"]
    assert "a team's work" in why(collection)[0]


def test_a_file_named_as_another_students_folder_stays_its_own_students(tmp_path: Path) -> None:
    """In the flat form a student's own part comes last."""
    path = zipped(tmp_path / "x.zip", ["Eve_7_assignsubmission_file_Ada_8_assignsubmission_file_gradient.py"])
    label = read(("Eve_7_assignsubmission_file_Ada_8_assignsubmission_file_gradient.py",))
    assert label is not None
    assert label.who[0].name == "Eve"
    assert students(collect([path], COURSE, NOBODY, slug=STEP)) == ["Eve"]


# --- what is read --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "parts",
    [
        ("Jürgen Weiß_123456_assignsubmission_file_", "gradient.py"),
        ("Jürgen Weiß_123456_assignsubmission_file", "gradient.py"),
        ("Jürgen Weiß_123456_assignsubmission_file", "src", "gradient.py"),
        ("Jürgen Weiß_123456_assignsubmission_file_gradient.py",),
    ],
    ids=["older", "newer", "with-folders", "flat"],
)
def test_each_form_says_who(parts: tuple[str, ...]) -> None:
    label = read(parts)
    assert label is not None
    assert (label.who[0].name, label.who[0].key, label.file) == ("Jürgen Weiß", "123456", "gradient.py")


def test_what_was_typed_in_is_passed_over(tmp_path: Path) -> None:
    names = ["Ada_1_assignsubmission_onlinetext/onlinetext.html", "Ada_1_assignsubmission_file/gradient.py"]
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, NOBODY)
    assert students(collection) == ["Ada"]
    assert (len(collection.passed), collection.left) == (1, ())


@pytest.mark.parametrize(
    "name", ["Bob_2_assignsubmission_onlinetext/onlinetext.html", "Bob_2_assignsubmission_onlinetext_onlinetext.html"]
)
def test_what_was_typed_in_by_somebody_who_handed_in_no_file_is_told_of(tmp_path: Path, name: str) -> None:
    collection = collect([zipped(tmp_path / "x.zip", ["Ada_1_assignsubmission_file/gradient.py", name])], COURSE, NOBODY)
    assert students(collection) == ["Ada"]
    assert ["what was typed in on Moodle" in reason for reason in why(collection)] == [True]


def test_the_name_of_the_zip_says_for_what_a_file_of_any_name_is(tmp_path: Path) -> None:
    path = zipped(tmp_path / "CS101-A network-4711.zip", ["Ada_1_assignsubmission_file/hw.py"])
    assert works(collect([path], COURSE, NOBODY)) == [("Ada", "02-network", WORK)]


# --- the grading worksheet -----------------------------------------------------------------------------------------------


def worksheet(tmp_path: Path, *rows: tuple[str, ...]) -> Path:
    path = tmp_path / "grades.csv"
    path.write_text(HEADER + "".join(ROW.format(*row) for row in rows), encoding="utf-8")
    return path


def test_a_worksheet_tells_when_and_tells_two_of_one_name_apart(tmp_path: Path) -> None:
    sheet = worksheet(tmp_path, ("103", "John Smith", "S1", "js1", ON_TIME), ("104", "John Smith", "S2", "js2", LATE))
    names = {"John Smith_103_assignsubmission_file/gradient.py": WORK, "John Smith_104_assignsubmission_file/gradient.py": LATER}
    known = replace(NOBODY, participants=participants(sheet))
    collection = collect([zipped(tmp_path / "x.zip", names)], COURSE, known)
    assert works(collection) == [("js1@example.org", STEP, WORK), ("js2@example.org", STEP, LATER)]
    assert [one.late for one in collection.taken] == [False, True]


def test_a_worksheets_time_is_in_the_zone_of_the_due_date(tmp_path: Path) -> None:
    known = replace(NOBODY, participants=participants(worksheet(tmp_path, ("1", "Ada", "", "ada", ON_TIME))))
    path = zipped(tmp_path / "x.zip", ["Ada_1_assignsubmission_file/gradient.py"])
    assert only(collect([path], COURSE, known)).attempt.at == datetime.fromisoformat("2026-11-20T23:58:00+01:00")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Identifiant,Nom complet\nParticipant 1,Ada\n", "line 1: no column"),
        (HEADER + ROW.format("x", "Ada", "", "ada", ON_TIME), "line 2: 'Participant x' is no identifier"),
        (HEADER + ROW.format("1", "Ada", "", "ada", "vendredi 20 novembre 2026, 23:58"), "line 2: 'vendredi"),
        (
            HEADER + ROW.format("1", "Ada", "", "a", "-") + ROW.format("1", "Bo", "", "b", "-"),
            "line 3: 'Participant 1' is no identifier, or",
        ),
    ],
    ids=["french", "no-number", "french-time", "twice"],
)
def test_what_is_no_worksheet_is_told_by_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "w.csv").write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=said):
        participants(tmp_path / "w.csv")


def test_whoever_has_not_handed_in_has_no_time(tmp_path: Path) -> None:
    assert participants(worksheet(tmp_path, ("1", "Ada", "", "ada", "-")))["1"].at is None
