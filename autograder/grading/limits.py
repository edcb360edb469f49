"""Which limits hold for an assignment's runs, as the sandbox takes them?"""

from dataclasses import fields, replace

from autograder.course.manifest import Course, Entry
from autograder.sandbox.limits import Limits

TIMES = ("wall_seconds", "cpu_seconds", "statement_seconds", "call_seconds")


def limits_of(course: Course, entry: Entry | None = None, time_factor: float = 1.0) -> Limits:
    """The limits of one assignment's runs, or the course's own.

    Args:
        time_factor: how many times as long a run may take.
    """
    said = course.limits if entry is None else course.limits_for(entry)
    limits = Limits(**{field.name: getattr(said, field.name) for field in fields(Limits)})
    return limits if time_factor == 1 else replace(limits, **{name: time_factor * getattr(limits, name) for name in TIMES})
