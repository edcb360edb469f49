"""What is known of a class? Who has handed in what and when, and what it came to: all that the analysis is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from autograder.grading.report import Report


@dataclass(frozen=True, slots=True)
class HandIn:
    """One hand-in: which submission, and when."""

    submission: int
    when: datetime


@dataclass(frozen=True, slots=True)
class Work:
    """One student in one assignment.

    Attributes:
        score: by the course's rules, None where there is none.
        report: of the attempt that counts; None where none does.
        attempts: in the order of their times.
        late: seconds after the student's due date.
        group: whose work it is together; "" for work alone.
    """

    student: str
    score: float | None
    max_score: float
    report: Report | None = None
    attempts: tuple[HandIn, ...] = ()
    late: float = 0.0
    excused: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One assignment and what everybody has done in it."""

    slug: str
    title: str
    works: tuple[Work, ...]
    due: datetime | None = None


def relabelled(students: Sequence[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    """What these are called in what is shown, sorted."""
    return tuple(sorted(labels.get(student, student) for student in students))
