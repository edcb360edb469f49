"""`descent collect`: what LMSes hand out, made into a folder that `descent grade` takes."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from autograder.gradebook.roster import Person
    from autograder.platforms.collecting.asking import Bound
    from autograder.platforms.collecting.gather import Known

OUT = Path("collected")
ROSTER = "Who the students are: a CSV file. Default: the gradebook's roster, if there is one (descent roster import)."
WORKSHEET = "Moodle's grading worksheet: who its participants are, and when they handed in. May be given several times."
ZONE = "Of times without one, such as Europe/Berlin. Default: that of the due date, else this machine's."


class From(StrEnum):
    """Whose download it may be."""

    CANVAS = "canvas"
    MOODLE = "moodle"
    GRADESCOPE = "gradescope"
    BRIGHTSPACE = "brightspace"
    BLACKBOARD = "blackboard"
    FOLDER = "folder"


def collect(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Zips from an LMS, or the folders that were in them.")],
    roster: Annotated[Path | None, typer.Option(metavar="FILE", help=ROSTER)] = None,
    assignment: Annotated[str | None, typer.Option(metavar="SLUG", help="The assignment that all of it is for.")] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where it goes.")] = OUT,
    json: Annotated[bool, typer.Option("--json", help="Print the list of all files as JSON.")] = False,
    worksheet: Annotated[list[Path] | None, typer.Option(metavar="FILE", help=WORKSHEET)] = None,
    zone: Annotated[str | None, typer.Option(metavar="NAME", help=ZONE)] = None,
    of: Annotated[From | None, typer.Option("--from", help="Whose downloads they are. Default: found out by their names.")] = None,
) -> None:
    """Collect what an LMS hands out (for instructors).

    It says what it made of each file. Whose nobody can say for certain is listed, never guessed.
    """
    from autograder.cli.console import print_json
    from autograder.cli.person import now
    from autograder.cli.progress import progress
    from autograder.platforms.collecting import gather, output, telling
    from autograder.platforms.collecting.asking import Asked

    course = context.obj.course()
    output.check(out, paths)
    with Asked(course) as asked:
        known = _known(roster, worksheet or [], zone, asked.bound)
        said = of.value if of else ""
        collection = gather.collect(
            paths, course, known, slug=assignment, kind=said, watched=lambda total: progress(total, "Collecting")
        )
    if collection.taken:
        output.write(output.planned(collection, now=now()), out)
    if json:
        print_json(output.listed(collection))
    else:
        print(telling.render(collection, str(out) if collection.taken else "", worksheet=bool(worksheet)), end="")
    if collection.left or not collection.taken:
        raise typer.Exit(1)


def _known(roster: Path | None, worksheets: list[Path], zone: str | None, bound: "Bound") -> "Known":
    """The students, their extensions, and what time it is where.

    Raises:
        CourseError: the roster or a worksheet is wrong.
        UsageError: there is no such zone.
    """
    from autograder.platforms.collecting.gather import Known
    from autograder.platforms.collecting.worksheet import participants

    people, extended = _of_gradebook(roster)
    rows = {number: row for path in worksheets for number, row in participants(path).items()}
    return Known(_here, people, extended, rows, _zone(zone), bound)


def _of_gradebook(roster: Path | None) -> "tuple[list[Person], Mapping[tuple[str, str], datetime]]":
    from autograder.cli.place import database
    from autograder.gradebook import roster as kept
    from autograder.gradebook import rosterfile
    from autograder.gradebook.store import Gradebook

    named = None if roster is None else list(rosterfile.read(roster).people)
    with Gradebook.open(database()) as book:
        return book.read(lambda connection: (kept.enrolled(connection) if named is None else named, kept.extended(connection)))


def _here(moment: "datetime") -> "datetime":
    """A time on this machine's clock."""
    return moment.astimezone()


def _zone(name: str | None) -> "tzinfo | None":
    from zoneinfo import ZoneInfo

    from autograder.errors import UsageError

    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UsageError(
            f"--zone {name[:80]!a}: no such time zone is known here. Expected a name such as Europe/Berlin or UTC."
        ) from None
