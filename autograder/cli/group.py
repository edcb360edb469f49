"""`descent group`: who works with whom on an assignment."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.deciding import REASON
from autograder.cli.person import AS

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.gradebook.groups import Regrouped
    from autograder.gradebook.log import By
    from autograder.gradebook.store import Gradebook

NEW = "Students may be new: not in the gradebook yet, and the names are right."
FILE = "A CSV file with the columns group and student, and assignment if it is of several."

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The assignment.")]
Name = Annotated[str, typer.Argument(metavar="GROUP", help="What the group is called.")]
Student = Annotated[str, typer.Argument(metavar="STUDENT", help="The student, as in descent scores.")]
Students = Annotated[list[str], typer.Argument(metavar="STUDENT...", help="The students, as in descent scores.")]
Person = Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)]
New = Annotated[bool, typer.Option("--new", help=NEW)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help=REASON)]

app = typer.Typer(no_args_is_help=True, help="Who works with whom (for instructors).")


@app.command("make")
def make(context: typer.Context, slug: Slug, name: Name, students: Students, new: New = False, person: Person = None) -> None:
    """Make a group for an assignment: what one hands in counts for all.

    Extensions, excuses and overrides stay each member's own.
    """
    _put(context, slug, name, students, person, new=new, fresh=True)


@app.command("add")
def add(context: typer.Context, slug: Slug, name: Name, students: Students, new: New = False, person: Person = None) -> None:
    """Put more students into a group."""
    _put(context, slug, name, students, person, new=new, fresh=False)


@app.command("remove")
def remove(
    context: typer.Context,
    slug: Slug,
    name: Name,
    students: Annotated[list[str] | None, typer.Argument(metavar="[STUDENT...]", help="Who leaves.", show_default=False)] = None,
    everybody: Annotated[bool, typer.Option("--all", help="All of them: then there is no such group any more.")] = False,
    person: Person = None,
) -> None:
    """Take students out of a group, or all of them."""
    from autograder.errors import UsageError
    from autograder.gradebook.groups import take_out

    if bool(students) == everybody:
        raise UsageError(f"Say who leaves the group {name!r}: its members by name, or --all for all of them.")
    course = context.obj.course()
    _do(lambda book, by: take_out(book, course, slug, name, students or (), by), person)


@app.command("opt-out")
def opt_out(context: typer.Context, slug: Slug, student: Student, reason: Reason = "", person: Person = None) -> None:
    """Leave one member out of what the group hands in.

    Nor is the group credited with what this one does. The student stays in the group, and comes back by opt-in.
    """
    from autograder.gradebook import groups

    course = context.obj.course()
    _do(lambda book, by: groups.opt_out(book, course, slug, student, reason=reason, by=by), person)


@app.command("opt-in")
def opt_in(context: typer.Context, slug: Slug, student: Student, reason: Reason = "", person: Person = None) -> None:
    """Let a member who was left out be one of the group again."""
    from autograder.gradebook import groups

    course = context.obj.course()
    _do(lambda book, by: groups.opt_in(book, course, slug, student, reason=reason, by=by), person)


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=FILE)],
    assignment: Annotated[str | None, typer.Option(metavar="SLUG", help="The assignment, where the file does not say it.")] = None,
    new: New = False,
    person: Person = None,
) -> None:
    """Put the students of a CSV file into groups.

    Whoever is in one stays. With anything wrong in the file nobody is put anywhere.
    """
    from autograder.gradebook.groupfile import read
    from autograder.gradebook.groups import put

    course = context.obj.course()
    if assignment is not None:
        course.entry(assignment)
    wishes = read(file, course, assignment)
    _do(lambda book, by: put(book, course, wishes, by, new=new), person)


@app.command("list")
def show(
    context: typer.Context,
    slug: Annotated[str | None, typer.Argument(metavar="SLUG", help="Of this assignment alone.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """Print who works with whom."""
    from autograder.cli.console import print_json
    from autograder.cli.place import database
    from autograder.gradebook.groups import existing
    from autograder.gradebook.store import Gradebook
    from autograder.marking.grouped import Grouped, render

    course = context.obj.course()
    slugs = [entry.slug for entry in course.assignments] if slug is None else [course.entry(slug).slug]
    with Gradebook.open(database()) as book:
        found = book.read(lambda connection: existing(connection, slugs))
    if json:
        print_json(Grouped(tuple(found)))
    else:
        print(render(found), end="")


def _put(context: typer.Context, slug: str, name: str, students: list[str], person: str | None, *, new: bool, fresh: bool) -> None:
    from autograder.gradebook.groups import Wish, put

    course = context.obj.course()
    wishes = [Wish(course.entry(slug).slug, name, student) for student in students]
    _do(lambda book, by: put(book, course, wishes, by, new=new, fresh=fresh), person)


def _do(change: "Callable[[Gradebook, By], Regrouped]", person: str | None) -> None:
    """Make a change, and say what has come of it."""
    from autograder.cli.person import by
    from autograder.cli.place import database
    from autograder.gradebook.store import Gradebook
    from autograder.marking.grouped import told

    who = by(person)
    with Gradebook.open(database()) as book:
        done = change(book, who)
    print(told(done), end="")
