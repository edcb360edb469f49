"""How does it look what comes of grading an assignment anew? Whose score moves, how far, and through which question.

For people as text, for programs as JSON.
"""

from collections.abc import Iterator, Sequence

import msgspec

from autograder.feedback import plain, words
from autograder.gradebook.regrading import Move, Regrade, Shift

SCHEMA = "descent/regrade/1"


class Moved(msgspec.Struct, frozen=True):
    """One student whose work earns other points; `questions` are those of the attempt that counts."""

    student: str
    before: float | None
    after: float | None
    questions: tuple[Shift, ...]


class Regraded(msgspec.Struct, frozen=True, kw_only=True):
    """What `descent regrade --json` prints."""

    assignment: str
    accepted: bool
    max_score: float
    submissions: int
    changed: int
    moves: tuple[Moved, ...]
    held: tuple[Moved, ...]
    faults: tuple[str, ...]
    idle: tuple[tuple[str, str], ...]
    purged: int = 0
    schema: str = SCHEMA


def everything(found: Regrade, *, accepted: bool) -> Regraded:
    """All of it, for programs."""
    return Regraded(
        assignment=found.slug,
        accepted=accepted,
        max_score=found.max_score,
        submissions=found.submissions,
        changed=found.changed,
        moves=tuple(map(_moved, found.moves)),
        held=tuple(map(_moved, found.held)),
        faults=found.faults,
        idle=found.idle,
        purged=found.purged,
    )


def render(found: Regrade, *, accepted: bool, colour: bool = False) -> str:
    """The moves, the farthest down first, and a tally; ends with a newline."""
    return "\n".join(_lines(found, accepted, colour)) + "\n"


def _lines(found: Regrade, accepted: bool, colour: bool) -> Iterator[str]:
    head = f"{found.slug}: {words.counted(found.submissions, 'submission')} graded anew"
    yield f"\x1b[1m{head}\x1b[0m" if colour else head
    yield ""
    if found.moves:
        yield from _table(sorted(found.moves, key=lambda move: (move.by, move.student)))
        yield ""
    if found.held:
        yield "Stays, by a decision, though the work earns other points:"
        yield from (f"  {plain.name(move.student)}  {_through(move)}" for move in found.held)
        yield ""
    for student, question in found.idle:
        name, where = plain.name(student), plain.name(question)
        yield f"{name}: the override of {where} counts for nothing, since {where} is asked no longer."
    if found.faults:
        whose = words.listed(map(plain.name, found.faults))
        yield f"A problem on our side with {whose}: what was said of that work stands. Run this again."
    if found.purged:
        yield f"Files that {words.counted(found.purged, 'student')} handed in were purged: that work stays as it was graded."
    yield _tally(found)
    if found.changed:
        yield "Recorded." if accepted else f"Nothing is recorded yet. To record it: descent regrade {found.slug} --accept"


def _table(moves: Sequence[Move]) -> Iterator[str]:
    wide = max(len(plain.name(move.student)) for move in moves)
    for move in moves:
        yield (
            f"  {plain.name(move.student):<{wide}}  {_score(move.before.standing.score):>5} → {_score(move.after.standing.score):<5}"
            f"  {_signed(move.by):>6}  {_through(move)}"
        ).rstrip()


def _through(move: Move) -> str:
    """The questions, the attempt where another one counts now, and lateness where it takes off something else."""
    before, after = move.before.standing, move.after.standing
    parts = [f"{plain.name(one.question)} {_score(one.before)} → {_score(one.after)}" for one in move.shifts]
    if before.attempt is None and after.attempt is not None:
        parts.append("was not graded yet")
    elif before.attempt is not None and after.attempt is not None and before.attempt.number != after.attempt.number:
        parts.append(f"attempt {after.attempt.number} counts, before {before.attempt.number}")
    if before.taken_off != after.taken_off:
        parts.append(f"lateness {_signed(-before.taken_off)} → {_signed(-after.taken_off)}")
    return ", ".join(parts)


def _tally(found: Regrade) -> str:
    if not found.changed:
        return "No report changes."
    if not found.moves:
        return f"No score moves; {words.counted(found.changed, 'report')} {'changes' if found.changed == 1 else 'change'}."
    up = sum(move.by > 0 for move in found.moves)
    down = len(found.moves) - up
    return f"{words.counted(len(found.moves), 'score')} {'moves' if len(found.moves) == 1 else 'move'}: {up} up, {down} down."


def _moved(move: Move) -> Moved:
    return Moved(move.student, move.before.standing.score, move.after.standing.score, move.shifts)


def _score(points: float | None) -> str:
    return words.NO_POINTS if points is None else words.points(points)


def _signed(points: float) -> str:
    return f"{'−' if points < 0 else '+'}{words.points(abs(points))}" if words.points(abs(points)) != "0" else "0"
