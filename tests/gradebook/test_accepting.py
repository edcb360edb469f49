"""Hand-ins of which more is known than that they are there: earlier ones come before later ones, and nothing is handed in twice."""

from datetime import datetime, timedelta

from autograder.course.manifest import Attempts, Course
from autograder.gradebook.store import Gradebook
from autograder.grading.submission import HandIn, Submission
from tests.gradebook.classroom import COURSE, DUE, SLUG, of, reported

NOW = DUE + timedelta(days=20)
TICK = timedelta(microseconds=1)
LAST = Course(COURSE.title, COURSE.assignments, attempts=Attempts.LAST, late=COURSE.late)
FIRST = Course(COURSE.title, COURSE.assignments, attempts=Attempts.FIRST, late=COURSE.late)


def work(text: str, student: str = "ada") -> Submission:
    return Submission(student, SLUG, "gradient.py", text.encode())


def take(book: Gradebook, *handed_in: HandIn, when: datetime = NOW, **points: float) -> None:
    """Take these in, each with these points."""
    numbers = book.take(handed_in, when=when)
    graded = [
        (number, reported(one.submission, points.get(one.submission.content.decode(), 1)))
        for number, one in zip(numbers, handed_in, strict=True)
    ]
    book.record(graded, when=when)


def times(book: Gradebook) -> list[tuple[str, datetime]]:
    """What ada handed in, by its points' text, and when."""
    kept = {number: one.content.decode() for number, one in book.kept(SLUG)}
    return [(kept[one.submission], one.handed_in) for one in of(book, "ada").attempts]


def test_each_attempt_is_kept_at_its_time_and_the_course_says_which_counts(book: Gradebook) -> None:
    early, late = DUE - timedelta(days=2), DUE - timedelta(days=1)
    take(book, HandIn(work("A"), early, earlier=True), HandIn(work("B"), late), A=9, B=4)
    assert times(book) == [("A", early), ("B", late)]
    assert [of(book, "ada", course).standing.score for course in (COURSE, FIRST, LAST)] == [9, 9, 4]


def test_the_same_work_before_and_after_another_is_two_attempts(book: Gradebook) -> None:
    moments = [DUE - timedelta(days=days) for days in (3, 2, 1)]
    again = [HandIn(work(text), at, earlier=text != "A" or at == moments[0]) for text, at in zip("ABA", moments, strict=True)]
    found = book.take(again, when=NOW)
    assert found[0] == found[2] != found[1]
    assert times(book) == list(zip("ABA", moments, strict=True))


def test_earlier_work_of_which_nobody_knows_when_comes_just_before(book: Gradebook) -> None:
    take(book, HandIn(work("A"), earlier=True), HandIn(work("B"), earlier=True), HandIn(work("C"), DUE))
    assert times(book) == [("A", DUE - 2 * TICK), ("B", DUE - TICK), ("C", DUE)]


def test_where_nobody_knows_any_time_the_order_is_that_of_the_attempts(book: Gradebook) -> None:
    take(book, HandIn(work("B"), earlier=True), HandIn(work("A")), A=2, B=3)
    assert times(book) == [("B", NOW - TICK), ("A", NOW)]
    assert [of(book, "ada", course).standing.attempt.submission for course in (FIRST, LAST)] == [1, 2]  # type: ignore[union-attr]


def test_earlier_work_found_after_what_came_later_still_comes_before_it(book: Gradebook) -> None:
    take(book, HandIn(work("B")))
    take(book, HandIn(work("A"), earlier=True), HandIn(work("B")), when=NOW + timedelta(days=1))
    assert times(book) == [("A", NOW - TICK), ("B", NOW)]


def test_what_is_graded_again_is_handed_in_once(book: Gradebook) -> None:
    handed_in = [HandIn(work("A"), earlier=True), HandIn(work("B"), DUE, earlier=True), HandIn(work("C"))]
    take(book, *handed_in)
    before = times(book)
    take(book, *handed_in, when=NOW + timedelta(days=1))
    assert times(book) == before
    assert len(before) == 3


def test_what_was_graded_when_it_was_the_last_is_not_handed_in_again_when_it_is_not(book: Gradebook) -> None:
    weeks = [NOW + timedelta(days=7 * number) for number in range(3)]
    work_of = [work(text) for text in "ABC"]
    for number, when in enumerate(weeks):
        take(book, *(HandIn(one, earlier=True) for one in work_of[:number]), HandIn(work_of[number]), when=when)
    assert times(book) == list(zip("ABC", weeks, strict=True))


def test_what_was_in_time_is_not_late_however_late_it_is_graded(book: Gradebook) -> None:
    take(book, HandIn(work("A"), by=DUE), HandIn(work("A", "ben")), A=10)
    assert (of(book, "ada").standing.late, of(book, "ada").standing.score) == (0, 10)
    assert of(book, "ben").standing.late == timedelta(days=20).total_seconds()


def test_what_was_in_time_and_is_graded_before_was_handed_in_then(book: Gradebook) -> None:
    when = DUE - timedelta(days=5)
    take(book, HandIn(work("A"), by=DUE), when=when)
    assert times(book) == [("A", when)]
    take(book, HandIn(work("A"), by=DUE), when=when + timedelta(days=1))
    assert times(book) == [("A", when)]


def test_earlier_work_that_was_in_time_is_not_late_though_what_came_after_is(book: Gradebook) -> None:
    take(book, HandIn(work("A"), by=DUE, earlier=True), HandIn(work("B"), NOW), A=10, B=10)
    assert times(book) == [("A", DUE), ("B", NOW)]
    assert (of(book, "ada").standing.score, of(book, "ada").standing.late) == (10, 0)
