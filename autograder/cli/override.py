"""`descent override`: a person's points in the place of the grader's."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.deciding import NEW, REASON, REMOVE, STUDENT
from autograder.cli.person import AS

if TYPE_CHECKING:
    from autograder.course.manifest import Course, Entry

_NUMBER = re.compile(r"[+-]?\d{1,9}(\.\d{1,9})?", re.ASCII)
USAGE = "descent override STUDENT SLUG [QUESTION] POINTS --reason TEXT"
WHAT = "The points; before them the question, where they are for one alone. With --remove no points."


def override(
    context: typer.Context,
    student: Annotated[str, typer.Argument(metavar="STUDENT", help=STUDENT)],
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The assignment.")],
    what: Annotated[list[str] | None, typer.Argument(metavar="[QUESTION] POINTS", help=WHAT, show_default=False)] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=REASON)] = "",
    remove: Annotated[bool, typer.Option("--remove", help=REMOVE)] = False,
    new: Annotated[bool, typer.Option("--new", help=NEW)] = False,
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Give a student other points than the grader (for instructors).

    For a question they count in its place, before lateness; for all of the assignment they are the score. No grading changes them.
    """
    from autograder.cli.deciding import decide
    from autograder.cli.person import by
    from autograder.feedback.words import points as worded
    from autograder.gradebook import deciding
    from autograder.gradebook.deciding import About

    course = context.obj.course()
    about = About(student, course.entry(slug), new)
    question, points = _read(what or [], remove)
    where = question or "the whole"
    if remove:
        decide(
            course,
            about,
            lambda book: deciding.unoverride(book, about, question, reason=reason, by=by(person)),
            lambda outcome: f"the override of {where} is taken back, which was {worded((outcome.before or {})['points'])}.",
        )
        return
    most = _most(course, about.entry, question)
    decide(
        course,
        about,
        lambda book: deciding.override(book, about, question, points, most, reason=reason, by=by(person)),
        lambda _: f"{worded(points)} of {worded(most)} points for {where}.",
    )


def _read(what: list[str], remove: bool) -> tuple[str, float]:
    """The question, or "" for all of them, and the points.

    Raises:
        UsageError: it is something else.
    """
    from autograder.errors import UsageError

    if stray := next((word for word in what if word.startswith("--")), None):
        raise UsageError(f"There is no option {stray}. Expected: {USAGE}")
    if remove:
        if len(what) > 1:
            raise UsageError("With --remove there are no points to name: descent override STUDENT SLUG [QUESTION] --remove")
        return (what[0] if what else ""), 0.0
    if len(what) not in (1, 2):
        raise UsageError(f"Expected: {USAGE}")
    *before, last = what
    if not _NUMBER.fullmatch(last):
        raise UsageError(f"{last[:80]!r} is no number of points. Expected one such as 7.5: {USAGE}")
    return (before[0] if before else ""), float(last)


def _most(course: "Course", entry: "Entry", question: str) -> float:
    """What the question, or all of it, is worth.

    Raises:
        UsageError: there is no such question.
    """
    from autograder.course.load import load_assignment
    from autograder.errors import UsageError

    if not question:
        return entry.total
    if question in [one.id for one in entry.questions]:
        raise UsageError(
            f"{question} of {entry.slug} is marked by hand. Give a mark: descent mark {entry.slug} {question} STUDENT POINTS"
        )
    loaded = load_assignment(course, entry.slug)
    if question not in loaded.assignment.questions:
        raise UsageError(f"{entry.slug} has no question {question!r}. It has: {', '.join(loaded.assignment.questions)}.")
    return loaded.points(question)
