"""`descent secret`: the secret that hidden cases are drawn from, shared by the instructors of one course."""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The secret that hidden cases are drawn from.")


@app.command("id")
def show_id() -> None:
    """Print the secret's id, which gives nothing away. It stands in every report."""
    from autograder.cli.place import home
    from autograder.marking.secrets import load_or_create

    print(load_or_create(home()).id)


@app.command("export")
def export() -> None:
    """Print the secret, for another instructor of this course.

    Keep it from students: who has it can compute the hidden cases.
    """
    from autograder.cli.place import home
    from autograder.marking.secrets import as_text, load_or_create

    print(as_text(load_or_create(home())))


@app.command("import")
def take_over(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What 'descent secret export' printed; - reads it from stdin.")] = Path(
        "-"
    ),
    replace: Annotated[bool, typer.Option("--replace", help="Give up the secret that is here now.")] = False,
) -> None:
    """Take over another instructor's secret, so that the same work gets the same hidden cases."""
    from autograder.cli.place import home
    from autograder.errors import UsageError
    from autograder.marking.secrets import parse, store

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read: {getattr(error, 'strerror', None) or 'it is not text'}.") from None
    print(f"The secret is now {store(home(), parse(text), replace=replace).id}.")
