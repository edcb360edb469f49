"""`descent receipt`: that work was received, signed so that nobody else can write such a thing; and whether one is genuine."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.course.manifest import Course
    from autograder.marking.receipts import Receipt

ALL = "Write everybody's: DIR/<student>/receipts.json, which may be where the feedback lies."
VERIFY = "Say whether the receipts in this file are genuine. For that the course's secret is enough."
WORK = "With --verify: say also whether this is the file that was handed in."
USAGE = "descent receipt STUDENT [SLUG], descent receipt --all DIR, or descent receipt --verify FILE"


def receipt(
    context: typer.Context,
    student: Annotated[str | None, typer.Argument(metavar="STUDENT", help="The student, as in descent scores.")] = None,
    slug: Annotated[str | None, typer.Argument(metavar="SLUG", help="This assignment alone.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write them into a file, for the student.")] = None,
    everybody: Annotated[Path | None, typer.Option("--all", metavar="DIR", help=ALL)] = None,
    verify: Annotated[Path | None, typer.Option(metavar="FILE", help=VERIFY)] = None,
    work: Annotated[Path | None, typer.Option(metavar="FILE", help=WORK)] = None,
) -> None:
    """Give receipts, or verify one (for instructors).

    Each names the file's very bytes by their digest, and when they were handed in.
    """
    from autograder.errors import UsageError

    if sum(one is not None for one in (student, everybody, verify)) != 1:
        raise UsageError(f"Expected one of: {USAGE}")
    if (work is not None and verify is None) or (out is not None and student is None):
        raise UsageError("--work is for --verify, and --out for one student's receipts. Expected: " + USAGE)
    if verify is not None:
        _verify(verify, work)
        return
    course = context.obj.course()
    if slug is not None:
        course.entry(slug)
    found = _receipts(course, student, slug)
    if everybody is not None:
        _write_all(found, everybody)
    elif student is not None:
        _give(found, student, slug, out)


def _receipts(course: "Course", student: str | None, slug: str | None) -> "list[Receipt]":
    from autograder.cli.place import database, home
    from autograder.gradebook.receiving import received
    from autograder.gradebook.store import Gradebook
    from autograder.marking import receipts, secrets

    with Gradebook.open(database()) as book:
        found = book.read(lambda connection: received(connection, student, slug))
    secret = secrets.load_or_create(home())
    return [receipts.receipt(one, course.title, secret) for one in found]


def _give(found: "list[Receipt]", student: str, slug: str | None, out: Path | None) -> None:
    from autograder.building.build import write
    from autograder.errors import UsageError
    from autograder.feedback.words import counted
    from autograder.marking import receipts

    if not found:
        raise UsageError(f"Nothing that {student[:80]!r} handed in{f' for {slug}' if slug else ''} is kept, so there is no receipt.")
    if out is None:
        print(receipts.render(found), end="")
    else:
        write(out, receipts.written(found))
        print(f"{out}: {counted(len(found), 'receipt')}. To verify: descent receipt --verify {out}")


def _write_all(found: "list[Receipt]", folder: Path) -> None:
    from itertools import groupby

    from autograder.building.build import write
    from autograder.feedback.words import counted
    from autograder.marking import receipts
    from autograder.marking.render import folder_name

    students = 0
    for student, own in groupby(found, key=lambda one: one.student):
        write(folder / folder_name(student) / receipts.FILE, receipts.written(own))
        students += 1
    print(f"{folder}: {counted(len(found), 'receipt')} of {counted(students, 'student')}, in <student>/{receipts.FILE}.")


def _verify(path: Path, work: Path | None) -> None:
    """Say of each receipt whether it is genuine; exit code 1 if one is not, or if it is of another file."""
    from autograder.cli.place import home
    from autograder.errors import UsageError
    from autograder.marking import receipts, secrets

    found, secret = receipts.read(path), secrets.load_or_create(home())
    try:
        content = None if work is None else work.read_bytes()
    except OSError as error:
        raise UsageError(f"{work}: cannot be read: {error.strerror}.") from None
    verdicts = [(one, receipts.verified(one, secret)) for one in found]
    for one, genuine in verdicts:
        print(f"{receipts.told(one)}: {genuine}")
    sound = [one for one, genuine in verdicts if genuine is receipts.Genuine.YES]
    there = content is None or any(receipts.is_of(one, content) for one in sound)
    if content is not None:
        print(f"{work}: {'is' if there else 'is not'} what a genuine receipt is for.")
    if not found:
        print(f"{path}: holds no receipt.")
    if len(sound) < len(verdicts) or not found or not there:
        raise typer.Exit(1)
