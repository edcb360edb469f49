"""`descent report`: the class at a glance, from the gradebook."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.workers import UNSAFE

if TYPE_CHECKING:
    from autograder.course.manifest import Course
    from autograder.feedback.classroom.analysis import Analysis
    from autograder.feedback.classroom.similarity import Prints
    from autograder.feedback.classroom.work import Sheet
    from autograder.gradebook.standings import StudentStanding
    from autograder.gradebook.store import Gradebook

LAST = "Of what each student handed in last, as it was graded. By the course's rules: descent scores, or the page of --html FILE."


def report(
    context: typer.Context,
    assignment: Annotated[str | None, typer.Option(metavar="SLUG", help="This assignment alone.")] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it all as one page, with drawings.")] = None,
    analysis: Annotated[bool, typer.Option("--analysis", help="Print what the page shows as JSON.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the reports as JSON, for programs: with names.")] = False,
    names: Annotated[bool, typer.Option("--names", help="Say who; else names are left out, or others stand for them.")] = False,
    similar: Annotated[bool, typer.Option("--similar", help="With --html or --analysis: compare submissions, too.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help=UNSAFE)] = False,
) -> None:
    """Show the class at a glance (for instructors).

    As text, or all of it as a page: scores, how hard each question is, which mistakes were made, wrong values that several
    share, hand-ins over time, and, if asked for, submissions to look at side by side.
    """
    from autograder.cli.console import print_json
    from autograder.errors import UsageError

    if json and (html is not None or analysis):
        raise UsageError("--json prints the reports and nothing else. What the page shows is printed by --analysis.")
    if similar and not (html is not None or analysis):
        raise UsageError("--similar needs --html FILE or --analysis: that is where it is shown.")
    if html is None and not analysis:
        _overview(assignment, json=json, names=names)
        return
    found = _analysed(context.obj.course(), assignment, names=names, similar=similar, unsafe=unsafe)
    if html is not None:
        _write(html, found)
    if analysis:
        print_json(found)
    elif html is not None:
        print(_said(html, found))


def _overview(assignment: str | None, *, json: bool, names: bool) -> None:
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

    print(render(reports, colour=colour(), names=names), end="")
    if reports:
        print(f"\n{LAST}")


def _analysed(course: "Course", slug: str | None, *, names: bool, similar: bool, unsafe: bool) -> "Analysis":
    from autograder.cli.place import database, home
    from autograder.course.pseudonyms import pseudonyms
    from autograder.feedback.classroom.analysis import analyse
    from autograder.gradebook.store import Gradebook
    from autograder.marking import secrets

    with Gradebook.open(database()) as book:
        standings = book.standings(course, slug)
        prints = _prints(book, course, standings, unsafe=unsafe) if similar else {}
    students = {one.student for one in standings}
    labels = {name: name for name in students} if names else pseudonyms(students, secrets.load_or_create(home()))
    return analyse(course.title, sheets(course, slug, standings), labels, named=names, similar=similar, prints=prints)


def sheets(course: "Course", slug: str | None, standings: "Sequence[StudentStanding]") -> "list[Sheet]":
    """What everybody has done, by assignment."""
    from autograder.feedback.classroom.work import HandIn, Sheet, Work

    works: dict[str, list[Work]] = {}
    for one in standings:
        work = Work(
            student=one.student,
            score=None if one.standing.waits else one.standing.score,
            max_score=one.standing.max_score,
            report=one.report,
            attempts=tuple(HandIn(attempt.submission, attempt.handed_in) for attempt in one.attempts),
            late=one.standing.late,
            excused=one.standing.excused,
            group=one.group,
        )
        works.setdefault(one.slug, []).append(work)
    entries = course.assignments if slug is None else [course.entry(slug)]
    return [Sheet(entry.slug, entry.title, tuple(works.get(entry.slug, ())), entry.due) for entry in entries]


def _prints(book: "Gradebook", course: "Course", standings: "Sequence[StudentStanding]", *, unsafe: bool) -> "dict[str, Prints]":
    """What the code of each attempt that counts looks like, taken down in the sandbox."""
    from autograder.cli.progress import progress
    from autograder.grading.limits import limits_of
    from autograder.marking.fingerprints import fingerprints, handed_out
    from autograder.sandbox.probe import shut_in

    counted: dict[str, dict[str, int]] = {}
    for one in standings:
        if one.standing.attempt is not None:
            counted.setdefault(one.slug, {})[one.student] = one.standing.attempt.submission
    found: dict[str, Prints] = {}
    total = sum(map(len, counted.values()))
    with shut_in(course.min_isolation, limits_of(course), unsafe=unsafe) as sandbox, progress(total, "Comparing") as done:
        for slug, ids in counted.items():
            kept = dict(book.kept(slug))
            own = {student: kept[number] for student, number in ids.items() if number in kept}
            found[slug] = fingerprints(own, handed_out(course, course.entry(slug)), sandbox, done)
    return found


def _write(path: Path, found: "Analysis") -> None:
    """The page; for its owner alone where it says who. Without what draws, it has words where the drawings would be."""
    import sys
    from importlib.util import find_spec

    from autograder.building.build import write
    from autograder.feedback.classroom.page import render

    drawn = find_spec("matplotlib") is not None
    write(path, render(found, drawn=drawn).encode("utf-8"), 0o600 if found.named else 0o666)
    if not drawn:
        print(f"{path}: in words, without drawings. For these: pip install 'descent-course[plots]'", file=sys.stderr)


def _said(path: Path, found: "Analysis") -> str:
    """What was written, in a sentence."""
    from autograder.feedback.words import counted

    who = "with names: not to be passed on" if found.named else "without names"
    return f"{path}: {counted(found.students, 'student')} and {counted(len(found.assignments), 'assignment')}, {who}."
