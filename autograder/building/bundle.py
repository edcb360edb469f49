"""What does a class receive?

The assignments, a README on how to start, and what GitHub does with them at each push; nothing of `solutions/`.
"""

from importlib import resources
from pathlib import Path

from autograder.building.build import README, safe
from autograder.building.exporting import export, listed
from autograder.building.readme import welcome
from autograder.course.manifest import Course

WORKFLOW = ".github/workflows/classroom.yml"


def bundle(course: Course) -> dict[str, bytes]:
    """Every file that a class receives, by its path with slashes, sorted, with the list of them.

    Raises:
        CourseError: a master cannot be built, or a solution would be given away.
    """
    assignments = {"/".join(path.parts[1:]): content for path, content in safe(course).items()}
    workflow = resources.files("autograder.building").joinpath("templates", "classroom.yml").read_bytes()
    return listed({README: welcome(course), WORKFLOW: workflow} | assignments)


def export_student(course: Course, target: Path) -> list[Path]:
    """Write what a class receives to a folder, or to a zip file if `target` ends in .zip.

    Returns:
        the files, by their paths within the target.

    Raises:
        CourseError: a master cannot be built, or a solution would be given away.
        UsageError: something is there already that is no earlier export, or was changed since. Then nothing is written.
    """
    return export(bundle(course), target)
