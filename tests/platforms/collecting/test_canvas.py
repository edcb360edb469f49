"""What Canvas' submissions.zip holds goes to whom Canvas says, and never to whom a student's own part of a name says."""

from pathlib import Path

import pytest

from autograder.platforms.collecting.canvas import read
from tests.platforms.collecting.downloads import COURSE, LATER, NOBODY, STEP, WORK, collect, only, students, why, works, zipped

# --- what must not happen ------------------------------------------------------------------------------------------------


def test_a_student_whose_name_ends_in_anothers_number_gets_nothing_into_the_others_folder(tmp_path: Path) -> None:
    """Canvas takes `_555_` in names out, but not `_555` at their end: eve, who calls herself "lovelaceada_555", is not 555."""
    path = zipped(tmp_path / "submissions.zip", ["lovelaceada_555_999_777_gradient.py", "bob_111_1_gradient.py"])
    collection = collect([path], COURSE, NOBODY)
    assert students(collection) == ["bob-111"]
    assert "read in two ways" in why(collection)[0]


def test_what_was_handed_in_anonymously_is_nobodys(tmp_path: Path) -> None:
    path = zipped(tmp_path / "submissions.zip", ["anon_aB3xY_777_gradient.py", "LATE_anon_Qrst1_778_gradient.py"])
    collection = collect([path], COURSE, NOBODY)
    assert works(collection) == []
    assert ["anonymously" in reason for reason in why(collection)] == [True, True]


def test_a_file_that_canvas_did_not_name_is_left(tmp_path: Path) -> None:
    path = zipped(tmp_path / "submissions.zip", ["bob_111_1_gradient.py", "ada_112_2_gradient.py", "gradient.py"])
    collection = collect([path], COURSE, NOBODY)
    assert students(collection) == ["ada-112", "bob-111"]
    assert why(collection) == ["Canvas gives no file such a name or place, so it is not clear whose it is."]


def test_two_students_of_one_name_are_two_by_their_numbers(tmp_path: Path) -> None:
    path = zipped(tmp_path / "submissions.zip", {"smithjohn_111_1_gradient.py": WORK, "smithjohn_112_2_gradient.py": LATER})
    collection = collect([path], COURSE, NOBODY)
    assert works(collection) == [("smithjohn-111", STEP, WORK), ("smithjohn-112", STEP, LATER)]


# --- what is read --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "student", "number", "late", "file"),
    [
        ("lovelaceada_12345_67890_gradient.py", "lovelaceada", "12345", False, "gradient.py"),
        ("lovelaceada_LATE_12345_67890_gradient.py", "lovelaceada", "12345", True, "gradient.py"),
        ("lovelaceada_late_12345_67890_gradient.py", "lovelaceada", "12345", True, "gradient.py"),
        ("lovelaceada_12345_67890_gradient-1.py", "lovelaceada", "12345", False, "gradient-1.py"),
        ("weißjürgen_12345_67890_my work.py", "weißjürgen", "12345", False, "my work.py"),
        ("ada_the_first_12345_67890_gradient.py", "ada_the_first", "12345", False, "gradient.py"),
        ("_12345_67890_gradient.py", "", "12345", False, "gradient.py"),
    ],
    ids=["usual", "late", "late-of-old", "again", "accents", "underscores", "nameless"],
)
def test_a_name_says_who_what_and_whether_it_was_late(name: str, student: str, number: str, late: bool, file: str) -> None:
    label = read((name,))
    assert label is not None
    assert (label.who[0].name, label.who[0].number, label.late, label.file) == (student, number, late, file)
    assert not label.unclear


@pytest.mark.parametrize(
    "name", ["gradient.py", "ada_gradient.py", "ada_1_gradient.py", "lovelace, ada_1_2_gradient.py", "ada_LATE_2_gradient.py"]
)
def test_other_names_say_nothing(name: str) -> None:
    assert read((name,)) is None
    assert read(("folder", f"ada_1_2_{name}")) is None


def test_of_two_files_of_one_name_the_newer_counts_and_the_older_is_kept(tmp_path: Path) -> None:
    path = zipped(tmp_path / "submissions.zip", {"ada_1_200_gradient-1.py": LATER, "ada_1_100_gradient.py": WORK})
    collection = collect([path], COURSE, NOBODY)
    assert [(one.number, one.of, one.attempt.submission.content) for one in collection.taken] == [(1, 2, WORK), (2, 2, LATER)]
    assert {one.attempt.submission.file for one in collection.taken} == {"gradient.py"}
    assert collection.left == ()


def test_the_number_tells_which_is_newer_whatever_the_names_say(tmp_path: Path) -> None:
    path = zipped(tmp_path / "submissions.zip", {"ada_1_100_gradient-1.py": WORK, "ada_1_200_gradient.py": LATER})
    assert works(collect([path], COURSE, NOBODY)) == [("ada-1", STEP, LATER)]


@pytest.mark.parametrize(("name", "late"), [("ada_LATE_1_2_gradient.py", True), ("ada_1_2_gradient.py", False)])
def test_canvas_says_what_was_late_and_no_time(tmp_path: Path, name: str, late: bool) -> None:
    one = only(collect([zipped(tmp_path / "submissions.zip", [name])], COURSE, NOBODY))
    assert (one.late, one.attempt.at) == (late, None)


def test_a_text_that_was_typed_in_is_told_of_where_its_student_has_handed_in_nothing_else(tmp_path: Path) -> None:
    names = ["ada_1_2_gradient.py", "ada_1_text.html", "bob_2_text.html", "पूजा_LATE_3_link.html"]
    collection = collect([zipped(tmp_path / "submissions.zip", names)], COURSE, NOBODY)
    assert students(collection) == ["ada-1"]
    assert [one.path.rpartition(" ")[2] for one in collection.passed] == ["ada_1_text.html"]
    assert [one.path.rpartition(" ")[2] for one in collection.left] == ["bob_2_text.html", "पूजा_LATE_3_link.html"]
    assert "what was typed in on Canvas" in why(collection)[0]


def test_a_student_is_known_in_whatever_script_and_however_composed(tmp_path: Path) -> None:
    """What Ruby takes for a word are vowel signs and accents of their own, too."""
    names = [
        "शर्मापूजा_1_2_gradient.py",
        "nu\u0301n\u0303ezmina_2_3_gradient.py",
        "สมชาย\u0e34_LATE_3_4_gradient.py",
        "عليمحمد_4_5_gradient.py",
    ]
    collection = collect([zipped(tmp_path / "submissions.zip", names)], COURSE, NOBODY)
    assert collection.left == ()
    assert sorted(students(collection)) == sorted(["शर्मापूजा-1", "núñezmina-2", "สมชาย\u0e34-3", "عليمحمد-4"])
