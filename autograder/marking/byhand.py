"""What is there to be marked by hand? Answers as texts, taken out of the submissions that count by the sandbox."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from autograder.course.manifest import ByHand, Course
from autograder.gradebook.marks import Mark, Work
from autograder.gradebook.standings import Decided
from autograder.sandbox.writings import Written

UNREADABLE = Written("absent")


class Reader(Protocol):
    """Whoever takes answers out of files: a sandbox."""

    def written(self, content: bytes, kind: str, names: Sequence[str]) -> Mapping[str, Written] | None:
        """By name; None where the file cannot be read."""


class State(StrEnum):
    """Where an answer stands."""

    WAITS = "waits"
    CHANGED = "changed"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written for one question, by one student or by a group.

    Attributes:
        number: the submission's.
        readable: whether the file could be read.
        marks: by student.
    """

    question: ByHand
    number: int
    file: str
    students: tuple[str, ...]
    written: Written
    readable: bool
    marks: Mapping[str, Decided]

    @property
    def state(self) -> State:
        """Whether everybody has a mark, and for what stands there now."""
        if any(student not in self.marks for student in self.students):
            return State.WAITS
        return State.CHANGED if any(one.answer != self.written.digest for one in self.marks.values()) else State.MARKED

    def mark(self, points: float, comment: str = "") -> Mark:
        """These points for this answer."""
        return Mark(self.students, self.question.id, points, comment, self.number, self.written.digest)


def answers(
    works: Sequence[Work], course: Course, questions: Sequence[ByHand], reader: Reader, done: Callable[[], None] = lambda: None
) -> list[Answer]:
    """Everything that was written for these questions in some work, question by question.

    Args:
        done: called after each submission.
    """
    names = [question.id for question in questions]
    read = []
    for work in works:
        read.append((work, _written(work, names, course, reader)))
        done()
    return [_answer(question, work, written) for question in questions for work, written in read]


def _written(work: Work, names: Sequence[str], course: Course, reader: Reader) -> Mapping[str, Written] | None:
    content = work.submission.content
    if not content or len(content) > course.limits.most_bytes(work.submission.file):  # purged, or refused by the grader too
        return None
    return reader.written(content, work.submission.kind, names)


def _answer(question: ByHand, work: Work, written: Mapping[str, Written] | None) -> Answer:
    return Answer(
        question,
        work.number,
        work.submission.file,
        work.students,
        UNREADABLE if written is None else written[question.id],
        written is not None,
        {student: marks[question.id] for student, marks in work.marks.items() if question.id in marks},
    )
