"""`descent grade`: a class's submissions, from the files that were handed in to feedback and gradebook."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.workers import JOBS, UNSAFE

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.cli.into_nbgrader import Class
    from autograder.cli.place import Place
    from autograder.feedback.byhand import ByPeople
    from autograder.grading.report import Report, Reports
    from autograder.grading.submission import HandIn
    from autograder.marking.collect import Collected

OUT = Path("feedback")
NBGRADER = "Grade what lies in nbgrader's course folder, straight into its gradebook."
STOPPED = 130
SAID = 50  # refusals that are printed


@dataclass(slots=True)
class Graded:
    """What has come of grading.

    Attributes:
        reports: on the work that counts last of each student; `earlier`: on what was handed in before that.
        left: how much is not graded; `stopped`: since Ctrl-C came before.
    """

    left: int
    reports: "list[Report]" = field(default_factory=list)
    earlier: "list[Report]" = field(default_factory=list)
    stopped: bool = False


def grade(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Files, folders or zips of submissions.")] = None,
    assignment: Annotated[str | None, typer.Option(metavar="SLUG", help="The assignment, where the folders do not say it.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the reports as JSON; write no pages unless --out says where.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the pages go. Default: feedback.")] = None,
    unsafe: Annotated[bool, typer.Option("--unsafe", help=UNSAFE)] = False,
    jobs: Annotated[int, typer.Option(min=0, metavar="N", help=JOBS)] = 0,
    nbgrader: Annotated[Path | None, typer.Option(metavar="DIR", help=NBGRADER)] = None,
) -> None:
    """Grade submissions (for instructors).

    Feedback goes to a folder of pages, scores to the gradebook.
    """
    import sys

    from autograder.cli.console import colour, print_json
    from autograder.cli.cores import cores
    from autograder.feedback import marks
    from autograder.feedback.words import counted
    from autograder.marking.listed import times
    from autograder.marking.render import ALL

    into, collected = _handed_in(context.obj, paths or [], nbgrader, assignment)
    folder = out or (None if json else OUT)
    known = into.times if into is not None else times(paths or [], collected.submissions, context.obj.course())
    found = _graded(context.obj, collected, known.of(collected.submissions), jobs or cores(), folder, unsafe=unsafe)
    reports = found.reports
    unkept = into.keep(reports) if into is not None else []
    if json:
        print_json(everything(reports, collected))
    else:
        print(marks.render(reports, len(collected.refusals), colour=colour()), end="")
        if folder is not None and reports:
            print(f"Feedback for students: {folder}/<student>/<assignment>.html and .md. Everything: {folder / ALL}")
        if into is not None and reports:
            print(f"Scores and comments are in nbgrader's gradebook. In {nbgrader}: nbgrader export")
        for path in known.lists:
            print(f"When work was handed in: as {path} says.")
        if found.earlier:
            print(f"{counted(len(found.earlier), 'earlier attempt')} graded and kept as well. Which one counts: descent scores")
    if known.changed:
        files = counted(known.changed, "file")
        print(f"{files} changed after collecting: held to be handed in now. Collect again to go by the list.", file=sys.stderr)
    if known.lost:
        attempts = counted(known.lost, "earlier attempt")
        print(f"{attempts} not there as collected, and not graded. Collect again to have all of them.", file=sys.stderr)
    for why in unkept:
        print(f"Not in nbgrader's gradebook: {why}", file=sys.stderr)
    _end(collected, found)
    if unkept:
        raise typer.Exit(1)


def _handed_in(place: "Place", paths: list[Path], nbgrader: Path | None, assignment: str | None) -> "tuple[Class | None, Collected]":
    """What is to be graded, and nbgrader's gradebook if the scores go there.

    Raises:
        UsageError: neither submissions nor a folder of nbgrader's are named, or both.
    """
    from autograder.errors import UsageError

    if bool(paths) == (nbgrader is not None):
        raise UsageError("Name what is to be graded: files, folders or zips; or a course folder of nbgrader's by --nbgrader DIR.")
    if nbgrader is not None:
        from autograder.cli.into_nbgrader import class_in

        _not_handed_in(place, [nbgrader / "submitted"])
        into = class_in(nbgrader, place.course(), assignment)
        return into, into.collected
    from autograder.marking.collect import collect

    _not_handed_in(place, paths)
    return None, collect(paths, place.course(), assignment)


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


def _graded(
    place: "Place", collected: "Collected", handed_in: "list[HandIn]", jobs: int, folder: Path | None, *, unsafe: bool
) -> Graded:
    """The reports; what was graded until Ctrl-C is kept."""
    from autograder.cli.progress import progress
    from autograder.marking.render import Pages

    found = Graded(len({(one.submission.student, one.submission.slug, one.submission.digest) for one in handed_in}))
    if not handed_in:
        return found
    counting = {(one.student, one.slug, one.digest) for one in collected.submissions}
    pages = None if folder is None else Pages(folder, _people(place))
    with progress(found.left) as step:

        def graded(report: "Report") -> None:
            counts = (report.student, report.assignment, report.submission) in counting
            (found.reports if counts else found.earlier).append(report)
            found.left -= 1
            if counts and pages is not None:
                pages.add(report)
            step()

        try:
            _run(place, handed_in, min(jobs, found.left), graded, unsafe=unsafe)
        except KeyboardInterrupt:
            found.stopped = True
    found.reports.sort(key=lambda report: (report.student, report.assignment))
    if pages is not None:
        pages.finish(everything(found.reports, collected))
    return found


def _people(place: "Place") -> "Callable[[Report], ByPeople]":
    """What people have said so far of the work that a report is on; looked up when the first page is written."""

    @cache
    def known() -> "Callable[[Report], ByPeople]":
        from autograder.cli.place import database
        from autograder.gradebook.store import Gradebook
        from autograder.marking.people import of_reports

        with Gradebook.open(database()) as book:
            return of_reports(place.course(), book)

    def people(report: "Report") -> "ByPeople":
        return known()(report)

    return people


def _run(place: "Place", handed_in: "list[HandIn]", jobs: int, graded: "Callable[[Report], None]", *, unsafe: bool) -> None:
    """Accept, grade and record all of it, workers starting while the gradebook opens."""
    from autograder.cli.person import now, whoever
    from autograder.cli.place import database
    from autograder.cli.workers import timed, workers
    from autograder.marking.run import run

    course = place.course()
    with workers(course, jobs, unsafe=unsafe) as pool:
        from autograder.gradebook.store import Gradebook

        with Gradebook.open(database()) as book:
            run(handed_in, markers=timed(pool, book, course), book=book, now=now, person=whoever(), graded=graded)


def _end(collected: "Collected", found: Graded) -> None:
    """Say what was not graded, by the exit code too."""
    import sys

    from autograder.marking.render import ALL

    done = [*found.reports, *found.earlier]
    if found.stopped:
        print(f"Stopped. {len(done)} graded and kept, {found.left} still waiting: grade the same folder again.", file=sys.stderr)
        raise typer.Exit(STOPPED)
    for refusal in collected.refusals[:SAID]:
        print(f"{refusal.path}: {refusal.reason}", file=sys.stderr)
    if (more := len(collected.refusals) - SAID) > 0:
        print(f"... and {more} more: see {ALL}, or what --json prints.", file=sys.stderr)
    if failed := sum(report.faulty for report in found.earlier):
        print(f"A problem on our side with {failed} of the earlier attempts: grade the same folder again.", file=sys.stderr)
    if collected.refusals or failed or not done or any(report.faulty or report.refusal for report in found.reports):
        raise typer.Exit(1)
