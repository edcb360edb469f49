"""`descent data`: everything that is stored about one student, as files that one can be given."""

import sys
from pathlib import Path
from typing import Annotated

import typer

OUT = "A new folder, or a new file that ends in .zip. Default: <student>-data.zip."
MOST = 20  # texts that are printed


def data(
    student: Annotated[str, typer.Argument(metavar="STUDENT", help="The student, as in descent scores.")],
    out: Annotated[Path | None, typer.Option(metavar="PATH", help=OUT)] = None,
) -> None:
    """Write all that is kept of a student (for instructors).

    All that the gradebook holds, the submitted files and the reports; of other students nothing.
    """
    from autograder.cli.person import now
    from autograder.cli.place import database, home
    from autograder.course.pseudonyms import pseudonyms
    from autograder.feedback import plain
    from autograder.feedback.words import counted
    from autograder.gradebook.store import Gradebook
    from autograder.gradebook.stored import stored
    from autograder.gradebook.students import names
    from autograder.marking import dossier, secrets
    from autograder.marking.render import folder_name

    with Gradebook.open(database()) as book:
        found, everybody = book.read(lambda connection: (stored(connection, student), names(connection)))
    label = pseudonyms(everybody, secrets.load_or_create(home()))[student]
    made = dossier.files(found, pseudonym=label, when=now())
    target = out or Path(f"{folder_name(student)}-data.zip")
    dossier.store(made, target)
    rows = sum(map(len, found.tables.values()))
    submitted = counted(len(found.tables["submissions"]), "submission")
    print(f"{target}: {submitted} and {counted(rows, 'row')} about {plain.name(student)}. For nobody else's eyes.")
    if found.mentions:
        print("These texts name other students. Look at them before you pass it on:", file=sys.stderr)
        for text in found.mentions[:MOST]:
            print(f"  {plain.line(text)}", file=sys.stderr)
        if (more := len(found.mentions) - MOST) > 0:
            print(f"  ... and {more} more.", file=sys.stderr)
