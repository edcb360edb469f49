"""What does a student read of a question that is not right? Our words for it, where pytest shows a traceback."""

import textwrap
from dataclasses import dataclass
from typing import Any, Self

import msgspec
import pytest

from autograder.feedback import plain, words
from autograder.feedback.practice import WIDTH, look
from autograder.grading.practice import NOT_JUDGED
from autograder.grading.report import QuestionReport, Report

_UNKNOWN = "not judged yet"


@dataclass(frozen=True, slots=True)
class Line:
    """What pytest shows of a failure in one line."""

    message: str

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Said:
    """Stands where pytest has the representation of an exception: the whole of it, and one line."""

    short: str
    text: str

    @classmethod
    def of(cls, question: QuestionReport, report: Report | None) -> Self:
        """What is said of a question that is not right.

        Args:
            report: where the question is the one to begin with. Only then the hint is shown, and what else is said of the file.
        """
        short = f"{words.label(question.verdict)}{f', {question.place}' if question.place else ''}"
        shown = question if report else msgspec.structs.replace(question, hint=None)
        remarks = [f"{words.NOTE}: {plain.line(note)}" for note in (_remarks(report) if report else [])]
        return cls(short, "\n".join(textwrap.fill(said, WIDTH) for said in (short, *look(shown), *remarks)))

    @property
    def reprcrash(self) -> Line:
        """The line."""
        return Line(self.short)

    def toterminal(self, terminal: Any) -> None:
        """Write all of it."""
        for line in self.text.splitlines():
            terminal.line(line)

    def __str__(self) -> str:
        return self.text


class NotRight(Exception):
    """The question is not right."""

    def __init__(self, said: Said) -> None:
        self.descent_said = said
        super().__init__(said.short)


class Unable(NotRight):
    """Nothing could be judged."""


def not_judged(reason: str, path: str) -> Exception:
    """What skips a question that hangs on another one: pytest's own exception, saying no line of ours."""
    skipped: Any = pytest.skip.Exception(reason)
    skipped.descent_said = (path, None, f"Skipped: {reason}")
    return skipped  # type: ignore[no-any-return]


def waiting(report: Report, question: str) -> str:
    """Why a question has not been judged."""
    return next((note for note in report.notes if note.startswith(_beginning(question))), _UNKNOWN)


def _remarks(report: Report) -> list[str]:
    return [note for note in report.notes if not note.startswith(_beginning(""))]


def _beginning(question: str) -> str:
    return NOT_JUDGED.partition("{")[0] + (f"{question}," if question else "")
