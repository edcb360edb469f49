"""What does a class receive?

The assignments and a README on how to start; nothing of `solutions/`.
"""

from pathlib import Path

from autograder.building.build import README, safe
from autograder.building.exporting import export, listed
from autograder.building.readme import welcome
from autograder.course.manifest import Course


def bundle(course: Course) -> dict[str, bytes]:
    """Every file that a class receives, by its path with slashes, sorted, with the list of them.

    Raises:
        CourseError: a master cannot be built, or a solution would be given away.
    """
    return listed({README: welcome(course)} | {"/".join(path.parts[1:]): content for path, content in safe(course).items()})


def export_student(course: Course, target: Path) -> list[Path]:
    """Write what a class receives to a folder, or to a zip file if `target` ends in .zip.

    Returns:
        the files, by their paths within the target.

    Raises:
        CourseError: a master cannot be built, or a solution would be given away.
        UsageError: something is there already that is no earlier export, or was changed since. Then nothing is written.
    """
    return export(bundle(course), target)
