"""`descent forget`: remove everything that is stored about a student."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.person import AS

if TYPE_CHECKING:
    from autograder.gradebook.forgetting import Forgotten

YES = "Do not ask."
MOST = 20  # texts that are printed
SILENT = ("students", "contents")  # whom it is about, and the bytes of the submissions
PLACES = (Path("feedback"), Path("collected"), Path("collected/.attempts"))


def forget(
    student: Annotated[str, typer.Argument(metavar="STUDENT", help="The student, as in descent scores.")],
    yes: Annotated[bool, typer.Option("--yes", help=YES)] = False,
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Remove all that is kept of a student (for instructors).

    Says first what that is, and asks. What a group has handed in stays with its other members. It cannot be undone.
    """
    from autograder.cli.person import by
    from autograder.cli.place import database
    from autograder.cli.sure import sure
    from autograder.feedback import plain
    from autograder.gradebook.forgetting import forget as removed
    from autograder.gradebook.forgetting import preview
    from autograder.gradebook.store import Gradebook

    who, shown = by(person), plain.name(student)
    with Gradebook.open(database()) as book:
        found = book.read(lambda connection: preview(connection, student))
        print("\n".join([f"About {shown} there is stored:", *_what(found)]))
        if not sure(f"To keep a copy, first: descent data {shown}\nRemove all of it for good?", yes=yes):
            print("Nothing is removed.")
            return
        done = removed(book, student, who)
        clean = book.overwrite()
    print("Forgotten.")
    print("\n".join(_elsewhere(student)))
    for line in _left(done, clean=clean):
        print(line, file=sys.stderr)


def _what(found: "Forgotten") -> Iterator[str]:
    """What is removed, a line each."""
    from autograder.feedback import plain
    from autograder.feedback.words import counted

    for table, count in found.rows.items():
        if table not in SILENT:
            yield f"  {table}: {count}"
    if found.lines:
        yield f"  log: {found.lines}, of which stays what was done, without the name and the reasons"
    if not found.lines and not set(found.rows) - set(SILENT):
        yield "  the name, and nothing else"
    for slug, heir, count in found.handed_over:
        yield f"Of that, the group's work for {slug} ({counted(count, 'submission')}) goes on as {plain.name(heir)}'s."


def _elsewhere(student: str) -> Iterator[str]:
    """What is not in the gradebook: what lies where grade and collect put it by themselves, and where else to look."""
    from autograder.marking.render import folder_name

    there = [place / name for place in PLACES for name in dict.fromkeys((folder_name(student), student)) if _is_there(place, name)]
    for place in there:
        yield f"Still there, to be removed by you: {place}"
    yield "Look through what was made from it too: feedback, collected work, receipts, exports, the LMS, backups. See docs/privacy.md"


def _is_there(place: Path, name: str) -> bool:
    """Whether it lies in that folder: a name may be anything, also one that leads elsewhere or cannot be a file's."""
    try:
        return place.is_dir() and any(each.name == name for each in place.iterdir())
    except OSError:
        return False


def _left(found: "Forgotten", *, clean: bool) -> Iterator[str]:
    """What could not be removed."""
    from autograder.feedback import plain

    if found.named:
        yield f"Texts about others that still name the student ({len(found.named)}):"
        yield from (f"  {plain.line(text)}" for text in found.named[:MOST])
        if (more := len(found.named) - MOST) > 0:
            yield f"  ... and {more} more."
    if not clean:
        yield "Another program uses the gradebook just now: traces stay in its file until you run descent purge."
