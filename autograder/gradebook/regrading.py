"""Whose score moves when an assignment is graded anew, by how much and through which question?

Reports that are not kept yet are thought in the place of those that are; the course's policy says what comes of it. A preview changes
nothing. What is accepted is recorded in one transaction, with a line in the log for each score that moves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from autograder.course.manifest import Course
from autograder.gradebook.deciding import ALL
from autograder.gradebook.log import By, note
from autograder.gradebook.purging import purged
from autograder.gradebook.recording import others, record
from autograder.gradebook.rows import where_in
from autograder.gradebook.standings import StudentStanding, standings
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import State, students, submissions
from autograder.grading.report import Report


@dataclass(frozen=True, slots=True)
class Shift:
    """A question whose points are others now; None where it was not asked, or is not."""

    question: str
    before: float | None
    after: float | None

    def __str__(self) -> str:
        return f"{self.question} from {_number(self.before)} to {_number(self.after)}"


@dataclass(frozen=True, slots=True)
class Move:
    """A student whose work earns other points.

    Attributes:
        shifts: the questions of the attempt that counts through which it does; of a score that stays, those that would move it.
    """

    before: StudentStanding
    after: StudentStanding
    shifts: tuple[Shift, ...]

    @property
    def student(self) -> str:
        """Whose it is."""
        return self.after.student

    @property
    def by(self) -> float:
        """How far the score moves; from no score: all of it."""
        return round((self.after.standing.score or 0.0) - (self.before.standing.score or 0.0), 6)


@dataclass(frozen=True, slots=True)
class Regrade:
    """What comes of grading an assignment anew.

    Attributes:
        submissions: how many were graded.
        changed: how many of their reports are others, be it in words alone.
        moves: whose score moves.
        held: whose work earns other points, but whose score stays, by an override or because nothing is asked.
        faults: students of whose work the grader failed on some; what was said of that stands.
        idle: overrides of questions that are asked no longer, as (student, question); they count for nothing.
        purged: how many students' files, or some of them, were purged; what was said of those stands.
    """

    slug: str
    max_score: float
    submissions: int
    changed: int
    moves: tuple[Move, ...]
    held: tuple[Move, ...]
    faults: tuple[str, ...]
    idle: tuple[tuple[str, str], ...]
    purged: int = 0


def preview(book: Gradebook, course: Course, slug: str, graded: Mapping[int, Report]) -> Regrade:
    """What would come of these reports, by the ids of their submissions; nothing is changed."""
    return book.read(lambda connection: _compared(connection, course, slug, _there(connection, graded)))


def accept(book: Gradebook, course: Course, slug: str, graded: Mapping[int, Report], by: By) -> Regrade:
    """Record these reports, all or none; what has come of it.

    Raises:
        GradebookError: the database cannot be written. Nothing is stored.
    """

    def work(connection: Connection) -> Regrade:
        there = _there(connection, graded)
        found = _compared(connection, course, slug, there)
        record(connection, there, by.when)
        numbers = {row.name: row.id for row in connection.execute(select(students.c.id, students.c.name))}
        for move in found.moves:
            note(connection, by, "regrade", _said(move), student=numbers[move.student], slug=slug)
        if found.changed:
            note(connection, by, "regrade", _summary(found), slug=slug)
        return found

    return book.write(work)


def _there(connection: Connection, graded: Mapping[int, Report]) -> dict[int, Report]:
    """The reports whose submission is still kept: a student may have been forgotten while the others' work was graded."""
    query = select(submissions.c.id, submissions.c.digest, students.c.name).select_from(submissions.join(students))
    query = query.where(submissions.c.state != State.PURGED)
    kept = {row.id: (row.name, row.digest) for row in where_in(connection, query, submissions.c.id, sorted(graded))}
    return {number: report for number, report in graded.items() if kept.get(number) == (report.student, report.submission)}


def _compared(connection: Connection, course: Course, slug: str, graded: Mapping[int, Report]) -> Regrade:
    before = standings(connection, course, [slug])
    after = standings(connection, course, [slug], {number: report for number, report in graded.items() if not report.faulty})
    pairs = list(zip(before, after, strict=True))
    moves = [Move(one, other, tuple(_shifts(one, other))) for one, other in pairs if one.standing.score != other.standing.score]
    held = [
        Move(one, other, shifts) for one, other in pairs if one.standing.score == other.standing.score and (shifts := _held(one, other))
    ]
    return Regrade(
        slug=slug,
        max_score=course.entry(slug).total,
        submissions=len(graded),
        changed=len(others(connection, graded)),
        moves=tuple(moves),
        held=tuple(held),
        faults=tuple(sorted({report.student for report in graded.values() if report.faulty})),
        idle=tuple((one.student, question) for one in after for question in one.idle if question in one.overrides),
        purged=purged(connection, slug),
    )


def _shifts(before: StudentStanding, after: StudentStanding, *, decided: bool = False) -> Iterator[Shift]:
    """The questions that the report gives other points for: those that a person has decided on, or the others."""
    if before.report is None or after.report is None:
        return
    old, new = ({question.id: question.points for question in one.report.questions} for one in (before, after) if one.report)
    for question in dict.fromkeys([*new, *old]):
        if old.get(question) != new.get(question) and (question in after.overrides) is decided:
            yield Shift(question, old.get(question), new.get(question))


def _held(before: StudentStanding, after: StudentStanding) -> tuple[Shift, ...]:
    """Through which questions a score would move, had nobody decided otherwise."""
    of_all = after.standing.excused or ALL in after.overrides
    earns = before.standing.earned != after.standing.earned
    return (*(_shifts(before, after) if of_all and earns else ()), *_shifts(before, after, decided=True))


def _said(move: Move) -> str:
    score = f"graded anew: from {_number(move.before.standing.score)} to {_number(move.after.standing.score)} points"
    return f"{score} ({', '.join(map(str, move.shifts))})" if move.shifts else score


def _summary(found: Regrade) -> str:
    graded, changed, moved = map(_counted, (found.submissions, found.changed, len(found.moves)), ("submission", "report", "score"))
    return f"{graded} graded anew: {changed} changed, {moved} moved"


def _counted(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _number(points: float | None) -> str:
    return "none" if points is None else f"{points:g}"
