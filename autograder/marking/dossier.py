"""How does everything that is stored about a student look as files that one can be given?

`README.txt` says what is there, `data.json` holds every row of every table, and beside it lie the files as they were handed in and the
reports.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.building.build import write
from autograder.building.exporting import archive
from autograder.errors import UsageError
from autograder.feedback import plain
from autograder.gradebook.stored import Row, Stored
from autograder.gradebook.tables import contents, reports, submissions
from autograder.marking.render import folder_name

SCHEMA = "descent/data/1"
DATA = "data.json"
README = "README.txt"
SUBMISSIONS = "submissions"
REPORTS = "reports"
OWNER_ALONE = 0o600

ABOUT = """\
Everything that the gradebook of this course stores about {student}, as of {when}.

{data}        every row of every table that is about this student, by table and column
{submissions}/     each file that was handed in, byte for byte
{reports}/         what the grader said of each of them

In reports and lists without names this student is called "{pseudonym}".

Of other students nothing is here: of a group, how many others are in it. What another member of a group
has handed in for it is stored with that member.

What each table and column is for, how long it is kept and how to have it removed: docs/privacy.md of this course.
"""


def files(stored: Stored, *, pseudonym: str, when: datetime) -> dict[str, bytes]:
    """All of it, by path."""
    made: dict[str, bytes] = {}
    places: dict[int, str] = {}
    data = stored.contents
    for row in stored.tables[submissions.name]:
        places[row["id"]] = f"{folder_name(row['slug'])}/{row['id']}-{folder_name(row['file'])}"
        made[f"{SUBMISSIONS}/{places[row['id']]}"] = data[row["digest"]]
    for row in stored.tables[reports.name]:
        made[f"{REPORTS}/{places[row['submission_id']]}.json"] = row["json"].encode()
    tables = {name: [_shown(name, row, places) for row in rows] for name, rows in stored.tables.items()}
    said = {"schema": SCHEMA, "student": stored.student, "pseudonym": pseudonym, "as_of": _plain(when), "tables": tables}
    made[DATA] = json.dumps(said, indent=2, ensure_ascii=False).encode() + b"\n"
    about = ABOUT.format(
        student=plain.name(stored.student),
        when=f"{when:%Y-%m-%d %H:%M %Z}",
        pseudonym=pseudonym,
        data=DATA,
        submissions=SUBMISSIONS,
        reports=REPORTS,
    )
    return {README: about.encode(), **made}


def store(made: Mapping[str, bytes], target: Path) -> None:
    """Write them into a new folder, or a new file that ends in .zip, for its owner alone.

    Raises:
        UsageError: something is there already, or it cannot be written.
    """
    zipped = target.suffix.lower() == ".zip"
    if target.exists() and not (not zipped and target.is_dir() and not any(target.iterdir())):
        raise UsageError(f"{target}: is there already. Name another place: --out PATH")
    if zipped:
        write(target, archive(made), OWNER_ALONE)
        return
    for name, content in made.items():
        write(target / name, content, OWNER_ALONE)


def _shown(table: str, row: Row, places: Mapping[int, str]) -> dict[str, Any]:
    """A row as JSON takes it: what is a file of its own is named by its place."""
    shown = {column: _plain(value) for column, value in row.items()}
    if table == contents.name:
        shown["data"] = f"{len(row['data'])} bytes, in {SUBMISSIONS}/"
    if table == reports.name:
        shown["json"] = f"{REPORTS}/{places[row['submission_id']]}.json"
    if table == submissions.name:
        shown["place"] = f"{SUBMISSIONS}/{places[row['id']]}"
    return shown


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
