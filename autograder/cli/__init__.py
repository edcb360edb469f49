"""The command line: where arguments, environment and clock are read, and where an exception becomes a sentence and an exit code.

0 all is well, 1 there are findings, 2 wrong usage or a wrong course, 3 a bug of ours, 130 interrupted.
"""

import sys
from collections.abc import Sequence

from autograder.errors import CourseError, DescentError, lacking

BUG = 3
INTERRUPTED = 130

# The extra that brings a package which some verb imports.
EXTRAS = {
    "sqlalchemy": "grading",
    "alembic": "grading",
    "jinja2": "grading",
    "markupsafe": "grading",
    "rich": "grading",
    "jupytext": "authors",
    "nbformat": "authors",
    "matplotlib": "plots",
    "nbgrader": "nbgrader",
    "jupyter_core": "nbgrader",
    "traitlets": "nbgrader",
    "otter": "otter",
}


def main() -> None:
    """The command `descent`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask and say what went wrong, if anything did; the exit code."""
    from autograder.cli.console import prepare

    prepare()
    try:
        return _call(arguments)
    except DescentError as error:
        print(told(error), file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("descent: stopped, as you asked.", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        return _missing(error) or _lacking(error) or _bug()


def told(error: DescentError) -> str:
    """An error as people read it: one sentence, or a list where there are several problems."""
    if isinstance(error, CourseError) and len(error.problems) > 1:
        return "\n".join([f"descent: {len(error.problems)} problems", *(f"  {problem}" for problem in error.problems)])
    return f"descent: {error}"


def _call(arguments: Sequence[str]) -> int:
    from typer.main import get_command

    from autograder.cli.app import app

    try:
        get_command(app).main(list(arguments), prog_name="descent")
    except SystemExit as ended:
        if isinstance(getattr(ended.__context__, "__cause__", None), KeyboardInterrupt):
            raise KeyboardInterrupt from None  # Typer has made an exit code of it; one that a verb gives comes with its own words
        return ended.code if isinstance(ended.code, int) else 0
    return 0


def _missing(error: Exception) -> int:
    """Say which extra is not installed, if that is what went wrong; 0 if it is not."""
    package = (error.name or "").partition(".")[0] if isinstance(error, ModuleNotFoundError) else ""
    if package not in EXTRAS:
        return 0
    extra = f"pip install 'descent-course[{EXTRAS[package]}]'"
    print(f"descent: this needs the Python package {package}, which is not installed here. Install it: {extra}", file=sys.stderr)
    return DescentError.exit_code


def _lacking(error: Exception) -> int:
    """Say what this machine has run out of, if that is what went wrong; 0 if it is not."""
    if not (what := lacking(error)):
        return 0
    print(f"descent: this machine has run out of {what}. Free some, and do the same again: what was kept is safe.", file=sys.stderr)
    return DescentError.exit_code


def _bug() -> int:
    import traceback

    traceback.print_exc()
    print(
        "descent: this is a bug in descent, not in your files. Please report it to its authors with all of the text above.",
        file=sys.stderr,
    )
    return BUG
