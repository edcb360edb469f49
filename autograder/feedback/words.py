"""By which words, marks and sentences does feedback speak?

All fixed words stand here, so that a terminal, a page and a message say the same thing in the same way. A mark always comes with
its label: neither colour nor sign has to be known to read a result.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from autograder.grading.report import Verdict

BEGIN_HERE = "Begin here"
HINT = "Hint"
NOTE = "Note"
YOURS = "Yours on the first example"
UNGRADED = "Ungraded"
NO_POINTS = "–"
FAULT = (
    "A problem on our side: the grader failed on this work, through no doing of yours. Nothing is taken off. What you handed in "
    "is safe and will be graded again."
)
FOLLOW_THROUGH = (
    "Follow-through credit: with the answers before it set right, this one comes out right too. It earns its points, and the "
    "slip is counted once, where it was made."
)
ALL_RIGHT = "Everything is right."
NOTHING_YET = "Nothing is filled in yet."
UNREADABLE = "Python could not read the file{place}, so nothing of it was judged."
NONE_RIGHT = "None of the answers is right yet. There is one place to begin, and it is below."


class Label(StrEnum):
    """What a student reads for a verdict."""

    CORRECT = "correct"
    CARRIED = "follow-through credit"
    NOT_YET = "not right yet"
    UNATTEMPTED = "not attempted"
    MISSING = "not found"
    FAILED = "stopped with an error"
    FAULT = "a problem on our side"

    @property
    def mark(self) -> str:
        """One sign that stands before the label."""
        return _MARKS[self]

    @property
    def counted(self) -> str:
        """The label as it follows a number: "3 with follow-through credit"."""
        return _COUNTED.get(self, str(self))


_MARKS = {
    Label.CORRECT: "✓",
    Label.CARRIED: "→",
    Label.NOT_YET: "✗",
    Label.UNATTEMPTED: "○",
    Label.MISSING: "?",
    Label.FAILED: "!",
    Label.FAULT: "◇",
}

_COUNTED = {Label.CARRIED: "with follow-through credit", Label.FAULT: "to be graded again"}

_LABELS = {
    Verdict.CORRECT: Label.CORRECT,
    Verdict.CARRIED: Label.CARRIED,
    Verdict.MISTAKE: Label.NOT_YET,
    Verdict.HARDCODED: Label.NOT_YET,
    Verdict.WRONG: Label.NOT_YET,
    Verdict.UNATTEMPTED: Label.UNATTEMPTED,
    Verdict.MISSING: Label.MISSING,
    Verdict.FAILED: Label.FAILED,
    Verdict.FAULT: Label.FAULT,
}


def label(verdict: Verdict) -> Label:
    """What a student reads for this verdict: a mistake, a value that never changes and a wrong one are all "not right yet"."""
    return _LABELS[verdict]


def listed(things: Iterable[str]) -> str:
    """ "h", "h and error", "h, error and del_w"."""
    *most, last = things
    return f"{', '.join(most)} and {last}" if most else last


def points(value: float) -> str:
    """Points as people write them: "2", "1.5", "0.33"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def on_first_example(seen: str | None) -> str:
    """The sentence that shows a student's own value, nothing where there is none."""
    return f"On the first example yours is {seen}." if seen else ""


def built_on(names: Sequence[str], verb: str) -> str:
    """The sentence under the first broken link on what is built on it, nothing where that is nothing.

    Args:
        verb: what is to be done with it: mend or write.
    """
    if not names:
        return ""
    are, again = ("is", names[0]) if len(names) == 1 else ("are", "them")
    return f"{listed(names)} {are} built on it: {verb} it first, then look at {again} again."


def counted(number: int, one: str) -> str:
    """ "1 student", "2 students"."""
    return f"{number} {one}{'' if number == 1 else 's'}"
