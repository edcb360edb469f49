"""Scores go into the file that an LMS gave: those cells alone, or nothing where something does not fit."""

import pytest

from autograder.gradebook.roster import Person
from autograder.platforms.lms.blackboard import BLACKBOARD
from autograder.platforms.lms.brightspace import BRIGHTSPACE
from autograder.platforms.lms.canvas import CANVAS
from autograder.platforms.lms.filling import Filled, fill
from autograder.platforms.lms.moodle import MOODLE
from autograder.platforms.lms.rules import Lms
from autograder.platforms.lms.trouble import TemplateError
from tests.platforms.lms import importers
from tests.platforms.lms.making import EXCUSED, NEURON, PEOPLE, PLAIN, STEP, UTF16, Style, file, scores, text

BOTH = (STEP, NEURON)
CANVAS_FILE = (
    'Student,ID,SIS User ID,SIS Login ID,Section,Notes,One step of gradient descent (12),"One neuron, factor by factor (13)",'
    "Current Score",
    ",,,,,,Manual Posting,,",
    "    Points Possible,,,,,,10,10,(read only)",
    '"Lovelace, Ada",90,1001,alovelace,A,"said ""hello""",7.00,,70',
    '"Okri, Benjamin",91,1002,bokri,A,,,EX,',
    '"=cmd()",92,1003,cmerode,"A and B",,5,5,50',
    '"Student, Test",93,,abc123,A,,,,',
)
MOODLE_FILE = (
    "First name,Last name,ID number,Email address,Assignment: One step of gradient descent (Real),Course total (Real),"
    "Last downloaded from this course",
    "Ada,Lovelace,1001,ada@uni.example,7.00,7.00,1790000000",
    "Benjamin,Okri,1002,ben@uni.example,-,-,1790000000",
    "Cléo,de Mérode,1003,cleo@uni.example,-,-,1790000000",
)
BLACKBOARD_FILE = (
    '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Last Access"\t"Availability"\t'
    '"One step of gradient descent [Total Pts: 10 Score] |664617"\t"Essay [Total Pts: 20 Score] |664618"',
    '"Lovelace"\t"Ada"\t"alovelace"\t"1001"\t"2026-11-20 10:00:00"\t"Yes"\t"7.00000"\t"15"',
    '"Okri"\t"Benjamin"\t"bokri"\t"1002"\t""\t"Yes"\t"Needs Grading"\t""',
    '"de Mérode"\t"Cléo"\t"cmerode"\t"1003"\t""\t"Yes"\t""\t""',
)
BRIGHTSPACE_FILE = (
    "OrgDefinedId,Username,Last Name,First Name,One step of gradient descent Points Grade <Numeric MaxPoints:10 Weight:5>,"
    "Essay Points Grade <Numeric MaxPoints:20>,Calculated Final Grade Numerator,End-of-Line Indicator",
    "#1001,#alovelace,Lovelace,Ada,7,15,22,#",
    "#1002,#bokri,Okri,Benjamin,,,,#",
    "#1003,#cmerode,de Mérode,Cléo,,,,#",
)


def filled(
    lms: Lms, lines: tuple[str, ...], given: dict[str, object], *, style: Style = PLAIN, changed_only: bool = False, **more: object
) -> Filled:
    made = scores(given, **more)  # type: ignore[arg-type]
    return fill(lms, "book.csv", file(*lines, style=style), made, {}, changed_only=changed_only)


def differing(before: tuple[str, ...], after: list[str]) -> dict[int, str]:
    """The lines, counted from 1, that are not as before."""
    assert len(before) == len(after)
    return {number: new for number, (old, new) in enumerate(zip(before, after, strict=True), 1) if old != new}


def test_in_canvas_file_only_the_cells_of_scores_change() -> None:
    made = filled(CANVAS, CANVAS_FILE, {"ada": [8.5, 10], "ben": [EXCUSED, 9], "cleo": [None, 5]}, entries=BOTH)
    assert differing(CANVAS_FILE, text(made.content)) == {
        4: '"Lovelace, Ada",90,1001,alovelace,A,"said ""hello""",8.5,10,70',
        5: '"Okri, Benjamin",91,1002,bokri,A,,EX,EX,',
    }
    assert (made.students, made.scores, made.changed) == (3, 4, 3)
    assert made.strangers == ()
    assert made.notes == ("Left as Canvas has it: ben, 02-single-neuron ('EX').",)


def test_what_canvas_has_excused_or_not_assigned_stays() -> None:
    lines = (CANVAS_FILE[0], '"Lovelace, Ada",90,1001,alovelace,A,,N/A,ex,', '"Okri, Benjamin",91,1002,bokri,A,,ex,3,')
    made = filled(CANVAS, lines, {"ada": [8, 9], "ben": [EXCUSED, EXCUSED]}, entries=BOTH)
    assert differing(lines, text(made.content)) == {3: '"Okri, Benjamin",91,1002,bokri,A,,ex,EX,'}
    assert made.notes == ("Left as Canvas has it: ada, 01-gradient-step ('N/A'); ada, 02-single-neuron ('ex').",)


def test_canvas_takes_the_file_for_what_it_is() -> None:
    course = importers.CanvasCourse(
        [importers.CanvasStudent(90, "Lovelace, Ada"), importers.CanvasStudent(91, "Okri, Benjamin"), importers.CanvasStudent(92, "x"),
         importers.CanvasStudent(93, "Student, Test")],
        {12: STEP.title, 13: NEURON.title},
        own_columns=["Notes"],
    )  # fmt: skip
    importers.canvas(filled(CANVAS, CANVAS_FILE, {"ada": [8.5, 10], "ben": [EXCUSED, 9]}, entries=BOTH).content, course)
    assert course.grades[90, 12] == "8.5"
    assert course.grades[90, 13] == "10"
    assert (course.grades[91, 12], course.grades[91, 13]) == ("EX", "EX")
    assert (course.grades[92, 12], course.grades[93, 12]) == ("5", "")
    assert course.new == {}


def test_in_moodles_file_only_the_cells_of_scores_change() -> None:
    made = filled(MOODLE, MOODLE_FILE, {"ada": 7, "ben": 9.25, "cleo": EXCUSED})
    assert differing(MOODLE_FILE, text(made.content)) == {3: "Benjamin,Okri,1002,ben@uni.example,9.25,-,1790000000"}
    assert (made.students, made.scores, made.changed) == (3, 2, 1)
    assert made.notes == ("Excused, which no cell for Moodle can say; set it there by hand: cleo, 01-gradient-step.",)
    course = importers.MoodleCourse({"1001": "u1", "1002": "u2", "1003": "u3"}, {"step": 10})
    importers.moodle(made.content, course, 2, {4: "step"})
    assert course.grades == {("u1", "step"): 7, ("u2", "step"): 9.25, ("u3", "step"): None}


def test_in_blackboards_file_only_the_cells_of_scores_change() -> None:
    made = filled(BLACKBOARD, BLACKBOARD_FILE, {"ada": 7, "ben": 9.25, "cleo": 0}, style=UTF16)
    assert differing(BLACKBOARD_FILE, text(made.content, UTF16)) == {
        3: '"Okri"\t"Benjamin"\t"bokri"\t"1002"\t""\t"Yes"\t"9.25"\t""',
        4: '"de Mérode"\t"Cléo"\t"cmerode"\t"1003"\t""\t"Yes"\t"0"\t""',
    }
    course = importers.BlackboardCourse(["alovelace", "bokri", "cmerode"], ["664617", "664618"])
    importers.blackboard(made.content, course)
    assert {user: grade for (user, column), grade in course.grades.items() if column == "664617"} == {
        "alovelace": "7.00000", "bokri": "9.25", "cmerode": "0",
    }  # fmt: skip
    assert course.grades["alovelace", "664618"] == "15"
    assert course.made == []


def test_in_brightspaces_file_only_the_cells_of_scores_change() -> None:
    made = filled(BRIGHTSPACE, BRIGHTSPACE_FILE, {"ada": 7, "ben": 9.25, "cleo": 0.000001})
    assert differing(BRIGHTSPACE_FILE, text(made.content)) == {
        3: "#1002,#bokri,Okri,Benjamin,9.25,,,#",
        4: "#1003,#cmerode,de Mérode,Cléo,0.000001,,,#",
    }
    course = importers.BrightspaceCourse([("1001", "alovelace"), ("1002", "bokri"), ("1003", "cmerode")], {STEP.title: 10})
    importers.brightspace(made.content, course)
    assert {login: grade for (login, _), grade in course.grades.items()} == {"alovelace": 7, "bokri": 9.25, "cmerode": 0.000001}


CHANGED = {
    "canvas": (
        CANVAS,
        CANVAS_FILE,
        PLAIN,
        ["Student,ID,SIS User ID,SIS Login ID,Section,One step of gradient descent (12)", ",,,,,Manual Posting",
         "    Points Possible,,,,,10", '"Okri, Benjamin",91,1002,bokri,A,9.5'],
    ),
    "moodle": (
        MOODLE,
        MOODLE_FILE,
        PLAIN,
        ["First name,Last name,ID number,Email address,Assignment: One step of gradient descent (Real),"
         "Last downloaded from this course",
         "Benjamin,Okri,1002,ben@uni.example,9.5,1790000000"],
    ),
    "blackboard": (
        BLACKBOARD,
        BLACKBOARD_FILE,
        UTF16,
        [BLACKBOARD_FILE[0].rpartition("\t")[0], '"Okri"\t"Benjamin"\t"bokri"\t"1002"\t""\t"Yes"\t"9.5"'],
    ),
    "brightspace": (
        BRIGHTSPACE,
        BRIGHTSPACE_FILE,
        PLAIN,
        ["OrgDefinedId,Username,One step of gradient descent Points Grade <Numeric MaxPoints:10 Weight:5>,End-of-Line Indicator",
         "#1002,#bokri,9.5,#"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lms", "lines", "style", "wanted"), CHANGED.values(), ids=CHANGED)
def test_only_what_changes_may_be_written(lms: Lms, lines: tuple[str, ...], style: Style, wanted: list[str]) -> None:
    entries = BOTH if lms is CANVAS else (STEP,)
    made = filled(
        lms, lines, {"ada": [7, None], "ben": [9.5, None], "cleo": [None, 5]}, entries=entries, style=style, changed_only=True
    )
    assert text(made.content, style) == wanted
    assert made.changed == 1


def test_where_nothing_changes_that_is_told() -> None:
    made = filled(MOODLE, MOODLE_FILE, {"ada": 7.0}, changed_only=True)
    assert (made.changed, made.scores) == (0, 1)
    assert filled(MOODLE, MOODLE_FILE, {"ada": 7.0}).content == file(*MOODLE_FILE)


def test_who_is_in_one_and_not_in_the_other_is_told() -> None:
    people = (*PEOPLE, Person("dina", "Dina Ali", number="1004"), Person("eve"))
    lines = (*MOODLE_FILE, "Zaphod,B,4242,z@uni.example,3.00,3.00,1790000000")
    made = filled(MOODLE, lines, {"ada": 8, "dina": 10}, people=people)
    assert [one.id for one in made.lacking] == ["dina"]
    assert [one.id for one in made.idle] == ["eve"]
    assert made.strangers == ("line 5: Zaphod B (4242, z@uni.example)",)
    assert text(made.content)[4] == lines[4]


def test_names_from_the_file_do_not_steer_the_terminal() -> None:
    made = filled(MOODLE, (*MOODLE_FILE, "\x1b[2JZ,B,\u202e42,,,,"), {"ada": 8})
    assert made.strangers == ("line 5: \\x1b[2JZ B (\\u202e42)",)


def test_columns_of_other_points_are_told() -> None:
    lines = (MOODLE_FILE[0].replace("7.00", ""), *MOODLE_FILE[1:])
    assert filled(MOODLE, lines, {"ada": 8}).notes == ()
    more = tuple(line.replace(",10,10,(read", ",100,10,(read") for line in CANVAS_FILE)
    made = filled(CANVAS, more, {"ada": [8, 8]}, entries=BOTH)
    assert made.notes == (
        "'One step of gradient descent (12)' is of 100 points on Canvas, 01-gradient-step of 10 here: scores are written as they are.",
    )


REFUSED = {
    "another-course": (
        MOODLE,
        (MOODLE_FILE[0], "Zaphod,Beeblebrox,4242,z@uni.example,,,", "Trillian,Astra,4243,t@uni.example,,,"),
        r"book\.csv: none of its 2 students is known here\. Download the gradebook of this course",
    ),
    "above-the-maximum": (
        CANVAS,
        tuple(line.replace(",10,10,(read", ",5.00,10,(read") for line in CANVAS_FILE),
        r"book\.csv, line 4: ada \(Ada Lovelace\) has 8, above the 5 of 'One step of gradient descent \(12\)'\. Raise its",
    ),
    "above-blackboards": (
        BLACKBOARD,
        tuple(line.replace("Pts: 10", "Pts: 7,5") for line in BLACKBOARD_FILE),
        r"line 2: .* has 8, above the 7\.5 of",
    ),
    "above-brightspaces": (
        BRIGHTSPACE,
        tuple(line.replace("MaxPoints:10", "MaxPoints:7") for line in BRIGHTSPACE_FILE),
        r"has 8, above the 7 of",
    ),
    "twice": (MOODLE, (*MOODLE_FILE, MOODLE_FILE[1]), r"book\.csv, line 5: this is ada \(Ada Lovelace\), and so is line 2\."),
    "no-header": (MOODLE, MOODLE_FILE[1:], r"line 1: there is no header, but 'Ada,Lovelace.*Download it from Moodle: Grades > Export"),
    "no-end-of-line": (
        BRIGHTSPACE,
        tuple(line.rpartition(",")[0] for line in BRIGHTSPACE_FILE),
        r"book\.csv, line 1: the column 'End-of-Line Indicator' is not there",
    ),
    "canvas-file-as-moodles": (MOODLE, CANVAS_FILE, "line 1: there is no header"),
    "of-another-lms": (BLACKBOARD, MOODLE_FILE, r"line 1: there is no header, .* Expected columns such as Username, and"),
}


@pytest.mark.parametrize(("lms", "lines", "said"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_fit_is_refused(lms: Lms, lines: tuple[str, ...], said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        filled(lms, lines, {"ada": [8, 8]}, entries=BOTH if lms is CANVAS else (STEP,))


def test_all_that_does_not_fit_is_told_but_not_for_ever() -> None:
    people = tuple(Person(f"s{number}", number=str(number)) for number in range(30))
    lines = ("ID number,One step of gradient descent (Real)", *(f"{one.number},3" for one in people))
    blackboard = ("Username,One step of gradient descent [1] |7", *(f"{one.id},3" for one in people))
    assert filled(MOODLE, lines, {one.id: 2 for one in people}, people=people).changed == 30
    with pytest.raises(TemplateError) as caught:
        filled(BLACKBOARD, blackboard, {one.id: 2 for one in people}, people=people)
    said = str(caught.value).splitlines()
    assert len(said) == 11
    assert said[-1] == "... and 20 more of the kind."
