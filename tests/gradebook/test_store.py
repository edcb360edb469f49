"""What is accepted and recorded is found again, once, and nothing else is."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, create_engine, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from autograder.gradebook.log import lines
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import attempts, students, submissions
from autograder.gradebook.trouble import GradebookError
from tests.gradebook.making import EVENING, MORNING, NOON, SLUG, report, submission


def rows(url: str, query: str) -> list[tuple[Any, ...]]:
    """What the database holds, asked behind the gradebook's back."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query))]
    engine.dispose()
    return found


def moments(url: str) -> list[tuple[datetime, datetime, str]]:
    """When each submission came first and last, and its file."""
    columns = (submissions.c.first_handed_in, submissions.c.last_handed_in, submissions.c.file)
    with Gradebook.open(url) as book:
        query = select(*columns).order_by(submissions.c.id)
        return [tuple(row) for row in book.read(lambda connection: connection.execute(query).all())]


def handed_in(url: str) -> list[tuple[int, datetime]]:
    """All attempts, by their times: of which submission, and when."""
    query = select(attempts.c.submission_id, attempts.c.handed_in).order_by(attempts.c.handed_in, attempts.c.submission_id)
    with Gradebook.open(url) as book:
        return [tuple(row) for row in book.read(lambda connection: connection.execute(query).all())]


class TestAccept:
    def test_nothing_is_there_at_first(self, book: Gradebook) -> None:
        assert book.latest("ada", SLUG) is None
        assert book.pending() == []
        assert book.reports() == []

    def test_ids_come_in_the_order_given(self, book: Gradebook) -> None:
        first = book.accept([submission("bob"), submission("ada")], when=MORNING)
        again = book.accept([submission("ada"), submission("eve"), submission("bob"), submission("ada")], when=NOON)
        assert again == [first[1], again[1], first[0], first[1]]
        assert len(set(again)) == 3

    def test_what_is_accepted_is_queued_byte_for_byte(self, book: Gradebook) -> None:
        odd = submission(content=bytes(range(256)), file="gradient.ipynb")
        (number,) = book.accept([odd], when=MORNING)
        assert book.pending() == [(number, odd)]
        assert book.latest("ada", SLUG) == (odd, None)

    def test_an_empty_file_is_a_submission_too(self, book: Gradebook) -> None:
        book.accept([submission(content=b"")], when=MORNING)
        assert book.latest("ada", SLUG) == (submission(content=b""), None)

    def test_no_submissions_are_no_trouble(self, book: Gradebook) -> None:
        assert book.accept([], when=MORNING) == []
        book.record([], when=MORNING)

    def test_the_same_bytes_again_are_the_same_submission_with_first_and_last_time(self, book: Gradebook, url: str) -> None:
        first = book.accept([submission()], when=MORNING)
        assert book.accept([submission(file="again.py")], when=EVENING) == first
        assert moments(url) == [(MORNING, EVENING, "again.py")]

    def test_equal_bytes_of_two_students_are_two_submissions_stored_once(self, book: Gradebook, url: str) -> None:
        assert len(set(book.accept([submission("ada"), submission("bob")], when=MORNING))) == 2
        assert rows(url, "SELECT count(*) FROM contents") == [(1,)]

    def test_equal_bytes_for_two_assignments_are_two_submissions(self, book: Gradebook) -> None:
        assert len(set(book.accept([submission(), submission(slug="02-single-neuron")], when=MORNING))) == 2

    def test_the_last_one_handed_in_is_the_latest(self, book: Gradebook) -> None:
        book.accept([submission(content=b"first")], when=MORNING)
        book.accept([submission(content=b"second")], when=NOON)
        assert book.latest("ada", SLUG) == (submission(content=b"second"), None)

    def test_an_earlier_one_handed_in_again_is_the_latest_again(self, book: Gradebook) -> None:
        book.accept([submission(content=b"first")], when=MORNING)
        book.accept([submission(content=b"second")], when=NOON)
        book.accept([submission(content=b"first")], when=EVENING)
        assert book.latest("ada", SLUG) == (submission(content=b"first"), None)

    def test_a_time_in_another_zone_is_the_same_moment(self, book: Gradebook) -> None:
        book.accept([submission(content=b"first")], when=NOON)
        tokyo = (MORNING + timedelta(hours=1)).astimezone(timezone(timedelta(hours=9)))
        book.accept([submission(content=b"second")], when=tokyo)
        assert book.latest("ada", SLUG) == (submission(content=b"first"), None)

    def test_what_has_a_time_of_its_own_was_handed_in_then(self, book: Gradebook, url: str) -> None:
        early, late = submission("ada"), submission("bob", file="other.py")
        book.accept([early, late], when=EVENING, times={early: MORNING})
        assert moments(url) == [(MORNING, MORNING, "gradient.py"), (EVENING, EVENING, "other.py")]
        assert handed_in(url) == [(1, MORNING), (2, EVENING)]

    def test_grading_the_same_folder_again_is_not_handing_in_again(self, book: Gradebook, url: str) -> None:
        for when in (NOON, EVENING):
            book.accept([submission("ada"), submission("bob")], when=when, times={submission("bob"): MORNING})
        assert handed_in(url) == [(2, MORNING), (1, NOON)]
        assert moments(url) == [(NOON, NOON, "gradient.py"), (MORNING, MORNING, "gradient.py")]
        assert len(book.pending()) == 2

    def test_going_back_to_an_earlier_file_is_handing_in_again(self, book: Gradebook, url: str) -> None:
        for content, when in ((b"first", MORNING), (b"second", NOON), (b"first", EVENING)):
            book.accept([submission(content=content)], when=when, times={})
        assert handed_in(url) == [(1, MORNING), (2, NOON), (1, EVENING)]
        assert book.latest("ada", SLUG) == (submission(content=b"first"), None)

    def test_an_earlier_time_that_becomes_known_later_does_not_make_it_the_newest(self, book: Gradebook, url: str) -> None:
        book.accept([submission(content=b"new", file="new.py")], when=NOON)
        book.accept([submission(content=b"old")], when=EVENING, times={submission(content=b"old"): MORNING})
        again = submission(content=b"new", file="newer.py")
        book.accept([again], when=EVENING, times={again: MORNING})
        assert moments(url) == [(MORNING, NOON, "new.py"), (MORNING, MORNING, "gradient.py")]
        assert book.latest("ada", SLUG) == (submission(content=b"new", file="new.py"), None)
        assert handed_in(url) == [(1, MORNING), (2, MORNING), (1, NOON)]

    def test_a_time_without_a_zone_is_refused_and_nothing_stored(self, book: Gradebook) -> None:
        with pytest.raises(StatementError, match="expected a time with a zone"):
            book.accept([submission()], when=datetime(2026, 3, 2))  # noqa: DTZ001
        assert book.pending() == []

    @pytest.mark.parametrize("name", ["", "a" * 256, "caf\udce9", "nul\0"], ids=["empty", "long", "undecodable", "nul"])
    def test_a_name_that_cannot_be_stored_is_refused_with_the_whole_batch(self, book: Gradebook, name: str) -> None:
        with pytest.raises(GradebookError, match=r"student name .* cannot be stored: expected 1 to 255 characters of text"):
            book.accept([submission("ada"), submission(name)], when=MORNING)
        assert book.pending() == []

    @pytest.mark.parametrize("name", ["Robert'); DROP TABLE students;--", "%", "李雷", "a\nb", "x" * 255])
    def test_a_strange_name_is_only_a_name(self, book: Gradebook, name: str) -> None:
        book.accept([submission(name), submission("other")], when=MORNING)
        assert book.latest(name, SLUG) == (submission(name), None)

    def test_names_that_differ_in_case_are_two_students(self, book: Gradebook) -> None:
        assert len(set(book.accept([submission("ada"), submission("Ada")], when=MORNING))) == 2

    def test_thousands_at_once_are_no_trouble(self, book: Gradebook) -> None:
        many = [submission(f"student{number}", str(number).encode()) for number in range(1200)]
        ids = book.accept(many, when=MORNING)
        book.record([(number, report(one)) for number, one in zip(ids, many, strict=True)], when=NOON)
        assert len(book.reports()) == 1200
        assert book.pending() == []


class TestRecord:
    def test_a_report_comes_back_as_it_was(self, book: Gradebook) -> None:
        (number,) = book.accept([submission()], when=MORNING)
        book.record([(number, report(submission()))], when=NOON)
        assert book.latest("ada", SLUG) == (submission(), report(submission()))
        assert book.reports() == [report(submission())]
        assert book.pending() == []

    def test_the_same_report_again_leaves_its_row_untouched(self, book: Gradebook, url: str) -> None:
        for when in (NOON, EVENING):
            ids = book.accept([submission()], when=when)
            book.record([(ids[0], report(submission()))], when=when)
            kept = rows(url, "SELECT * FROM reports")
            if when is NOON:
                before = kept
        assert len(kept) == 1
        assert kept == before

    def test_the_stored_text_is_the_reports_json(self, book: Gradebook, url: str) -> None:
        (number,) = book.accept([submission()], when=MORNING)
        book.record([(number, report(submission()))], when=NOON)
        expected = msgspec.json.encode(report(submission())).decode()
        assert rows(url, "SELECT json, score, max_score, isolation, version, secret FROM reports") == [
            (expected, 2.0, 2.0, "A", 3, "0123abcd")
        ]

    def test_another_report_takes_the_place_of_the_first(self, book: Gradebook, url: str) -> None:
        (number,) = book.accept([submission()], when=MORNING)
        for score in (0.0, 2.0):
            book.record([(number, report(submission(), score))], when=NOON)
        assert rows(url, "SELECT score FROM reports") == [(2.0,)]

    def test_a_fault_is_readable_and_its_submission_waits_to_be_graded_again(self, book: Gradebook) -> None:
        (number,) = book.accept([submission()], when=MORNING)
        fault = report(submission(), None)
        book.record([(number, fault)], when=NOON)
        assert book.latest("ada", SLUG) == (submission(), fault)
        assert book.reports() == [fault]
        assert book.pending() == [(number, submission())]
        book.record([(number, report(submission()))], when=EVENING)
        assert book.reports() == [report(submission())]
        assert book.pending() == []

    def test_a_fault_never_takes_the_place_of_a_score(self, book: Gradebook) -> None:
        book.record([(book.accept([submission()], when=MORNING)[0], report(submission()))], when=MORNING)
        (number,) = book.accept([submission()], when=NOON)
        book.record([(number, report(submission(), None))], when=NOON)
        assert book.reports() == [report(submission())]
        assert book.pending() == [(number, submission())]

    def test_what_is_accepted_again_waits_but_keeps_its_report(self, book: Gradebook) -> None:
        book.record([(book.accept([submission()], when=MORNING)[0], report(submission()))], when=MORNING)
        (number,) = book.accept([submission()], when=NOON)
        assert book.pending() == [(number, submission())]
        assert book.reports() == [report(submission())]

    def test_a_report_under_a_wrong_id_is_refused_with_the_whole_batch(self, book: Gradebook) -> None:
        ada, bob = book.accept([submission("ada"), submission("bob")], when=MORNING)
        with pytest.raises(ValueError, match=f"'ada' for '{SLUG}' is not of submission {bob}"):
            book.record([(ada, report(submission("ada"))), (bob, report(submission("ada")))], when=NOON)
        assert book.reports() == []
        assert len(book.pending()) == 2

    def test_a_report_of_what_is_kept_no_longer_is_passed_over(self, book: Gradebook) -> None:
        """A student may be forgotten while the class is graded."""
        (number,) = book.accept([submission()], when=MORNING)
        book.record([(number + 1, report(submission("bob"))), (number, report(submission()))], when=NOON)
        assert book.reports() == [report(submission())]

    def test_a_report_of_other_bytes_is_refused(self, book: Gradebook) -> None:
        (number,) = book.accept([submission()], when=MORNING)
        with pytest.raises(ValueError, match="is not of submission"):
            book.record([(number, report(submission(content=b"other")))], when=NOON)

    def test_a_score_that_moves_is_noted_where_it_is_said_who_grades(self, book: Gradebook) -> None:
        (number,) = book.accept([submission()], when=MORNING)
        for score in (0.0, 0.0, 2.0, None, 0.0):
            book.record([(number, report(submission(), score))], when=NOON, person="grace")
        book.record([(number, report(submission(), 2.0))], when=EVENING)
        found = book.read(lines)
        assert [(one.person, one.verb, one.student, one.slug) for one in found] == [("grace", "grade", "ada", SLUG)] * 2
        assert [one.said for one in found] == [
            "graded again: from 0 to 2 points, before lateness",
            "graded again: from 2 to 0 points, before lateness",
        ]


class TestKept:
    def test_all_that_was_ever_handed_in_is_kept(self, book: Gradebook) -> None:
        work = [submission("bob"), submission("ada", b"old"), submission("ada", b"new"), submission("ada", slug="02-single-neuron")]
        ids = book.accept(work, when=MORNING)
        assert book.kept(SLUG) == list(zip(ids[:3], work[:3], strict=True))
        assert book.kept("03-perceptron") == []


class TestReports:
    def test_each_students_last_one_is_shown_by_assignment_and_name(self, book: Gradebook) -> None:
        second = "02-single-neuron"
        handed_in = [submission("bob"), submission("ada", b"old"), submission("ada", slug=second)]
        ids = book.accept(handed_in, when=MORNING)
        book.record([(number, report(one)) for number, one in zip(ids, handed_in, strict=True)], when=MORNING)
        newer = submission("ada", b"new")
        book.record([(book.accept([newer], when=NOON)[0], report(newer, 0.0))], when=NOON)
        assert book.reports() == [report(newer, 0.0), report(submission("bob")), report(handed_in[2])]
        assert book.reports(second) == [report(handed_in[2])]
        assert book.reports("03-perceptron") == []

    def test_one_that_waits_does_not_hide_the_report_before_it(self, book: Gradebook) -> None:
        book.record([(book.accept([submission()], when=MORNING)[0], report(submission()))], when=MORNING)
        book.accept([submission(content=b"newer")], when=NOON)
        assert book.reports() == [report(submission())]
        assert book.latest("ada", SLUG) == (submission(content=b"newer"), None)

    def test_one_that_cannot_be_read_is_told_of_in_words(self, book: Gradebook, url: str) -> None:
        (number,) = book.accept([submission()], when=MORNING)
        book.record([(number, report(submission()))], when=NOON)
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("UPDATE reports SET json = '{}'"))
        engine.dispose()
        with pytest.raises(GradebookError, match=r"holds a report that cannot be read.*Grade that work again"):
            book.reports()


def test_a_gradebook_in_memory_works_too() -> None:
    with Gradebook.open("sqlite://") as book:
        book.accept([submission()], when=MORNING)
        assert book.latest("ada", SLUG) == (submission(), None)


def test_two_open_gradebooks_see_each_others_work(book: Gradebook, url: str) -> None:
    with Gradebook.open(url) as other:
        (number,) = other.accept([submission()], when=MORNING)
        book.record([(number, report(submission()))], when=NOON)
        assert other.reports() == [report(submission())]


def test_two_that_write_at_once_wait_for_each_other_and_lose_nothing(url: str) -> None:
    def class_of(number: int) -> None:
        with Gradebook.open(url) as book:
            for turn in range(40):
                book.accept([submission("ada"), submission(f"student{number} {turn}")], when=MORNING)

    with ThreadPoolExecutor() as pool:
        list(pool.map(class_of, range(4)))
    with Gradebook.open(url) as book:
        assert len(book.pending()) == 1 + 4 * 40


def test_a_writer_whose_rows_another_has_just_made_looks_again(book: Gradebook) -> None:
    turns = iter(range(10))

    def work(connection: Connection) -> str:
        connection.execute(insert(students), {"name": "ada"})
        if next(turns) < 3:
            raise IntegrityError("INSERT", {}, Exception("UNIQUE constraint failed"))
        return "done"

    assert book.write(work) == "done"
    assert next(turns) == 4


def test_one_that_finds_them_in_its_way_every_time_says_so(book: Gradebook) -> None:
    def work(connection: Connection) -> None:
        raise IntegrityError("INSERT", {}, Exception("UNIQUE constraint failed"))

    with pytest.raises(GradebookError, match="could not be read or written: UNIQUE constraint failed"):
        book.write(work)
