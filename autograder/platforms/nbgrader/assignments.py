"""What is known of an assignment on both sides, the course's and nbgrader's?"""

from dataclasses import dataclass

from nbgrader.api import Gradebook  # type: ignore[import-untyped]

from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.platforms.nbgrader.released import Released, released
from autograder.platforms.nbgrader.source import answered_in, handed_out, prose


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment of the course as nbgrader has released it.

    Attributes:
        prose: the texts between the cells with code, as they are handed out.
    """

    loaded: Loaded
    released: Released
    prose: frozenset[str]


def assignment_of(course: Course, slug: str, book: Gradebook) -> Assignment:
    """An assignment.

    Raises:
        CourseError: it is none of the course's.
        UsageError: it is not built, or nbgrader has not released it, or not as the course has it now.
    """
    loaded = load_assignment(course, slug)
    cells = handed_out(course, loaded)
    return Assignment(loaded, released(book, loaded, answered_in(cells, loaded)), prose(cells))
