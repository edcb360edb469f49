"""What people mark by hand is kept for the answer that they read, for everybody whose work it is, whole or not at all."""

import msgspec
import pytest
from sqlalchemy import insert, text

from autograder.course.manifest import ByHand
from autograder.errors import CourseError, UsageError
from autograder.gradebook.deciding import override
from autograder.gradebook.log import lines
from autograder.gradebook.marks import Mark, mark, to_mark, unmark
from autograder.gradebook.standings import StudentStanding
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import added
from autograder.gradebook.tables import groups
from tests.gradebook.classroom import COURSE, GRACE, SLUG, about, hand_in, of
from tests.gradebook.test_schema import connected, downgrade

WHY = ByHand("why", "manual", "Why?", 4)
HOW = ByHand("how", "manual", "How?", 2)
ENTRY = msgspec.structs.replace(COURSE.entry(SLUG), questions=(WHY, HOW))
BY_HAND = msgspec.structs.replace(COURSE, assignments=(ENTRY, *COURSE.assignments[1:]))


def where(book: Gradebook, student: str = "ada") -> StudentStanding:
    return of(book, student, BY_HAND)


def said(book: Gradebook) -> list[str]:
    return [one.said for one in book.read(lines)]


def together(book: Gradebook, *names: str, opted_out: str = "") -> None:
    rows = [{"slug": SLUG, "name": "red", "opted_out": name == opted_out} for name in names]

    def work(connection: object) -> None:
        for name, row in zip(names, rows, strict=True):
            connection.execute(insert(groups), {**row, "student_id": added(connection, name)})  # type: ignore[attr-defined, arg-type]

    book.write(work)


def test_a_mark_counts_with_what_was_graded_before_lateness(book: Gradebook) -> None:
    number, _ = hand_in(book, "ada", 10, 5, 3)  # a day begun: a tenth off
    assert (where(book).standing.score, where(book).standing.waits) == (7.2, ("why", "how"))
    assert mark(book, BY_HAND, ENTRY, [Mark(("ada",), "why", 4, " well\nput ", number, "sha256:a")], GRACE) == 1
    found = where(book)
    assert (found.standing.score, found.standing.max_score, found.standing.waits) == (10.8, 16, ("how",))
    assert (found.marks["why"].reason, found.marks["why"].answer, found.marks["why"].person) == ("well put", "sha256:a", "grace")
    assert said(book) == ["4 points for why: well put"]


def test_another_mark_takes_its_place_and_the_same_again_changes_nothing(book: Gradebook) -> None:
    number, _ = hand_in(book, "ada", -1, 5)
    one = Mark(("ada",), "why", 4, "", number, "sha256:a")
    assert [mark(book, BY_HAND, ENTRY, [one], GRACE) for _ in range(2)] == [1, 0]
    assert mark(book, BY_HAND, ENTRY, [Mark(("ada",), "why", 3, "", number, "sha256:a")], GRACE) == 1
    assert mark(book, BY_HAND, ENTRY, [Mark(("ada",), "why", 3, "", number, "sha256:b")], GRACE) == 1  # read again
    assert said(book) == ["4 points for why", "3 points for why, before 4 by grace", "3 points for why, before 3 by grace"]


def test_taken_back_it_waits_again(book: Gradebook) -> None:
    number, _ = hand_in(book, "ada", -1, 5)
    mark(book, BY_HAND, ENTRY, [Mark(("ada",), "why", 4, "", number)], GRACE)
    unmark(book, about(), "why", reason="another's", by=GRACE)
    assert where(book).standing.waits == ("why", "how")
    assert said(book)[-1] == "4 points for why taken back: another's"
    with pytest.raises(UsageError, match=r"'ada' has no mark for why of 01-gradient-step\. There is: none\."):
        unmark(book, about(), "why", reason="", by=GRACE)


def test_an_override_is_not_taken_back_as_a_mark(book: Gradebook) -> None:
    hand_in(book, "ada", -1, 5)
    override(book, about(), "q0", 1, 5, reason="seen", by=GRACE)
    with pytest.raises(UsageError, match="has no mark for q0"):
        unmark(book, about(), "q0", reason="", by=GRACE)


BAD = {
    "above": Mark(("ada",), "how", 2.1),
    "below": Mark(("ada",), "how", -0.1),
    "no number": Mark(("ada",), "how", float("nan")),
    "nobody": Mark(("nobody",), "how", 1),
    "no question": Mark(("ada",), "q0", 1),
    "of other work": Mark(("ada",), "how", 1, number=999),
    "no text": Mark(("ada",), "how", 1, "\0"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_of_several_marks_all_are_kept_or_none(book: Gradebook, bad: Mark) -> None:
    number, _ = hand_in(book, "ada", -1, 5)
    with pytest.raises((UsageError, CourseError)):
        mark(book, BY_HAND, ENTRY, [Mark(("ada",), "why", 4, "", number), bad], GRACE)
    assert where(book).marks == {}
    assert said(book) == []


def test_a_mark_is_never_worth_more_than_its_question_is_by_now(book: Gradebook) -> None:
    number, _ = hand_in(book, "ada", -1, 5)
    mark(book, BY_HAND, ENTRY, [Mark(("ada",), "why", 4, "", number)], GRACE)
    cheaper = msgspec.structs.replace(ENTRY, questions=(msgspec.structs.replace(WHY, points=1),))
    course = msgspec.structs.replace(COURSE, assignments=(cheaper,))
    assert (of(book, "ada", course).standing.score, of(book, "ada", course).standing.max_score) == (6, 11)
    assert (of(book, "ada").standing.score, of(book, "ada").idle) == (5, ("why",))  # nobody asks it any more


def test_work_of_a_group_is_there_once_and_for_those_of_whom_it_is_asked(book: Gradebook) -> None:
    together(book, "ada", "ben", "cleo", opted_out="cleo")
    number, submission = hand_in(book, "ada", -1, 5)
    hand_in(book, "cleo", -1, 3)
    first, second = to_mark(book, BY_HAND, SLUG)
    assert (first.number, first.submission, first.students) == (number, submission, ("ada", "ben"))
    assert second.students == ("cleo",)
    assert to_mark(book, BY_HAND, SLUG, "ben") == [first]
    assert mark(book, BY_HAND, ENTRY, [Mark(first.students, "why", 4, "", number)], GRACE) == 2
    assert [where(book, name).standing.score for name in ("ada", "ben", "cleo")] == [9, 9, 3]
    assert to_mark(book, BY_HAND, SLUG)[0].marks["ben"]["why"].points == 4


def test_what_waits_to_be_graded_waits_with_it(book: Gradebook) -> None:
    hand_in(book, "ada", -1)
    assert to_mark(book, BY_HAND, SLUG) == []
    assert where(book).standing.waits == ()


def test_a_gradebook_of_before_keeps_its_decisions(empty: str) -> None:
    with Gradebook.open(empty) as book:
        hand_in(book, "ada", -1, 5)
        override(book, about(), "q0", 1, 5, reason="seen", by=GRACE)
    downgrade(empty, "0002")
    with connected(empty) as connection:
        assert connection.execute(text("SELECT points FROM decisions")).scalar() == 1
    with Gradebook.open(empty) as book:
        assert (where(book).decisions["q0"].points, where(book).decisions["q0"].answer) == (1, "")
