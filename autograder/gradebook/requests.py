"""Who asks for another look, and what were they answered? One comment for a question, and one person who answers it.

An answer may give points: they are kept in the same transaction, or neither is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection, Row, insert, select, update

from autograder.course.manifest import Course
from autograder.errors import UsageError
from autograder.gradebook.deciding import ALL, LONGEST_REASON, About, Outcome, set_to, told, what_of, words_of
from autograder.gradebook.log import By, note
from autograder.gradebook.marks import Mark, give
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import decisions, requests, students

ASK, ANSWER = "request", "answer"
NONE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Request:
    """One.

    Attributes:
        question: "": all of the assignment.
        answer: "" while it is open, as are person and answered.
    """

    number: int
    student: str
    slug: str
    question: str
    comment: str
    asked: datetime
    answer: str = ""
    person: str = ""
    answered: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.answered is None


def ask(book: Gradebook, about: About, question: str, comment: str, by: By) -> int:
    """Ask for another look; the request's number.

    Args:
        question: one of the assignment's, or `ALL`.

    Raises:
        UsageError: that was asked already, or the comment or the student will not do.
    """
    said = _comment(comment)

    def work(connection: Connection) -> int:
        student = about.number(connection)
        key = (requests.c.student_id == student, requests.c.slug == about.entry.slug, requests.c.question == question)
        there = connection.execute(select(requests).where(*key)).one_or_none()
        if there is not None:
            raise UsageError(_twice(there, about, question))
        values = {
            "student_id": student, "slug": about.entry.slug, "question": question, "comment": said, "asked_at": by.when,
            "answer": "", "person": "", "answered_at": None,
        }  # fmt: skip
        connection.execute(insert(requests), values)
        note(connection, by, ASK, f"another look at {what_of(question)} asked for", student=student, slug=about.entry.slug)
        return int(connection.execute(select(requests.c.id).where(*key)).scalar_one())

    return book.write(work)


def asked(connection: Connection) -> list[Request]:
    """All requests: the open ones first, then those that were answered, the oldest first."""
    query = select(requests, students.c.name).select_from(requests.join(students)).order_by(requests.c.id)
    return sorted(map(_request, connection.execute(query)), key=lambda one: (not one.open, one.number))


def answer(
    book: Gradebook, course: Course, number: int, comment: str, by: By, points: float | None = None, most: Mapping[str, float] = NONE
) -> tuple[Request, Outcome | None]:
    """Answer a request; what became of the points, if any were given.

    Args:
        points: for what the request is about; None: all stays.
        most: what the questions that are graded by themselves are worth, by name.

    Raises:
        UsageError: there is no such request, it was answered, or the comment or the points will not do. Nothing is changed.
        CourseError: its assignment is none of the course's.
    """
    said = _comment(comment)

    def work(connection: Connection) -> tuple[Request, Outcome | None]:
        one = find(connection, number)
        if one.answered is not None:
            raise UsageError(f"Request {number} was answered by {one.person} on {told(one.answered)}: {one.answer}")
        about = About(one.student, course.entry(one.slug))
        row = {"answer": said, "person": by.person, "answered_at": by.when}
        connection.execute(update(requests).where(requests.c.id == number).values(row))
        words = f"request {number} about {what_of(one.question)} answered"
        note(connection, by, ANSWER, words, student=about.number(connection), slug=one.slug)
        return one, None if points is None else _decided(connection, about, one.question, points, said, by, most)

    return book.write(work)


def find(connection: Connection, number: int) -> Request:
    """The request of that number.

    Raises:
        UsageError: there is none.
    """
    query = select(requests, students.c.name).select_from(requests.join(students)).where(requests.c.id == number)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise UsageError(f"There is no request {number}. Those there are: descent requests")
    return _request(row)


def _decided(
    connection: Connection, about: About, question: str, points: float, said: str, by: By, most: Mapping[str, float]
) -> Outcome:
    """The points: a mark where a person marks the question, else in the place of the grader's."""
    entry = about.entry
    if question in [one.id for one in entry.questions]:
        mark = Mark((about.student,), question, points, said, answer=_read(connection, about, question))
        return give(connection, about, mark, by)
    if question != ALL and question not in most:
        raise UsageError(f"{entry.slug} has no question {question!r} any more, so it takes no points. Answer without --points.")
    return set_to(connection, about, question, points, entry.total if question == ALL else most[question], reason=said, by=by)


def _read(connection: Connection, about: About, question: str) -> str:
    """The digest of the answer that the mark so far is for; whoever answers a request has read that one."""
    key = (decisions.c.student_id == about.number(connection), decisions.c.slug == about.entry.slug, decisions.c.question == question)
    return connection.execute(select(decisions.c.answer).where(*key)).scalar() or ""


def _twice(there: Row[tuple[object, ...]], about: About, question: str) -> str:
    number, answered_at, person = there.id, there.answered_at, there.person
    what = f"About {what_of(question)} of {about.entry.slug} {about.student!r} has asked already: request {number}"
    if answered_at is None:
        return f"{what}, which is still open. There is one comment for each question."
    return f"{what}, which {person} answered on {told(answered_at)}. There is one comment for each question."


def _request(row: Row[tuple[object, ...]]) -> Request:
    return Request(row.id, row.name, row.slug, row.question, row.comment, row.asked_at, row.answer, row.person, row.answered_at)


def _comment(text: str) -> str:
    """A comment as it is kept: on one line.

    Raises:
        UsageError: there is none, or it is no text, or longer than anybody reads.
    """
    return words_of(text, f"Expected a comment in 1 to {LONGEST_REASON} characters: --comment 'the second factor is right'")
