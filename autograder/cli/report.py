"""`descent report`: the class at a glance, from the gradebook."""

from typing import Annotated

import typer


def report(
    assignment: Annotated[str | None, typer.Option(metavar="SLUG", help="This assignment alone.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the reports as JSON.")] = False,
) -> None:
    """Show the class at a glance (for instructors)."""
    from autograder.cli.console import colour, print_json
    from autograder.cli.place import database
    from autograder.gradebook.store import Gradebook
    from autograder.grading.report import Reports

    with Gradebook.open(database()) as gradebook:
        reports = gradebook.reports(assignment)
    if json:
        print_json(Reports(tuple(reports)))
        return
    from autograder.feedback.overview import render

    print(render(reports, colour=colour()), end="")
