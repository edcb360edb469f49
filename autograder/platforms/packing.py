"""What does a judge need that runs elsewhere? An assignment, the secret and the engine, as files of a zip that only instructors see.

The engine is this very package without what only an instructor's own machine needs: what grades there is what grades here. Of the
course only what is asked for goes along: whoever gets hold of one zip has the solution of one assignment.
"""

import tomllib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from autograder.course import toml
from autograder.course.manifest import FILE, HANDED_OUT, MASTER_FOLDER, Course, Entry
from autograder.course.secret import Secret
from autograder.errors import UsageError
from autograder.marking.secrets import FILE as SECRET
from autograder.marking.secrets import as_text

PACKAGE = "autograder"
ENGINE, COURSE = "engine", "course"
FOLDER = "descent"  # that all of it lies in, as a rule
LEFT_OUT = frozenset(
    {
        *("cli", "web", "integrity", "gradebook", "building", "feedback/classroom", "__main__.py"),
        *(f"platforms/{name}" for name in ("collecting", "lms", "nbgrader", "pytest", "scripts")),
    }
)
NEEDED = ("numpy", "msgspec")


def packed(course: Course, secret: Secret, folder: str, slug: str) -> dict[str, bytes]:
    """Everything that grades one assignment, by its path with slashes: `<folder>/engine`, `<folder>/course` and `<folder>/secret`.

    Raises:
        CourseError: there is no assignment of that slug.
        UsageError: the assignment has not been built.
    """
    files = {f"{folder}/{ENGINE}/{PACKAGE}/{name}": content for name, content in _engine()}
    files |= {f"{folder}/{COURSE}/{name}": content for name, content in _course(course, course.entry(slug))}
    files[f"{folder}/{SECRET}"] = f"{as_text(secret)}\n".encode()
    return dict(sorted(files.items()))


def requirements() -> tuple[str, ...]:
    """What the engine needs of others, each pinned to the version that is installed here."""
    from importlib import metadata  # a part of each start, where there is nothing to install

    return tuple(f"{name}=={metadata.version(name)}" for name in NEEDED)


def setup(install: Traversable) -> bytes:
    """The script that sets up an image: Python and an environment, then what one platform installs in it."""
    return (resources.files("autograder.platforms") / "scripts" / "setup.sh").read_bytes() + install.read_bytes()


def _engine() -> Iterator[tuple[str, bytes]]:
    for item in resources.files(PACKAGE).iterdir():
        yield from _below(item, item.name)


def _below(item: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if name in LEFT_OUT:
        return
    if item.is_file():
        if not name.endswith((".pyc", ".pyo")):
            yield name, item.read_bytes()
    elif item.name != "__pycache__" and not item.name.startswith("."):
        for inner in item.iterdir():
            yield from _below(inner, f"{name}/{inner.name}")


def _course(course: Course, entry: Entry) -> Iterator[tuple[str, bytes]]:
    """The course, as if that were its only assignment."""
    manifest = tomllib.loads((course.root / FILE).read_text(encoding="utf-8"))
    alone = [one for one in manifest["assignments"] if one["slug"] == entry.slug]
    yield FILE, toml.written({**manifest, "assignments": alone}).encode()
    for top in (MASTER_FOLDER, HANDED_OUT):
        folder = course.root / top / entry.slug
        if not folder.is_dir():
            raise UsageError(f"{folder}: is not there. Make it: descent build")
        yield from _below(folder, f"{top}/{entry.slug}")


def unpacked(folder: Path) -> tuple[Path, Path]:
    """Where the course and the secret lie in what was packed."""
    return folder / COURSE, folder / SECRET
