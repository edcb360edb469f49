"""Who stands where, and why? A line for each student: the score, the attempt that counts, lateness, and what people decided.

For people as text, for programs as JSON and as rows of a table. Nothing is computed here: the gradebook's standings say it all.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

import msgspec

from autograder.course.manifest import Attempts, Course, Late
from autograder.feedback import plain, words
from autograder.gradebook.deciding import told
from autograder.gradebook.standings import Decided, StudentStanding
from autograder.gradebook.tables import Decision

SCHEMA = "descent/scores/1"
HEADER = (
    "student", "assignment", "score", "max_score", "earned", "taken_off", "late_hours", "attempt", "attempts", "handed_in", "due",
    "extended", "excused", "overridden", "group", "waits", "why",
)  # fmt: skip
MINUTE, HOUR, DAY = 60, 3600, 86400
COUNTED = {Attempts.BEST: "the best attempt", Attempts.LAST: "the last attempt", Attempts.FIRST: "the first attempt"}


class Try(msgspec.Struct, frozen=True):
    """One attempt; `points` is what it earned by itself, or nothing while it waits to be graded."""

    number: int
    handed_in: datetime
    points: float | None


class Said(msgspec.Struct, frozen=True):
    """What a person decided on points; the question is "" for all of them."""

    question: str
    kind: str
    points: float
    reason: str
    person: str
    when: datetime


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Where one student stands in one assignment."""

    student: str
    assignment: str
    score: float | None
    max_score: float
    earned: float | None
    taken_off: float
    late_seconds: float
    attempt: int | None
    attempts: tuple[Try, ...]
    due: datetime | None
    extended: bool
    extension: str
    excused: bool
    excuse: str
    overridden: bool
    group: str
    decisions: tuple[Said, ...]
    why: str
    waits: tuple[str, ...] = ()


class Scores(msgspec.Struct, frozen=True):
    """What `descent scores --json` prints."""

    scores: tuple[Score, ...]
    schema: str = SCHEMA


def render(found: Sequence[StudentStanding], course: Course, *, colour: bool = False) -> str:
    """A section for each assignment; ends with a newline."""
    if not found:
        return "The gradebook knows nobody yet. `descent grade` makes students known.\n"
    sections = ["\n".join(_section(slug, list(group), course, colour)) for slug, group in groupby(found, key=lambda one: one.slug)]
    return "\n\n".join(sections) + "\n"


def why(one: StudentStanding) -> str:
    """What makes the score what it is, in one line that is safe to print."""
    return "; ".join(_why(one))


def everything(found: Sequence[StudentStanding]) -> Scores:
    """All of it, for programs."""
    return Scores(tuple(map(_score, found)))


def rows(found: Sequence[StudentStanding]) -> Iterator[tuple[str, ...]]:
    """A row for each student and assignment, below a header. Nothing is neutralised yet that a spreadsheet takes for a formula."""
    yield HEADER
    for one in everything(found).scores:
        at = next((tried.handed_in for tried in one.attempts if tried.number == one.attempt), None)
        yield (
            one.student, one.assignment, _cell(one.score), _cell(one.max_score), _cell(one.earned), _cell(one.taken_off),
            _cell(one.late_seconds / HOUR), _cell(one.attempt), str(len(one.attempts)), _stamp(at), _stamp(one.due),
            _yes(one.extended), _yes(one.excused), _yes(one.overridden), one.group, " ".join(one.waits), one.why,
        )  # fmt: skip


def lasted(seconds: float) -> str:
    """A span of time in its two largest parts: "1 d 6 h", "20 min"; one that has begun counts."""
    minutes = max(1, -(-int(seconds) // MINUTE))
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    parts = [f"{days} d"] * bool(days) + [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest and not days)
    return " ".join(parts)


def _section(slug: str, found: list[StudentStanding], course: Course, colour: bool) -> Iterator[str]:
    entry = course.entry(slug)
    title = f"{slug}  {plain.line(entry.title)}"
    yield f"\x1b[1m{title}\x1b[0m" if colour else title
    due = f"due {told(entry.due)}; {_rule(course.late)}; " if entry.due else ""
    yield f"  {due}{COUNTED[course.attempts]} counts"
    yield ""
    if all(not one.attempts and not one.decisions and not one.excuse and not one.extended for one in found):
        yield f"  Nothing handed in yet by any of {words.counted(len(found), 'student')}."
        return
    wide = max(len(plain.name(one.student)) for one in found)
    for one in found:
        yield f"  {plain.name(one.student):<{wide}}  {_points(one)}  {why(one)}".rstrip()


def _points(one: StudentStanding) -> str:
    if not one.standing.max_score and one.standing.score is not None:
        return f"{words.UNGRADED.lower():<12}"
    score = words.NO_POINTS if one.standing.score is None else words.points(one.standing.score)
    return f"{score:>5} / {words.points(one.standing.max_score):<4}"


def _rule(late: Late) -> str:
    """What lateness costs, in words."""
    costs = [f"{part * 100:g} % {what}" for part, what in ((late.per_day, "a day"), (late.per_hour, "an hour")) if part]
    if not costs or not late.cap:
        return "lateness costs nothing"
    grace = [f"after {late.grace_hours:g} h"] if late.grace_hours else []
    return ", ".join([f"late: {' and '.join(costs)}", *([f"at most {late.cap * 100:g} %"] if late.cap < 1 else []), *grace])


def _why(one: StudentStanding) -> Iterator[str]:
    where = one.standing
    if one.excuse:
        yield f"excused: {plain.line(one.excuse)}"
    if (whole := one.overrides.get("")) is not None and not one.excuse:
        graded = "" if where.earned is None else f", where the work earned {words.points(where.earned)}"
        yield f"{_decided(whole)}{graded}"
    yield from _attempt(one)
    if where.late and not where.excused and whole is None:
        off = f"{words.points(where.taken_off)} of {words.points(where.earned or 0)}" if where.taken_off else "nothing"
        yield f"late by {lasted(where.late)}, {off} taken off"
    for question, decided in one.decisions.items():
        if question and question not in one.idle:
            yield f"{plain.name(question)}: {_decided(decided)}"
    for question in where.waits:
        yield f"{plain.name(question)}: waits for a mark"
    for question in one.idle:
        yield f"the {one.decisions[question].kind} of {plain.name(question)} counts for nothing: that is asked no longer"
    if one.extended and one.due is not None:
        yield f"extended until {told(one.due)}: {plain.line(one.extension)}"
    if one.group:
        yield f"group {plain.name(one.group)}"


def _attempt(one: StudentStanding) -> Iterator[str]:
    where = one.standing
    if not one.attempts:
        yield "nothing handed in"
    elif where.attempt is None:
        yield "not graded yet"
    elif len(one.attempts) > 1:
        yield f"attempt {where.attempt.number} of {len(one.attempts)}"


def _decided(decided: Decided) -> str:
    verb = "set to" if decided.kind is Decision.OVERRIDE else "marked"
    return f"{verb} {words.points(decided.points)} by {plain.name(decided.person)}" + (
        f" ({plain.line(decided.reason)})" if decided.reason else ""
    )


def _score(one: StudentStanding) -> Score:
    where = one.standing
    decided = sorted(one.decisions.items())
    return Score(
        student=one.student,
        assignment=one.slug,
        score=where.score,
        max_score=where.max_score,
        earned=where.earned,
        taken_off=where.taken_off,
        late_seconds=where.late,
        attempt=None if where.attempt is None else where.attempt.number,
        attempts=tuple(Try(at.number, at.handed_in, _sum(at.points.values()) if at.graded else None) for at in one.attempts),
        due=one.due,
        extended=one.extended,
        extension=one.extension,
        excused=where.excused,
        excuse=one.excuse,
        overridden=where.overridden,
        group=one.group,
        decisions=tuple(Said(name, said.kind, said.points, said.reason, said.person, said.when) for name, said in decided),
        why=why(one),
        waits=where.waits,
    )


def _sum(points: Iterable[float]) -> float:
    return round(math.fsum(points), 6)


def _stamp(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds")


def _cell(number: float | None) -> str:
    return "" if number is None else f"{round(number, 6):.10g}"


def _yes(one: bool) -> str:
    return "yes" if one else ""
