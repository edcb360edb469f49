"""Which row of a gradebook file is whose?

By ids, in the order in which the LMS itself asks them; two ids of one row that point to two people are refused. By the name only where
no id can tell, and never by a name that two share: nobody is guessed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from autograder.gradebook.roster import Person, folded
from autograder.marking.tree import spelled
from autograder.platforms.collecting.people import forms, squeezed
from autograder.platforms.lms.rules import Key, Kind, Layout
from autograder.platforms.lms.scores import called
from autograder.platforms.lms.table import Row

Field = Callable[[Person], str]

# What of a person a column of each kind is compared with. Of whom the roster does not say it, it may be what they are called here: that
# comes from a download, or from whoever laid out the folders.
FIELDS: Mapping[Kind, tuple[Field, ...]] = {
    Kind.OWN: (lambda one: one.id,),
    Kind.NUMBER: (lambda one: one.number or one.id,),
    Kind.LOGIN: (lambda one: one.login or one.id, lambda one: one.email),
    Kind.EMAIL: (lambda one: one.email or one.login or one.id,),
    Kind.ANY: (lambda one: one.number, lambda one: one.email, lambda one: one.login),
}


@dataclass(frozen=True, slots=True)
class Matched:
    """Whose the rows are.

    Attributes:
        people: by the row's index.
        strangers: indexes of rows that are nobody's of the gradebook.
        problems: sentences; with any of them nothing is to be trusted.
    """

    people: Mapping[int, Person]
    strangers: tuple[int, ...]
    problems: tuple[str, ...]


def matched(name: str, rows: Sequence[Row], layout: Layout, people: Sequence[Person]) -> Matched:
    """Whose each row is that may be a student's.

    Args:
        name: the file's, for messages.
    """
    mine = {index: row for index, row in enumerate(rows) if index not in layout.apart and not row.blank}
    search = _Search(_keys(layout.keys, list(mine.values()), people), layout.names, people, list(mine.values()))
    found: dict[int, Person] = {}
    lines: dict[str, int] = {}
    problems: list[str] = []
    for index, row in mine.items():
        person, trouble = search.of(row)
        if trouble:
            problems.append(f"{name}, line {row.line}: {trouble}")
        elif person is not None and (before := lines.setdefault(person.id, row.line)) != row.line:
            problems.append(
                f"{name}, line {row.line}: this is {called(person)}, and so is line {before}. Take out the one that is not, or correct "
                "the roster."
            )
        elif person is not None:
            found[index] = person
    strangers = tuple(index for index in mine if index not in found)
    return Matched(found, strangers, tuple(problems))


def row_name(row: Row, names: Sequence[int]) -> str:
    """The name in a row, as it is written."""
    return " ".join(filter(None, (row.text(index).strip() for index in names)))


class _Search:
    """Everybody, by every id and every name."""

    def __init__(self, keys: Sequence[Key], names: Sequence[int], people: Sequence[Person], rows: Sequence[Row]) -> None:
        self.keys = keys
        self.names = names
        self._numbers = _numbers(keys, names, people, rows)
        self._ids = {
            key.kind: [_grouped((folded(field(one)), one) for one in people) for field in _fields(key.kind, self._numbers)]
            for key in keys
        }
        self._people = people
        self._rows = rows

    def of(self, row: Row) -> tuple[Person | None, str]:
        """Whose a row is, and what is wrong with its ids."""
        hits: list[tuple[Key, Person]] = []
        for key in self.keys:
            found = self._known(key, row)
            if len(found) > 1:
                both = " and ".join(spelled(one.id) for one in found[:2])
                return (
                    None,
                    f"{spelled(key.header)} '{spelled(_value(row, key))}' is that of {both} in the gradebook. Correct the roster.",
                )
            if found and not (key.kind is Kind.OWN and self._another(found[0], row)):
                hits.append((key, found[0]))
        if not hits:
            return self._by_name(row), ""
        first, person = hits[0]
        for key, other in hits[1:]:
            if other != person:
                return None, (
                    f"by its {spelled(first.header)} this is {called(person)}, by its {spelled(key.header)} {called(other)}. Correct "
                    "that line, or the roster."
                )
        return person, ""

    @cached_property
    def _called(self) -> dict[str, list[Person]]:
        """Everybody by every form of the name; asked for only where ids do not tell all."""
        return _grouped((form, one) for one in self._people for form in forms(one.full_name or one.id))

    @cached_property
    def _rows_called(self) -> Counter[str]:
        return Counter(squeezed(row_name(row, self.names)) for row in self._rows)

    def _another(self, person: Person, row: Row) -> bool:
        """Whether a number is the same by chance: the roster's may be the institution's. Other ids or the name show it."""
        return self._denied(person, row) or _of_another_name(person, row, self.names)

    def _denied(self, person: Person, row: Row) -> bool:
        """Whether an id in the row is another one than the roster has of this person."""
        for key in self.keys:
            theirs = {Kind.LOGIN: person.login, self._numbers: person.number}.get(key.kind, "")
            there = folded(_value(row, key))
            if theirs and there and folded(theirs) != there:
                return True
        return False

    def _known(self, key: Key, row: Row) -> list[Person]:
        if not (wanted := folded(_value(row, key))):
            return []
        tried = [wanted]
        if key.kind is Kind.OWN:  # what `descent collect` calls people by whose number in Canvas it knows, without a roster
            tried.append(f"{squeezed(row_name(row, self.names))}-{wanted}")
        return next((found for ids in self._ids[key.kind] for text in tried if (found := ids.get(text))), [])

    def _by_name(self, row: Row) -> Person | None:
        """The one person of that name, if there is one row of that name, and no id says otherwise."""
        wanted = squeezed(row_name(row, self.names))
        found = self._called.get(wanted, []) if wanted else []
        if len(found) != 1 or self._rows_called[wanted] != 1 or self._denied(found[0], row):
            return None
        return found[0]


def _value(row: Row, key: Key) -> str:
    """The id in a row. The mark that Brightspace puts before it, for spreadsheet programs, is no part of it."""
    return row.text(key.index).strip().removeprefix("#")


def _of_another_name(person: Person, row: Row, names: Sequence[int]) -> bool:
    name = squeezed(row_name(row, names))
    return bool(name and person.full_name and name not in forms(person.full_name))


def _numbers(keys: Sequence[Key], names: Sequence[int], people: Sequence[Person], rows: Sequence[Row]) -> Kind:
    """What the roster's numbers are: the institution's, or the LMS's own, as in a roster that the LMS has written."""
    if not any(key.kind is Kind.OWN for key in keys):
        return Kind.NUMBER
    known = {folded(one.number): one for one in people if one.number}
    found: Counter[Kind] = Counter()
    for key in keys:
        for row in rows:
            one = known.get(folded(_value(row, key)))
            found[key.kind] += one is not None and not _of_another_name(one, row, names)
    return Kind.OWN if found[Kind.OWN] > found[Kind.NUMBER] else Kind.NUMBER


def _fields(kind: Kind, numbers: Kind) -> tuple[Field, ...]:
    if numbers is Kind.OWN and kind in (Kind.OWN, Kind.NUMBER):
        return (lambda one: one.id, lambda one: one.number) if kind is Kind.OWN else (lambda one: one.id,)
    return FIELDS[kind]


def _grouped(pairs: Iterable[tuple[str, Person]]) -> dict[str, list[Person]]:
    groups: dict[str, list[Person]] = defaultdict(list)
    for text, person in pairs:
        if text:
            groups[text].append(person)
    return dict(groups)


def _keys(keys: Sequence[Key], rows: Sequence[Row], people: Sequence[Person]) -> tuple[Key, ...]:
    """The columns of ids; of those that may be any the one in which most of them are known."""
    of_any = [key for key in keys if key.kind is Kind.ANY]
    if not of_any:
        return tuple(keys)
    known = {folded(field(one)) for field in FIELDS[Kind.ANY] for one in people} - {""}
    best = max(of_any, key=lambda key: sum(folded(_value(row, key)) in known for row in rows))
    return tuple(key for key in keys if key.kind is not Kind.ANY or key is best)
