"""`descent answer`: a person answers a request."""

from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.person import AS

if TYPE_CHECKING:
    from autograder.course.manifest import Course

COMMENT = "The answer, in at most 1000 characters."
POINTS = "Points for what the request is about: a mark, or in the place of the grader's. Default: all stays."


def answer(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The request, as in descent requests.")],
    comment: Annotated[str, typer.Option("--comment", metavar="TEXT", help=COMMENT)] = "",
    points: Annotated[float | None, typer.Option("--points", metavar="P", help=POINTS)] = None,
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Answer a student's request (for instructors).

    Once, by one person. Points that come with it are kept in the same breath, with the answer as their reason.
    """
    from autograder.cli.deciding import stands
    from autograder.cli.person import by
    from autograder.cli.place import database
    from autograder.feedback import plain, words
    from autograder.gradebook.requests import answer as answered
    from autograder.gradebook.requests import find
    from autograder.gradebook.store import Gradebook

    course = context.obj.course()
    with Gradebook.open(database()) as book:
        slug = book.read(lambda connection: find(connection, number)).slug
        most = {} if points is None else _most(course, slug)
        one, outcome = answered(book, course, number, comment, by(person), points, most)
        what = f"{one.question or 'the whole'} of {one.slug}"
        before = "" if outcome is None or outcome.changed else ", as before"
        given = "" if points is None else f", {words.points(points)} points for it{before}"
        print(f"Request {number} of {plain.name(one.student)} about {what} is answered{given}.")
        print(stands(book, course, one.student, one.slug))


def _most(course: "Course", slug: str) -> dict[str, float]:
    """What the questions that are graded by themselves are worth."""
    from autograder.course.load import load_assignment

    loaded = load_assignment(course, slug)
    return {question: loaded.points(question) for question in loaded.assignment.questions}
