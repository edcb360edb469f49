"""What does one LMS want of a gradebook file? The shape of the answer; each LMS gives its own in a module of its name."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from autograder.course.manifest import Entry
from autograder.platforms.lms.scores import Scores
from autograder.platforms.lms.table import Row


class Kind(Enum):
    """What a column of ids holds."""

    OWN = "the LMS's own number of a person"
    NUMBER = "the number that the institution gave"
    LOGIN = "the name to sign in with"
    EMAIL = "the e-mail address"
    ANY = "some id, by its values"


@dataclass(frozen=True, slots=True)
class Key:
    """A column of ids."""

    index: int
    header: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Column:
    """A column of scores.

    Attributes:
        title: the assignment's, without what the LMS adds; `also`: without what it may have put before it, too.
        id: the LMS's own of the assignment; "" where it writes none.
        most: the points that it takes, where the file says so.
        closed: why the LMS would not take scores for it, in a sentence; "" if it does.
    """

    index: int
    header: str
    title: str
    also: str = ""
    id: str = ""
    most: Decimal | None = None
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things are in a gradebook file.

    Attributes:
        keys: columns of ids, in the order in which the LMS asks them.
        names: the column of the full name, or those of first and last name.
        columns: of scores; the LMS takes a file without any of them, and without those of `more`.
        apart: rows that are nobody's, by their index.
    """

    keys: tuple[Key, ...]
    columns: tuple[Column, ...]
    names: tuple[int, ...] = ()
    apart: frozenset[int] = frozenset({0})
    more: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Fresh:
    """A new file, and what is to be said of it.

    Attributes:
        left_out: sentences, one for each student whom the LMS could not recognise by it.
    """

    rows: tuple[tuple[str, ...], ...]
    students: int
    scores: int
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lms:
    """The rules of one LMS.

    Attributes:
        download: where its gradebook is downloaded.
        upload: where a file is uploaded, and what to mind.
        expected: what its header looks like, for messages.
        recognised: whether cells are those of a header.
        excused: how a cell says that the work is excused; "" where no cell can.
        kept: texts that stay in a cell of scores, in capitals.
        nobody: names of rows that are no student's.
        fresh: makes a new file; None where only a downloaded one is safe.
    """

    name: str
    download: str
    upload: str
    expected: str
    recognised: Callable[[Sequence[str]], bool]
    layout: Callable[[Sequence[Row]], Layout]
    excused: str = ""
    kept: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    fresh: Callable[[Scores], Fresh] | None = field(default=None)


def taking_away(empty: int, cell: str, lms: str) -> list[str]:
    """The warning that cells without a score come with, if there are any."""
    if not empty:
        return []
    what = f"{empty} cells are {cell}" if empty > 1 else f"A cell is {cell}"
    return [f"{what}: a score that {lms} has there would be taken away. Fill in the gradebook that {lms} gives instead: --template"]


def plain(text: str) -> str:
    """A title or a name without what people and programs write differently: case, blanks, punctuation, forms of one letter."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", text.replace("_", " ")))


def titles(entry: Entry) -> tuple[str, str]:
    """What a column of this assignment may be called: its title, or its slug."""
    return plain(entry.title), plain(entry.slug)
