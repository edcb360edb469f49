"""What have people said of each student's work? Marks, overrides and requests, for the pages that students read."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection, select

from autograder.course.manifest import Course, Entry
from autograder.feedback.byhand import NOTHING, Asked, ByPeople, Marked, Set
from autograder.gradebook.requests import asked
from autograder.gradebook.standings import StudentStanding, standings
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import decisions
from autograder.grading.report import Report

Key = tuple[str, str]  # a student and an assignment


def by_people(entry: Entry, standing: StudentStanding | None, requests: Sequence[Asked] = ()) -> ByPeople:
    """All that people say of one student's work.

    Args:
        standing: None: the gradebook knows nothing of the student yet.
    """
    if standing is None:
        return ByPeople(tuple(Marked(one.id, one.title, one.points) for one in entry.questions), asked=tuple(requests))
    if standing.standing.excused:
        return ByPeople(asked=tuple(requests))
    given = [(one, standing.marks.get(one.id)) for one in entry.questions]
    marked = (
        Marked(one.id, one.title, one.points)
        if mark is None
        else Marked(one.id, one.title, one.points, min(mark.points, one.points), mark.reason)
        for one, mark in given
    )
    instead = (Set(question, one.points) for question, one in standing.overrides.items() if question not in standing.idle)
    return ByPeople(tuple(marked), tuple(instead), tuple(requests))


def requested(connection: Connection) -> Mapping[Key, list[Asked]]:
    """All requests, by whose they are."""
    found: dict[Key, list[Asked]] = defaultdict(list)
    for one in sorted(asked(connection), key=lambda one: one.number):
        found[one.student, one.slug].append(Asked(one.question, one.comment, one.answer))
    return found


def of_reports(course: Course, book: Gradebook) -> Callable[[Report], ByPeople]:
    """What people say of the work that a report is on, as it is now."""
    entries = {entry.slug: entry for entry in course.assignments}

    def look(connection: Connection) -> tuple[dict[Key, StudentStanding], Mapping[Key, list[Asked]]]:
        decided = set(connection.execute(select(decisions.c.slug).distinct()).scalars())
        slugs = [slug for slug, entry in entries.items() if entry.questions or slug in decided]
        found = standings(connection, course, slugs, reports=False) if slugs else []
        return {(one.student, one.slug): one for one in found}, requested(connection)

    known, requests = book.read(look)

    def of(report: Report) -> ByPeople:
        key, entry = (report.student, report.assignment), entries.get(report.assignment)
        return NOTHING if entry is None else by_people(entry, known.get(key), requests.get(key, ()))

    return of
