"""Which student of the course is that? By the roster, where there is one, and never by guessing.

An id, a login, a student number or an e-mail address says it at once; a name does if it stands once on the roster. Without a roster
a student is called by what tells one from another in the LMS.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.gradebook.roster import Person, folded, id_trouble
from autograder.marking.tree import spelled
from autograder.platforms.collecting.label import BY_HAND, Who


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nobody knows who that is, and why; in sentences."""

    why: str


class People:
    """Everybody who may have handed something in. Without a roster, anybody may.

    Args:
        slugs: the assignments, for no student's folder may be called like one.
    """

    def __init__(self, roster: Sequence[Person], slugs: Iterable[str] = ()) -> None:
        self._roster = roster
        self._slugs = frozenset(slugs)
        self._by_mark: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._names = {person.id: person.full_name for person in roster}
        for person in roster:
            for mark in (person.id, person.login, person.number, person.email):
                if mark:
                    self._by_mark[folded(mark)].add(person.id)
            for form in forms(person.full_name):
                self._by_name[form].add(person.id)

    @property
    def known(self) -> bool:
        """Whether there is a roster."""
        return bool(self._roster)

    def resolve(self, who: Who) -> str | Unclear:
        """The student's id."""
        found = self._listed(who) if self._roster else _called(who)
        if isinstance(found, Unclear):
            return found
        if found in self._slugs:
            return Unclear(f"{spelled(found)} is an assignment's name. Name the folder after the student whose work is in it.")
        return Unclear(trouble) if (trouble := id_trouble(found)) else found

    def _listed(self, who: Who) -> str | Unclear:
        named = self._by_name.get(squeezed(who.settled or who.name), set())
        sure = self._marked(who.settled, who.email, who.login)
        marked = sure or self._marked(who.number)
        if marked:
            one = set.intersection(*marked)
            if len(one) != 1:
                return Unclear(self._several(set.union(*marked), _shown(who)))
            if not sure and who.name and not one & named and self._names[min(one)]:
                return Unclear(_contradicted(who, min(one)))
            return one.pop()
        if len(named) == 1:
            return next(iter(named))
        if named:
            return Unclear(self._several(named, _shown(who)))
        return Unclear(f"Nobody on the roster is called {_shown(who)}. Add them: descent roster import FILE")

    def _marked(self, *marks: str) -> list[set[str]]:
        """Whom each of these marks says, if it says anybody."""
        return [hits for mark in marks if mark and (hits := self._by_mark.get(folded(mark)))]

    def _several(self, ids: set[str], shown: str) -> str:
        names = " and ".join(spelled(one) for one in sorted(ids))
        return f"{shown} may be {names} on the roster, and nothing here tells them apart. {BY_HAND}"


def forms(name: str) -> set[str]:
    """How a name may be written when all but letters and digits is left out, with any of its words in front: a family's name may be."""
    words = [squeezed(word) for word in name.split()]
    return {form for start in range(len(words)) if (form := "".join(words[start:] + words[:start]))}


def squeezed(name: str) -> str:
    """A name's letters, digits and marks, in small letters."""
    return "".join(sign for sign in folded(name) if sign.isalnum() or unicodedata.category(sign).startswith("M"))


def _called(who: Who) -> str | Unclear:
    """What somebody is called of whom no roster tells."""
    name = " ".join(who.name.replace("\u200c", "").replace("\u200d", "").split())  # but for what only joins or parts letters
    called = who.settled or who.nick or who.login or who.email or who.number or name
    return unicodedata.normalize("NFC", called) if called else Unclear("Nothing here says whose it is.")


def _contradicted(who: Who, one: str) -> str:
    """A number of another list may be somebody else's here; the name shows it."""
    return f"The number is {spelled(one)}'s on the roster, and the name is not: {_shown(who)}. {BY_HAND}"


def _shown(who: Who) -> str:
    """Who is meant, for a sentence."""
    marks = [who.number, who.login, who.email]
    more = ", ".join(mark for mark in marks if mark)
    name = who.settled or who.name
    return spelled(f"{name} ({more})" if name and more else name or more or "(no name)")
