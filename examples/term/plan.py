"""Who hands in what, and when? A term of six assignments, each handed in by way of another LMS, and what the office decides meanwhile.

Everybody's term is thrown by dice of their own, so that it hangs on the seed, the student and the assignment alone. Nothing here says
what work is worth.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from autograder.course.manifest import Course
from examples.term.dice import Dice
from examples.term.people import Student, people
from examples.term.works import Pool, Source, pool

ZONE = ZoneInfo("Europe/Berlin")
LARGE = 60  # students, from which on everything that can go wrong does, and some work does not come to an end


@dataclass(frozen=True, slots=True)
class Task:
    """One assignment of the term: by which LMS it is handed in, and until when."""

    slug: str
    lms: str
    due: datetime

    @property
    def keeps_all(self) -> bool:
        """Whether the LMS hands out every attempt, and not the last one alone."""
        return self.lms in ("brightspace", "blackboard")


def _due(month: int, day: int) -> datetime:
    return datetime(2025, month, day, 23, 59, tzinfo=ZONE)


TASKS = (
    Task("01-gradient-step", "canvas", _due(10, 10)),
    Task("02-single-neuron", "brightspace", _due(10, 24)),  # the night in which summer time ends falls into the days after
    Task("03-perceptron", "gradescope", _due(11, 7)),
    Task("04-gradient-check", "moodle", _due(11, 21)),
    Task("05-two-layer-network", "blackboard", _due(12, 5)),
    Task("06-train-it", "nbgrader", _due(12, 19)),
)


@dataclass(frozen=True, slots=True)
class HandIn:
    """One attempt that an LMS hands out.

    Attributes:
        who: the student, and who else is in the group that handed it in.
        number: counts what the student has handed in, from 1; an LMS may hand out the last alone.
        at: when, in the term's zone.
        name: what the student called the file.
    """

    task: Task
    who: tuple[Student, ...]
    number: int
    at: datetime
    name: str
    source: Source

    @property
    def late(self) -> bool:
        """As the LMS sees it, which knows nothing of extensions."""
        return self.at > self.task.due


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody in the office decided.

    Attributes:
        verb: "extend", "excuse", "override" or "opt-out" (of a group).
        what: until when, or which question ("" for all) and how many points.
    """

    verb: str
    student: str
    slug: str
    reason: str
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Students of whom one hands in for all; `out` is opted out, and hands in alone."""

    task: Task
    name: str
    members: tuple[Student, ...]
    out: Student


@dataclass(frozen=True, slots=True)
class Term:
    """All of it.

    Attributes:
        no_work: whose hand-in holds no Python file, by assignment.
    """

    seed: int
    students: tuple[Student, ...]
    hand_ins: tuple[HandIn, ...]
    no_work: tuple[tuple[Task, Student], ...]
    groups: tuple[Group, ...]
    decisions: tuple[Decision, ...]

    @property
    def twins(self) -> tuple[Student, ...]:
        """The two of one name."""
        names = [student.name for student in self.students]
        return tuple(student for student in self.students if names.count(student.name) > 1)

    def of(self, task: Task) -> tuple[HandIn, ...]:
        """What was handed in for an assignment, by student and number."""
        return tuple(one for one in self.hand_ins if one.task == task)


def term(course: Course, count: int, seed: int, questions: Mapping[str, Sequence[tuple[str, float]]]) -> Term:
    """A term of so many students.

    Args:
        questions: with what each is worth, by assignment.
    """
    students = people(count, Dice(seed, "people"))
    hand_ins: list[HandIn] = []
    no_work: list[tuple[Task, Student]] = []
    groups: list[Group] = []
    for task in TASKS:
        dice = Dice(seed, task.slug)
        deck = _Deck(pool(course, task.slug), Dice(seed, f"work for {task.slug}"), large=count >= LARGE)
        pairs, alone = _pairs(task, students, dice)
        if task.lms == "moodle":
            no_work.append((task, alone.pop()))
        if task.lms == "blackboard":  # which knows nothing of groups
            groups += [Group(task, f"team {at}", (*pair, alone[at]), alone[at]) for at, pair in enumerate(pairs, 1)]
        for who in sorted([*pairs, *((one,) for one in alone)], key=lambda who: who[0].id):
            hand_ins += _of_one(task, who, deck, dice)
    found = tuple(hand_ins)
    decisions = [Decision("opt-out", one.out.id, one.task.slug, "works alone") for one in groups]
    decisions += _decisions(students, found, Dice(seed, "office"), questions)
    return Term(seed, students, found, tuple(no_work), tuple(groups), tuple(decisions))


Who = tuple[Student, ...]


def _pairs(task: Task, students: Sequence[Student], dice: Dice) -> tuple[list[Who], list[Student]]:
    """Every tenth works with a partner, where groups are shown; and who works alone."""
    alone = dice.mixed(students)
    several = math.ceil(len(students) / 20) if task.lms in ("gradescope", "blackboard") else 0
    return [(alone.pop(), alone.pop()) for _ in range(several)], alone


class _Deck:
    """Deals out work, so that every wrong one is dealt before any is dealt twice."""

    def __init__(self, of: Pool, dice: Dice, *, large: bool) -> None:
        self._dice = dice
        self._right = of.right
        self._of = of.wrong
        self._wrong = [*dice.mixed(of.wrong), *(of.endless if large else ())]
        self._part = min(0.55, 20 / len(of.wrong)) if large else 0.55

    def dealt(self, *, last: bool) -> Source:
        """A piece of work: a last attempt more often a right one than an earlier one, but in a large class where much can go wrong."""
        if self._dice.chance(self._part if last else 0.1):
            return self._dice.one(self._right)
        if not self._wrong:
            self._wrong = self._dice.mixed(self._of)
        return self._wrong.pop()


def _of_one(task: Task, who: Who, deck: _Deck, dice: Dice) -> Iterator[HandIn]:
    """What a student, or a group, hands in, as far as the LMS hands it out."""
    if dice.chance(0.06):
        return
    attempts = 1 + dice.chance(0.4) + dice.chance(0.3)
    late = 2 * dice.between(10, 2_400) + 1 if dice.chance(0.18) else -(2 * dice.between(5, 3_000) + 1)  # odd: never on the hour
    last = task.due.astimezone(UTC) + timedelta(minutes=late)
    times = [last]
    for _ in range(attempts - 1):
        times.insert(0, times[0] - timedelta(minutes=2 * dice.between(90, 2_000)))
    for number, at in enumerate(times, 1):
        if task.keeps_all or number == attempts or (task.lms == "canvas" and _in_first_download(task, times, number)):
            source = deck.dealt(last=number == attempts).signed(who[0].name, number)
            yield HandIn(task, who, number, _told(at), _name(task, source, number, dice), source)


def _told(at: datetime) -> datetime:
    """A time in the term's zone. In the hour that comes twice it is the first one, since most LMSes do not say which."""
    local = at.astimezone(ZONE)
    return (at - timedelta(hours=1)).astimezone(ZONE) if local.fold else local


def _in_first_download(task: Task, times: Sequence[datetime], number: int) -> bool:
    """Whether it is what Canvas hands out when the assignment was due: of what was in by then the last."""
    return sum(at <= task.due for at in times) == number


def _name(task: Task, source: Source, number: int, dice: Dice) -> str:
    """What the file is called: by its name, or as browsers call a copy."""
    stem, _, ending = source.file.rpartition(".")
    if task.lms == "nbgrader" or not dice.chance(0.15):
        return source.file
    return f"{stem} ({number + 1}).{ending}"


def _decisions(
    students: Sequence[Student], hand_ins: Sequence[HandIn], dice: Dice, questions: Mapping[str, Sequence[tuple[str, float]]]
) -> Iterator[Decision]:
    """Extensions for every other late work, some who are excused, and points that somebody gave by hand."""
    late = [one for one in hand_ins if one.late and one.task.lms != "canvas" and len(one.who) == 1]
    for one in late[::2]:
        reason = dice.one(("was ill", "family matters", "at a conference"))
        yield Decision("extend", one.who[0].id, one.task.slug, reason, (f"+{dice.between(1, 4)}d",))
    handed_in = {(student.id, one.task.slug) for one in hand_ins for student in one.who}
    idle = [(student.id, task.slug) for task in TASKS for student in students if (student.id, task.slug) not in handed_in]
    for student, slug in dice.mixed(idle)[: 1 + len(idle) // 4]:
        yield Decision("excuse", student, slug, "exchange term, did the same elsewhere")
    for one in dice.mixed([one for one in hand_ins if len(one.who) == 1])[: 2 + len(students) // 12]:
        if dice.chance(0.3):
            yield Decision("override", one.who[0].id, one.task.slug, "oral exam", ("", f"{dice.between(8, 20) / 2:g}"))
        else:
            question, most = dice.one(questions[one.task.slug])
            yield Decision("override", one.who[0].id, one.task.slug, "right on paper", (question, f"{most * dice.between(1, 2) / 2:g}"))
