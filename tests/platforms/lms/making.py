"""A small class for the tests of LMS files: who is in it, what they have, and the files that LMSes would give of it."""

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.course.manifest import Entry
from autograder.gradebook.policy import Standing
from autograder.gradebook.roster import Person
from autograder.platforms.lms.scores import Scores

STEP = Entry("01-gradient-step", "One step of gradient descent", "gradient.py", 10)
NEURON = Entry("02-single-neuron", "One neuron, factor by factor", "neuron.py", 10)

ADA = Person("ada", "Ada Lovelace", "ada@uni.example", "alovelace", "1001", "A")
BEN = Person("ben", "Benjamin Okri", "ben@uni.example", "bokri", "1002", "A")
CLEO = Person("cleo", "Cléo de Mérode", "cleo@uni.example", "cmerode", "1003", "B")
PEOPLE = (ADA, BEN, CLEO)

EXCUSED = "excused"


def scores(given: Mapping[str, object], people: Sequence[Person] = PEOPLE, entries: Sequence[Entry] = (STEP,)) -> Scores:
    """A class in which these have these scores, one or a list of one for each assignment; None: none; EXCUSED: excused."""
    standings: dict[tuple[str, str], Standing] = {}
    for person in people:
        some = given.get(person.id)
        for entry, one in zip(entries, some if isinstance(some, list) else [some], strict=False):
            score = float(one) if isinstance(one, int | float) else None
            standings[person.id, entry.slug] = Standing(score, entry.points, excused=one == EXCUSED)
    return Scores(tuple(entries), tuple(people), standings)


@dataclass(frozen=True)
class Style:
    """How an LMS, or whoever saved its file, wrote it."""

    delimiter: str = ","
    end: str = "\r\n"
    encoding: str = "utf-8"
    mark: bytes = b""
    all_quoted: bool = False
    end_at_last: bool = True

    def cell(self, text: str) -> str:
        """A cell as it stands in the file."""
        needs = self.all_quoted or any(sign in text for sign in (self.delimiter, '"', "\r", "\n"))
        return '"' + text.replace('"', '""') + '"' if needs else text

    def content(self, rows: Sequence[Sequence[str]]) -> bytes:
        """A file of these cells, given as they stand in it."""
        text = self.end.join(self.delimiter.join(row) for row in rows) + (self.end if self.end_at_last else "")
        return self.mark + text.encode(self.encoding)

    def file(self, rows: Sequence[Sequence[str]]) -> bytes:
        """A file of these texts."""
        return self.content([[self.cell(text) for text in row] for row in rows])


PLAIN = Style()
UTF16 = Style(delimiter="\t", encoding="utf-16-le", mark=codecs.BOM_UTF16_LE, all_quoted=True)


def file(*lines: str, style: Style = PLAIN) -> bytes:
    """A file of these lines, as they stand."""
    return style.mark + (style.end.join(lines) + style.end).encode(style.encoding)


def text(content: bytes, style: Style = PLAIN) -> list[str]:
    """The lines of a file."""
    assert content.startswith(style.mark)
    return content[len(style.mark) :].decode(style.encoding).removesuffix(style.end).split(style.end)
