"""How do scores leave for an LMS: in a new file, or in the one that it gave? Written whole or not at all, never over the download."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.building.build import write
from autograder.errors import UsageError
from autograder.marking.tree import spelled
from autograder.platforms.lms.filling import fill
from autograder.platforms.lms.rules import Lms
from autograder.platforms.lms.scores import Scores, called
from autograder.platforms.lms.table import LARGEST, read, written
from autograder.platforms.lms.trouble import TemplateError


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what is to be said of it.

    Attributes:
        path: None where nothing was, for nothing would change.
        lost: students whose scores are not in it, and why.
        idle: students without a score who are not in it.
        strangers: rows of the LMS's file that are nobody's here.
    """

    path: Path | None
    students: int
    scores: int
    changed: int | None = None
    lost: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def export_fresh(lms: Lms, scores: Scores, target: Path) -> Exported:
    """Write a new file.

    Raises:
        UsageError: this LMS is given only its own gradebook back; a title would be misread; something else is there already.
    """
    if lms.fresh is None:
        raise UsageError(
            f"{lms.name} knows its columns by numbers that only its own file has: a new file would make new columns. Download the "
            f"gradebook ({lms.download}) and name it: --template FILE"
        )
    made = lms.fresh(scores)
    if not made.students:
        raise UsageError("\n".join(["Nobody is left to export.", *made.left_out]))
    _check_replaceable(target, made.rows[0], lms)
    write(target, written(made.rows))
    return Exported(target, made.students, made.scores, lost=made.left_out, notes=made.notes)


def export_filled(
    lms: Lms, scores: Scores, template: Path, target: Path, chosen: Mapping[str, str], *, changed_only: bool = False
) -> Exported:
    """Write a downloaded gradebook with scores filled in; the download stays as it is.

    Raises:
        UsageError: the download cannot be read, or something else is there already.
        TemplateError: something does not fit.
    """
    name = spelled(str(template))
    content = _content(template)
    if target.exists() and target.samefile(template):
        raise UsageError(f"{name}: is the download itself, which stays as it is. Name another file for what is filled in.")
    filled = fill(lms, name, content, scores, chosen, changed_only=changed_only)
    nothing = changed_only and not filled.changed
    if not nothing:
        _check_replaceable(target, read(name, content, lms.recognised, "").rows[0].texts(), lms)
        write(target, filled.content)
    return Exported(
        None if nothing else target,
        filled.students,
        filled.scores,
        filled.changed,
        tuple(f"{called(person)}: is not in {name}." for person in filled.lacking),
        tuple(map(called, filled.idle)),
        filled.strangers,
        filled.notes,
    )


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{spelled(str(path))}: cannot be read: {error.strerror}. Name the file that the LMS gave.") from None


def _check_replaceable(target: Path, header: Iterable[str], lms: Lms) -> None:
    """Refuse to write over anything but an earlier export: a file with no other columns than these."""
    if not target.exists():
        return
    name = spelled(str(target))
    if not target.is_file():
        raise UsageError(f"{name}: is there and is no file. Name another one.")
    try:
        there = read(name, _content(target), lms.recognised, "").rows[0].texts()
    except TemplateError:
        there = []
    if not there or not set(there) <= set(header):
        raise UsageError(
            f"{name}: is there already, and is no earlier export of these columns. Move it away, or name another file; if it is what "
            f"{lms.name} gave, write --template before it."
        )
