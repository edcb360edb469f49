"""What is old goes, what is newer stays, and scores move only where they are not to be kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from autograder.course.manifest import Attempts, ByHand, Course
from autograder.errors import UsageError
from autograder.gradebook.connect import sqlite_url
from autograder.gradebook.deciding import excuse, extend, override
from autograder.gradebook.log import lines
from autograder.gradebook.marks import to_mark
from autograder.gradebook.purging import Old, old, purge
from autograder.gradebook.receiving import received
from autograder.gradebook.standings import StudentStanding
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import names
from autograder.gradebook.tables import State, attempts, contents, reports, submissions
from autograder.grading.report import QuestionReport, Report, Verdict
from tests.gradebook.classroom import COURSE, DUE, GRACE, OTHER, SLUG, about, hand_in, reported
from tests.gradebook.crowd import HENRY, everything, teamed

SECRET_WORDS = "what only this report says"


def told(book: Gradebook, before: datetime = DUE, *, keep_scores: bool = False) -> Old:
    return book.read(lambda connection: old(connection, before, keep_scores=keep_scores))


def purged(book: Gradebook, before: datetime = DUE, *, keep_scores: bool = False) -> Old:
    return purge(book, before, keep_scores=keep_scores, by=HENRY)


def count(book: Gradebook) -> dict[str, int]:
    """How many rows there are of each kind of work."""
    tables = (submissions, attempts, reports, contents)
    return book.read(lambda connection: {table.name: len(connection.execute(select(table)).all()) for table in tables})


def standing(book: Gradebook, course: Course = COURSE) -> list[StudentStanding]:
    """Where everybody stands, but for what the reports say in words."""
    return [replace(one, report=None) for one in book.standings(course)]


def wordy(book: Gradebook, student: str, hours: float, *, text: str = "") -> None:
    """A hand-in with a report that says a lot."""
    number, submission = hand_in(book, student, hours, text=text)
    question = QuestionReport(
        id="q0", verdict=Verdict.MISTAKE, points=2, max_points=5, mistake="sign", message=SECRET_WORDS, hint=SECRET_WORDS, seen=[1.5],
        text=SECRET_WORDS, behind="q1",
    )  # fmt: skip
    report = Report(
        student=student, assignment=SLUG, submission=submission.digest, isolation="A", score=2, max_score=10, questions=(question,),
        notes=(SECRET_WORDS,), file="of-ada.py", refusal=SECRET_WORDS, version=3, secret="0123abcd", title="One",
    )  # fmt: skip
    book.record([(number, report)], when=DUE)


@pytest.fixture
def term(book: Gradebook) -> Gradebook:
    """ada: early and late work; ben: early alone, and the same bytes as ada's once; cy: late alone."""
    hand_in(book, "ada", -48, 5, 3, text="early")
    hand_in(book, "ada", 2, 1, 1, text="late")
    hand_in(book, "ben", -24, 4, 4, text="of ben")
    hand_in(book, "ben", 3, 4, 2, text="early")
    hand_in(book, "cy", 4, 2, 2, text="of cy")
    return book


def test_what_is_old_goes_with_attempts_reports_and_bytes(term: Gradebook) -> None:
    found = Old(submissions=2, students=2, assignments=1, reports=2, waiting=0, size=len("of ben"))
    assert told(term) == found
    assert purged(term) == found
    assert count(term) == {"submissions": 3, "attempts": 3, "reports": 3, "contents": 3}
    assert sorted((one.student, one.content) for _, one in term.kept(SLUG)) == [
        ("ada", b"late"),
        ("ben", b"early"),
        ("cy", b"of cy"),
    ]
    assert told(term) == Old()


def test_students_and_what_people_decided_stay(term: Gradebook) -> None:
    override(term, about("ben"), "q0", 5, 5, reason="on paper", by=GRACE)
    purged(term)
    assert term.read(names) == ["ada", "ben", "cy"]
    (ben,) = [one for one in term.standings(COURSE, SLUG) if one.student == "ben"]
    assert ben.overrides["q0"].points == 5


def test_a_preview_changes_nothing(term: Gradebook) -> None:
    before = everything(term)
    for keep_scores in (False, True):
        told(term, keep_scores=keep_scores)
    assert everything(term) == before


def test_what_was_handed_in_again_later_is_not_old(book: Gradebook) -> None:
    for hours in (-48, 48):
        hand_in(book, "ada", hours, 5, 3, text="again")
    assert purged(book) == Old()
    assert count(book)["attempts"] == 2


def test_what_was_handed_in_at_the_very_moment_is_not_old(book: Gradebook) -> None:
    hand_in(book, "ada", 0, 5, 3)
    assert told(book) == Old()
    assert told(book, DUE + timedelta(microseconds=1)).submissions == 1


def test_what_waits_to_be_graded_is_counted(book: Gradebook) -> None:
    hand_in(book, "ada", -1)
    hand_in(book, "ben", -1, 1, fault=True)
    found = told(book)
    assert (found.submissions, found.reports, found.waiting) == (2, 1, 2)


@pytest.mark.parametrize("keep_scores", [False, True])
def test_the_log_says_how_many_and_by_whom(term: Gradebook, keep_scores: bool) -> None:
    purged(term, keep_scores=keep_scores)
    purged(term, keep_scores=keep_scores)  # nothing is left to be done, so nothing to be said
    (line,) = term.read(lines)
    assert (line.person, line.verb, line.student, line.slug) == ("henry", "purge", "", "")
    assert line.said == f"2 submissions of before 2026-11-20 23:59+00:00{', scores kept' if keep_scores else ''}"


def test_where_it_cannot_be_finished_nothing_is_removed(term: Gradebook, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(term)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the power fails")

    monkeypatch.setattr("autograder.gradebook.purging.note", fails)
    for keep_scores in (False, True):
        with pytest.raises(RuntimeError, match="the power fails"):
            purged(term, keep_scores=keep_scores)
    assert everything(term) == before


class TestKeepingScores:
    def test_no_score_moves_and_nothing_else_of_a_standing(self, term: Gradebook) -> None:
        extend(term, about("ada"), DUE + timedelta(days=2), reason="ill", by=GRACE)
        excuse(term, about("cy"), reason="away", by=GRACE)
        teamed(term, "ada", "ben")
        before = standing(term)
        found = Old(submissions=2, students=2, assignments=1, reports=2, waiting=0, size=len("of ben"))
        assert told(term, keep_scores=True) == found
        assert purged(term, keep_scores=True) == found
        assert standing(term) == before
        assert told(term, keep_scores=True) == Old()

    def test_of_a_report_only_the_points_are_left(self, book: Gradebook) -> None:
        wordy(book, "ada", -1)
        purged(book, keep_scores=True)
        (report,) = book.reports(SLUG)
        assert report == Report(
            student="ada", assignment=SLUG, submission=report.submission, isolation="A", score=2, max_score=10, version=3,
            secret="0123abcd", title="One", questions=(QuestionReport(id="q0", verdict=Verdict.MISTAKE, points=2, max_points=5),),
        )  # fmt: skip
        assert SECRET_WORDS not in repr(everything(book))

    def test_the_bytes_go_but_for_those_that_newer_work_has_too(self, term: Gradebook) -> None:
        purged(term, keep_scores=True)
        kept = term.read(lambda connection: sorted(bytes(one) for one in connection.scalars(select(contents.c.data))))
        assert kept == [b"", b"early", b"late", b"of cy"]

    def test_what_was_purged_is_not_graded_anew_nor_shown_nor_receipted(self, term: Gradebook) -> None:
        hand_in(term, "dora", -1)
        purged(term, keep_scores=True)
        assert sorted(one.content for _, one in term.kept(SLUG)) == [b"early", b"late", b"of cy"]
        assert term.pending() == []
        with pytest.raises(UsageError, match="What 'dora' handed in for 01-gradient-step was purged: its points are kept"):
            term.latest("dora", SLUG)
        assert term.latest("cy", SLUG) is not None
        assert {one.student for one in term.read(received)} == {"ada", "ben", "cy"}

    def test_nobody_is_shown_an_empty_answer_to_mark(self, term: Gradebook) -> None:
        entry = msgspec.structs.replace(COURSE.entry(SLUG), questions=(ByHand("why", "manual", "Why?", 4),))
        course = msgspec.structs.replace(COURSE, assignments=(entry, *COURSE.assignments[1:]))
        purged(term, keep_scores=True)
        assert [one.submission.content for one in to_mark(term, course, SLUG)] == [b"of cy"]

    def test_a_report_that_comes_too_late_is_passed_over(self, book: Gradebook) -> None:
        number, submission = hand_in(book, "ada", -1, 2, 2)
        purged(book, keep_scores=True)
        before = everything(book)
        book.record([(number, reported(submission, 5, 5))], when=DUE)
        assert everything(book) == before

    def test_the_same_bytes_handed_in_again_are_there_again(self, book: Gradebook) -> None:
        hand_in(book, "ada", -1, 2, 2, text="again")
        purged(book, keep_scores=True)
        number, submission = hand_in(book, "ada", 1, text="again")
        assert book.kept(SLUG) == [(number, submission)] == book.pending()

    def test_the_same_bytes_of_another_later_are_there_and_are_not_the_old_one_again(self, book: Gradebook) -> None:
        hand_in(book, "ada", -1, 2, 2, text="shared")
        purged(book, keep_scores=True)
        _, submission = hand_in(book, "ben", 1, text="shared")
        assert [one for _, one in book.kept(SLUG)] == [submission]

    def test_an_empty_file_is_handed_in_again_like_any_other(self, book: Gradebook) -> None:
        for when in (DUE - timedelta(days=1), DUE + timedelta(days=1)):
            book.accept([replace(hand_in(book, "ben", 5)[1], student="ada", content=b"")], when=when)
            purged(book, keep_scores=True)
        assert [one.content for _, one in book.kept(SLUG) if one.student == "ada"] == [b""]

    def test_all_of_it_may_go_later(self, term: Gradebook) -> None:
        purged(term, keep_scores=True)
        assert told(term).submissions == 2
        purged(term)
        assert count(term) == {"submissions": 3, "attempts": 3, "reports": 3, "contents": 3}
        assert State.PURGED not in term.read(lambda connection: set(connection.scalars(select(submissions.c.state))))


POINTS = st.tuples(st.floats(0, 5), st.floats(0, 5))
HAND_INS = st.lists(st.tuples(st.sampled_from(["ada", "ben"]), st.integers(-50, 50), st.none() | POINTS, st.integers(0, 3)), max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(work=HAND_INS, at=st.integers(-60, 60), rule=st.sampled_from(Attempts))
def test_whatever_is_purged_with_its_scores_kept_no_score_moves(
    fresh: Callable[[], str], work: list[tuple[str, int, tuple[float, float] | None, int]], at: int, rule: Attempts
) -> None:
    course = msgspec.structs.replace(COURSE, attempts=rule)
    with Gradebook.open(fresh()) as book:
        for student, hours, points, text in work:
            hand_in(book, student, hours, *(points or ()), text=f"content {text}")
        before = standing(book, course)
        newer = [one for one in book.read(received) if one.handed_in >= DUE + timedelta(hours=at)]
        purged(book, DUE + timedelta(hours=at), keep_scores=True)
        assert standing(book, course) == before
        assert [one for one in book.read(received) if one in newer] == newer


@pytest.mark.parametrize("keep_scores", [False, True])
def test_of_sqlites_files_not_a_byte_is_left_of_what_was_purged(tmp_path: Path, keep_scores: bool) -> None:
    with Gradebook.open(sqlite_url(tmp_path / "gradebook.db")) as book:
        wordy(book, "ada", -1, text="what only this file says")
        assert any(b"what only this file says" in path.read_bytes() for path in tmp_path.iterdir())
        purged(book, keep_scores=keep_scores)
        assert book.overwrite()
        for trace in (b"what only this file says", SECRET_WORDS.encode()):
            assert [path.name for path in tmp_path.iterdir() if trace in path.read_bytes()] == []


def test_other_assignments_count_too(book: Gradebook) -> None:
    hand_in(book, "ada", -1, 1, 1)
    hand_in(book, "ada", -1, 1, 1, slug=OTHER)
    assert told(book).assignments == 2
