"""From submissions to kept reports, with hand-written stand-ins for the pool and the gradebook."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from autograder.grading.report import Report
from autograder.grading.submission import HandIn, Submission
from autograder.marking.run import BATCH, run

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
MORNING = datetime(2026, 1, 1, 8, tzinfo=UTC)


def handed_in(count: int) -> list[HandIn]:
    return [HandIn(Submission(f"s{number:03}", "01-gradient-step", "gradient.py", b"x = 1")) for number in range(count)]


def report_on(submission: Submission) -> Report:
    return Report(
        student=submission.student,
        assignment=submission.slug,
        submission=submission.digest,
        isolation="A",
        score=0.0,
        max_score=10.0,
        questions=(),
    )


class Book:
    """Keeps what it is told, in order."""

    def __init__(self) -> None:
        self.said: list[tuple[str, int]] = []
        self.kept: dict[int, str] = {}
        self.people: set[str] = set()

    def take(self, handed_in: Sequence[HandIn], *, when: datetime) -> list[int]:
        assert when == NOON
        self.taken = list(handed_in)
        self.said.append(("accept", len(handed_in)))
        order = list(dict.fromkeys((one.submission.student, one.submission.digest) for one in handed_in))
        return [1000 + order.index((one.submission.student, one.submission.digest)) for one in handed_in]

    def record(self, graded: Sequence[tuple[int, Report]], *, when: datetime, person: str) -> None:
        assert when == NOON
        self.people.add(person)
        self.said.append(("record", len(graded)))
        self.kept.update({number: report.student for number, report in graded})


class Backwards:
    """Grades in the opposite order; stops after `most` as Ctrl-C does."""

    def __init__(self, most: int | None = None) -> None:
        self.most = most

    def grade(self, submissions: Sequence[Submission]) -> Iterator[tuple[int, Report]]:
        for done, index in enumerate(reversed(range(len(submissions)))):
            if done == self.most:
                raise KeyboardInterrupt
            yield index, report_on(submissions[index])


def test_all_are_accepted_before_any_is_graded_and_kept_in_batches() -> None:
    """What was handed in is safe first; reports follow in batches, the last one smaller."""
    book = Book()
    count = 2 * BATCH + 3
    run(handed_in(count), markers=Backwards(), book=book, now=lambda: NOON)
    assert book.said == [("accept", count), ("record", BATCH), ("record", BATCH), ("record", 3)]


def test_each_report_is_kept_with_its_own_submission_whatever_the_order() -> None:
    """Reports come in any order; ids and results do not."""
    book = Book()
    reports = run(handed_in(40), markers=Backwards(), book=book, now=lambda: NOON)
    assert book.kept == {1000 + number: f"s{number:03}" for number in range(40)}
    assert [report.student for report in reports] == [f"s{number:03}" for number in range(40)]


def test_what_is_graded_before_an_interruption_is_kept() -> None:
    """Ctrl-C loses nothing that was graded."""
    book = Book()
    seen: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        run(handed_in(40), markers=Backwards(5), book=book, now=lambda: NOON, graded=lambda report: seen.append(report.student))
    assert sorted(book.kept.values()) == sorted(seen) == [f"s{number:03}" for number in range(35, 40)]


def test_nothing_to_record_is_not_recorded() -> None:
    """An empty class is accepted and that is all."""
    book = Book()
    assert run([], markers=Backwards(), book=book, now=lambda: NOON) == []
    assert book.said == [("accept", 0)]


def test_the_gradebook_is_told_who_grades_and_when_work_was_handed_in() -> None:
    """Where that is known; for the rest it finds out by itself."""
    book = Book()
    work = [replace(handed_in(1)[0], at=MORNING), *handed_in(2)[1:]]
    run(work, markers=Backwards(), book=book, now=lambda: NOON, person="grace")
    assert (book.taken, book.people) == (work, {"grace"})


class Forwards:
    """Grades in the order given, and remembers what."""

    def grade(self, submissions: Sequence[Submission]) -> Iterator[tuple[int, Report]]:
        self.graded = [submission.content for submission in submissions]
        yield from ((index, report_on(submission)) for index, submission in enumerate(submissions))


def test_what_counts_is_graded_first_and_the_same_work_once() -> None:
    """A student who handed in A, B and A again."""
    book, markers = Book(), Forwards()
    a, b = (Submission("ada", "01-step", "step.py", content) for content in (b"A", b"B"))
    work = [HandIn(a, MORNING, earlier=True), HandIn(b, earlier=True), HandIn(a, NOON)]
    reports = run(work, markers=markers, book=book, now=lambda: NOON)
    assert (book.taken, markers.graded) == (work, [b"A", b"B"])
    assert [report.submission for report in reports] == [a.digest, b.digest]
    assert book.kept == {1000: "ada", 1001: "ada"}
    run([HandIn(b, earlier=True), HandIn(a)], markers=markers, book=book, now=lambda: NOON)
    assert markers.graded == [b"A", b"B"]
