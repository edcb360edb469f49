"""What does lateness cost in nbgrader? What the course's rule in course.toml says."""

from pathlib import Path

from nbgrader.plugins import LateSubmissionPlugin  # type: ignore[import-untyped]
from traitlets import Unicode

from autograder.course.manifest import Late, load
from autograder.gradebook.policy import taken_off


def penalty(late: Late, score: float, seconds: float) -> float | None:
    """The points that are taken off a score for so many seconds; None where nothing is."""
    part = taken_off(late, seconds)
    return round(score * part, 6) if part else None


class CourseRule(LateSubmissionPlugin):  # type: ignore[misc]
    """nbgrader asks it for each late submission; how late one is nbgrader knows by its own due dates and extensions."""

    course = Unicode(help="The folder that holds course.toml.").tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        """The points that are taken off.

        Raises:
            CourseError: the course cannot be read.
        """
        return penalty(load(Path(self.course)).late, score, total_seconds_late)
