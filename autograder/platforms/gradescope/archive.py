"""What is in the zip that is uploaded to Gradescope?

Besides Gradescope's two scripts: the engine, the course and its secret, so that what is graded there is graded as here. It holds the
solutions and is for instructors alone.
"""

import string
from collections.abc import Iterator
from importlib import metadata, resources
from pathlib import Path

from autograder.building.exporting import export
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.errors import UsageError
from autograder.marking.secrets import FILE as SECRET
from autograder.platforms.gradescope.visibility import Until
from autograder.platforms.packing import FOLDER, packed, requirements, setup

SETUP, RUN, GRADE = "setup.sh", "run_autograder", "grade.py"
EXECUTABLE = (SETUP, RUN)
REQUIREMENTS = "requirements.txt"
DISTRIBUTION = "descent-course"


def files(course: Course, secret: Secret, slug: str, until: Until = Until.VISIBLE) -> dict[str, bytes]:
    """Every file in the zip, by its path.

    Raises:
        CourseError: there is no assignment of that slug.
        UsageError: the course's assignments have not been built.
    """
    entry = course.entry(slug)
    said = {"slug": entry.slug, "until": until.value, "engine": metadata.version(DISTRIBUTION)}
    pins = "".join(f"{pin}\n" for pin in requirements())
    return {**dict(_scripts(said)), REQUIREMENTS: pins.encode(), **packed(course, secret, FOLDER, entry.slug)}


def export_gradescope(course: Course, secret: Secret, slug: str, target: Path, until: Until = Until.VISIBLE) -> list[Path]:
    """Write the zip, for its owner's eyes alone.

    Returns:
        the files in it, by their paths.

    Raises:
        CourseError: there is no assignment of that slug.
        UsageError: the target is no zip file, or something is there already that is no earlier export.
    """
    if target.suffix.lower() != ".zip":
        raise UsageError(f"{target}: Gradescope takes a zip file. Name one that ends in .zip.")
    return export(files(course, secret, slug, until), target, executable=EXECUTABLE, private=[f"{FOLDER}/{SECRET}"])


def _scripts(said: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    folder = resources.files("autograder.platforms.gradescope") / "scripts"
    yield SETUP, setup(folder / "install.sh")
    yield RUN, (folder / RUN).read_bytes()
    yield GRADE, string.Template((folder / GRADE).read_text(encoding="utf-8")).substitute(said).encode()
