"""`descent grade`: a class's submissions, from the files that were handed in to feedback and gradebook."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.cli.place import Place
    from autograder.grading.report import Report, Reports
    from autograder.marking.collect import Collected

OUT = Path("feedback")
UNSAFE = "Run students' code even where this machine isolates less than course.toml asks for. Each report says so."
WEAK = "Isolation {}, by --unsafe: students' code may read and change what this machine lets it. Each report says so."
STOPPED = 130
SAID = 50  # refusals that are printed


def grade(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, folders or zips of submissions.")],
    assignment: Annotated[str | None, typer.Option(metavar="SLUG", help="The assignment, where the folders do not say it.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the reports as JSON; write no pages unless --out says where.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the pages go. Default: feedback.")] = None,
    unsafe: Annotated[bool, typer.Option("--unsafe", help=UNSAFE)] = False,
    jobs: Annotated[int, typer.Option(min=0, metavar="N", help="Submissions graded at a time. Default: one for each core.")] = 0,
) -> None:
    """Grade submissions (for instructors).

    Feedback goes to a folder of pages, scores to the gradebook.
    """
    from autograder.cli.console import colour, print_json
    from autograder.cli.cores import cores
    from autograder.feedback import marks
    from autograder.marking.collect import collect
    from autograder.marking.render import ALL

    _not_handed_in(context.obj, paths)
    collected = collect(paths, context.obj.course(), assignment)
    folder = out or (None if json else OUT)
    reports, stopped = _graded(context.obj, collected, jobs or cores(), folder, unsafe=unsafe)
    if json:
        print_json(everything(reports, collected))
    else:
        print(marks.render(reports, len(collected.refusals), colour=colour()), end="")
        if folder is not None and reports:
            print(f"Feedback for students: {folder}/<student>/<assignment>.html and .md. Everything: {folder / ALL}")
    _end(collected, reports, stopped)


def _not_handed_in(place: "Place", paths: list[Path]) -> None:
    """Refuse a course that was found, not named, among what is to be graded: its questions are code that the judge runs.

    Raises:
        UsageError: it lies there.
    """
    from autograder.course.manifest import FILE
    from autograder.errors import UsageError
    from autograder.marking.tree import spelled

    if place.chosen is not None:
        return
    root = place.root.resolve()
    for path in paths:
        if root.is_relative_to(path.resolve()):
            found, graded = spelled(str(root / FILE)), spelled(str(path))
            raise UsageError(
                f"{found}: lies in {graded}, which is to be graded, so it is not trusted. Name the course: descent --course DIR ..."
            )


def everything(reports: "list[Report]", collected: "Collected") -> "Reports":
    """All that is to be said of what was handed in."""
    from autograder.grading.report import Refused, Reports

    return Reports(tuple(reports), tuple(Refused(one.path, one.student, one.slug, one.reason) for one in collected.refusals))


def _graded(place: "Place", collected: "Collected", jobs: int, folder: Path | None, *, unsafe: bool) -> "tuple[list[Report], bool]":
    """The reports, and whether Ctrl-C came before the last of them; what was graded until then is kept."""
    from autograder.cli.progress import progress
    from autograder.marking.render import Pages

    if not collected.submissions:
        return [], False
    pages = None if folder is None else Pages(folder)
    done: list[Report] = []
    stopped = False
    with progress(len(collected.submissions)) as step:

        def graded(report: "Report") -> None:
            done.append(report)
            if pages is not None:
                pages.add(report)
            step()

        try:
            _run(place, collected, min(jobs, len(collected.submissions)), graded, unsafe=unsafe)
        except KeyboardInterrupt:
            stopped = True
    done.sort(key=lambda report: (report.student, report.assignment))
    if pages is not None:
        pages.finish(everything(done, collected))
    return done, stopped


def _run(place: "Place", collected: "Collected", jobs: int, graded: "Callable[[Report], None]", *, unsafe: bool) -> None:
    """Accept, grade and record all of it, workers starting while the gradebook opens."""
    import sys
    from datetime import UTC, datetime

    from autograder.cli.place import database, home
    from autograder.marking import secrets
    from autograder.marking.pool import Pool
    from autograder.marking.run import run
    from autograder.sandbox.isolation import Level
    from autograder.sandbox.probe import strongest

    course = place.course()
    secret = secrets.load_or_create(home())
    level = strongest(course.min_isolation, unsafe=unsafe)
    if not level.reaches(course.min_isolation) or level is Level.NONE:
        print(WEAK.format(level), file=sys.stderr)
    with Pool(course, secret, level, jobs) as pool:
        from autograder.gradebook.store import Gradebook

        with Gradebook.open(database()) as book:
            pool.wait()
            run(collected.submissions, markers=pool, book=book, now=lambda: datetime.now(UTC), graded=graded)


def _end(collected: "Collected", reports: "list[Report]", stopped: bool) -> None:
    """Say what was not graded, by the exit code too."""
    import sys

    from autograder.marking.render import ALL

    if stopped:
        left = len(collected.submissions) - len(reports)
        print(f"Stopped. {len(reports)} graded and kept, {left} still waiting: grade the same folder again.", file=sys.stderr)
        raise typer.Exit(STOPPED)
    for refusal in collected.refusals[:SAID]:
        print(f"{refusal.path}: {refusal.reason}", file=sys.stderr)
    if (more := len(collected.refusals) - SAID) > 0:
        print(f"... and {more} more: see {ALL}, or what --json prints.", file=sys.stderr)
    if collected.refusals or not reports or any(report.faulty or report.refusal for report in reports):
        raise typer.Exit(1)
