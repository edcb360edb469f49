"""What do people decide about one student's work? More time, that nothing is asked, other points; each with a reason, and undone again.

A decision that is there already changes nothing; each other one writes a line of the log in its own transaction. Points that a person
gave stand until a person takes them back: grading never touches them.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, delete, insert, select

from autograder.course.manifest import Entry
from autograder.errors import UsageError
from autograder.gradebook.log import By, note
from autograder.gradebook.rows import textual
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import added, number
from autograder.gradebook.tables import Decision, decisions, excuses, extensions

LONGEST_REASON = 1000
ALL = ""  # in a question's place: all of the assignment


@dataclass(frozen=True, slots=True)
class About:
    """Whose work for which assignment is decided about.

    Attributes:
        new: whether a student whom the gradebook does not know yet is made known.
    """

    student: str
    entry: Entry
    new: bool = False

    def number(self, connection: Connection) -> int:
        """The student's number.

        Raises:
            UnknownStudentError: the gradebook knows nobody of that name, and should.
        """
        return added(connection, self.student) if self.new else number(connection, self.student)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of a decision.

    Attributes:
        before: what was decided so far, by column; None: nothing.
        changed: False where it was decided so already.
    """

    before: Mapping[str, Any] | None
    changed: bool


def told(moment: datetime) -> str:
    """A time as people read it, in its own zone."""
    return f"{moment:%Y-%m-%d %H:%M %Z}"


def due_of(entry: Entry) -> datetime:
    """When an assignment is due for all.

    Raises:
        UsageError: it is never due.
    """
    if entry.due is None:
        raise UsageError(f"{entry.slug} is never due, so there is nothing to extend. Give it a due date in course.toml first.")
    return entry.due


def extend(book: Gradebook, about: About, due: datetime, *, reason: str, by: By) -> Outcome:
    """Give a student more time.

    Raises:
        UsageError: the assignment is never due, or not before that; the student or the reason will not do.
    """
    entry = about.entry
    if entry.due is None:
        raise UsageError(f"{entry.slug} is never due, so there is nothing to extend. Give it a due date in course.toml first.")
    if due <= entry.due:
        raise UsageError(f"{told(due)} is not later than {told(entry.due)}, when {entry.slug} is due for all. Name a later time.")

    def said(before: Mapping[str, Any] | None) -> str:
        return f"extended until {told(due)}" + (f", before until {told(before['due'].astimezone(due.tzinfo))}" if before else "")

    return _put(book, about, extensions, {"due": due, "reason": reason_of(reason)}, by, "extend", said)


def unextend(book: Gradebook, about: About, *, reason: str, by: By) -> Outcome:
    """Take an extension back.

    Raises:
        UsageError: there is none, or the student or the reason will not do.
    """

    def said(before: Mapping[str, Any]) -> str:
        zone = None if about.entry.due is None else about.entry.due.tzinfo
        return f"extension until {told(before['due'].astimezone(zone))} taken back"

    return remove(book, about, extensions, by, "extend", said, reason)


def excuse(book: Gradebook, about: About, *, reason: str, by: By) -> Outcome:
    """Ask nothing of a student.

    Raises:
        UsageError: the student or the reason will not do.
    """
    return _put(book, about, excuses, {"reason": reason_of(reason)}, by, "excuse", lambda _: "excused")


def unexcuse(book: Gradebook, about: About, *, reason: str, by: By) -> Outcome:
    """Ask of a student what is asked of all.

    Raises:
        UsageError: the student is not excused, or the name or the reason will not do.
    """
    return remove(book, about, excuses, by, "excuse", lambda _: "no longer excused", reason)


def override(book: Gradebook, about: About, question: str, points: float, most: float, *, reason: str, by: By) -> Outcome:
    """Put points in the place of a question's, or of all of the assignment, whatever is graded before or after; see `set_to`.

    Raises:
        UsageError: the points are out of bounds, the question is marked by hand, or the student or the reason will not do.
    """
    return book.write(lambda connection: set_to(connection, about, question, points, most, reason=reason, by=by))


def set_to(connection: Connection, about: About, question: str, points: float, most: float, *, reason: str, by: By) -> Outcome:
    """As `override`, inside the caller's transaction.

    Args:
        question: `ALL`, or one that is graded by itself.
        most: what it is worth.

    Raises:
        UsageError: the points are out of bounds, the question is marked by hand, or the student or the reason will not do.
    """
    what = within(about.entry, question, points, most)

    def said(before: Mapping[str, Any] | None) -> str:
        if before is not None and before["kind"] == Decision.MARK:
            raise UsageError(f"{question} of {about.entry.slug} is marked by hand. Change the mark itself: descent mark")
        return f"{points:g} points for {what}" + (f", before {before['points']:g} by {before['person']}" if before else "")

    values = {"kind": Decision.OVERRIDE, "points": points, "reason": reason_of(reason), "person": by.person, "decided_at": by.when}
    return put(connection, about, decisions, values, by, "override", said, {"question": question})


def within(entry: Entry, question: str, points: float, most: float) -> str:
    """How the question is called, if it can have so many points.

    Raises:
        UsageError: it cannot.
    """
    what = what_of(question)
    if not (math.isfinite(points) and 0 <= points <= most):
        raise UsageError(f"{points:g} points for {what} of {entry.slug}: expected 0 to {most:g}.")
    return what


def unoverride(book: Gradebook, about: About, question: str, *, reason: str, by: By) -> Outcome:
    """Let what was graded count again.

    Raises:
        UsageError: nothing is overridden there, or the student or the reason will not do.
    """

    def said(before: Mapping[str, Any]) -> str:
        return f"{before['points']:g} points for {what_of(question)} taken back"

    return remove(book, about, decisions, by, "override", said, reason, {"question": question, "kind": Decision.OVERRIDE})


def _put(
    book: Gradebook,
    about: About,
    table: Table,
    values: Mapping[str, Any],
    by: By,
    verb: str,
    said: Callable[[Mapping[str, Any] | None], str],
) -> Outcome:
    return book.write(lambda connection: put(connection, about, table, values, by, verb, said))


def put(
    connection: Connection,
    about: About,
    table: Table,
    values: Mapping[str, Any],
    by: By,
    verb: str,
    said: Callable[[Mapping[str, Any] | None], str],
    more: Mapping[str, Any] | None = None,
) -> Outcome:
    """Put a row in the place of the one with its key, and say so in the log, inside the caller's transaction.

    Args:
        said: what is decided, in words that do not name the student; given the row that is there so far.
        more: what else is in the key.
    """
    key = {"student_id": about.number(connection), "slug": about.entry.slug, **(more or {})}
    there = _row(connection, table, key)
    words = said(there)
    if there is not None and all(there[name] == value for name, value in values.items() if name not in ("person", "decided_at")):
        return Outcome(there, changed=False)
    connection.execute(delete(table).where(_is(table, key)))
    connection.execute(insert(table), {**key, **values})
    reason = f": {values['reason']}" if values["reason"] else ""
    note(connection, by, verb, words + reason, student=key["student_id"], slug=about.entry.slug)
    return Outcome(there, changed=True)


def remove(
    book: Gradebook,
    about: About,
    table: Table,
    by: By,
    verb: str,
    said: Callable[[Mapping[str, Any]], str],
    reason: str,
    more: Mapping[str, Any] | None = None,
) -> Outcome:
    """Take a row away, and say so in the log.

    Raises:
        UsageError: there is none, or the student or the reason will not do.
    """
    why = f": {reason_of(reason)}" if reason.strip() else ""

    def work(connection: Connection) -> Outcome:
        key = {"student_id": number(connection, about.student), "slug": about.entry.slug, **(more or {})}
        there = _row(connection, table, key)
        if there is None:
            raise UsageError(_nothing(connection, about, table, key))
        connection.execute(delete(table).where(_is(table, key)))
        note(connection, by, verb, said(there) + why, student=key["student_id"], slug=about.entry.slug)
        return Outcome(there, changed=True)

    return book.write(work)


def _nothing(connection: Connection, about: About, table: Table, key: Mapping[str, Any]) -> str:
    """That there is nothing to take back, and what there is instead."""
    if table is not decisions:
        return f"{about.student!r} has no {table.name.removesuffix('s')} for {about.entry.slug}, so there is none to remove."
    others = {name: value for name, value in key.items() if name != "question"}
    query = select(decisions.c.question, decisions.c.points).where(_is(decisions, others)).order_by(decisions.c.question)
    there = ", ".join(f"{row.points:g} points for {what_of(row.question)}" for row in connection.execute(query))
    what = Decision(key["kind"])
    return f"{about.student!r} has no {what} for {what_of(key['question'])} of {about.entry.slug}. There is: {there or 'none'}."


def _row(connection: Connection, table: Table, key: Mapping[str, Any]) -> Mapping[str, Any] | None:
    found: Row[Any] | None = connection.execute(select(table).where(_is(table, key))).one_or_none()
    return None if found is None else dict(found._mapping)


def _is(table: Table, key: Mapping[str, Any]) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in key.items()))


def what_of(question: str) -> str:
    """What is decided about, in a sentence: a question, or all."""
    return question or "the whole"


def reason_of(text: str) -> str:
    """A reason as it is kept: on one line.

    Raises:
        UsageError: there is none, or it is no text, or longer than anybody reads.
    """
    return words_of(text, f"Expected a reason in 1 to {LONGEST_REASON} characters, for whoever asks later: --reason 'was ill'")


def words_of(text: str, expected: str) -> str:
    """What a person typed as it is kept: on one line.

    Raises:
        UsageError: as `expected` says: there is nothing, or it is no text, or longer than anybody reads.
    """
    said = " ".join(text.split())
    if not said or len(said) > LONGEST_REASON or not textual(said):
        raise UsageError(expected)
    return said
