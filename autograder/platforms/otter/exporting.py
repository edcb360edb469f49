"""What does a class get that works with otter-grader, and what do its instructors get?

For each assignment what `otter assign` would make: `student/` with the notebook and what belongs to it, `autograder/` with the zip and
the config that is in it.
"""

from collections.abc import Sequence
from pathlib import Path

from autograder.building.build import safe
from autograder.building.exporting import archive, export
from autograder.course.load import load_assignment
from autograder.course.manifest import Course, Entry
from autograder.course.secret import Secret
from autograder.errors import UsageError
from autograder.platforms.otter.checks import Asked
from autograder.platforms.otter.student import notebook
from autograder.platforms.otter.zipped import CONFIG, PROGRAMS, config, zipped

STUDENT, AUTOGRADER = "student", "autograder"
OWNER_ALONE = 0o600


def export_otter(course: Course, secret: Secret, target: Path, slugs: Sequence[str] = ()) -> list[Path]:
    """Write these assignments, all if none is named, each to a folder of its own in `target`; what is there of others stays.

    The zips hold the course's secret and its solutions, so that nobody else on this machine may read them.

    Returns:
        the files, by their paths within the target.

    Raises:
        CourseError: a master cannot be built, there is no such assignment, or a solution would be given away.
        UsageError: the target is no folder, something is there already that is no earlier export, or was changed since; or
            `assignments/` is not built.
    """
    if target.suffix.lower() == ".zip":
        raise UsageError(f"{target}: students get one part of it and instructors another, so it is no zip. Name a folder.")
    entries = [course.entry(slug) for slug in slugs] or course.assignments
    built = {path.parts[1:]: content for path, content in safe(course, entries).items()}
    made = {}
    for entry in entries:
        plain = {"/".join(parts[1:]): content for parts, content in built.items() if parts[0] == entry.slug}
        made[entry.slug] = _assignment(course, secret, entry, plain)
    written: list[Path] = []
    for slug, files in made.items():
        written += [Path(slug) / path for path in export(files, target / slug)]
        (target / slug / archive_name(slug)).chmod(OWNER_ALONE)
    return written


def archive_name(slug: str) -> str:
    """Where an assignment's zip lies in its folder: always under this name, whenever it was made."""
    return f"{AUTOGRADER}/{slug}-autograder.zip"


def _assignment(course: Course, secret: Secret, entry: Entry, plain: dict[str, bytes]) -> dict[str, bytes]:
    loaded = load_assignment(course, entry.slug)
    questions = [(question, loaded.points(question.id)) for question in loaded.assignment.questions.values()]
    asked = [Asked(question.id, points) for question, points in questions]
    made = {f"{STUDENT}/{name}": content for name, content in plain.items()}
    made[f"{STUDENT}/{entry.notebook}"] = notebook(plain[entry.notebook], entry.slug, entry.notebook, questions)
    made[f"{AUTOGRADER}/{CONFIG}"] = config(entry.slug, graded=bool(entry.points))
    made[archive_name(entry.slug)] = archive(zipped(course, secret, entry.slug, asked), PROGRAMS)
    return made
