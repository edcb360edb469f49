"""What is said of one submission? The report: the one currency of the command line, pages, platforms and the gradebook.

The JSON of these types is a contract (design.md, section 5): keys may be added, those there stay.
"""

from enum import StrEnum
from typing import Any

import msgspec

from autograder.course.descent import Descended
from autograder.course.plots import SigmoidPlot

SCHEMA = "descent/reports/1"
POINT_DIGITS = 5  # of a question: what the coarsest of the platforms keeps


class Verdict(StrEnum):
    """What the judge says of one question."""

    CORRECT = "correct"
    CARRIED = "carried"
    MISTAKE = "mistake"
    HARDCODED = "hardcoded"
    WRONG = "wrong"
    UNATTEMPTED = "unattempted"
    MISSING = "missing"
    FAILED = "failed"
    FAULT = "fault"

    @property
    def counts(self) -> bool:
        """Whether the question is held to be right."""
        return self in (Verdict.CORRECT, Verdict.CARRIED)


class Place(msgspec.Struct, frozen=True):
    """A line in the student's own file. `cell` counts a notebook's code cells from 1 and is 0 in a .py file."""

    line: int
    cell: int = 0

    def __str__(self) -> str:
        return f"cell {self.cell}, line {self.line}" if self.cell else f"line {self.line}"


class QuestionReport(msgspec.Struct, frozen=True, kw_only=True):
    """One question's verdict, in words for the student.

    Attributes:
        mistake: the name of the mistake, for instructors.
        message: what was seen, a sentence for the student.
        hint: a question that a tutor would ask, or None. Reports carry every hint; what a student reads shows one.
        seen: the student's own value on the first public example (a number or nested lists), or None.
        place: where in the student's file, or None.
        behind: the earlier question that is to be mended before more can be said of this one; absent where there is none.
    """

    id: str
    verdict: Verdict
    points: float
    max_points: float
    mistake: str | None = None
    message: str = ""
    hint: str | None = None
    text: str = ""
    seen: Any = None
    place: Place | None = None
    behind: str | msgspec.UnsetType = msgspec.UNSET


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All verdicts of one submission.

    Attributes:
        submission: "sha256:" and the digest of the submitted bytes.
        isolation: "A", "B" or "none".
        score: the sum of points, or None where any question is a fault.
        notes: remarks that belong to no single question ("the file no longer assigns w").
        version: the assignment's version.
        secret: the id of the course secret that the hidden cases come from.
        file: the name under which it was handed in.
        title: the assignment's title.
        refusal: why the file could not be read at all, or nothing.
        plot: which of the values seen the feedback page draws.
        unreadable: where Python could not read the file, so that nothing of it ran; absent where it could.
        descent: what the feedback page draws of the student's training; absent where it draws nothing.
    """

    student: str
    assignment: str
    submission: str
    isolation: str
    score: float | None
    max_score: float
    questions: tuple[QuestionReport, ...]
    notes: tuple[str, ...] = ()
    version: int = 1
    secret: str = ""
    file: str = ""
    title: str = ""
    refusal: str = ""
    plot: SigmoidPlot | None = None
    unreadable: Place | msgspec.UnsetType = msgspec.UNSET
    descent: Descended | msgspec.UnsetType = msgspec.UNSET

    @property
    def faulty(self) -> bool:
        """Whether the grader failed on any of it."""
        return self.score is None

    @property
    def first_broken(self) -> QuestionReport | None:
        """The first question that is not held to be right: the one whose hint the student reads."""
        return next((q for q in self.questions if not q.verdict.counts), None)


class Refused(msgspec.Struct, frozen=True):
    """A file that was not graded at all, and why; `student` and `assignment` as far as they are known, else ""."""

    path: str
    student: str
    assignment: str
    reason: str


class Reports(msgspec.Struct, frozen=True):
    """What `--json` prints."""

    reports: tuple[Report, ...]
    refused: tuple[Refused, ...] = ()
    schema: str = SCHEMA


def total(points: list[float]) -> float:
    """Points added up without the dust of binary fractions."""
    return round(sum(points), 6)
