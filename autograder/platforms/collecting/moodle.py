"""What does Moodle write in the names of an assignment's download?

A folder for each student, `<name>_<participant>_assignsubmission_file_/<file>`, or, with "download in folders" switched off, the
same before the file's name: `<name>_<participant>_assignsubmission_file_<file>`. From a source: moodle/moodle,
mod/assign/classes/downloader.php (4.x; before that mod/assign/locallib.php, whose folders end in `_`). `_` in a name becomes a
blank. The participant's number is Moodle's for this assignment alone. A team's work has the team's name and number, or none. A
download holds what was handed in last, and no times; those stand in the grading worksheet (see worksheet.py). The zip is called
`<course>-<assignment>-<number>.zip`.
"""

import re

from autograder.marking.tree import Parts, Tree
from autograder.platforms.collecting.label import BY_HAND, Format, Label, Reader, Who

_FOLDER = re.compile(r"(?P<name>[^_]+)_(?P<participant>\d+)_assignsubmission_file_?")
_FLAT = re.compile(r"(?P<name>[^_]+)_(?P<participant>\d+)_assignsubmission_file_(?P<file>.+)")
_TEAM = re.compile(r"[^_]+_assignsubmission_file_?.*")
_TYPED_IN = re.compile(r"(?P<name>[^_]+)(?:_(?P<participant>\d+))?_assignsubmission_onlinetext_?.*")
_ZIP = re.compile(r".+?-(?P<title>.+)-\d+")

TEAM = f"It is a team's work, and nothing here says who is in the team. {BY_HAND}"


def read(parts: Parts) -> Label | None:
    """What Moodle says of a file."""
    found = _FOLDER.fullmatch(parts[0]) if len(parts) > 1 else _FLAT.fullmatch(parts[0])
    if found is not None:
        file = parts[-1] if len(parts) > 1 else found["file"]
        return Label((Who(name=found["name"], key=found["participant"]),), file)
    if _TEAM.fullmatch(parts[0]):
        return Label((), parts[-1], unclear=TEAM)
    return None


def typed(parts: Parts) -> Label | None:
    """What Moodle says of a text that a student has typed in."""
    found = _TYPED_IN.fullmatch(parts[0])
    if found is None or found["participant"] is None:
        return None
    return Label((Who(name=found["name"], key=found["participant"]),), parts[-1])


def _reader(tree: Tree, depth: int) -> Reader:
    return read


def _called(stem: str) -> str:
    found = _ZIP.fullmatch(stem)
    return found["title"] if found else stem


FORMAT = Format(
    "Moodle", _reader, own=lambda parts: bool(_TYPED_IN.fullmatch(parts[0])), called=_called, typed=lambda tree, depth: typed
)
