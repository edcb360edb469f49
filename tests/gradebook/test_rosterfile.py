"""A roster is read as LMSes and people write it; with any line wrong, every such line is told and nobody is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import CourseError
from autograder.gradebook.roster import Person
from autograder.gradebook.rosterfile import LARGEST, Roster, read


def roster(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "roster.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(CourseError) as caught:
        read(path)
    return [problem.removeprefix(str(path)).strip() for problem in caught.value.problems]


# --- what must not happen ------------------------------------------------------------------------------------------------

BAD = {
    "empty": ("", ": is empty. Expected a header such as id,name,email and a line for each student."),
    "no-students": ("id,name\n", ": no student stands in it. Expected a line for each below the header."),
    "no-id-column": (
        "name,mail\nAda,x\n",
        "line 1: no column 'id', and no roster of an LMS that is known. Write a header: id,name,email",
    ),
    "unknown-column": (
        "id,name,matric\nada,Ada,1\n",
        "line 1: the column 'matric' is not known. Known are: id, name, email, login, number, section, time_factor. "
        "Rename or remove it.",
    ),
    "column-twice": ("id,name,id\nada,Ada,bob\n", "line 1: the column 'id' stands twice. Remove one."),
    "empty-id": ("id,name\n,Ada\n", "line 2: no id. Each student needs one of their own: write it in, or remove the line."),
    "double-id": (
        "id,name\nada,Ada\nbob,Bob\nada,Eve\n",
        "line 4: the id 'ada' stands in line 2 too. Each student needs one of their own: mend one.",
    ),
    "double-id-but-for-capitals": (
        "id\nada\nADA\n",
        "line 3: the id 'ADA' stands in line 2 too. Each student needs one of their own: mend one.",
    ),
    "double-email": (
        "id,email\nada,a@x\nbob,A@x\n",
        "line 3: the email 'A@x' stands in line 2 too. Each student needs one of their own: mend one.",
    ),
    "id-that-is-no-folder": (
        "id\n../bob\n",
        "line 2: '../bob' cannot be a student's id, for it cannot be a folder's name. Give the student another one.",
    ),
    "too-many-cells": ("id,name\nada,Lovelace, Ada\n", "line 2: has 3 cells, and the header 2. Mend it."),
    "factor": (
        "id,time_factor\nada,fast\n",
        "line 2: the time factor 'fast' is no number from 1 to 100, such as 1.5. Mend it.",
    ),
    "factor-of-nothing": (
        "id,time_factor\nada,0\n",
        "line 2: the time factor '0' is no number from 1 to 100, such as 1.5. Mend it.",
    ),
    "endless-name": (
        f"id,name\nada,{'x' * 300}\n",
        f"line 2: the name {'x' * 40!a} cannot be stored: expected at most 255 characters of text. Shorten it.",
    ),
    "not-utf-8": (
        "id,name\nada,Ada\njosé,José\n".encode("latin-1"),
        "line 3: is not UTF-8. Save it as CSV (UTF-8) again, so that no name is garbled.",
    ),
    "spreadsheet": (
        b"PK\x03\x04\x14\0\6\0",
        ": is a zip or a spreadsheet (.xlsx, .ods, an old .xls), not text. Save it as CSV (UTF-8).",
    ),
    "canvas-without-id": (
        'Student,ID,Section\n    Points Possible,,\n"Lovelace, Ada",,A\n',
        "line 3: no login, which would be the id. Each student needs one of their own: write it in, or remove the line.",
    ),
}


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_told_with_its_line_and_what_to_do(tmp_path: Path, content: str | bytes, said: str) -> None:
    assert problems(roster(tmp_path, content)) == [said]


def test_every_wrong_line_is_told(tmp_path: Path) -> None:
    found = problems(roster(tmp_path, "id,email\n,a@x\nada,b@x\nada,c@x\n.bob,\n"))
    assert [problem.split(":")[0] for problem in found] == ["line 2", "line 5", "line 4"]


def test_a_line_break_in_a_cell_does_not_shift_the_lines_that_are_told(tmp_path: Path) -> None:
    assert problems(roster(tmp_path, 'id,name\nada,"Ada\nLovelace"\nada,Eve\n'))[0].startswith("line 4:")


def test_what_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "is larger than" in problems(path)[0]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert "cannot be read: No such file" in problems(tmp_path / "roster.csv")[0]


@given(
    content=st.binary(max_size=200)
    | st.text(max_size=200).map(str.encode)
    | st.text(alphabet='id,name\n"ax.;\t', max_size=80).map(str.encode)
)
def test_anything_is_either_a_roster_or_told_why_it_is_none(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = roster(tmp_path_factory.mktemp("in"), content)
    try:
        found = read(path)
    except CourseError:
        return
    assert len({person.id.casefold() for person in found.people}) == len(found.people) > 0


# --- what is read --------------------------------------------------------------------------------------------------------

ADA = Person("ada", full_name="Ada Lovelace")
READ = {
    "plain": (
        "id,name,email\nada,Ada Lovelace,ada@x\n",
        Roster("plain", "id", frozenset({"full_name", "email"}), (Person("ada", "Ada Lovelace", "ada@x"),)),
    ),
    "plain-with-all": (
        "ID; Name;E-Mail;Login;Number;Section;Time Factor\nada; Lovelace, Ada ;ada@x;al;7;B;1,5\n",
        Roster(
            "plain",
            "id",
            frozenset({"full_name", "email", "login", "number", "section", "time_factor"}),
            (Person("ada", "Ada Lovelace", "ada@x", "al", "7", "B", 1.5),),
        ),
    ),
    "excel": (
        "\ufeffid\tname\r\nada\tAda Lovelace\r\n",
        Roster("plain", "id", frozenset({"full_name"}), (ADA,)),
    ),
    "utf-16": (
        "id\tname\r\nada\tAda Lovelace\r\n".encode("utf-16"),
        Roster("plain", "id", frozenset({"full_name"}), (ADA,)),
    ),
    "canvas": (
        "Student,ID,SIS User ID,SIS Login ID,Section,Gradient step (42)\n"
        "    Points Possible,,,,,10\n"
        '"Lovelace, Ada",12345,S1,al,A,8\n'
        '"Student, Test",999,,,A,\n',
        Roster(
            "Canvas",
            "login",
            frozenset({"full_name", "number", "login", "section"}),
            (Person("al", "Ada Lovelace", "", "al", "12345", "A"),),
        ),
    ),
    "plain-with-empty-columns-at-the-end": (
        "id,name,,\nada,Ada Lovelace,,\nbob,,,\n",
        Roster("plain", "id", frozenset({"full_name"}), (Person("ada", "Ada Lovelace"), Person("bob"))),
    ),
    "canvas-with-names-apart": (
        "LastName,FirstName,ID,Section,Step (1)\n    Points Possible,,,,10\nLovelace,Ada,12345,A,8\n",
        Roster(
            "Canvas", "number", frozenset({"full_name", "number", "section"}), (Person("12345", "Ada Lovelace", "", "", "12345", "A"),)
        ),
    ),
    "moodle-participants": (
        '"First name","Last name","Email address"\nAda,Lovelace,ada@x\n',
        Roster("Moodle", "email", frozenset({"full_name", "email"}), (Person("ada@x", "Ada Lovelace", "ada@x"),)),
    ),
    "moodle-grades": (
        "First name,Last name,ID number,Institution,Department,Email address,Assignment: Step (Real),Last downloaded from this course\n"
        "Ada,Lovelace,L1,X,Y,ada@x,8.00,1700000000\n",
        Roster("Moodle", "number", frozenset({"full_name", "number", "email"}), (Person("L1", "Ada Lovelace", "ada@x", "", "L1"),)),
    ),
    "brightspace": (
        "OrgDefinedId,Username,Last Name,First Name,Email,Step Points Grade,End-of-Line Indicator\n#20,#al,Lovelace,Ada,ada@x,8,#\n",
        Roster(
            "Brightspace",
            "login",
            frozenset({"full_name", "number", "login", "email"}),
            (Person("al", "Ada Lovelace", "ada@x", "al", "20"),),
        ),
    ),
    "blackboard": (
        '"Last Name","First Name","Username","Student ID","Last Access","Step [Total Pts: 10] |664617"\n'
        '"Lovelace","Ada","al","20","x","8"\n',
        Roster("Blackboard", "login", frozenset({"full_name", "login", "number"}), (Person("al", "Ada Lovelace", "", "al", "20"),)),
    ),
    "gradescope": (
        "First Name,Last Name,SID,Email,Role,Section\nAda,Lovelace,L1,ada@x,Student,A\nGrace,Hopper,,g@x,Instructor,\n",
        Roster(
            "Gradescope",
            "email",
            frozenset({"full_name", "number", "email", "section"}),
            (Person("ada@x", "Ada Lovelace", "ada@x", "", "L1", "A"),),
        ),
    ),
}


def test_the_student_by_whom_a_teacher_tries_things_out_is_on_no_roster(tmp_path: Path) -> None:
    """However Canvas writes names."""
    text = "LastName,FirstName,ID,SIS Login ID,Section\n    Points Possible,,,,\nLovelace,Ada,9,ada,A\nStudent,Test,10,e1f2,A\n"
    assert [person.id for person in read(roster(tmp_path, text)).people] == ["ada"]


@pytest.mark.parametrize(("content", "found"), READ.values(), ids=READ)
def test_each_way_to_write_one_is_known(tmp_path: Path, content: str | bytes, found: Roster) -> None:
    assert read(roster(tmp_path, content)) == found
