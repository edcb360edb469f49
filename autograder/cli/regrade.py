"""`descent regrade`: whose score moves after an assignment was mended, before it does."""

from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.person import AS
from autograder.cli.workers import JOBS, UNSAFE

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.course.manifest import Course
    from autograder.gradebook.log import By
    from autograder.gradebook.regrading import Regrade

ACCEPT = "Record what comes of it. Without, it is only shown."


def regrade(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The assignment.")],
    accept: Annotated[bool, typer.Option("--accept", help=ACCEPT)] = False,
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help=UNSAFE)] = False,
    jobs: Annotated[int, typer.Option(min=0, metavar="N", help=JOBS)] = 0,
    who: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Grade all that is kept of an assignment anew (for instructors).

    With the course as it is now. Shows whose score moves, how far and through which question. What people decided stands.
    """
    from autograder.cli.console import colour, print_json
    from autograder.cli.person import by, person
    from autograder.marking.moves import everything, render

    name = person(who) if accept else ""  # nothing is graded for somebody who has no name
    found = _found(context.obj.course(), slug, jobs, (lambda: by(name)) if accept else None, unsafe=unsafe)
    if json:
        print_json(everything(found, accepted=accept))
    else:
        print(render(found, accepted=accept, colour=colour()), end="")
    if found.faults:
        raise typer.Exit(1)


def _found(course: "Course", slug: str, jobs: int, by: "Callable[[], By] | None", *, unsafe: bool) -> "Regrade":
    from autograder.cli.cores import cores
    from autograder.cli.place import database
    from autograder.cli.progress import progress
    from autograder.cli.workers import timed, workers
    from autograder.gradebook.store import Gradebook
    from autograder.marking.regrade import kept, regrade

    course.entry(slug)
    with Gradebook.open(database()) as book:
        work = kept(book, slug)
        with workers(course, min(jobs or cores(), len(work)), unsafe=unsafe) as pool, progress(len(work), "Grading anew") as step:
            return regrade(slug, work, markers=timed(pool, book, course), book=book, course=course, by=by, graded=lambda _: step())
