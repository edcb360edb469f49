"""Standings for the tests of what is shown of them."""

from datetime import UTC, datetime, timedelta

from autograder.course.manifest import Course, Entry, Late
from autograder.gradebook.policy import Attempt, Standing
from autograder.gradebook.standings import Decided, StudentStanding
from autograder.gradebook.tables import Decision

SLUG = "01-step"
DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
COURSE = Course(
    title="A course",
    assignments=(Entry(SLUG, "One step", "step.py", 10, due=DUE), Entry("02-more", "More", "more.py", 10)),
    late=Late(per_day=0.1, grace_hours=1, cap=0.5),
)


def tried(number: int, hours: float = -1, points: float | None = 8) -> Attempt:
    """An attempt so many hours after the due date."""
    return Attempt(number, number, DUE + timedelta(hours=hours), {} if points is None else {"h": points})


def decided(points: float, kind: Decision = Decision.OVERRIDE, reason: str = "seen", person: str = "grace") -> Decided:
    return Decided(kind, points, reason, person, DUE)


def one(student: str = "ada", score: float | None = 8, *attempts: Attempt, **more: object) -> StudentStanding:
    """Where a student stands: by the last of these attempts, or as `standing` says."""
    tries = attempts or ((tried(1, points=score),) if score is not None else ())
    where = more.pop("standing", Standing(score, 10, score, tries[-1] if tries and score is not None else None))
    return StudentStanding(student, SLUG, where, tries, due=more.pop("due", DUE), **more)  # type: ignore[arg-type]
