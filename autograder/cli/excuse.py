"""`descent excuse`: nothing is asked of one student in an assignment."""

from typing import Annotated

import typer

from autograder.cli.deciding import NEW, REASON, REMOVE, STUDENT
from autograder.cli.person import AS


def excuse(
    context: typer.Context,
    student: Annotated[str, typer.Argument(metavar="STUDENT", help=STUDENT)],
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The assignment.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=REASON)] = "",
    remove: Annotated[bool, typer.Option("--remove", help=REMOVE)] = False,
    new: Annotated[bool, typer.Option("--new", help=NEW)] = False,
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Ask nothing of a student in an assignment (for instructors).

    There is no score then, which is no zero; what was handed in is kept.
    """
    from autograder.cli.deciding import decide
    from autograder.cli.person import by
    from autograder.gradebook import deciding
    from autograder.gradebook.deciding import About

    course = context.obj.course()
    about = About(student, course.entry(slug), new)
    change, said = (deciding.unexcuse, "no longer excused.") if remove else (deciding.excuse, "excused.")
    decide(course, about, lambda book: change(book, about, reason=reason, by=by(person)), lambda _: said)
