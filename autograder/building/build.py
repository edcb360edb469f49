"""What stands in `assignments/`, and is it what the masters say?

`planned` computes every generated file; `build` makes the folder so; `differences` says where it is not. Nothing is written by
hand there. What it is made with is imported where that is done: many come here only to have a file written.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course.manifest import HANDED_OUT, MASTER_FOLDER, Course, Entry
from autograder.errors import CourseError, UsageError

if TYPE_CHECKING:
    from autograder.course.load import Loaded

README = "README.md"
DATA = "data"
IGNORED = ("__pycache__",)  # and what begins with a dot: traces of looking at the files

Files = Mapping[Path, bytes]


def planned(course: Course, entries: Collection[Entry] = ()) -> dict[Path, bytes]:
    """Every generated file of the course by its path from the course's folder, in the order of the course.

    Args:
        entries: these assignments alone, if any is named.

    Raises:
        CourseError: with every problem of every assignment.
    """
    from autograder.course.load import load_assignment

    made: dict[Path, bytes] = {}
    problems: list[str] = []
    for entry in entries or course.assignments:
        try:
            made |= _assignment(course, load_assignment(course, entry.slug))
        except CourseError as error:
            problems += error.problems
    if problems:
        raise CourseError(problems)
    return made


def safe(course: Course, entries: Collection[Entry] = ()) -> dict[Path, bytes]:
    """As `planned`, and no file gives a solution away.

    Raises:
        CourseError: a master cannot be built, or a solution would be given away.
    """
    made = planned(course, entries)
    if given_away := leaks(course, made):
        raise CourseError(given_away)
    return made


def leaks(course: Course, made: Files) -> list[str]:
    """A sentence for each piece of a solution that a generated file of the same assignment shows."""
    from autograder.building.leaks import leaks as found_leaks

    found: list[str] = []
    for entry in course.assignments:
        if mine := {path: content for path, content in made.items() if path.parts[1] == entry.slug}:
            found += found_leaks(*_master(course, entry), mine)
    return found


def build(course: Course) -> list[Path]:
    """Make `assignments/` anew, one file after the other whole or not at all; files no longer made are removed.

    Returns:
        the paths that were written or removed, from the course's folder.

    Raises:
        CourseError: a master cannot be built, or a solution would be given away. Then nothing is changed.
    """
    made = safe(course)
    changed = [path for path, content in made.items() if content_of(course.root / path) != content]
    for path in changed:
        write(course.root / path, made[path])
    stray = [path for path in _superfluous(course, made) if path.parts[1] in {entry.slug for entry in course.assignments}]
    for path in stray:
        (course.root / path).unlink()
    return changed + stray


def differences(course: Course) -> list[str]:
    """A sentence for each way in which `assignments/` is not what `build` would make; none if all is well.

    Raises:
        CourseError: a master cannot be built.
    """
    made = planned(course)
    found = leaks(course, made)
    for path, content in made.items():
        there = content_of(course.root / path)
        if there is None:
            found.append(f"{path.as_posix()}: missing. Run `descent build`.")
        elif there != content:
            found.append(f"{path.as_posix()}: is not what its master gives. Run `descent build`; make changes in solutions/.")
    for path in _superfluous(course, made):
        found.append(f"{path.as_posix()}: belongs to no assignment. Remove it, or run `descent build` for an assignment's folder.")
    return found


def write(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Write a file whole or not at all: into a neighbour first, which then takes its place.

    Args:
        mode: who may read and write it, less what this process leaves out (umask).

    Raises:
        UsageError: the folder or the file cannot be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
                file.write(content)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}. Look at its folder's permissions.") from error


def content_of(path: Path) -> bytes | None:
    """A file's bytes; None where there is no file."""
    return path.read_bytes() if path.is_file() else None


def _assignment(course: Course, loaded: "Loaded") -> dict[Path, bytes]:
    from autograder.building.byhand import places
    from autograder.building.cuts import regions
    from autograder.building.examples import examples_json, published
    from autograder.building.notebook import introduction, notebook
    from autograder.building.openness import answered
    from autograder.building.readme import readme
    from autograder.building.stub import stub
    from autograder.course import published as contract

    master, name = _master(course, loaded.entry)
    text = stub(master, name) + places(loaded.entry)
    questions = loaded.assignment.questions.values()
    if problems := list(answered(master, text, regions(master, name), questions)):
        raise CourseError(f"{name}: {problem}" for problem in problems)
    made = published(loaded)
    work = {loaded.entry.file: text.encode(), loaded.entry.notebook: notebook(text, loaded.slug, examples_json(made))}
    folder = Path(HANDED_OUT, loaded.slug)
    data = dict(_data(loaded.master.parent))
    return {
        folder / README: readme(course, loaded.entry, made, introduction(text), text, data=bool(data)),
        **{folder / name: content for name, content in work.items()},
        folder / contract.FILE: examples_json(contract.handed_out(made, work)),
        **{folder / name: content for name, content in data.items()},
    }


def _data(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """The files in an assignment's folder of data, byte for byte, by their paths from the assignment's folder."""
    for path in sorted((folder / DATA).rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not _trace(name):
            yield name, path.read_bytes()


def _master(course: Course, entry: Entry) -> tuple[str, str]:
    """A master's text, and how it is named in messages."""
    name = f"{MASTER_FOLDER}/{entry.slug}/{entry.file}"
    try:
        return (course.root / name).read_text(encoding="utf-8-sig"), name
    except UnicodeDecodeError as error:
        raise CourseError([f"{name}: not UTF-8 at byte {error.start}. Save it as UTF-8."]) from None
    except OSError as error:
        raise CourseError([f"{name}: cannot be read: {error.strerror}."]) from None


def _superfluous(course: Course, made: Iterable[Path]) -> list[Path]:
    """Files in the folders of `assignments/` that are not made, from the course's folder."""
    there = sorted(path.relative_to(course.root) for path in (course.root / HANDED_OUT).glob("*/**/*") if path.is_file())
    return [path for path in there if path not in set(made) and not _trace(path)]


def _trace(path: Path) -> bool:
    return any(part.startswith(".") or part in IGNORED for part in path.parts)
