"""Which of what somebody handed in counts, and which came before it?

Files of one hand-in are one attempt, of which one file is graded. The last attempt by its time counts; of attempts without times
the one in the download that was named last, and in Canvas' zips the one with the higher number. All are kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from autograder.course.manifest import Course, Entry
from autograder.grading.submission import Submission
from autograder.marking.choose import Candidate, choose
from autograder.platforms.collecting.assignments import Place, expected
from autograder.platforms.collecting.pieces import Left, Piece

Work = tuple[str, str]  # a student and an assignment


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of which everything is known: the student, and where it belongs."""

    piece: Piece
    student: str
    place: Place
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was handed in at one time.

    Attributes:
        origin: where it was found, for people.
        at: when it was handed in, with a zone; None: nobody wrote it down.
        said_late: what the LMS says of that.
    """

    submission: Submission
    origin: str
    source: int
    order: int
    at: datetime | None
    said_late: bool | None


@dataclass(slots=True)
class Chosen:
    """Each student's attempts at each assignment, the one that counts last."""

    attempts: dict[Work, list[Attempt]] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    passed: list[Left] = field(default_factory=list)


def attempts(placed: Iterable[Placed], course: Course) -> Chosen:
    """Sort what was handed in into attempts."""
    by_work: dict[Work, dict[tuple[int, str], list[Placed]]] = defaultdict(lambda: defaultdict(list))
    for one in placed:
        by_work[one.student, one.place.slug][one.piece.source, one.piece.label.attempt].append(one)
    chosen = Chosen()
    for work, tries in sorted(by_work.items()):
        found = [attempt for files in tries.values() for attempt in _of_one(files, course, chosen)]
        if found:
            chosen.attempts[work] = _without_doubles(_in_order(found), chosen)
    return chosen


def _of_one(files: Sequence[Placed], course: Course, chosen: Chosen) -> list[Attempt]:
    """The attempts in one hand-in: one, and in Canvas' zips earlier ones, which have the same name with another number."""
    entry = course.entry(files[0].place.slug)
    found = []
    for some in _rounds(files, entry):
        named = _named(some)
        best, reasons = choose([candidate for _, candidate in named], entry, course.root)
        chosen.left += [Left(other.origin, reason) for other, reason in reasons]
        if best is None:
            continue
        told = {other.origin for other, _ in reasons} | {best.found.origin}
        why = f"It is as it was handed out, or the same as {best.found.origin}."
        chosen.passed += [Left(one.piece.found.origin, why) for one in some if one.piece.found.origin not in told]
        found.append(_attempt(next(one for one, candidate in named if candidate is best), some))
    return found


def _rounds(files: Sequence[Placed], entry: Entry) -> list[list[Placed]]:
    """The files of each attempt, the last with the newest file of every name."""
    newest_last = sorted(files, key=lambda one: one.piece.label.order)
    by_name: dict[str, list[Placed]] = defaultdict(list)
    for one in newest_last:
        if one.piece.label.order and (name := expected(one.piece.label.file, entry)):
            by_name[name].append(one)
    replaced = [one for some in by_name.values() for one in some[:-1]]
    return [*([one] for one in replaced), [one for one in newest_last if one not in replaced]]


def _named(files: Sequence[Placed]) -> list[tuple[Placed, Candidate]]:
    """The files under the names that the assignment expects, the exact ones first.

    Where two of another name would be the same expected one, and none has it, each keeps its own: nobody picks between them.
    """
    claims: dict[str, list[Placed]] = defaultdict(list)
    for one in sorted(files, key=lambda one: one.piece.label.file.casefold() != one.place.name.casefold()):
        claims[one.place.name].append(one)
    return [
        (one, _candidate(one, name if _clear(name, some) else one.piece.label.file)) for name, some in claims.items() for one in some
    ]


def _clear(name: str, claims: Sequence[Placed]) -> bool:
    exact = claims[0].piece.label.file.casefold() == name.casefold()
    return exact or len({one.piece.found.content for one in claims}) == 1


def _candidate(one: Placed, name: str) -> Candidate:
    found = one.piece.found
    return Candidate(one.student, one.place.slug, replace(found, parts=(*found.parts[:-1], name)))


def _attempt(one: Placed, of: Sequence[Placed]) -> Attempt:
    found = one.piece.found
    submission = Submission(one.student, one.place.slug, one.place.name, found.content)
    order = max(other.piece.label.order for other in of)
    return Attempt(submission, found.origin, one.piece.source, order, one.at, one.piece.label.late)


def _in_order(found: list[Attempt]) -> list[Attempt]:
    """The last one last: by time where all have one, else by download, and in that by time or number.

    Where none has a time, what is called late came after what is not, whichever download was named first.
    """
    if all(one.at is not None for one in found):
        return sorted(found, key=lambda one: (one.at, one.source, one.order))
    if all(one.at is None for one in found):
        return sorted(found, key=lambda one: (one.said_late is True, one.source, one.order))
    return sorted(found, key=lambda one: (one.source, one.at is not None, one.at.timestamp() if one.at else 0.0, one.order))


def _without_doubles(ordered: list[Attempt], chosen: Chosen) -> list[Attempt]:
    """The same file twice in a row is one attempt, unless each has a time of its own."""
    kept: list[Attempt] = []
    for one in ordered:
        if not kept or not _same(one, kept[-1]):
            kept.append(one)
            continue
        stays, goes = (one, kept[-1]) if kept[-1].at is None else (kept[-1], one)
        kept[-1] = stays
        chosen.passed.append(Left(goes.origin, f"It is the same as {stays.origin}."))
    return kept


def _same(one: Attempt, other: Attempt) -> bool:
    return one.submission.digest == other.submission.digest and (one.at is None or other.at is None or one.at == other.at)
