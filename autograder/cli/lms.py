"""`descent export canvas|moodle|blackboard|brightspace`: scores for an LMS's gradebook. `descent export feedback`: students' pages."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.platforms.lms.exporting import Exported
    from autograder.platforms.lms.rules import Lms

SAID = 50  # names of one list that are printed

Target = Annotated[
    Path | None, typer.Argument(metavar="FILE", help="What to write. Default: named after the LMS, or after the download.")
]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="The same as FILE.")]
Template = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The gradebook that the LMS gave, to be filled in. It stays as it is.")
]
Slugs = Annotated[
    list[str] | None, typer.Option(metavar="SLUG", help="This assignment alone; also several times. Default: all with scores.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="SLUG=COLUMN", help="An assignment's column, by header, title or id, where its title differs."),
]
Changed = Annotated[bool, typer.Option("--changed-only", help="Leave out students and columns in which nothing changes.")]


class Takes(StrEnum):
    """The LMSes that take feedback files back in one zip."""

    MOODLE = "moodle"
    CANVAS = "canvas"


def add(app: typer.Typer) -> None:
    """Add the commands to `descent export`."""
    for name, (about, lms) in _EXPORTS.items():
        app.command(name, help=about)(_exporting(lms))
    app.command()(feedback)


def _exporting(lms: Callable[[], "Lms"]) -> Callable[..., None]:
    """The command that writes for one LMS, which is imported with it."""

    def export(
        context: typer.Context,
        file: Target = None,
        template: Template = None,
        assignment: Slugs = None,
        column: Columns = None,
        changed_only: Changed = False,
        out: Out = None,
    ) -> None:
        with _hurry():
            _export(context, lms(), file, out, template, assignment, column, changed_only)

    return export


def _canvas() -> "Lms":
    from autograder.platforms.lms.canvas import CANVAS

    return CANVAS


def _moodle() -> "Lms":
    from autograder.platforms.lms.moodle import MOODLE

    return MOODLE


def _blackboard() -> "Lms":
    from autograder.platforms.lms.blackboard import BLACKBOARD

    return BLACKBOARD


def _brightspace() -> "Lms":
    from autograder.platforms.lms.brightspace import BRIGHTSPACE

    return BRIGHTSPACE


_EXPORTS = {
    "canvas": ("Write scores for Canvas: a new file, or its own gradebook filled in.", _canvas),
    "moodle": ("Write scores for Moodle: a new file, or its own export filled in.", _moodle),
    "blackboard": ("Fill scores into the gradebook that Blackboard gave.", _blackboard),
    "brightspace": ("Write scores for Brightspace: a new file, or its own export filled in.", _brightspace),
}


def feedback(
    context: typer.Context,
    lms: Annotated[Takes, typer.Argument(metavar="LMS", help="moodle or canvas.")],
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="What to write.")],
    download: Annotated[Path, typer.Option(metavar="PATH", help="What the LMS gave of this assignment: the zip, or the folder in it.")],
    assignment: Annotated[str, typer.Option(metavar="SLUG", help="The assignment.")],
    worksheet: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Moodle's grading worksheet: who is who.")] = None,
) -> None:
    """Write one zip with a page for each student, named as the LMS takes it back."""
    from autograder.cli.place import database
    from autograder.feedback.words import counted
    from autograder.gradebook.store import Gradebook
    from autograder.platforms.collecting.worksheet import participants
    from autograder.platforms.lms.feedback import export_feedback

    course = context.obj.course()
    rows = {number: row for path in worksheet or () for number, row in participants(path).items()}
    with Gradebook.open(database()) as book:
        made = export_feedback(book, course, course.entry(assignment), lms.value, download, file, rows)
    print(f"{file}: {counted(made.pages, 'page')}. {made.upload}")
    _say("No page for what is in the download", made.without)
    _say("Graded, and not in the download", made.missing)
    if made.missing:
        raise typer.Exit(1)


@contextmanager
def _hurry() -> Iterator[None]:
    """No search for garbage meanwhile, nor at the end among what is left: a third of the time would go there, and the process ends."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def _export(
    context: typer.Context,
    lms: "Lms",
    file: Path | None,
    out: Path | None,
    template: Path | None,
    slugs: list[str] | None,
    columns: list[str] | None,
    changed_only: bool,
) -> None:
    from autograder.cli.place import database
    from autograder.errors import UsageError
    from autograder.gradebook.store import Gradebook
    from autograder.platforms.lms.exporting import export_filled, export_fresh
    from autograder.platforms.lms.scores import gathered

    if file is not None and out is not None:
        raise UsageError("Two files are named to write, as FILE and by --out. Name one.")
    if template is None and (changed_only or columns):
        raise UsageError("--changed-only and --column are for the gradebook that the LMS gave. Name it: --template FILE")
    course = context.obj.course()
    chosen = _chosen(columns or (), [entry.slug for entry in course.assignments])
    with Gradebook.open(database()) as book:
        scores = gathered(book, course, slugs or ())
    for note in scores.waiting:
        print(note, file=sys.stderr)
    target = file or out or Path(f"{lms.name.lower()}.csv" if template is None else f"{template.stem}-filled{template.suffix}")
    if template is None:
        _told(lms, export_fresh(lms, scores, target))
    else:
        _told(lms, export_filled(lms, scores, template, target, chosen, changed_only=changed_only))


def _chosen(columns: Sequence[str], slugs: Sequence[str]) -> dict[str, str]:
    """What --column says, by slug.

    Raises:
        UsageError: it says it otherwise than SLUG=COLUMN, or of no assignment.
    """
    from autograder.errors import UsageError

    chosen: dict[str, str] = {}
    for text in columns:
        slug, sign, column = text.partition("=")
        if not sign or not column or slug not in slugs:
            raise UsageError(f"--column {text}: expected SLUG=COLUMN, with one of {', '.join(slugs)}.")
        if slug in chosen:
            raise UsageError(f"--column {text}: a column of {slug} is named already.")
        chosen[slug] = column
    return chosen


def _told(lms: "Lms", made: "Exported") -> None:
    """Say what was written, and what is not in it, by the exit code too."""
    from autograder.feedback.words import counted

    if made.path is None:
        print(f"Nothing has changed: {lms.name} has {counted(made.scores, 'score')} already. No file was written.")
    else:
        changed = "" if made.changed is None else f", {made.changed} new to {lms.name}"
        print(f"{made.path}: {counted(made.scores, 'score')} of {counted(made.students, 'student')}{changed}.")
        print(f"{lms.name}: {lms.upload}")
    for note in made.notes:
        print(note, file=sys.stderr)
    _say("Not exported", made.lost)
    _say(f"Nobody's here, left as {lms.name} has them", made.strangers)
    _say("Without a score, and not in the file", made.idle)
    if made.lost:
        raise typer.Exit(1)


def _say(what: str, names: Sequence[str]) -> None:
    if names:
        print(f"{what} ({len(names)}):", file=sys.stderr)
        for name in names[:SAID]:
            print(f"  {name}", file=sys.stderr)
        if (more := len(names) - SAID) > 0:
            print(f"  ... and {more} more.", file=sys.stderr)
