"""Where does each student stand in each assignment? What is kept, seen through the course's policy.

Who works in a group has the attempts of all its members, unless opted out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from autograder.course.manifest import Course, Entry
from autograder.gradebook.policy import Attempt, Standing, Terms, standing
from autograder.gradebook.recording import earned_in, report_of
from autograder.gradebook.tables import Decision, attempts, decisions, excuses, extensions, groups, reports, students, submissions
from autograder.grading.report import Report

Key = tuple[int, str]  # a student's id and an assignment's slug
NOTHING: Mapping[int, Report] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StudentStanding:
    """One student in one assignment.

    Attributes:
        attempts: in the order of their times, those of the student's group among them.
        report: of the attempt that counts; None where none does, or where nobody asked for reports.
        by_hand: the questions that a person marks.
        due: for this student; `extended`: later than for the others, and `extension` why.
        excuse: why nothing is asked of this student here; "" where it is.
        decisions: what people decided on points, by question; "" for all of it.
    """

    student: str
    slug: str
    standing: Standing
    attempts: tuple[Attempt, ...] = ()
    report: Report | None = None
    by_hand: tuple[str, ...] = ()
    due: datetime | None = None
    extended: bool = False
    extension: str = ""
    excuse: str = ""
    group: str = ""
    decisions: Mapping[str, "Decided"] = field(default_factory=dict)

    @property
    def overrides(self) -> dict[str, "Decided"]:
        """Points that a person put in the place of a question's, or ("") of all."""
        return {question: one for question, one in self.decisions.items() if one.kind is Decision.OVERRIDE}

    @property
    def marks(self) -> dict[str, "Decided"]:
        """Points that a person gave for questions that are marked by hand."""
        return {question: one for question, one in self.decisions.items() if one.kind is Decision.MARK}

    @property
    def idle(self) -> tuple[str, ...]:
        """Overrides and marks of questions that are asked no longer. They count for nothing."""
        counted = self.standing.attempt
        overrides = () if counted is None else (name for name in self.overrides if name and name not in counted.points)
        return (*overrides, *(name for name in self.marks if name not in self.by_hand))


@dataclass(frozen=True, slots=True)
class Decided:
    """Points that a person gave, and why.

    Attributes:
        answer: the digest of the answer that a mark is for; "" where it is for none.
    """

    kind: Decision
    points: float
    reason: str
    person: str
    when: datetime
    answer: str = ""


@dataclass(slots=True)
class _Kept:
    """Everything that is kept of these assignments, by student and assignment."""

    names: dict[int, str]
    attempts: dict[Key, list[tuple[Attempt, Report | None]]]
    due: dict[Key, tuple[datetime, str]]
    excused: dict[Key, str]
    decisions: dict[Key, dict[str, Decided]]
    groups: dict[Key, str]
    members: dict[tuple[str, str], list[int]]  # by slug and group


def standings(
    connection: Connection, course: Course, slugs: Sequence[str], instead: Mapping[int, Report] = NOTHING, *, reports: bool = True
) -> list[StudentStanding]:
    """Where everybody who is known stands, by assignment in the order given and by name; also who has handed in nothing.

    Args:
        instead: reports that are thought to be in the place of those that are kept, by their submission.
        reports: whether the reports are wanted too; scores alone are there sooner.

    Raises:
        CourseError: there is no such assignment.
        GradebookError: a report cannot be read.
    """
    entries = [course.entry(slug) for slug in slugs]
    kept = _kept(connection, slugs, instead, reports)
    students_by_name = sorted(kept.names.items(), key=lambda one: one[1])
    return [_standing(kept, course, entry, number, name) for entry in entries for number, name in students_by_name]


def _standing(kept: _Kept, course: Course, entry: Entry, number: int, name: str) -> StudentStanding:
    key = (number, entry.slug)
    found = sorted(kept.attempts.get(key, ()), key=lambda one: (one[0].handed_in, one[0].submission))
    tries = [(Attempt(at, one.submission, one.handed_in, one.points), report) for at, (one, report) in enumerate(found, 1)]
    decided = kept.decisions.get(key, {})
    extension = _extension(kept.due.get(key), entry)
    due = entry.due if extension is None else extension[0]
    terms = Terms(
        max_score=entry.total,
        due=due,
        late=course.late,
        attempts=course.attempts,
        excused=key in kept.excused,
        by_hand=tuple(question.id for question in entry.questions),
        marked=_marked(decided, entry),
        overrides={name: points for name, points in _points(decided, Decision.OVERRIDE).items() if name},
        override=_points(decided, Decision.OVERRIDE).get(""),
    )
    where = standing([one for one, _ in tries], terms)
    return StudentStanding(
        student=name,
        slug=entry.slug,
        standing=where,
        attempts=tuple(one for one, _ in tries),
        report=next((report for one, report in tries if one is where.attempt), None),
        by_hand=terms.by_hand,
        due=due,
        extended=extension is not None,
        extension=extension[1] if extension else "",
        excuse=kept.excused.get(key, ""),
        group=kept.groups.get(key, ""),
        decisions=decided,
    )


def _extension(given: tuple[datetime, str] | None, entry: Entry) -> tuple[datetime, str] | None:
    """An extension, unless all have as much time or more by now: it never takes time away."""
    if given is None or entry.due is None or given[0] <= entry.due:
        return None
    due, reason = given
    return due.astimezone(entry.due.tzinfo), reason


def _marked(decided: Mapping[str, Decided], entry: Entry) -> dict[str, float]:
    """The marks of questions that are asked, none of them above what its question is worth by now."""
    given = _points(decided, Decision.MARK)
    return {question.id: min(given[question.id], question.points) for question in entry.questions if question.id in given}


def _points(decided: Mapping[str, Decided], kind: Decision) -> dict[str, float]:
    return {question: one.points for question, one in decided.items() if one.kind is kind}


def _kept(connection: Connection, slugs: Sequence[str], instead: Mapping[int, Report], wanted: bool) -> _Kept:
    kept = _Kept(
        names={row.id: row.name for row in connection.execute(select(students.c.id, students.c.name))},
        attempts=defaultdict(list),
        due={(row.student_id, row.slug): (row.due, row.reason) for row in _of(connection, extensions, slugs)},
        excused={(row.student_id, row.slug): row.reason for row in _of(connection, excuses, slugs)},
        decisions=defaultdict(dict),
        groups={},
        members=defaultdict(list),
    )
    for row in _of(connection, decisions, slugs):
        decided = Decided(Decision(row.kind), row.points, row.reason, row.person, row.decided_at, row.answer)
        kept.decisions[row.student_id, row.slug][row.question] = decided
    for row in _of(connection, groups, slugs):
        if not row.opted_out:
            kept.groups[row.student_id, row.slug] = row.name
            kept.members[row.slug, row.name].append(row.student_id)
    for submission, handed_in, student, slug, json in connection.execute(_handed_in(slugs)):
        report = instead.get(submission) or (None if json is None or not wanted else report_of(json))
        earned = earned_in(json) if report is None and json is not None else _earned(report)
        attempt = Attempt(0, submission, handed_in, earned)
        for number in _credited(kept, student, slug):
            kept.attempts[number, slug].append((attempt, report))
    return kept


def _credited(kept: _Kept, number: int, slug: str) -> Iterable[int]:
    """The students whose attempt it is."""
    group = kept.groups.get((number, slug))
    return (number,) if group is None else kept.members[slug, group]


def _earned(report: Report | None) -> dict[str, float]:
    """The points of each question; none where there is no score."""
    return {} if report is None or report.faulty else {question.id: question.points for question in report.questions}


def _of(connection: Connection, table: Table, slugs: Sequence[str]) -> Iterator[Row[Any]]:
    yield from connection.execute(select(table).where(table.c.slug.in_(slugs)))


def _handed_in(slugs: Sequence[str]) -> Select[Any]:
    columns = (attempts.c.submission_id, attempts.c.handed_in, submissions.c.student_id, submissions.c.slug, reports.c.json)
    return select(*columns).select_from(attempts.join(submissions).outerjoin(reports)).where(submissions.c.slug.in_(slugs))
