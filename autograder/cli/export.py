"""`descent export`: the course in the form that a class or another platform takes."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Export what students receive (for instructors).")


@app.callback()
def targets() -> None:
    """Export what students receive (for instructors)."""


@app.command()
def student(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="A new folder, or a file that ends in .zip.")],
) -> None:
    """Write what a class receives: the assignments and how to start; nothing of solutions/."""
    from autograder.building.bundle import export_student

    written = export_student(context.obj.course(), target)
    print(f"{target}: {len(written)} files. Give students all of it.")
