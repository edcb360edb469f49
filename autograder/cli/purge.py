"""`descent purge`: remove old submissions and reports."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.person import AS

if TYPE_CHECKING:
    from autograder.gradebook.purging import Old

BEFORE = "The day, as in 2026-03-01 (in UTC). What was handed in for the last time before it goes."
KEEP = "Keep the points of each question, and so all scores. The files and all else that reports say go."
YES = "Do not ask."
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def purge(
    before: Annotated[str, typer.Option("--before", metavar="DATE", help=BEFORE)],
    keep_scores: Annotated[bool, typer.Option("--keep-scores", help=KEEP)] = False,
    yes: Annotated[bool, typer.Option("--yes", help=YES)] = False,
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Remove old submissions and reports (for instructors).

    Says first what that is, and asks. Students, the roster and what people decided stay. It cannot be undone.
    """
    from autograder.cli.person import by
    from autograder.cli.place import database
    from autograder.cli.sure import sure
    from autograder.gradebook.purging import old
    from autograder.gradebook.purging import purge as removed
    from autograder.gradebook.store import Gradebook

    who = by(person)
    day = _day(before, who.when)
    with Gradebook.open(database()) as book:
        found = book.read(lambda connection: old(connection, day, keep_scores=keep_scores))
        if not found.submissions:
            clean = book.overwrite()
            print(f"Nothing was handed in for the last time before {before}{' that is not purged already' if keep_scores else ''}.")
        else:
            print("\n".join(_what(found, before, keep_scores=keep_scores)))
            if not sure("Remove it for good?", yes=yes):
                print("Nothing is removed.")
                return
            done = removed(book, day, keep_scores=keep_scores, by=who)
            clean = book.overwrite()
            print(f"Removed: {_size(done)}.")
    if not clean:
        print("Another program uses the gradebook just now: traces stay in its file. Do the same again later.", file=sys.stderr)


def _day(text: str, now: datetime) -> datetime:
    """When that day begins.

    Raises:
        UsageError: it is no day, or not one that is over.
    """
    from autograder.errors import UsageError

    try:
        if _DAY.fullmatch(text):
            day = datetime.fromisoformat(text).replace(tzinfo=UTC)
            if day > now:
                raise UsageError(f"--before {text}: is yet to come. What is handed in until then is not old: name a day that is past.")
            return day
    except ValueError:
        pass
    raise UsageError(f"--before {text[:80]}: is no day. Expected one such as 2026-03-01.")


def _what(found: "Old", before: str, *, keep_scores: bool) -> Iterator[str]:
    from autograder.feedback.words import counted

    students, assignments = counted(found.students, "student"), counted(found.assignments, "assignment")
    yield f"Handed in for the last time before {before} (UTC), by {students} for {assignments}:"
    yield f"  {_size(found)}"
    if found.waiting:
        yield f"  {found.waiting} of them not graded yet, which cannot be graded any more then"
    if keep_scores:
        yield "The points of each question stay, and so do all scores, when it was handed in, and the files' names and digests."
    else:
        yield "The scores that rest on them go too. To keep those: --keep-scores"


def _size(found: "Old") -> str:
    from autograder.feedback.words import counted

    files = f"{found.size / 1000:.0f} kB" if found.size >= 1000 else f"{found.size} bytes"
    return f"{counted(found.submissions, 'submission')} ({files}) and {counted(found.reports, 'report')}"
