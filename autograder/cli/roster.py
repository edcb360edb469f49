"""`descent roster`: who is in the course, and what LMSes call them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.person import AS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.gradebook.roster import Person
    from autograder.gradebook.rosterfile import Roster

MOST = 20  # names that are printed in a row

app = typer.Typer(no_args_is_help=True, help="Who is in the course (for instructors).")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file: id,name,email, or what an LMS exports.")],
    person: Annotated[str | None, typer.Option("--as", metavar="NAME", help=AS)] = None,
) -> None:
    """Put the students of a CSV file on the roster; whoever is on it stays.

    Canvas' gradebook, Moodle's participants or grades, Brightspace's and Blackboard's gradebooks and Gradescope's roster are known.
    """
    from autograder.cli.person import by
    from autograder.cli.place import database
    from autograder.gradebook.roster import enrol
    from autograder.gradebook.rosterfile import read
    from autograder.gradebook.store import Gradebook

    said = read(file)
    decided = by(person)
    with Gradebook.open(database()) as book:
        done = book.write(lambda connection: enrol(connection, said.people, decided, said.given))
    print(f"{file}: {_kind(said)}.")
    print(f"{len(said.people)} on it: {len(done.new)} new, {len(done.changed)} changed, {len(done.same)} as before.")
    if done.absent:
        print(f"On the roster and not in this file, and kept: {_some(done.absent)}.")


@app.command("list")
def show(json: Annotated[bool, typer.Option("--json", help="Print the roster as JSON.")] = False) -> None:
    """Print who is on the roster."""
    from autograder.cli.console import print_json
    from autograder.cli.place import database
    from autograder.gradebook.roster import enrolled
    from autograder.gradebook.store import Gradebook

    with Gradebook.open(database()) as book:
        people = book.read(enrolled)
    if json:
        print_json({"schema": "descent/roster/1", "students": people})
    elif people:
        print("\n".join(_table(people)))
    else:
        print("Nobody is on the roster. Put a class on it: descent roster import FILE")


def _kind(said: "Roster") -> str:
    if said.kind == "plain":
        return "a roster"
    return f"a roster as {said.kind} writes it; each student's id is the {said.id_of}"


def _table(people: "Sequence[Person]") -> list[str]:
    """A line for each student; columns of which nothing is known are left out."""
    heads = ("id", "full_name", "email", "login", "number", "section", "time_factor")
    rows = [{head: _cell(getattr(person, head)) for head in heads} for person in people]
    shown = [head for head in heads if any(row[head] for row in rows)]
    widths = {head: max(len(head), *(len(row[head]) for row in rows)) for head in shown}
    lines = [{head: head.replace("_", " ") for head in shown}, *rows]
    return ["  ".join(f"{line[head]:<{widths[head]}}" for head in shown).rstrip() for line in lines]


def _cell(value: "str | float") -> str:
    from autograder.feedback import plain

    if isinstance(value, float):
        return "" if value == 1.0 else f"{value:g}"
    return plain.line(value, 60)


def _some(names: "Sequence[str]") -> str:
    from autograder.feedback import plain

    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(plain.name(name) for name in names[:MOST]) + more
