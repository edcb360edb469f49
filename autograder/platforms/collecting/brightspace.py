"""What does Brightspace (D2L) write in the names of an assignment's download?

`<number>-<number> - <name> - <time>/<file>`, a folder for each attempt, or, from older ones, all of it before the file's name, ` -
` between. From sources: d2lmf (github.com/cgmb/d2lmf), which says too that a student has a folder for each attempt and that blanks
and hyphens around a name are the name's own; scripts of instructors with `397063-2557369 - Mary-Ann Smith - Sep 24, 2024 926 PM`,
`13 September 2025 310 PM`, an `index.html` of the LMS's beside the folders, and at one school a student number before the name. The
zip is called `<assignment> Download <time>.zip`. Inferred: the numbers are the student's and the assignment's; so other numbers are
taken for another student only where no roster knows better.
"""

import re

from autograder.marking.tree import Parts, Tree
from autograder.platforms.collecting.label import BY_HAND, Format, Label, Reader, Who
from autograder.platforms.collecting.times import in_words

BETWEEN = " - "
INDEX = "index.html"

_NUMBERS = re.compile(r"\d+-\d+")
_STUDENT_NUMBER = re.compile(r"[A-Za-z]{0,3}\d{4,}")
_ZIP = re.compile(r"(?P<title>.+) Download .+")

UNCLEAR = f"Its name holds two times, so it is not clear where the student's name ends and the file's begins. {BY_HAND}"


def read(parts: Parts) -> Label | None:
    """What Brightspace says of a file."""
    numbers, *pieces = " ".join(re.split(r"[ \u00a0\u202f]", parts[0])).split(BETWEEN)
    if not _NUMBERS.fullmatch(numbers):
        return None
    times = [(place, at) for place, piece in enumerate(pieces) if (at := in_words(piece)) is not None]
    if not times or times[0][0] == 0:
        return None
    place, at = times[0]
    file = BETWEEN.join(pieces[place + 1 :]) if len(parts) == 1 else parts[-1]
    if not file or (len(parts) > 1 and place + 1 != len(pieces)):
        return None
    who = _who(pieces[:place], numbers)
    return Label((who,), file, attempt=pieces[place], at=at, unclear=UNCLEAR if len(times) > 1 else "")


def _who(pieces: list[str], numbers: str) -> Who:
    number, name = "", pieces
    if len(pieces) > 1 and _STUDENT_NUMBER.fullmatch(pieces[0]):
        number, *name = pieces
    return Who(name=BETWEEN.join(name), number=number, key=number or numbers, sure=bool(number))


def _reader(tree: Tree, depth: int) -> Reader:
    return read


def _called(stem: str) -> str:
    found = _ZIP.fullmatch(stem)
    return found["title"] if found else stem


FORMAT = Format("Brightspace", _reader, own=lambda parts: parts == (INDEX,), called=_called)
