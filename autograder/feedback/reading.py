"""What does a student read of a report, and what not?

What is right comes first; then one hint, at the first broken link; of what is broken further on the label alone. A report holds
more, for instructors. Text, Markdown and HTML only lay out what is chosen here, so no two of them can tell different things.
"""

from collections import Counter
from dataclasses import dataclass

from autograder.feedback import plain, words
from autograder.feedback.words import Label
from autograder.grading.report import QuestionReport, Report, Verdict


@dataclass(frozen=True, slots=True)
class Line:
    """One question's result. `seen` is the student's value on the first example, `earned` a dash where no points can be told yet."""

    id: str
    text: str
    label: Label
    place: str
    seen: str
    earned: str
    possible: str

    @property
    def result(self) -> str:
        """The label, with the place in the student's file where it says something."""
        return f"{self.label}, {self.place}" if self.place else str(self.label)


@dataclass(frozen=True, slots=True)
class Look:
    """The first broken link: what was seen there, the one hint, and the place unless the message names it."""

    id: str
    place: str
    text: str
    message: str
    seen: str
    hint: str

    @property
    def heading(self) -> str:
        """ "Begin here: nn_output, line 21"."""
        return f"{words.BEGIN_HERE}: {self.id}{f', {self.place}' if self.place else ''}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a student reads, clean of control characters but not yet escaped.

    Attributes:
        opening: what is right, in a sentence; or that the grader failed; or why the file could not be read.
        look: None where everything is right or nothing was looked at.
        remarks: sentences that belong to no single question.
        score: None where the grader failed.
    """

    title: str
    slug: str
    student: str
    file: str
    opening: str
    lines: tuple[Line, ...]
    look: Look | None
    follow_through: str
    remarks: tuple[str, ...]
    score: str | None
    possible: str
    tally: str

    @property
    def total(self) -> str:
        """ "8 of 10 points", or that there is no score yet."""
        return f"{self.score} of {self.possible} points" if self.score is not None else "No score yet"


def read(report: Report) -> Reading:
    """Choose from a report what its student reads."""
    broken = report.first_broken
    carried = any(question.verdict is Verdict.CARRIED for question in report.questions)
    return Reading(
        title=plain.line(report.title or report.assignment),
        slug=plain.name(report.assignment),
        student=plain.name(report.student),
        file=plain.name(report.file) if report.file else "",
        opening=_opening(report),
        lines=tuple(_line(question, faulty=report.faulty) for question in report.questions),
        look=None if broken is None or report.faulty or report.refusal else _look(broken),
        follow_through=words.FOLLOW_THROUGH if carried and not report.faulty else "",
        remarks=tuple(filter(None, map(plain.line, report.notes))),
        score=None if report.score is None else words.points(report.score),
        possible=words.points(report.max_score),
        tally=_tally(report),
    )


def _opening(report: Report) -> str:
    if report.faulty:
        return words.FAULT
    if report.refusal:
        return plain.line(report.refusal)
    verdicts = [question.verdict for question in report.questions]
    right = [plain.name(question.id) for question in report.questions if question.verdict is Verdict.CORRECT]
    carried = [plain.name(question.id) for question in report.questions if question.verdict is Verdict.CARRIED]
    if len(right) == len(verdicts):
        return words.ALL_RIGHT
    if all(verdict is Verdict.UNATTEMPTED for verdict in verdicts):
        return words.NOTHING_YET
    said = [f"Right: {words.listed(right)}."] if right else []
    said += [f"Right but for an earlier slip: {words.listed(carried)}."] if carried else []
    return " ".join(said) or words.NONE_RIGHT


def _line(question: QuestionReport, *, faulty: bool) -> Line:
    """A faulty report shows no points at all: what is not settled must not look like a zero."""
    return Line(
        id=plain.name(question.id),
        text=plain.line(question.text),
        label=words.label(question.verdict),
        place=str(question.place) if question.place and question.verdict is Verdict.FAILED else "",
        seen="" if faulty else plain.value(question.seen) or "",
        earned="–" if faulty else words.points(question.points),
        possible=words.points(question.max_points),
    )


def _look(question: QuestionReport) -> Look:
    seen = plain.value(question.seen)
    name = plain.name(question.id)
    return Look(
        id=name,
        place=str(question.place) if question.place and str(question.place) not in question.message.lower() else "",
        text=plain.line(question.text),
        message=plain.line(question.message),
        seen=f"On the first example your {name} is {seen}." if seen is not None else "",
        hint=plain.line(question.hint or ""),
    )


def _tally(report: Report) -> str:
    """How many of each label, in the order in which labels are listed."""
    counts = Counter(words.label(question.verdict) for question in report.questions)
    return ", ".join(f"{counts[label]} {label.counted}" for label in Label if counts[label])
