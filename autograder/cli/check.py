"""`descent check`: a student's own check on the two public examples, with nothing but the assignment's folder."""

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.course.published import Published
    from autograder.grading.practice import Practice

STATEMENT_SECONDS = 5.0
CALL_SECONDS = 10.0
SLOWER = 2.0  # than the grader's may a student's machine be


def check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Your .py or .ipynb file. Default: the assignment's file in this folder."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Check your file on the two public examples (for students)."""
    from autograder.cli.console import colour, print_json
    from autograder.grading.report import Reports

    path, published = find(file)
    practice, digest = _practise(path, published)
    if json:
        print_json(Reports((practice.report(path.name, digest, published.points),)))
    else:
        from autograder.feedback.practice import text

        print(text(practice, path.name, colour=colour()), end="")
    if not practice.all_right:
        raise typer.Exit(1)


def find(file: Path | None) -> "tuple[Path, Published]":
    """The file to check, and what is published of its assignment: beside the file, or in the folder that one is in.

    Where no file is named it is the one that holds the work: the notebook if the .py is not there, or still as it was handed out.

    Raises:
        UsageError: there is no such file.
        CourseError: there is no examples.json, or it is damaged.
    """
    from autograder.course.published import FILE, load, worked_in
    from autograder.errors import UsageError

    folder = Path() if file is None else file if file.is_dir() else file.parent
    published = load(folder / FILE if (folder / FILE).exists() else Path(FILE))
    if file is not None and not file.is_dir():
        if not file.is_file():
            raise UsageError(f"{file}: not found. Name the file that you work in, for example {published.file}.")
        return file, published
    if (path := worked_in(published, folder)) is not None:
        return path, published
    raise UsageError(f"Neither {published.file} nor {published.notebook} is in this folder. Name your file: descent check FILE")


def _practise(path: Path, published: "Published") -> "tuple[Practice, str]":
    """What is said of the file, and the digest of its bytes."""
    from autograder.errors import UsageError
    from autograder.grading.rehearsal import rehearse
    from autograder.grading.submission import Submission
    from autograder.sandbox.inside.sources import Refused

    try:
        submission = Submission("", published.assignment, path.name, path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}.") from None
    bounded = hasattr(signal, "SIGALRM")
    try:
        practice = rehearse(
            published,
            submission.content,
            submission.kind,
            statement_seconds=STATEMENT_SECONDS if bounded else None,
            call_seconds=SLOWER * (published.call_seconds or CALL_SECONDS) if bounded else None,
        )
    except Refused as refusal:
        raise UsageError(f"{path}: {refusal}") from None
    return practice, submission.digest
