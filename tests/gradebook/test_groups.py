"""A group hands in once and all are credited; each member's own decisions stay his own; nothing is half changed."""

from datetime import timedelta

import pytest

from autograder.errors import CourseError, UsageError
from autograder.gradebook import groups
from autograder.gradebook.deciding import ALL, excuse, extend, override
from autograder.gradebook.groups import Group, Member, Regrouped, Wish, existing, opt_in, opt_out, put, take_out
from autograder.gradebook.log import By, lines
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import UnknownStudentError
from tests.gradebook.classroom import COURSE, DUE, GRACE, OTHER, SLUG, about, hand_in, of

HENRY = By("henry", GRACE.when + timedelta(days=1))
SLUGS = [SLUG, OTHER]


@pytest.fixture
def trio(book: Gradebook) -> Gradebook:
    """ada has handed in work of 8 points in time; ben and cleo are known by another assignment."""
    hand_in(book, "ada", -1, 5, 3)
    for student in ("ben", "cleo"):
        hand_in(book, student, -1, 5, slug=OTHER)
    return book


def make(book: Gradebook, *students: str, name: str = "table 1", slug: str = SLUG, new: bool = False) -> Regrouped:
    return put(book, COURSE, [Wish(slug, name, student) for student in students], GRACE, new=new, fresh=True)


def scores(book: Gradebook) -> list[float | None]:
    return [of(book, student).standing.score for student in ("ada", "ben", "cleo")]


def said(book: Gradebook) -> list[tuple[str, str, str]]:
    return [(one.student, one.slug, one.said) for one in book.read(lines)]


def all_of(book: Gradebook) -> list[Group]:
    return book.read(lambda connection: existing(connection, SLUGS))


def test_what_one_hands_in_counts_for_all_in_that_assignment_alone(trio: Gradebook) -> None:
    done = make(trio, "ben", "ada")
    assert done.students == ("ben", "ada")
    assert done.groups == (Group(SLUG, "table 1", (Member("ada"), Member("ben"))),)
    assert [(one.after.student, one.before, one.after.standing.score) for one in done.moves] == [("ben", None, 8)]
    assert scores(trio) == [8, 8, None]
    assert {one.student: one.standing.score for one in trio.standings(COURSE, OTHER)} == {"ada": None, "ben": 5, "cleo": 5}


def test_who_hands_in_does_not_matter_and_the_best_of_all_counts(trio: Gradebook) -> None:
    make(trio, "ada", "ben", "cleo")
    hand_in(trio, "cleo", -0.5, 5, 5)
    assert scores(trio) == [10, 10, 10]


def test_each_has_a_due_date_of_their_own(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    hand_in(trio, "ben", 30, 5, 5)
    extend(trio, about("ben"), DUE + timedelta(days=3), reason="ill", by=GRACE)
    assert scores(trio)[:2] == [8, 10]


def test_what_a_person_decides_is_about_one_member(trio: Gradebook) -> None:
    make(trio, "ada", "ben", "cleo")
    override(trio, about("ada"), ALL, 2, 10, reason="did not take part", by=GRACE)
    excuse(trio, about("cleo"), reason="sports", by=GRACE)
    assert scores(trio) == [2, 8, None]


# --- one is opted out -----------------------------------------------------------------------------------------------------


def test_who_is_opted_out_has_no_part_and_comes_back(trio: Gradebook) -> None:
    make(trio, "ada", "ben", "cleo")
    done = opt_out(trio, COURSE, SLUG, "ben", reason="did not take part", by=HENRY)
    assert done.groups[0].members == (Member("ada"), Member("ben", opted_out=True), Member("cleo"))
    assert [(one.after.student, one.after.standing.score) for one in done.moves] == [("ben", None)]
    assert scores(trio) == [8, None, 8]
    hand_in(trio, "ben", -1, 1, 1)
    assert scores(trio) == [8, 2, 8]
    opt_in(trio, COURSE, SLUG, "ben", reason="", by=HENRY)
    assert scores(trio) == [8, 8, 8]
    assert said(trio)[3:] == [
        ("ben", SLUG, "opted out of the group: did not take part"),
        ("ben", SLUG, "opted into the group again"),
    ]


def test_who_handed_in_for_the_others_takes_that_along_and_it_is_told(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    done = opt_out(trio, COURSE, SLUG, "ada", reason="copied", by=HENRY)
    assert [(one.after.student, one.before, one.after.standing.score) for one in done.moves] == [("ben", 8, None)]


def test_to_opt_out_twice_changes_nothing(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    opt_out(trio, COURSE, SLUG, "ben", reason="x", by=HENRY)
    before = said(trio)
    assert opt_out(trio, COURSE, SLUG, "ben", reason="y", by=HENRY).students == ()
    assert said(trio) == before


@pytest.mark.parametrize("change", [opt_out, opt_in], ids=["out", "in"])
def test_who_is_in_no_group_is_not_opted(trio: Gradebook, change: object) -> None:
    with pytest.raises(UsageError, match=r"'ben' is in no group for 01-gradient-step\. To put them into one: descent group add"):
        change(trio, COURSE, SLUG, "ben", reason="x", by=GRACE)  # type: ignore[operator]
    with pytest.raises(UnknownStudentError, match="nobody called 'bemn'"):
        change(trio, COURSE, SLUG, "bemn", reason="x", by=GRACE)  # type: ignore[operator]
    assert said(trio) == []


def test_to_opt_out_needs_a_reason(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    with pytest.raises(UsageError, match="Expected a reason"):
        opt_out(trio, COURSE, SLUG, "ben", reason=" ", by=GRACE)
    assert scores(trio)[:2] == [8, 8]


# --- added and taken out --------------------------------------------------------------------------------------------------


def test_more_are_added_and_some_taken_out(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    put(trio, COURSE, [Wish(SLUG, "table 1", "cleo")], GRACE, fresh=False)
    assert scores(trio) == [8, 8, 8]
    done = take_out(trio, COURSE, SLUG, "table 1", ["ben"], HENRY)
    assert (done.students, [one.after.student for one in done.moves]) == (("ben",), ["ben"])
    assert scores(trio) == [8, None, 8]
    assert said(trio)[-1] == ("ben", SLUG, "taken out of the group")


def test_without_names_all_are_taken_out_and_the_group_is_gone(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    done = take_out(trio, COURSE, SLUG, "table 1", [], HENRY)
    assert (done.students, done.groups, all_of(trio)) == (("ada", "ben"), (), [])
    assert scores(trio) == [8, None, None]


def test_a_group_is_of_one_assignment_and_may_be_called_alike_in_another(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    make(trio, "ben", "cleo", slug=OTHER)
    assert [(one.slug, one.name, len(one.members)) for one in all_of(trio)] == [(SLUG, "table 1", 2), (OTHER, "table 1", 2)]
    opt_out(trio, COURSE, SLUG, "ben", reason="x", by=GRACE)
    assert all_of(trio)[1].members == (Member("ben"), Member("cleo"))
    take_out(trio, COURSE, SLUG, "table 1", ["ben"], GRACE)
    assert [(one.slug, one.name, len(one.members)) for one in all_of(trio)] == [(SLUG, "table 1", 1), (OTHER, "table 1", 2)]


def test_each_student_has_a_line_in_the_log_that_names_neither_students_nor_the_group(trio: Gradebook) -> None:
    make(trio, "ada", "ben", name="ada and ben")
    opt_out(trio, COURSE, SLUG, "ben", reason="x", by=GRACE)
    take_out(trio, COURSE, SLUG, "ada and ben", [], GRACE)
    assert {student for student, _, _ in said(trio)} == {"ada", "ben"}
    assert len(said(trio)) == 5
    assert not any(name in words for _, _, words in said(trio) for name in ("ada", "ben"))


def test_who_is_in_it_already_stays_and_nothing_is_noted(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    opt_out(trio, COURSE, SLUG, "ben", reason="x", by=GRACE)
    before = said(trio)
    done = put(trio, COURSE, [Wish(SLUG, "table 1", one) for one in ("ada", "ben", "ben")], HENRY)
    assert (done.students, done.moves, said(trio)) == ((), (), before)
    assert all_of(trio)[0].members[1].opted_out


def test_somebody_new_is_made_known_where_that_is_said(trio: Gradebook) -> None:
    with pytest.raises(CourseError, match="nobody called 'dora'"):
        make(trio, "ada", "dora")
    make(trio, "ada", "dora", new=True)
    assert of(trio, "dora").standing.score == 8


# --- what is refused, and changes nothing ---------------------------------------------------------------------------------

REFUSED = {
    "another-group": ([Wish(SLUG, "table 2", "ada")], None, r"'ada' is in the group 'table 1' of 01-gradient-step\. To take them out"),
    "two-groups": ([Wish(SLUG, "x", "cleo"), Wish(SLUG, "y", "cleo")], None, "'cleo' cannot be in the group 'x' of .* and in 'y'"),
    "there": ([Wish(SLUG, "table 1", "cleo")], True, "has a group 'table 1' already. To add to it: descent group add"),
    "not-there": ([Wish(SLUG, "table 9", "cleo")], False, "has no group 'table 9'. It has: 'table 1'. To make it"),
    "alike": ([Wish(SLUG, "Table 1", "cleo")], None, "has a group 'table 1', which 'Table 1' would be taken for"),
    "alike-in-one-go": ([Wish(SLUG, "X", "cleo"), Wish(SLUG, "x", "dora")], None, "has a group 'X', which 'x' would be taken for"),
    "unknown": ([Wish(SLUG, "x", "cleopatra")], None, "Did you mean 'cleo'"),
    "nameless": ([Wish(SLUG, "", "cleo")], None, "'' cannot be a group's name"),
    "blanks": ([Wish(SLUG, " x", "cleo")], None, "cannot be a group's name"),
    "control": ([Wish(SLUG, "x\x1b[31m", "cleo")], None, r"'x\\x1b\[31m' cannot be a group's name"),
    "long": ([Wish(SLUG, "x" * 101, "cleo")], None, "cannot be a group's name"),
    "no-assignment": ([Wish("99-none", "x", "cleo")], None, "there is no assignment '99-none'"),
}


@pytest.mark.parametrize(("wishes", "fresh", "words"), REFUSED.values(), ids=REFUSED)
def test_what_will_not_do_is_told_and_nothing_is_changed(trio: Gradebook, wishes: list[Wish], fresh: bool | None, words: str) -> None:
    make(trio, "ada", "ben")
    before = all_of(trio), said(trio)
    with pytest.raises(CourseError, match=words):
        put(trio, COURSE, [Wish(SLUG, "fine", "cleo"), *wishes] if wishes[0].student == "ada" else wishes, GRACE, fresh=fresh)
    assert (all_of(trio), said(trio)) == before


def test_all_that_is_wrong_is_told_with_its_place(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    wishes = [
        Wish(SLUG, "x", "ada", "f.csv line 2: "),
        Wish(SLUG, "x", "zoe", "f.csv line 3: "),
        Wish(SLUG, "x", "cleo", "f.csv line 4: "),
    ]
    with pytest.raises(CourseError) as caught:
        put(trio, COURSE, wishes, GRACE)
    assert [problem[:14] for problem in caught.value.problems] == ["f.csv line 2: ", "f.csv line 3: "]


def test_to_take_out_whom_or_what_is_not_there_names_what_is(trio: Gradebook) -> None:
    make(trio, "ada", "ben")
    with pytest.raises(CourseError, match=r"01-gradient-step has no group 'table'\. It has: 'table 1'\."):
        take_out(trio, COURSE, SLUG, "table", [], GRACE)
    with pytest.raises(CourseError, match=r"'cleo' is not in the group 'table 1' of 01-gradient-step\. In it: 'ada', 'ben'\."):
        take_out(trio, COURSE, SLUG, "table 1", ["ada", "cleo"], GRACE)
    assert scores(trio) == [8, 8, None]


def test_what_fails_in_the_middle_changes_nothing(trio: Gradebook, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def failing(*_: object, **__: object) -> None:
        calls.append("")
        if len(calls) == 2:
            raise RuntimeError("cut off")

    monkeypatch.setattr(groups, "note", failing)
    with pytest.raises(RuntimeError, match="cut off"):
        make(trio, "ada", "ben")
    assert (all_of(trio), len(calls)) == ([], 2)


def test_the_order_of_groups_is_the_courses(trio: Gradebook) -> None:
    make(trio, "ben", "cleo", slug=OTHER, name="b")
    make(trio, "ada", name="z")
    make(trio, "ben", name="a")
    assert [(one.slug, one.name) for one in all_of(trio)] == [(SLUG, "a"), (SLUG, "z"), (OTHER, "b")]
