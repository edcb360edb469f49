"""`descent extend`: more time for one student."""

from typing import Annotated

import typer

from autograder.cli.deciding import NEW, REASON, REMOVE, STUDENT
from autograder.cli.person import AS

WHEN = "Until when: a day (to its end), a time, or +3d, +12h, +1w after the due date."


def extend(
    context: typer.Context,
    student: Annotated[str, typer.Argument(metavar="STUDENT", help=STUDENT)],
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The assignment.")],
    when: Annotated[str | None, typer.Argument(metavar="WHEN", help=WHEN)] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=REASON)] = "",
    remove: Annotated[bool, typer.Option("--remove", help=REMOVE)] = False,
    new: Annotated[bool, typer.Option("--new", help=NEW)] = False,
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Give a student more time (for instructors).

    It never lowers a score. Lateness is counted from the new time on, for what was handed in already too.
    """
    from autograder.cli.deciding import decide
    from autograder.cli.person import by
    from autograder.cli.when import moment
    from autograder.errors import UsageError
    from autograder.gradebook import deciding
    from autograder.gradebook.deciding import About, told
    from autograder.marking.scores import lasted

    course = context.obj.course()
    about = About(student, course.entry(slug), new)
    if remove:
        if when is not None:
            raise UsageError("With --remove there is no time to name: leave WHEN out.")
        decide(
            course,
            about,
            lambda book: deciding.unextend(book, about, reason=reason, by=by(person)),
            lambda _: "the extension is taken back.",
        )
        return
    if when is None:
        raise UsageError("Until when? Name a time: descent extend STUDENT SLUG WHEN --reason TEXT")
    due = deciding.due_of(about.entry)
    until = moment(when, due)
    decide(
        course,
        about,
        lambda book: deciding.extend(book, about, until, reason=reason, by=by(person)),
        lambda _: f"due {told(until)}, {lasted((until - due).total_seconds())} later than for all.",
    )
