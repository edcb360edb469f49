"""One comment for a question, one answer to it, and points in the same breath or not at all."""

from datetime import timedelta

import pytest

from autograder.errors import UsageError
from autograder.gradebook.deciding import ALL
from autograder.gradebook.log import By, lines
from autograder.gradebook.requests import answer, ask, asked
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import UnknownStudentError
from tests.gradebook.classroom import COURSE, GRACE, about, hand_in, of
from tests.gradebook.test_marks import BY_HAND, where

HENRY = By("henry", GRACE.when + timedelta(days=1))
MOST = {"q0": 5.0, "q1": 5.0}


@pytest.fixture
def ada(book: Gradebook) -> Gradebook:
    """A gradebook in which ada has 3 points and asks about one of two questions."""
    hand_in(book, "ada", -1, 1, 2)
    assert ask(book, about(), "q0", " is\nright ", GRACE) == 1
    return book


def test_a_request_is_open_until_somebody_answers(ada: Gradebook) -> None:
    ask(ada, about(), ALL, "all of it", GRACE)
    first, second = ada.read(asked)
    assert (first.number, first.question, first.comment, first.open) == (1, "q0", "is right", True)
    before, outcome = answer(ada, COURSE, 1, "It is not.", HENRY)
    assert (before, outcome) == (first, None)
    assert [one.number for one in ada.read(asked)] == [2, 1]  # the open one first
    done = ada.read(asked)[1]
    assert (done.answer, done.person, done.answered, done.open) == ("It is not.", "henry", HENRY.when, False)
    assert of(ada, "ada").standing.score == 3
    assert second.student == "ada"


def test_points_come_with_the_answer(ada: Gradebook) -> None:
    answer(ada, COURSE, 1, "It is.", HENRY, 5, MOST)
    assert of(ada, "ada").standing.score == 7
    assert (of(ada, "ada").overrides["q0"].reason, of(ada, "ada").overrides["q0"].person) == ("It is.", "henry")
    assert [(one.verb, one.said) for one in ada.read(lines)] == [
        ("request", "another look at q0 asked for"),
        ("answer", "request 1 about q0 answered"),
        ("override", "5 points for q0: It is."),
    ]


def test_about_what_a_person_marks_they_are_a_mark_and_about_all_they_are_the_score(ada: Gradebook) -> None:
    ask(ada, about(), "why", "?", GRACE)
    answer(ada, BY_HAND, 2, "Good.", HENRY, 4, MOST)
    assert (where(ada).marks["why"].points, where(ada).standing.score) == (4, 7)
    ask(ada, about(), ALL, "?", GRACE)
    answer(ada, BY_HAND, 3, "Oral exam.", HENRY, 16, MOST)
    assert where(ada).standing.score == 16


NAN = float("nan")
BAD = {"above": ("q0", 5.1), "below": ("q0", -1), "no number": ("q0", NAN), "above a mark": ("why", 4.1), "above all": (ALL, 17)}


@pytest.mark.parametrize(("question", "points"), BAD.values(), ids=BAD)
def test_with_points_that_will_not_do_nothing_is_answered(book: Gradebook, question: str, points: float) -> None:
    hand_in(book, "ada", -1, 1, 2)
    number = ask(book, about(), question, "?", GRACE)
    before = book.read(lines)
    with pytest.raises(UsageError, match="expected 0 to"):
        answer(book, BY_HAND, number, "So.", HENRY, points, MOST)
    assert book.read(asked)[0].open
    assert book.read(lines) == before
    assert where(book).decisions == {}


def test_a_question_that_is_asked_no_longer_takes_no_points(ada: Gradebook) -> None:
    with pytest.raises(UsageError, match=r"has no question 'q0' any more, so it takes no points. Answer without --points\."):
        answer(ada, COURSE, 1, "So.", HENRY, 1, {})
    assert ada.read(asked)[0].open


def test_there_is_one_comment_for_a_question_and_one_answer(ada: Gradebook) -> None:
    with pytest.raises(UsageError, match="request 1, which is still open"):
        ask(ada, about(), "q0", "again", GRACE)
    answer(ada, COURSE, 1, "No.", HENRY)
    with pytest.raises(UsageError, match="request 1, which henry answered on 2026-11-23"):
        ask(ada, about(), "q0", "again", GRACE)
    with pytest.raises(UsageError, match=r"Request 1 was answered by henry on .*: No\."):
        answer(ada, COURSE, 1, "Yes.", GRACE, 5, MOST)
    assert [one.answer for one in ada.read(asked)] == ["No."]


def test_nobody_who_is_not_known_asks(book: Gradebook) -> None:
    with pytest.raises(UnknownStudentError):
        ask(book, about(), "q0", "?", GRACE)
    assert ask(book, about(new=True), "q0", "?", GRACE) == 1
    with pytest.raises(UsageError, match="There is no request 2"):
        answer(book, COURSE, 2, "So.", HENRY)
