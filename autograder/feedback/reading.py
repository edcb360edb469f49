"""What does a student read of a report, and what not?

What is right comes first; then one hint, at the first broken link; of what is broken further on the label alone. A report holds
more, for instructors. Text, Markdown and HTML only lay out what is chosen here, so no two of them can tell different things.
"""

from collections import Counter
from dataclasses import dataclass

from autograder.feedback import plain, words
from autograder.feedback.words import Label
from autograder.grading.report import QuestionReport, Report, Verdict

ABSENT = (Verdict.UNATTEMPTED, Verdict.MISSING)


@dataclass(frozen=True, slots=True)
class Line:
    """One question's result. `seen` is the student's value on the first example.

    Attributes:
        earned: a dash where no points can be told yet, or none are to be had.
        possible: empty where none are to be had.
    """

    id: str
    text: str
    label: Label
    place: str
    seen: str
    earned: str
    possible: str

    @property
    def points(self) -> str:
        """ "1.5 / 2", or a dash."""
        return f"{self.earned} / {self.possible}" if self.possible else self.earned

    @property
    def result(self) -> str:
        """The label, with the place in the student's file where it says something."""
        return f"{self.label}, {self.place}" if self.place else str(self.label)


@dataclass(frozen=True, slots=True)
class Look:
    """The first broken link: what was seen there, the one hint, and the place unless the message names it.

    Attributes:
        built_on: a sentence on the questions that nothing can be said of before this one is mended, or nothing.
    """

    id: str
    place: str
    text: str
    message: str
    seen: str
    hint: str
    built_on: str

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
        graded: whether there are any points to be had.
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
    graded: bool
    tally: str

    @property
    def right(self) -> int:
        """How many questions are held to be right."""
        return sum(line.label in (Label.CORRECT, Label.CARRIED) for line in self.lines)

    @property
    def total(self) -> str:
        """ "8 of 10 points", or that there is no score yet, or never one."""
        if self.score is None:
            return "No score yet"
        return f"{self.score} of {self.possible} points" if self.graded else words.UNGRADED


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
        look=None if broken is None or report.faulty or _unread(report) else _look(broken, report),
        follow_through=words.FOLLOW_THROUGH if carried and not report.faulty else "",
        remarks=tuple(filter(None, map(plain.line, report.notes))),
        score=None if report.score is None else words.points(report.score),
        possible=words.points(report.max_score),
        graded=report.max_score > 0,
        tally=_tally(report),
    )


def _opening(report: Report) -> str:
    if report.faulty:
        return words.FAULT
    if report.refusal:
        return plain.line(report.refusal)
    if report.unreadable:
        return words.UNREADABLE.format(place=f" ({report.unreadable})" if report.unreadable.line else "")
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


def _unread(report: Report) -> bool:
    """Whether nothing of the file could be looked at: its opening says why, and there is no link to begin with."""
    return bool(report.refusal or report.unreadable)


def _line(question: QuestionReport, *, faulty: bool) -> Line:
    """A faulty report shows no points at all: what is not settled must not look like a zero."""
    return Line(
        id=plain.name(question.id),
        text=plain.line(question.text),
        label=words.label(question.verdict),
        place=str(question.place) if question.place and question.verdict is Verdict.FAILED else "",
        seen="" if faulty else plain.value(question.seen) or "",
        earned=words.NO_POINTS if faulty or not question.max_points else words.points(question.points),
        possible=words.points(question.max_points) if question.max_points else "",
    )


def _look(question: QuestionReport, report: Report) -> Look:
    name = plain.name(question.id)
    return Look(
        id=name,
        place=str(question.place) if question.place and str(question.place) not in question.message.lower() else "",
        text=plain.line(question.text),
        message=plain.line(question.message),
        seen=words.on_first_example(plain.value(question.seen)),
        hint=plain.line(question.hint or ""),
        built_on=words.built_on(_behind(question, report), "write" if question.verdict in ABSENT else "mend"),
    )


def _behind(first: QuestionReport, report: Report) -> list[str]:
    """What is not right and was found to hang on this question, directly or through others."""
    hanging = {first.id}
    for question in report.questions:
        if question.behind in hanging and not question.verdict.counts:
            hanging.add(question.id)
    return [plain.name(question.id) for question in report.questions if question.id in hanging and question is not first]


def _tally(report: Report) -> str:
    """How many of each label, in the order in which labels are listed."""
    counts = Counter(words.label(question.verdict) for question in report.questions)
    return ", ".join(f"{counts[label]} {label.counted}" for label in Label if counts[label])
