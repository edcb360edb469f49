"""New files: each LMS knows the students and gets their scores, and nobody else's; names are never formulas."""

import csv
import io

import pytest

from autograder.course.manifest import Entry
from autograder.errors import UsageError
from autograder.gradebook.roster import Person
from autograder.platforms.lms.brightspace import BRIGHTSPACE
from autograder.platforms.lms.canvas import CANVAS
from autograder.platforms.lms.moodle import MOODLE
from autograder.platforms.lms.rules import Fresh, Lms
from autograder.platforms.lms.scores import Scores
from autograder.platforms.lms.table import written
from tests.platforms.lms import importers
from tests.platforms.lms.making import ADA, BEN, EXCUSED, NEURON, STEP, scores

BOTH = (STEP, NEURON)
CLASS = scores({"ada": [8, 9.5], "ben": [EXCUSED, 7.25]}, entries=BOTH)


def fresh(lms: Lms, of: Scores) -> Fresh:
    assert lms.fresh is not None
    return lms.fresh(of)


def lines(made: Fresh) -> list[str]:
    return written(made.rows).decode().splitlines()


def test_canvas_gets_names_ids_points_and_scores() -> None:
    made = fresh(CANVAS, CLASS)
    assert lines(made) == [
        'Student,ID,SIS Login ID,Section,One step of gradient descent,"One neuron, factor by factor"',
        "    Points Possible,,,,10,10",
        "Ada Lovelace,,alovelace,A,8,9.5",
        "Benjamin Okri,,bokri,A,EX,7.25",
    ]
    assert (made.students, made.scores, made.left_out) == (2, 4, ())
    assert made.notes == ("Canvas finds an assignment by its exact title, and makes a new one where it has none of that title.",)


def test_canvas_takes_its_new_file() -> None:
    students = [
        importers.CanvasStudent(91, "Okri, Benjamin", login="bokri"),
        importers.CanvasStudent(90, "X", login="alovelace"),
        importers.CanvasStudent(1001, "Y", sis="1002"),
    ]
    course = importers.CanvasCourse(students, {12: STEP.title})
    importers.canvas(written(fresh(CANVAS, CLASS).rows), course)
    assert course.grades == {(90, 12): "8", (91, 12): "EX"}
    assert course.new == {NEURON.title: 10}


def test_moodle_gets_ids_that_all_have_and_scores() -> None:
    made = fresh(MOODLE, CLASS)
    assert lines(made) == [
        'Username,ID number,Email address,Full name,One step of gradient descent (Real),"One neuron, factor by factor (Real)"',
        "alovelace,1001,ada@uni.example,Ada Lovelace,8,9.5",
        "bokri,1002,ben@uni.example,Benjamin Okri,-,7.25",
    ]
    assert (made.students, made.scores) == (2, 3)
    assert made.notes[0].startswith("Map from 'Username'")
    assert "a grade that Moodle" not in " ".join(made.notes)
    assert made.notes[1] == (
        "A cell is '-': a score that Moodle has there would be taken away. Fill in the gradebook that Moodle gives instead: --template"
    )
    assert made.notes[2] == "Excused work is '-' too: Moodle has nothing for it in a file."


def test_moodle_takes_its_new_file_whichever_id_is_mapped() -> None:
    for column, names in enumerate((("alovelace", "bokri"), ("1001", "1002"), ("ada@uni.example", "ben@uni.example"))):
        course = importers.MoodleCourse(dict(zip(names, ("a", "b"), strict=True)), {"step": 10, "neuron": 10})
        importers.moodle(written(fresh(MOODLE, CLASS).rows), course, column, {4: "step", 5: "neuron"})
        assert course.grades == {("a", "step"): 8, ("a", "neuron"): 9.5, ("b", "step"): None, ("b", "neuron"): 7.25}


def test_moodle_never_gets_a_row_without_an_id() -> None:
    """Moodle would give its scores to the student of the row before."""
    people = (ADA, Person("ben", "Benjamin Okri", number="1002", login="bokri"), Person("=cmd()", number="1003"))
    made = fresh(MOODLE, scores({"ada": 8, "ben": 3, "=cmd()": 1}, people))
    assert [line.split(",")[0] for line in lines(made)] == ["ID number", "1001", "1002", "1003"]
    assert made.notes[0].startswith("Map from 'ID number'")
    some = (*people, Person("dina", "Dina Ali", login="@dina"))
    made = fresh(MOODLE, scores({"ada": 8, "ben": 3, "dina": 1}, some))
    assert [line.split(",")[:2] for line in lines(made)] == [["Username", "ID number"], ["alovelace", "1001"], ["bokri", "1002"]]
    assert made.left_out == (
        "dina (Dina Ali): has no Username of their own that Moodle could know, or it looks like a formula. Correct the roster.",
    )


def test_brightspace_gets_marked_ids_scores_and_the_end_of_each_line() -> None:
    made = fresh(BRIGHTSPACE, CLASS)
    items = "One step of gradient descent Points Grade,One neuron factor by factor Points Grade"
    assert lines(made) == [
        f"OrgDefinedId,Username,{items},End-of-Line Indicator",
        "#1001,#alovelace,8,9.5,#",
        "#1002,#bokri,,7.25,#",
    ]
    assert (made.students, made.scores) == (2, 3)
    assert "'One neuron, factor by factor' is 'One neuron factor by factor' there" in made.notes[1]
    assert made.notes[2] == "Excused work is left empty: exempt those students in Brightspace by hand."


def test_brightspace_takes_its_new_file() -> None:
    course = importers.BrightspaceCourse(
        [("1001", "alovelace"), ("1002", "bokri")], {STEP.title: 10, "One neuron factor by factor": 10}, {("bokri", STEP.title): 4.0}
    )
    importers.brightspace(written(fresh(BRIGHTSPACE, CLASS).rows), course)
    assert course.grades == {
        ("alovelace", STEP.title): 8,
        ("alovelace", "One neuron factor by factor"): 9.5,
        ("bokri", STEP.title): 4,
        ("bokri", "One neuron factor by factor"): 7.25,
    }


def test_brightspace_may_know_people_by_their_logins_alone() -> None:
    made = fresh(BRIGHTSPACE, scores({"ada": 8}, (Person("ada"),)))
    assert lines(made) == ["Username,One step of gradient descent Points Grade,End-of-Line Indicator", "#ada,8,#"]


@pytest.mark.parametrize("lms", [CANVAS, MOODLE, BRIGHTSPACE], ids=lambda lms: lms.name)
def test_a_name_is_never_a_formula_and_an_id_that_is_one_is_left_out(lms: Lms) -> None:
    evil = '=HYPERLINK("http://evil.example","click")'
    people = (
        Person("ada", evil, "ada@uni.example", "alovelace", "1001", "@SUM(A1)"),
        Person("ben", "\t=1+1", "ben@uni.example", "bokri", "1002"),
        Person("cleo", "Cléo", "cleo@uni.example", "=1+1", "1003"),
        Person("+dina", "Dina", "dina@uni.example", "", "1004"),
    )
    made = fresh(lms, scores({"ada": 8, "ben": 7, "cleo": 6, "+dina": 5}, people))
    cells = [cell for row in csv.reader(io.StringIO(written(made.rows).decode(), newline="")) for cell in row]
    assert [cell for cell in cells if cell.strip()[:1] in tuple("=+-@") and cell != "-"] == []
    assert not any(sign in cell for cell in cells for sign in "\t\r\n")
    if lms is not BRIGHTSPACE:
        assert f"'{evil}" in cells
    if lms is not MOODLE:
        assert [one.partition(":")[0] for one in made.left_out] == ["cleo (Cléo)", "+dina (Dina)"]


def test_who_has_nothing_is_not_in_a_new_file_and_nobody_is_without_an_id() -> None:
    nameless = Person("x", "Nobody", login="=x")
    for lms in (CANVAS, MOODLE, BRIGHTSPACE):
        made = fresh(lms, scores({"ada": 8, "x": 3}, (*CLASS.people, nameless)))
        assert made.students == 1
        assert [one.split(":")[0] for one in made.left_out] == ["x (Nobody)"]


@pytest.mark.parametrize("lms", [CANVAS, MOODLE, BRIGHTSPACE], ids=lambda lms: lms.name)
def test_an_id_that_two_share_is_nobodys(lms: Lms) -> None:
    """Somebody who is in no roster is called like another's login: the LMS would give one of them both scores."""
    made = fresh(lms, scores({"ada": 8, "ben": 7, "ALovelace": 1}, (ADA, BEN, Person("ALovelace"))))
    assert [one.split(":")[0] for one in made.left_out] == ["ada (Ada Lovelace)", "ALovelace"][lms is MOODLE :]
    assert made.students == (2 if lms is MOODLE else 1)
    if lms is MOODLE:  # by another id
        assert lines(made)[0].split(",")[0] == "ID number"


def test_a_number_that_two_share_is_nobodys() -> None:
    made = fresh(BRIGHTSPACE, scores({"ada": 8, "x": 1}, (ADA, Person("x", number="1001"))))
    assert (made.rows, made.students, len(made.left_out)) == (
        (("Username", f"{STEP.title} Points Grade", "End-of-Line Indicator"),),
        0,
        2,
    )


def test_a_student_who_is_called_like_canvas_row_of_points_changes_none() -> None:
    made = fresh(CANVAS, scores({"ada": 8}, (Person("ada", "    Points Possible"),)))
    assert lines(made)[2] == "points possible,,ada,,8"
    course = importers.CanvasCourse([importers.CanvasStudent(90, "x", login="ada")], {})
    importers.canvas(written(made.rows), course)
    assert course.new == {STEP.title: 10}


def test_a_title_that_canvas_would_take_for_another_is_refused() -> None:
    for title, said in (("Step (2026)", "reads a number in parentheses"), ("Final Score", "passes over columns")):
        with pytest.raises(UsageError, match=said):
            fresh(CANVAS, scores({"ada": 8}, entries=(Entry("01-step", title, "a.py", 10),)))


def test_two_titles_that_are_one_for_brightspace_are_refused() -> None:
    entries = (Entry("01-a", "One, two", "a.py", 10), Entry("02-b", "One: two", "b.py", 10), Entry("03-c", "One + two", "c.py", 10))
    assert fresh(BRIGHTSPACE, scores({"ada": [8, 8]}, entries=entries[:2])).students == 1
    with pytest.raises(UsageError, match="two titles are one for Brightspace"):
        fresh(BRIGHTSPACE, scores({"ada": [8, 8]}, entries=(entries[0], entries[2])))


def test_cells_without_a_score_come_with_a_warning() -> None:
    made = fresh(CANVAS, scores({"ada": [8, None], "ben": [None, 3], "cleo": [1, 2]}, entries=BOTH))
    assert "2 cells are empty: a score that Canvas has there would be taken away." in made.notes[1]
