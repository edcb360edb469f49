"""Whose score goes where: the people of the class, the assignments that are exported, and where each stands in each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from autograder.course.manifest import Course, Entry
from autograder.errors import UsageError
from autograder.gradebook.policy import Standing
from autograder.gradebook.roster import Person, enrolled, folded
from autograder.gradebook.standings import StudentStanding, standings
from autograder.gradebook.store import Gradebook
from autograder.gradebook.tables import students
from autograder.marking.tree import spelled


@dataclass(frozen=True, slots=True)
class Scores:
    """What is exported.

    Attributes:
        people: everybody who is known, by id.
        standings: by student and assignment, for every one of both. One in which something waits for a mark has no score: what is not
            marked yet must not go out as nothing.
        waiting: a sentence for each assignment in which something waits.
    """

    assignments: tuple[Entry, ...]
    people: tuple[Person, ...]
    standings: Mapping[tuple[str, str], Standing]
    waiting: tuple[str, ...] = ()

    def of(self, person: Person, entry: Entry) -> Standing:
        """Where somebody stands in an assignment."""
        return self.standings.get((person.id, entry.slug)) or Standing(None, entry.total)

    def has_any(self, person: Person) -> bool:
        """Whether there is anything to say of somebody: a score, or work that is excused."""
        return any(told(self.of(person, entry)) for entry in self.assignments)


def told(standing: Standing) -> bool:
    """Whether there is something to export of a standing."""
    return standing.score is not None or standing.excused


def gathered(book: Gradebook, course: Course, slugs: Sequence[str] = ()) -> Scores:
    """The scores of these assignments; of none given: of all that are worth points and have a score yet.

    Raises:
        CourseError: there is no such assignment.
        UsageError: there is no score at all.
    """
    wanted = [course.entry(slug) for slug in dict.fromkeys(slugs)] or [entry for entry in course.assignments if entry.total > 0]
    chosen = [entry.slug for entry in wanted]
    known, found = book.read(lambda connection: (people(connection), standings(connection, course, chosen, reports=False)))
    by_key = {(one.student, one.slug): _settled(one.standing) for one in found}
    waiting = tuple(_waiting(entry, found) for entry in wanted if any(one.slug == entry.slug and one.standing.waits for one in found))
    any_of = {slug for (_, slug), standing in by_key.items() if told(standing)}
    if not any_of:
        what = ", ".join(one.slug for one in wanted)
        why = waiting or [f"The gradebook holds no score of {what}. Grade first: descent grade PATH..."]
        raise UsageError("\n".join(why))
    kept = wanted if slugs else [entry for entry in wanted if entry.slug in any_of]
    return Scores(tuple(kept), tuple(known), by_key, waiting)


def _settled(standing: Standing) -> Standing:
    return replace(standing, score=None) if standing.waits else standing


def _waiting(entry: Entry, found: Sequence[StudentStanding]) -> str:
    counts = Counter(question for one in found if one.slug == entry.slug for question in one.standing.waits)
    number = sum(1 for one in found if one.slug == entry.slug and one.standing.waits)
    whose = "1 student's" if number == 1 else f"{number} students'"
    what = ", ".join(f"{question} of {waiting}" for question, waiting in sorted(counts.items()))
    return f"{entry.slug}: {whose} score waits for a mark ({what}) and is left out. Mark: descent mark {entry.slug}"


def people(connection: Connection) -> list[Person]:
    """Everybody in the gradebook, by id; of whom the roster says nothing by the id alone."""
    listed = {person.id: person for person in enrolled(connection)}
    names = [row.name for row in connection.execute(select(students.c.name))]
    return [listed.get(name) or Person(name) for name in sorted(names)]


def sign_in(person: Person) -> str:
    """The name to sign in with; where no roster says it, what the student is called here."""
    return person.login or person.id


def shared(texts: Iterable[str]) -> frozenset[str]:
    """The ids that more than one student has, as they are compared."""
    return frozenset(text for text, number in Counter(map(folded, texts)).items() if number > 1)


def called(person: Person) -> str:
    """A student in a message."""
    return spelled(f"{person.id} ({person.full_name})" if person.full_name else person.id)
