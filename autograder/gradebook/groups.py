"""Who works with whom? Groups of one assignment: what one member hands in counts for all, but for a member who is opted out.

A student is in one group of an assignment at most. Extensions, excuses and overrides stay each member's own. Every change is one
transaction and writes a line of the log for each student; the line does not name the group, which may be called after its members.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, insert, select, update

from autograder.course.manifest import Course
from autograder.errors import CourseError, UsageError
from autograder.gradebook.deciding import reason_of
from autograder.gradebook.log import By, note
from autograder.gradebook.roster import folded
from autograder.gradebook.standings import StudentStanding, standings
from autograder.gradebook.store import Gradebook
from autograder.gradebook.students import UnknownStudentError, added, number
from autograder.gradebook.tables import groups, students

VERB = "group"
LONGEST_NAME = 100  # characters

Changed = tuple[tuple[str, ...], set[tuple[str, str]]]  # whom something is changed about; which groups it was about, by slug and name


@dataclass(frozen=True, slots=True)
class Member:
    """One of a group; who is opted out is not credited with what the others hand in, nor they with theirs."""

    student: str
    opted_out: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Those who work together on one assignment, by name."""

    slug: str
    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """That a student be in a group.

    Attributes:
        where: in which line of which file that stands, for whoever has to mend it; "": nowhere.
    """

    slug: str
    group: str
    student: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A student whose score is another one now, from `before` on."""

    before: float | None
    after: StudentStanding


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What has come of a change.

    Attributes:
        students: about whom something is changed; nobody where all was so already.
        groups: those that the change was about, as they are now; without those that are no more.
    """

    students: tuple[str, ...]
    groups: tuple[Group, ...]
    moves: tuple[Move, ...]


def existing(connection: Connection, slugs: Sequence[str]) -> list[Group]:
    """All groups of these assignments, in the order given and by name."""
    query = select(groups.c.slug, groups.c.name, groups.c.opted_out, students.c.name.label("student"))
    found: dict[tuple[str, str], list[Member]] = {}
    for row in connection.execute(query.select_from(groups.join(students)).where(groups.c.slug.in_(slugs))):
        found.setdefault((row.slug, row.name), []).append(Member(row.student, row.opted_out))
    order = sorted(found, key=lambda one: (slugs.index(one[0]), one[1]))
    return [Group(slug, name, tuple(sorted(found[slug, name], key=lambda one: one.student))) for slug, name in order]


def put(book: Gradebook, course: Course, wishes: Sequence[Wish], by: By, *, new: bool = False, fresh: bool | None = None) -> Regrouped:
    """Put students into groups; who is in one already stays.

    Args:
        new: whether students whom the gradebook does not know are made known.
        fresh: True: the groups must not be there yet; False: they must; None: either.

    Raises:
        CourseError: something about some of them will not do: all of it. Then nothing is changed.
    """
    slugs = _slugs(course, {wish.slug for wish in wishes})

    def work(connection: Connection) -> Changed:
        plan = _Plan(existing(connection, slugs), fresh)
        problems = [f"{wish.where}{problem}" for wish in wishes for problem in plan.take(wish)]
        if not new:
            problems += _unknown(connection, plan.changed)
        if problems:
            raise CourseError(dict.fromkeys(problems))
        for wish in plan.changed:
            student = (added if new else number)(connection, wish.student)
            connection.execute(insert(groups), {"slug": wish.slug, "student_id": student, "name": wish.group, "opted_out": False})
            note(connection, by, VERB, "put into a group", student=student, slug=wish.slug)
        return tuple(wish.student for wish in plan.changed), {(wish.slug, wish.group) for wish in wishes}

    return _changed(book, course, slugs, work)


def take_out(book: Gradebook, course: Course, slug: str, name: str, members: Sequence[str], by: By) -> Regrouped:
    """Take students out of a group, or, where none is named, all of them: then there is no such group any more.

    Raises:
        CourseError: there is no such group, or some are not in it. Then nothing is changed.
    """

    def work(connection: Connection) -> Changed:
        there = {one.name: one for one in existing(connection, [slug])}
        if name not in there:
            raise CourseError([_missing(slug, name, there)])
        known = sorted(one.student for one in there[name].members)
        if strangers := [one for one in dict.fromkeys(members) if one not in known]:
            raise CourseError(f"{one!r} is not in the group {name!r} of {slug}. In it: {_listed(known)}." for one in strangers)
        leaving = tuple(dict.fromkeys(members or known))
        for student in leaving:
            row = number(connection, student)
            connection.execute(delete(groups).where(groups.c.slug == slug, groups.c.student_id == row))
            note(connection, by, VERB, "taken out of the group", student=row, slug=slug)
        return leaving, {(slug, name)}

    return _changed(book, course, [course.entry(slug).slug], work)


def opt_out(book: Gradebook, course: Course, slug: str, student: str, *, reason: str, by: By) -> Regrouped:
    """Leave a member without what the others hand in, and them without theirs.

    Raises:
        UsageError: the student is in no group, or the reason will not do.
    """
    return _opt(book, course, slug, student, by, opted_out=True, said=f"opted out of the group: {reason_of(reason)}")


def opt_in(book: Gradebook, course: Course, slug: str, student: str, *, reason: str, by: By) -> Regrouped:
    """Credit a member who was opted out with what the group hands in again.

    Raises:
        UsageError: the student is in no group, or a reason is given that will not do.
    """
    why = f": {reason_of(reason)}" if reason.strip() else ""
    return _opt(book, course, slug, student, by, opted_out=False, said=f"opted into the group again{why}")


def _opt(book: Gradebook, course: Course, slug: str, student: str, by: By, *, opted_out: bool, said: str) -> Regrouped:
    def work(connection: Connection) -> Changed:
        row = number(connection, student)
        mine = and_(groups.c.slug == slug, groups.c.student_id == row)
        found = connection.execute(select(groups.c.name, groups.c.opted_out).where(mine)).one_or_none()
        if found is None:
            raise UsageError(f"{student!r} is in no group for {slug}. To put them into one: descent group add {slug} GROUP {student}")
        about = {(slug, found.name)}
        if found.opted_out == opted_out:
            return (), about
        connection.execute(update(groups).where(mine).values(opted_out=opted_out))
        note(connection, by, VERB, said, student=row, slug=slug)
        return (student,), about

    return _changed(book, course, [course.entry(slug).slug], work)


def _changed(book: Gradebook, course: Course, slugs: Sequence[str], work: Callable[[Connection], Changed]) -> Regrouped:
    """Do it, and see whose score it moves."""

    def done(connection: Connection) -> Regrouped:
        before = {(one.student, one.slug): one.standing.score for one in standings(connection, course, slugs, reports=False)}
        changed, about = work(connection)
        after = standings(connection, course, slugs, reports=False) if changed else []
        pairs = [(before.get((one.student, one.slug)), one) for one in after]  # who is new had none
        return Regrouped(
            students=tuple(dict.fromkeys(changed)),
            groups=tuple(one for one in existing(connection, slugs) if (one.slug, one.name) in about),
            moves=tuple(Move(score, one) for score, one in pairs if score != one.standing.score),
        )

    return book.write(done)


class _Plan:
    """Who is in which group, and who is to be put into one besides.

    Attributes:
        changed: the wishes that change anything.
    """

    def __init__(self, there: Sequence[Group], fresh: bool | None) -> None:
        self.changed: list[Wish] = []
        self._fresh = fresh
        self._there = {(one.slug, one.name) for one in there}
        self._names = {(one.slug, folded(one.name)): one.name for one in there}
        self._of = {(one.slug, member.student): one.name for one in there for member in one.members}

    def take(self, wish: Wish) -> list[str]:
        """Plan it, or say what is wrong with it."""
        problems = list(self._problems(wish))
        if not problems and self._of.get((wish.slug, wish.student)) is None:
            self._of[wish.slug, wish.student] = wish.group
            self._names[wish.slug, folded(wish.group)] = wish.group
            self.changed.append(wish)
        return problems

    def _problems(self, wish: Wish) -> Iterator[str]:
        slug, name, student = wish.slug, wish.group, wish.student
        same = self._names.get((slug, folded(name)), name)
        other = self._of.get((slug, student), name)
        if trouble := name_trouble(name):
            yield trouble
        elif same != name:
            yield f"{slug} has a group {same!r}, which {name!r} would be taken for. Write it the same way."
        elif self._fresh and (slug, name) in self._there:
            yield f"{slug} has a group {name!r} already. To add to it: descent group add {slug} {name} ..."
        elif self._fresh is False and (slug, name) not in self._there:
            yield f"{_missing(slug, name, [known for at, known in self._there if at == slug])} To make it: descent group make"
        if other != name and any((one.slug, one.student) == (slug, student) for one in self.changed):
            yield f"{student!r} cannot be in the group {other!r} of {slug} and in {name!r}. Leave one of them."
        elif other != name:
            yield f"{student!r} is in the group {other!r} of {slug}. To take them out: descent group remove {slug} {other} {student}"


def _unknown(connection: Connection, wishes: Sequence[Wish]) -> Iterator[str]:
    """Of each student whom the gradebook does not know, who may be meant."""
    for wish in wishes:
        try:
            number(connection, wish.student)
        except UnknownStudentError as unknown:
            yield f"{wish.where}{unknown}"


def name_trouble(name: str) -> str:
    """Why a group cannot be called so; "" if it can."""
    if name and name == " ".join(name.split()) and name.isprintable() and len(name) <= LONGEST_NAME:
        return ""
    return f"{name[:LONGEST_NAME]!a} cannot be a group's name: expected 1 to {LONGEST_NAME} characters that can be printed."


def _slugs(course: Course, wanted: Collection[str]) -> list[str]:
    """These assignments, in the course's order.

    Raises:
        CourseError: there is none of that slug.
    """
    return [entry.slug for entry in course.assignments if entry in [course.entry(slug) for slug in sorted(wanted)]]


def _missing(slug: str, name: str, names: Collection[str]) -> str:
    return f"{slug} has no group {name[:LONGEST_NAME]!r}. It has: {_listed(names) or 'none'}."


def _listed(names: Collection[str]) -> str:
    return ", ".join(map(repr, sorted(names)))
