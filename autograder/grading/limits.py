"""Which limits hold for an assignment's runs, as the sandbox takes them?"""

import msgspec

from autograder.course.manifest import Course, Entry
from autograder.sandbox.limits import Limits


def limits_of(course: Course, entry: Entry | None = None) -> Limits:
    """The limits of one assignment's runs, or the course's own."""
    return Limits(**msgspec.structs.asdict(course.limits if entry is None else course.limits_for(entry)))
