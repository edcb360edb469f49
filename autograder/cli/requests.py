"""`descent requests`: who asks for another look."""

from typing import Annotated

import typer


def requests(
    context: typer.Context,
    slug: Annotated[str | None, typer.Argument(metavar="[SLUG]", help="Of this assignment alone.", show_default=False)] = None,
    only_open: Annotated[bool, typer.Option("--open", help="Leave out those that were answered.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """Show who asks for another look (for instructors).

    The open requests first, then those that were answered, with the answers.
    """
    from autograder.cli.console import print_json
    from autograder.cli.place import database
    from autograder.gradebook.requests import asked
    from autograder.gradebook.store import Gradebook
    from autograder.marking.requested import Requested, render

    if slug is not None:
        context.obj.course().entry(slug)
    with Gradebook.open(database()) as book:
        found = book.read(asked)
    wanted = [one for one in found if slug in (None, one.slug) and (one.open or not only_open)]
    if json:
        print_json(Requested(tuple(wanted)))
    else:
        print(render(wanted), end="")
