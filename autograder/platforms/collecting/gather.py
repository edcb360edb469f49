"""What has been handed in, by whom, for what, and when? All that was named, put together; nothing here writes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from pathlib import Path

from autograder.course.manifest import Course
from autograder.errors import UsageError
from autograder.gradebook.roster import Person, folded
from autograder.marking.collect import MANY
from autograder.marking.listed import FILE as LIST
from autograder.marking.tree import ARCHIVE, ENDINGS, spelled
from autograder.platforms.collecting import moodle
from autograder.platforms.collecting.asking import Bound, nobody
from autograder.platforms.collecting.assignments import Assignments, expected
from autograder.platforms.collecting.attempts import Attempt, Chosen, Placed, Work, attempts
from autograder.platforms.collecting.label import BY_HAND
from autograder.platforms.collecting.people import People, Unclear
from autograder.platforms.collecting.pieces import NO_WORK, TYPED_IN, ZIPPED, Download, Left, Piece, download
from autograder.platforms.collecting.worksheet import Participant

TWO = f"{{}} students are called {{}} here ({{}}), so it is not clear who is who. {BY_HAND}"
TOO_MANY = "It is one of {} .py and .ipynb files in one hand-in, and not named as an assignment's is. Leave the one that counts."
BESIDE = "It lies beside what the student has handed in."
ALIKE = "{} differ by capital letters alone, so it is not clear whether they are one student. Rename one."


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before anything is looked at.

    Attributes:
        roster: the students; empty: anybody.
        extended: when work is due for single students, by student and assignment.
        participants: of Moodle's grading worksheets, by number.
        zone: of times that are written without one; None: that of the due date, or else
        here: of this machine.
        bound: who says which names a file binds.
    """

    here: Callable[[datetime], datetime]
    roster: Sequence[Person] = ()
    extended: Mapping[Work, datetime] = field(default_factory=dict)
    participants: Mapping[str, Participant] = field(default_factory=dict)
    zone: tzinfo | None = None
    bound: Bound = nobody


@dataclass(frozen=True, slots=True)
class Taken:
    """One attempt that was collected.

    Attributes:
        number: counts a student's attempts at an assignment from 1; `of` is how many there are, and the last one counts.
        late: None: nobody knows.
    """

    attempt: Attempt
    number: int
    of: int
    late: bool | None

    @property
    def latest(self) -> bool:
        """Whether it is the one that counts."""
        return self.number == self.of


@dataclass(frozen=True, slots=True)
class Collection:
    """All that was found: by student and assignment with the earliest attempt first, and what was not taken."""

    taken: tuple[Taken, ...]
    left: tuple[Left, ...]
    passed: tuple[Left, ...]
    downloads: tuple[Download, ...]


Watched = Callable[[int], AbstractContextManager[Callable[[], None]]]
"""Whoever shows how far it is: told how many steps there are, gives what is to be called after each."""


def unseen(total: int) -> AbstractContextManager[Callable[[], None]]:
    """Nobody looks."""
    return nullcontext(lambda: None)


def collect(
    paths: Sequence[Path], course: Course, known: Known, *, slug: str | None = None, kind: str = "", watched: Watched = unseen
) -> Collection:
    """What lies at these paths.

    Args:
        slug: the assignment that all of it is for.
        kind: whose downloads they are, if somebody has said so.

    Raises:
        UsageError: nothing is there, or it cannot be said whose download it is.
        CourseError: there is no such assignment.
    """
    wanted = None if slug is None else course.entry(slug)
    for path in paths:
        if (path / LIST).is_file():
            raise UsageError(f"{spelled(str(path))}: was collected already. Grade it: descent grade {spelled(str(path))}")
    assignments = Assignments(course, wanted, known.bound)
    downloads = [download(path, number, course, wanted, assignments, kind) for number, path in enumerate(paths)]
    placing = _Placing(course, known, assignments)
    placing.all(downloads, watched)
    chosen = attempts(placing.placed, course)
    _beside(placing.no_work, chosen)
    taken = tuple(
        one for work, found in chosen.attempts.items() for one in _taken(found, known.extended.get(work), course.entry(work[1]).due)
    )
    return Collection(
        taken,
        _sorted(left for some in (*(one.left for one in downloads), placing.left, chosen.left) for left in some),
        _sorted(left for some in (*(one.passed for one in downloads), chosen.passed) for left in some),
        tuple(downloads),
    )


class _Placing:
    """Finds for each piece the student and the assignment."""

    def __init__(self, course: Course, known: Known, assignments: Assignments) -> None:
        self.placed: list[Placed] = []
        self.left: list[Left] = []
        self.no_work: list[tuple[Piece, str]] = []
        self._many = Counter[tuple[int, str, str]]()  # files of work in one hand-in
        self._course = course
        self._known = known
        self._people = People(known.roster, [entry.slug for entry in course.assignments])
        self._assignments = assignments

    def all(self, downloads: Sequence[Download], watched: Watched) -> None:
        """All pieces of all downloads. Students who are not told apart are left together."""
        found = [
            (of, piece, who, self._people.resolve(who)) for of in downloads for piece in self._enriched(of) for who in piece.label.who
        ]
        self._typed(downloads, {(piece.source, who.key) for _, piece, who, _ in found})
        self._many = Counter((piece.source, piece.label.attempt, who.key) for _, piece, who, _ in found if _is_work(piece.label.file))
        keys: dict[tuple[int, str], set[str]] = defaultdict(set)
        spellings: dict[str, set[str]] = defaultdict(set)
        for _, piece, who, student in found:
            if isinstance(student, str):
                spellings[folded(student)].add(student)
                if who.sure or not self._people.known:
                    keys[piece.source, student].add(who.key)
        with watched(len(found)) as step:
            for of, piece, who, student in found:
                if isinstance(student, Unclear):
                    self._leave(piece, student.why)
                elif len(several := keys[piece.source, student]) > 1:
                    self._leave(piece, TWO.format(len(several), spelled(student), " and ".join(map(spelled, sorted(several)))))
                elif len(several := spellings[folded(student)]) > 1:
                    self._leave(piece, ALIKE.format(" and ".join(map(spelled, sorted(several)))))
                elif (number := self._many[piece.source, piece.label.attempt, who.key]) > MANY and not self._named(piece.label.file):
                    self._leave(piece, TOO_MANY.format(number))
                else:
                    self._place(piece, student, of.title)
                step()

    def _typed(self, downloads: Sequence[Download], handed_in: Container[tuple[int, str]]) -> None:
        """What was typed in is told of where its student has handed in no file in the same download."""
        for of in downloads:
            for piece in of.typed:
                alone = (piece.source, piece.label.who[0].key) not in handed_in
                (self.left if alone else of.passed).append(Left(piece.found.origin, TYPED_IN.format(of.kind) if alone else BESIDE))

    def _named(self, file: str) -> bool:
        return any(expected(file, entry) for entry in self._course.assignments)

    def _enriched(self, of: Download) -> Iterable[Piece]:
        """The pieces, with what a worksheet says of Moodle's participants."""
        for piece in of.pieces:
            row = self._known.participants.get(piece.label.who[0].key) if of.kind == moodle.FORMAT.name else None
            yield piece if row is None else replace(piece, label=replace(piece.label, who=(row.who,), at=row.at))

    def _place(self, piece: Piece, student: str, title: str) -> None:
        file = piece.label.file
        if file.lower().endswith(ARCHIVE):
            self._leave(piece, ZIPPED)
        elif not _is_work(file):
            self.no_work.append((piece, student))
        else:
            place = self._assignments.place(piece.found, file, piece.label.title or title, piece.slug)
            if place.slug:
                at = self._zoned(piece.label.at, place.slug)
                self.placed.append(Placed(piece, student, place, at))
            else:
                self._leave(piece, place.why)

    def _zoned(self, at: datetime | None, slug: str) -> datetime | None:
        """A time as it was in the zone that counts."""
        if at is None:
            return None
        due = self._course.entry(slug).due
        zone = self._known.zone or (due.tzinfo if due else None)
        if zone is None:
            return self._known.here(at)
        return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)

    def _leave(self, piece: Piece, why: str) -> None:
        self.left.append(Left(piece.found.origin, why))


def _is_work(file: str) -> bool:
    return file.lower().endswith(ENDINGS)


def _beside(no_work: Iterable[tuple[Piece, str]], chosen: Chosen) -> None:
    """What is no Python is passed over beside work of the same student, and left where there is none."""
    working = {(one.source, work[0]) for work, found in chosen.attempts.items() for one in found}
    for piece, student in no_work:
        if (piece.source, student) in working:
            chosen.passed.append(Left(piece.found.origin, BESIDE))
        else:
            chosen.left.append(Left(piece.found.origin, NO_WORK))


def _taken(found: Sequence[Attempt], extension: datetime | None, due: datetime | None) -> Iterable[Taken]:
    for number, attempt in enumerate(found, 1):
        yield Taken(attempt, number, len(found), _late(attempt, extension, due))


def _late(attempt: Attempt, extension: datetime | None, due: datetime | None) -> bool | None:
    """Whether it came after its due date. What the LMS says holds where there is no time; but it knows nothing of an extension here."""
    limit = extension or due
    if attempt.at is not None and limit is not None:
        return attempt.at > limit
    return None if attempt.said_late and extension is not None else attempt.said_late


def _sorted(left: Iterable[Left]) -> tuple[Left, ...]:
    return tuple(sorted(set(left), key=lambda one: (one.path, one.why)))
