"""A student is told by what a roster says of them; where that does not say it for certain, nobody is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.gradebook.roster import Person
from autograder.platforms.collecting.label import Who
from autograder.platforms.collecting.people import People, Unclear, forms, squeezed

ADA = Person("ada", full_name="Ada Lovelace", email="ada@example.org", login="alove", number="4711")
JOHN, JACK = Person("js1", full_name="John Smith", number="1"), Person("js2", full_name="Smith John", number="2")
BOB = Person("bob", full_name="Bob Ross")
ROSTER = [ADA, JOHN, JACK, BOB]


def unclear(who: Who, roster: list[Person] = ROSTER) -> str:
    found = People(roster).resolve(who)
    assert isinstance(found, Unclear)
    return found.why


# --- what must not happen ------------------------------------------------------------------------------------------------


def test_two_of_one_name_are_both_named_and_neither_is_taken() -> None:
    assert "John Smith may be js1 and js2 on the roster" in unclear(Who(name="John Smith"))


def test_whoever_is_not_on_the_roster_is_not_taken_for_anybody_like_it() -> None:
    assert "Nobody on the roster is called Ada Lovelac" in unclear(Who(name="Ada Lovelac"))


def test_a_number_of_another_list_is_not_believed_against_the_name() -> None:
    """Canvas' number 4711 is eve's; ada's student number is 4711 too."""
    assert "the name is not: Eve (4711)" in unclear(Who(name="Eve", number="4711"))


def test_a_login_and_an_address_of_two_people_are_nobodys() -> None:
    assert "may be ada and js1" in unclear(Who(name="x", login="alove", email="1"))


@pytest.mark.parametrize(
    "name",
    ["..", ".hidden", "a/b", "a\\b", "nul", "CON.x", "a:b", "x.py", "__MACOSX", "a\u202eb", "a\x1bb", "a  b", "", "x" * 200, "end."],
)
def test_what_cannot_be_a_folders_name_is_nobodys_id(name: str) -> None:
    assert unclear(Who(settled=name, name=name), [])


def test_a_folder_that_is_called_like_an_assignment_is_no_student() -> None:
    assert isinstance(People([], ["01-step"]).resolve(Who(settled="01-step")), Unclear)


@given(st.text(max_size=30), st.text(max_size=30))
def test_nobody_is_found_by_a_name_that_has_other_letters(one: str, other: str) -> None:
    if squeezed(one) and squeezed(one) not in forms(other) and squeezed(one) not in {squeezed("x"), squeezed(other)}:
        assert isinstance(People([Person("x", full_name=other)]).resolve(Who(name=one)), Unclear)


# --- what is told --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "who",
    [
        Who(name="Ada Lovelace"),
        Who(name="Lovelace, Ada"),
        Who(name="lovelaceada"),
        Who(name="ADA LOVELACE"),
        Who(name="somebody", email="ADA@example.org"),
        Who(name="somebody", login="alove"),
        Who(name="Ada Lovelace", number="4711"),
        Who(number="4711"),
        Who(settled="ada"),
    ],
    ids=["name", "sortable", "canvas", "capitals", "email", "login", "number", "number-alone", "id"],
)
def test_a_student_is_known_by_any_of_these(who: Who) -> None:
    assert People(ROSTER).resolve(who) == "ada"


def test_a_number_tells_two_of_one_name_apart() -> None:
    assert People(ROSTER).resolve(Who(name="John Smith", number="1")) == "js1"


def test_accents_may_be_written_in_either_way() -> None:
    assert People([Person("j", full_name="Jos\u00e9 Ruiz")]).resolve(Who(name="ruizjose\u0301")) == "j"


def test_a_name_in_a_script_with_marks_keeps_them() -> None:
    assert squeezed("का") != squeezed("कि")


@pytest.mark.parametrize(
    ("who", "called"),
    [
        (Who(name="Ada", login="al", email="a@x", number="1"), "al"),
        (Who(name="Ada", email="a@x", number="1"), "a@x"),
        (Who(name="Ada  Lovelace"), "Ada Lovelace"),
        (Who(name="ada", number="1", nick="ada-1"), "ada-1"),
        (Who(settled="Jose\u0301"), "Jos\u00e9"),
    ],
)
def test_without_a_roster_a_student_is_called_by_what_tells_most(who: Who, called: str) -> None:
    assert People([]).resolve(who) == called
