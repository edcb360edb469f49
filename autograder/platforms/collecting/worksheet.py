"""Who are Moodle's participants, and when did they hand in? Moodle's grading worksheet says so, which its download does not.

From sources: moodle/moodle, mod/assign/feedback/offline (the columns; `Identifier` is "Participant" and the number in the folder's
name) and mod/assign/gradingtable.php (`Last modified (submission)` is `userdate`, in English `Friday, 20 November 2026, 11:59 PM`,
in the time zone of whoever downloads it). It is in the language of that person: here English is read.
"""

import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.errors import CourseError
from autograder.gradebook.rosterfile import decoded
from autograder.marking.tree import spelled
from autograder.platforms.collecting.label import Who
from autograder.platforms.collecting.times import in_words

IDENTIFIER, NAME, MODIFIED = "identifier", "full name", "last modified (submission)"
NEVER = ("", "-")

_PARTICIPANT = re.compile(r".*?(\d+)")


@dataclass(frozen=True, slots=True)
class Participant:
    """One row: who it is, and when they handed in; None: not, or not that it would be known."""

    who: Who
    at: datetime | None


def participants(path: Path) -> dict[str, Participant]:
    """Everybody in a grading worksheet, by the number in the folder's name.

    Raises:
        CourseError: it is no grading worksheet; with every line that is wrong.
    """
    name = spelled(str(path))
    rows = list(csv.reader(io.StringIO(decoded(path), newline="")))
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if missing := [column for column in (IDENTIFIER, NAME, MODIFIED) if column not in header]:
        columns = ", ".join(f"'{column.capitalize()}'" for column in missing)
        raise CourseError([f"{name} line 1: no column {columns}. Expected Moodle's grading worksheet, downloaded in English."])
    found: dict[str, Participant] = {}
    problems = []
    for line, row in enumerate(rows[1:], 2):
        cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
        number = _PARTICIPANT.fullmatch(cells.get(IDENTIFIER, ""))
        stamp = cells.get(MODIFIED, "")
        at = in_words(stamp)
        if not any(cells.values()):
            continue
        if number is None or number[1] in found:
            problems.append(f"{name} line {line}: {cells.get(IDENTIFIER, '')!a} is no identifier, or stands twice. Download it anew.")
        elif at is None and stamp not in NEVER:
            problems.append(
                f"{name} line {line}: {stamp!a} is no time such as 'Friday, 20 November 2026, 11:59 PM'. Download it in English."
            )
        else:
            who = Who(
                name=cells.get(NAME, ""),
                email=cells.get("email address", ""),
                number=cells.get("id number", ""),
                login=cells.get("username", ""),
                key=number[1],
            )
            found[number[1]] = Participant(who, at)
    if problems:
        raise CourseError(problems)
    return found
