"""`descent request`: a student asks for another look."""

from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.deciding import NEW, STUDENT
from autograder.cli.person import AS

if TYPE_CHECKING:
    from autograder.course.manifest import Course, Entry

COMMENT = "What the student says, in at most 1000 characters."


def request(
    context: typer.Context,
    student: Annotated[str, typer.Argument(metavar="STUDENT", help=STUDENT)],
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The assignment.")],
    question: Annotated[str, typer.Argument(metavar="[QUESTION]", help="The question. Default: all of it.", show_default=False)] = "",
    comment: Annotated[str, typer.Option("--comment", metavar="TEXT", help=COMMENT)] = "",
    new: Annotated[bool, typer.Option("--new", help=NEW)] = False,
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Note that a student asks for another look (for instructors).

    With one comment for each question. A person answers it: descent requests, descent answer.
    """
    from autograder.cli.person import by
    from autograder.cli.place import database
    from autograder.feedback import plain
    from autograder.gradebook.deciding import About
    from autograder.gradebook.requests import ask
    from autograder.gradebook.store import Gradebook

    course = context.obj.course()
    about = About(student, course.entry(slug), new)
    known(course, about.entry, question)
    with Gradebook.open(database()) as book:
        number = ask(book, about, question, comment, by(person))
    print(f"Request {number}: {plain.name(student)} asks for another look at {question or 'the whole'} of {slug}.")
    print(f"To answer it: descent answer {number} --comment TEXT [--points P]")


def known(course: "Course", entry: "Entry", question: str) -> None:
    """See that the question is one of the assignment's.

    Raises:
        UsageError: it is none.
    """
    from autograder.course.load import load_assignment
    from autograder.errors import UsageError

    if not question or question in (by_hand := [one.id for one in entry.questions]):
        return
    graded = list(load_assignment(course, entry.slug).assignment.questions)
    if question not in graded:
        raise UsageError(f"{entry.slug} has no question {question!r}. It has: {', '.join([*graded, *by_hand])}.")
