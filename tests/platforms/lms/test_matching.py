"""Whose a row is: by ids in the LMS's order, by a name only where no id can tell, and never by guessing."""

import pytest

from autograder.gradebook.roster import Person
from autograder.platforms.lms.blackboard import BLACKBOARD
from autograder.platforms.lms.brightspace import BRIGHTSPACE
from autograder.platforms.lms.canvas import CANVAS
from autograder.platforms.lms.matching import Matched, matched
from autograder.platforms.lms.moodle import MOODLE
from autograder.platforms.lms.rules import Lms
from autograder.platforms.lms.table import read
from tests.platforms.lms.making import ADA, PEOPLE, file


def whose(lms: Lms, lines: tuple[str, ...], people: tuple[Person, ...] = PEOPLE) -> Matched:
    table = read("book.csv", file(*lines), lms.recognised, "")
    return matched("book.csv", table.rows, lms.layout(table.rows), people)


def ids(found: Matched) -> dict[int, str]:
    assert found.problems == ()
    return {index: person.id for index, person in found.people.items()}


CANVAS_HEADER = "Student,ID,SIS User ID,SIS Login ID,Section,Step (7)"
KNOWN = {
    "canvas-by-the-institutions-number": (CANVAS, (CANVAS_HEADER, "X,90,1001,,A,")),
    "canvas-by-the-login": (CANVAS, (CANVAS_HEADER, "X,90,,alovelace,A,")),
    "canvas-by-a-login-that-is-an-address": (CANVAS, (CANVAS_HEADER, "X,90,,Ada@Uni.example,A,")),
    "canvas-by-its-own-number-where-it-shows-no-other": (CANVAS, ("Student,ID,SIS Login ID,Section,Step (7)", "Ada Lovelace,1001,,A,")),
    "canvas-by-its-own-number-beside-another": (CANVAS, (CANVAS_HEADER, "Ada Lovelace,1001,S77,,A,")),
    "canvas-by-the-name": (CANVAS, ("Student,ID,Section,Step (7)", '"Lovelace, Ada",90,A,')),
    "canvas-with-all-that-it-can-export": (
        CANVAS,
        ("Student,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section,Step (7)", "X,90,1001,,i,uni.example,A,"),
    ),
    "canvas-by-first-and-last-name": (CANVAS, ("LastName,FirstName,ID,Section,Step (7)", "Lovelace,Ada,90,A,")),
    "moodle-by-number": (MOODLE, ("First name,Last name,ID number,Email address,Step (Real)", "X,Y,1001,,")),
    "moodle-by-email": (MOODLE, ("First name,Last name,ID number,Email address,Step (Real)", "X,Y,,ada@uni.example,")),
    "moodle-by-username": (MOODLE, ("username,idnumber,email,Step (Real)", "alovelace,,,")),
    "moodle-by-name": (MOODLE, ("First name,Surname,ID number,Step (Real)", "Ada,Lovelace,,")),
    "moodle-in-german": (MOODLE, ("Vorname,Nachname,ID-Nummer,E-Mail-Adresse,Schritt (Punkte)", "X,Y,,ada@uni.example,")),
    "blackboard-by-username": (BLACKBOARD, ("Last Name,First Name,Username,Student ID,Step |7", "X,Y,alovelace,,")),
    "blackboard-by-student-id": (BLACKBOARD, ("Last Name,First Name,Username,Student ID,Step |7", "X,Y,,1001,")),
    "blackboard-in-spanish": (BLACKBOARD, ("Apellidos,Nombre,Nombre de usuario,Step |7", "X,Y,alovelace,")),
    "brightspace-by-number": (BRIGHTSPACE, ("OrgDefinedId,Step Points Grade,End-of-Line Indicator", "#1001,,#")),
    "brightspace-by-username": (BRIGHTSPACE, ("Username,Step Points Grade,End-of-Line Indicator", "#ALovelace,,#")),
    "brightspace-without-the-mark": (
        BRIGHTSPACE,
        ("OrgDefinedId,Username,Step Points Grade,End-of-Line Indicator", "1001,alovelace,,#"),
    ),
}


@pytest.mark.parametrize(("lms", "lines"), KNOWN.values(), ids=KNOWN)
def test_a_student_is_known_as_the_lms_knows_them(lms: Lms, lines: tuple[str, ...]) -> None:
    assert ids(whose(lms, lines)) == {1: "ada"}


def test_two_ids_of_one_row_that_point_to_two_people_are_refused() -> None:
    found = whose(CANVAS, (CANVAS_HEADER, "X,90,1001,bokri,A,"))
    assert found.people == {}
    (said,) = found.problems
    assert said.startswith(
        "book.csv, line 2: by its SIS User ID this is ada (Ada Lovelace), by its SIS Login ID ben (Benjamin Okri). Correct"
    )


def test_one_student_twice_is_refused_with_both_lines() -> None:
    found = whose(CANVAS, (CANVAS_HEADER, "X,90,1001,,A,", "Y,91,1002,,A,", "Z,92,,alovelace,A,"))
    assert found.problems == (
        "book.csv, line 4: this is ada (Ada Lovelace), and so is line 2. Take out the one that is not, or correct the roster.",
    )


def test_an_id_that_two_of_the_roster_share_is_refused() -> None:
    twin = Person("ada2", "Ada Byron", login="alovelace")
    (said,) = whose(CANVAS, (CANVAS_HEADER, "X,90,,alovelace,A,"), (ADA, twin)).problems
    assert said == "book.csv, line 2: SIS Login ID 'alovelace' is that of ada and ada2 in the gradebook. Correct the roster."


def test_a_name_that_two_share_says_nothing() -> None:
    twins = (Person("ada", "Ada Lovelace"), Person("ada2", "Lovelace Ada"))
    assert whose(CANVAS, (CANVAS_HEADER, '"Lovelace, Ada",90,,,A,'), twins).people == {}
    one = whose(CANVAS, (CANVAS_HEADER, '"Lovelace, Ada",90,,,A,', '"Lovelace, Ada",91,,,A,'), twins[:1])
    assert (one.people, one.strangers, one.problems) == ({}, (1, 2), ())


def test_a_name_says_nothing_where_an_id_says_otherwise() -> None:
    """A namesake who is not in the gradebook gets nobody's score."""
    assert whose(CANVAS, (CANVAS_HEADER, '"Lovelace, Ada",90,1009,,A,')).people == {}
    assert whose(CANVAS, (CANVAS_HEADER, '"Lovelace, Ada",90,,other,A,')).people == {}
    assert whose(BLACKBOARD, ("Last Name,First Name,Username,Step |7", "Lovelace,Ada,other,")).people == {}


def test_canvas_own_number_is_not_taken_for_the_institutions() -> None:
    """1001 is Ada's at the institution, and somebody else's in Canvas."""
    found = whose(CANVAS, (CANVAS_HEADER, '"Okri, Benjamin",1001,1002,bokri,A,'))
    assert ids(found) == {1: "ben"}
    other = whose(CANVAS, ("Student,ID,SIS Login ID,Section,Step (7)", '"Marvin, Lee",1001,lmarvin,A,'))
    assert (other.people, other.strangers) == ({}, (1,))
    by_name = whose(CANVAS, ("Student,ID,Section,Step (7)", '"Marvin, Lee",1001,A,', '"Lovelace, Ada",90,A,'))
    assert ids(by_name) == {2: "ada"}


def test_numbers_of_a_roster_that_canvas_wrote_are_canvas_own() -> None:
    """1002 is Ben's in Canvas, and Ada's at the institution."""
    lines = (CANVAS_HEADER, '"Lovelace, Ada",1001,1002,x,A,', '"Okri, Benjamin",1002,1007,y,A,', '"Mérode, Cléo de",1003,1001,z,A,')
    people = tuple(Person(one.id, one.full_name, number=one.number) for one in PEOPLE)
    assert ids(whose(CANVAS, lines, people)) == {1: "ada", 2: "ben", 3: "cleo"}


def test_a_number_that_is_another_students_by_chance_is_not_taken() -> None:
    """Most numbers of the roster are Canvas' own, so that one may be known by it alone: but not against the name or the login."""
    lines = (CANVAS_HEADER, '"Lovelace, Ada",1001,,,A,', '"Marvin, Lee",1002,,,A,', '"Mérode, Cléo de",1003,,other,A,')
    found = whose(CANVAS, lines)
    assert ids(found) == {1: "ada"}
    assert found.strangers == (2, 3)


def test_the_lms_own_order_of_ids_is_kept() -> None:
    (said,) = whose(BLACKBOARD, ("Student ID,Username,Step |7", "1001,bokri,")).problems
    assert "by its Username this is ben (Benjamin Okri), by its Student ID ada (Ada Lovelace)" in said
    (said,) = whose(MOODLE, ("Email address,ID number,Username,Step (Real)", "ada@uni.example,1002,cmerode,")).problems
    assert "by its Username this is cleo (Cléo de Mérode), by its ID number ben (Benjamin Okri)" in said


def test_who_was_collected_without_a_roster_is_found_by_what_they_are_called() -> None:
    people = tuple(map(Person, ("lovelaceada-90", "Benjamin Okri", "cmerode")))
    lines = (
        CANVAS_HEADER,
        '"Lovelace, Ada",90,1001,a,A,',
        '"Okri, Benjamin",91,1002,b,A,',
        "X,92,,cmerode,A,",
        '"Lovelace, Bob",90,,,A,',
    )
    assert ids(whose(CANVAS, lines, people)) == {1: "lovelaceada-90", 2: "Benjamin Okri", 3: "cmerode"}


def test_case_and_ways_to_write_a_letter_are_one() -> None:
    lines = ("First name,Last name,ID number,Step (Real)", "CLE\u0301O DE,MÉRODE,,", "ada,LOVELACE,,")
    assert ids(whose(MOODLE, lines)) == {1: "cleo", 2: "ada"}


def test_rows_that_are_nobodys_are_passed_over() -> None:
    lines = (
        "Student,ID,Section,Step (7)",
        "    Points Possible,,,10",
        ",,,Manual Posting",
        '"Lovelace, Ada",90,A,',
        "",
        "Stranger,91,A,",
    )
    found = whose(CANVAS, lines)
    assert ids(found) == {3: "ada"}
    assert found.strangers == (5,)


def test_without_people_everybody_is_a_stranger() -> None:
    found = whose(MOODLE, ("Vorname,Nachname,E-Mail-Adresse,Schritt (Punkte)", "Ada,Lovelace,ada@uni.example,"), ())
    assert (found.people, found.strangers) == ({}, (1,))


def test_of_columns_without_a_known_name_the_one_counts_that_knows_most() -> None:
    """A house number is no student's number because it happens to be one."""
    lines = ("Vorname,Hausnummer,E-Mail-Adresse,Schritt (Punkte)", "Ada,1002,ada@uni.example,", "Ben,7,ben@uni.example,", "Cleo,9,x,")
    assert ids(whose(MOODLE, lines)) == {1: "ada", 2: "ben"}
