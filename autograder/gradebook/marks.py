"""What do people give for questions that they mark themselves? For the attempt that counts, and for everybody whose attempt it is.

A mark keeps the digest of the answer that it is for. It stands until a person changes it, also where the answer changes: then that is
told, and nobody loses points meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from autograder.course.manifest import Course, Entry
from autograder.errors import UsageError
from autograder.gradebook.deciding import About, Outcome, put, reason_of, remove, within
from autograder.gradebook.log import By
from autograder.gradebook.rows import where_in
from autograder.gradebook.standings import Decided, StudentStanding, standings
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import Decision, State, contents, decisions, students, submissions
from autograder.grading.submission import Submission

VERB = "mark"


@dataclass(frozen=True, slots=True)
class Work:
    """A submission that counts, and for whom.

    Attributes:
        number: the submission's.
        marks: what each of the students has been given by hand so far, by question.
    """

    number: int
    submission: Submission
    students: tuple[str, ...]
    marks: Mapping[str, Mapping[str, Decided]]


@dataclass(frozen=True, slots=True)
class Mark:
    """Points for one question, for all whose work it is.

    Attributes:
        number: of the submission that was read; None: they are not for any.
        answer: the digest of what was read there; "": of nothing.
    """

    students: tuple[str, ...]
    question: str
    points: float
    comment: str = ""
    number: int | None = None
    answer: str = ""


def to_mark(book: Gradebook, course: Course, slug: str, student: str | None = None) -> list[Work]:
    """Each submission that counts for anybody of whom something is asked.

    Args:
        student: for this one alone, and for whoever shares it.

    Raises:
        CourseError: there is no such assignment.
    """

    def work(connection: Connection) -> list[Work]:
        whose: dict[int, list[StudentStanding]] = {}
        for one in standings(connection, course, [slug], reports=False):
            if one.standing.attempt is not None and not one.standing.excused:
                whose.setdefault(one.standing.attempt.submission, []).append(one)
        if student is not None:
            whose = {number: those for number, those in whose.items() if student in [one.student for one in those]}
        query = select(submissions.c.id, students.c.name, submissions.c.file, contents.c.data)
        query = query.select_from(submissions.join(students).join(contents)).where(submissions.c.state != State.PURGED)
        rows = where_in(connection, query, submissions.c.id, sorted(whose))
        return [
            Work(
                row.id,
                Submission(row.name, slug, row.file, bytes(row.data)),
                tuple(one.student for one in whose[row.id]),
                {one.student: one.marks for one in whose[row.id]},
            )
            for row in rows
        ]

    return book.read(work)


def mark(book: Gradebook, course: Course, entry: Entry, marks: Sequence[Mark], by: By) -> int:
    """Give all of these, or none; for how many students that changed anything.

    Raises:
        UsageError: points are out of bounds, a comment will not do, or another submission counts by now than the one that was read.
        CourseError: a question is not marked by hand.
    """
    for one in marks:
        within(entry, one.question, one.points, entry.by_hand(one.question).points)

    def work(connection: Connection) -> int:
        if problems := _overtaken(connection, course, entry, marks):
            raise UsageError("\n".join(problems))
        given = [give(connection, About(student, entry), one, by) for one in marks for student in one.students]
        return sum(outcome.changed for outcome in given)

    return book.write(work)


def give(connection: Connection, about: About, one: Mark, by: By) -> Outcome:
    """Give one student a mark, inside the caller's transaction.

    Raises:
        UsageError: the points are out of bounds, or the comment or the student will not do.
    """
    within(about.entry, one.question, one.points, about.entry.by_hand(one.question).points)
    comment = reason_of(one.comment) if one.comment.strip() else ""
    values = {"kind": Decision.MARK, "points": one.points, "reason": comment, "answer": one.answer}
    values |= {"person": by.person, "decided_at": by.when}

    def said(before: Mapping[str, object] | None) -> str:
        there = f", before {before['points']:g} by {before['person']}" if before else ""
        return f"{one.points:g} points for {one.question}{there}"

    return put(connection, about, decisions, values, by, VERB, said, {"question": one.question})


def unmark(book: Gradebook, about: About, question: str, *, reason: str, by: By) -> Outcome:
    """Take a mark back: the question waits for another one.

    Raises:
        UsageError: there is none, or the student or the reason will not do.
    """

    def said(before: Mapping[str, object]) -> str:
        return f"{before['points']:g} points for {question} taken back"

    return remove(book, about, decisions, by, VERB, said, reason, {"question": question, "kind": Decision.MARK})


def _overtaken(connection: Connection, course: Course, entry: Entry, marks: Sequence[Mark]) -> list[str]:
    """A sentence for each student whose work that counts is not what was read."""
    found = standings(connection, course, [entry.slug], reports=False)
    counts = {one.student: one.standing.attempt.submission for one in found if one.standing.attempt is not None}
    return [
        f"Something else counts for {student!r} by now than what was read. Look at {one.question} again."
        for one in marks
        for student in one.students
        if one.number is not None and counts.get(student) != one.number
    ]
