"""`descent export`: the course in the form that a class or another platform takes."""

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli import lms
from autograder.platforms.gradescope.visibility import Until

app = typer.Typer(no_args_is_help=True, help="Export the course, scores or feedback (for instructors).")


@app.callback()
def targets() -> None:
    """Export the course, scores or feedback (for instructors)."""


@app.command()
def student(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="A new folder, or a file that ends in .zip.")],
) -> None:
    """Write what a class receives: the assignments and how to start; nothing of solutions/."""
    from autograder.building.bundle import export_student

    written = export_student(context.obj.course(), target)
    print(f"{target}: {len(written)} files. Give students all of it.")


@app.command()
def gradescope(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE.zip", help="A file that ends in .zip.")],
    assignment: Annotated[str, typer.Option(metavar="SLUG", help="The assignment that it grades.")],
    hidden_until: Annotated[
        Until, typer.Option(help="How long the questions' results are hidden from students; the total never is.")
    ] = (Until.VISIBLE),
) -> None:
    """Write the autograder of one assignment for Gradescope.

    It holds the solutions and the course's secret: upload it, and give it to nobody else.
    """
    from autograder.cli.place import home
    from autograder.marking.secrets import load_or_create
    from autograder.platforms.gradescope.archive import export_gradescope

    course = context.obj.course()
    points = course.entry(assignment).points
    written = export_gradescope(course, load_or_create(home()), assignment, target, hidden_until)
    print(f"{target}: {len(written)} files, for instructors alone: the solutions and the secret are in it.")
    print(f"On Gradescope: a Programming Assignment of {points:g} points; upload it under Configure Autograder.")


@app.command()
def otter(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")],
    assignment: Annotated[str | None, typer.Option(metavar="SLUG", help="This assignment alone.")] = None,
) -> None:
    """Write what otter-grader needs: notebooks for students, and the autograder's zips.

    The zips hold the solutions and the course's secret: give them to nobody else.
    """
    from autograder.cli.place import home
    from autograder.marking.secrets import load_or_create
    from autograder.platforms.otter.exporting import AUTOGRADER, STUDENT, export_otter

    course = context.obj.course()
    written = export_otter(course, load_or_create(home()), target, [assignment] if assignment else ())
    print(f"{target}: {len(written)} files. Give students what is in <assignment>/{STUDENT}.")
    print(f"Keep <assignment>/{AUTOGRADER}: the solutions and the secret are in its zip.")


@app.command()
def nbgrader(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or one of an earlier export.")],
) -> None:
    """Write a course folder for nbgrader, which then releases, grades and gives feedback with this grader in it."""
    from autograder.platforms.nbgrader.source import CONFIG, OWN, export_nbgrader

    course = context.obj.course()
    written = export_nbgrader(course, target)
    print(f"{target}: {len(written)} files. Settings of your own go into {OWN}, not into {CONFIG}.")
    print(f"Go on there: nbgrader generate_assignment {course.assignments[0].slug}")


lms.add(app)
