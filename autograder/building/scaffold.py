"""What does a new assignment begin with? A master with one question, its questions.py with one mistake, and an entry in course.toml.

It is sound from the first moment, so that an author changes what works: `descent verify` holds before and after each change.
"""

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from autograder.building.build import build, content_of, write
from autograder.course.manifest import DRIVER, FILE, MASTER_FOLDER, QUESTIONS, Course, Module, Slug, load
from autograder.errors import CourseError, UsageError

POINTS = 10
TAKEN = (QUESTIONS, DRIVER)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new assignment: its folder's name, what students read, and the file that they hand in."""

    slug: str
    title: str
    file: str


def wanted(slug: str, title: str = "", file: str = "") -> Wanted:
    """What is to be made; a title and a file's name that follow from the slug where they are not given.

    Raises:
        UsageError: a slug, a title or a file's name that cannot be used.
    """
    if not _fits(slug, Slug):
        raise UsageError(f"'{slug}' cannot be a slug. Use small letters and digits with single hyphens between, such as 02-my-topic.")
    words = re.sub(r"^[0-9]+-", "", slug).split("-")
    file = file or f"{'_'.join(words) if words[0][:1].isalpha() else 'answers'}.py"
    if not _fits(file, Module) or file in TAKEN:
        raise UsageError(
            f"'{file}' cannot be the file that students hand in. Name a Python file such as my_topic.py, not {' or '.join(TAKEN)}."
        )
    title = title or " ".join(words).capitalize()
    if not title.isprintable():
        raise UsageError("The title holds what cannot be printed. Write it in one line.")
    return Wanted(slug, title, file)


def begin(root: Path) -> Path:
    """Start a course in an empty folder; the course.toml that was written. It has no assignment yet.

    Raises:
        UsageError: the folder is not empty: what stands there may be no course's; or it is no folder.
    """
    if not root.is_dir():
        raise UsageError(f"{root}: not a folder. Make it first, or go to the course's folder.")
    there = sorted(path.name for path in root.iterdir() if not path.name.startswith("."))
    if there:
        raise UsageError(
            f"No {FILE} in {root} or above it, and {root} is not empty. Go to the course's folder, or name it: "
            "descent --course DIR new SLUG. A new course begins in an empty folder: mkdir my-course, cd my-course, descent new SLUG."
        )
    write(root / FILE, _rendered("course.toml.jinja"))
    return root / FILE


def add(root: Path, new: Wanted) -> tuple[Course, list[Path]]:
    """Lay out an assignment in the course at `root`, and build it.

    Returns:
        the course with it, and the paths that were written, from the course's folder.

    Raises:
        UsageError: there is an assignment of that slug, or its folder.
        CourseError: the course is not sound as it is, or course.toml is written so that an entry cannot be added; then nothing is
            changed. Or another assignment cannot be built.
    """
    before = content_of(root / FILE) or b""
    slugs = _slugs(before)
    if slugs != []:
        load(root)  # what is wrong already is said before anything is written
    folder = Path(MASTER_FOLDER, new.slug)
    if new.slug in (slugs or ()):
        raise UsageError(f"{FILE} has an assignment '{new.slug}' already. Choose another slug.")
    if (root / folder).exists():
        raise UsageError(f"{folder.as_posix()} is there already. Choose another slug, or remove that folder.")
    files = {
        folder / new.file: _rendered("master.py.jinja", title=new.title),
        folder / QUESTIONS: _rendered("questions.py.jinja", slug=new.slug, points=POINTS),
    }
    for path, content in files.items():
        write(root / path, content)
    try:
        course = _entered(root, before, new)
    except CourseError as error:
        write(root / FILE, before)
        for path in files:
            (root / path).unlink()
        (root / folder).rmdir()
        raise CourseError([*error.problems, _NOT_APPENDED]) from None
    return course, [*files, Path(FILE), *build(course)]


_NOT_APPENDED = (
    f"{FILE} is as it was: an [[assignments]] table at its end did not go with the rest of it. Write each assignment as such a table."
)


def _slugs(manifest: bytes) -> list[str] | None:
    """The assignments that a manifest names; none if it is only begun; None if it cannot be read."""
    try:
        entries = tomllib.loads(manifest.decode()).get("assignments", [])
        return [str(entry["slug"]) for entry in entries]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError, KeyError):
        return None


def _entered(root: Path, before: bytes, new: Wanted) -> Course:
    """The course with the entry at the end of its manifest; everything that stood there stays, comments too."""
    title = json.dumps(new.title, ensure_ascii=False)  # what JSON escapes, TOML reads
    entry = _rendered("entry.toml.jinja", slug=new.slug, title=title, file=new.file, points=POINTS)
    write(root / FILE, before.rstrip() + b"\n\n" + entry)
    return load(root)


def _fits(value: str, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _rendered(template: str, **facts: object) -> bytes:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(  # noqa: S701  # Python and TOML by the course's own author, not HTML
        loader=PackageLoader("autograder.building"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return f"{environment.get_template(f'new/{template}').render(facts).rstrip()}\n".encode()
