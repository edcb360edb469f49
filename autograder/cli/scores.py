"""`descent scores`: who stands where in each assignment, and why."""

from typing import Annotated

import typer


def scores(
    context: typer.Context,
    slug: Annotated[str | None, typer.Argument(metavar="SLUG", help="This assignment alone.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet program.")] = False,
) -> None:
    """Show who stands where, and why (for instructors).

    By the course's rules: which attempt counts, what lateness takes off, extensions, and what people decided.
    """
    from autograder.cli.console import colour, print_json
    from autograder.cli.place import database
    from autograder.errors import UsageError
    from autograder.gradebook.store import Gradebook
    from autograder.marking.scores import everything, render, rows

    if json and csv:
        raise UsageError("Choose one of --json and --csv.")
    course = context.obj.course()
    with Gradebook.open(database()) as book:
        found = book.standings(course, slug, reports=False)
    if json:
        print_json(everything(found))
    elif csv:
        _print_csv([[*row] for row in rows(found)])
    else:
        print(render(found, course, colour=colour()), end="")


def _print_csv(rows: list[list[str]]) -> None:
    """Print a table in UTF-8, whatever the console's own encoding, and no cell that is taken for a formula."""
    import sys

    from autograder.platforms.lms.formulas import harmless
    from autograder.platforms.lms.table import written

    content = written([harmless(cell) for cell in row] for row in rows)
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
