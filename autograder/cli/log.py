"""`descent log`: who changed what in the gradebook, and when."""

from typing import Annotated

import typer


def log(
    student: Annotated[str | None, typer.Argument(metavar="STUDENT", help="This student alone.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Show who changed what, and when (for instructors)."""
    from autograder.cli.console import print_json
    from autograder.cli.place import database
    from autograder.gradebook.log import lines
    from autograder.gradebook.store import Gradebook
    from autograder.gradebook.students import number
    from autograder.marking.changes import Changes, render

    with Gradebook.open(database()) as book:
        found = book.read(lambda connection: lines(connection, None if student is None else number(connection, student)))
    if json:
        print_json(Changes(tuple(found)))
    else:
        print(render(found), end="")
