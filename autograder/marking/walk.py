"""How does a grader go through answers in a terminal? One after the other: what was written, the rubric, points, a comment.

Each mark is kept at once, so that stopping loses nothing. Who it is stands nowhere but in the label that the caller chose.
"""

import re
import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from autograder.course.manifest import ByHand, Criterion
from autograder.errors import UsageError
from autograder.feedback import plain, words
from autograder.feedback.byhand import quoted
from autograder.gradebook.deciding import LONGEST_REASON
from autograder.marking.byhand import Answer, State

LETTERS = string.ascii_lowercase.replace("q", "")  # q stops
NUMBER = re.compile(r"\d{1,9}([.,]\d{1,9})?", re.ASCII)
STOP = "q"
YES = ("y", "yes")

Ask = Callable[[str], str | None]  # shows a prompt; what was typed, None at the end of the input
Say = Callable[[str], None]
Give = Callable[[Answer, float, str], None]


class Stopped(Exception):
    """The grader has had enough for now."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a grader typed: points, and the lines of the rubric that they come from."""

    points: float
    ticked: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through answers.

    Args:
        label: what the students of an answer are called.
        give: keeps a mark.

    Raises (by `give`):
        UsageError: it cannot be kept, which is said, and the next answer is shown.
    """

    ask: Ask
    say: Say
    give: Give
    label: Callable[[Answer], str]

    def through(self, question: ByHand, answers: Sequence[Answer]) -> int:
        """Show each of these answers to one question; how many were marked."""
        written = [answer for answer in answers if answer.written.given]
        blank = [answer for answer in answers if not answer.written.given]
        done = 0
        self.say("\n".join(head(question)))
        try:
            for at, answer in enumerate(written, 1):
                self.say("\n".join(["", *shown(answer, f"{at} of {len(written)}  {self.label(answer)}")]))
                done += self._one(answer)
            done += self._blank(question, blank)
        except Stopped:
            pass
        return done

    def _one(self, answer: Answer) -> bool:
        told = self._told(answer.question)
        if told is None:
            return False
        comment = self._comment()
        return self._kept(answer, told.points, said(told.ticked, comment))

    def _told(self, question: ByHand) -> Told | None:
        letters = f", letters of the rubric ({LETTERS[: len(question.rubric)]})" if question.rubric else ""
        prompt = f"Points, 0 to {words.points(question.points)}{letters}; Enter for later, {STOP} to stop: "
        while typed := self._asked(prompt):
            found = read(typed, question)
            if isinstance(found, Told):
                return found
            self.say(found)
        return None

    def _comment(self) -> str:
        while len(typed := self._asked("Comment for the student, or Enter for none: ", stops=False)) > LONGEST_REASON:
            self.say(f"A comment has at most {LONGEST_REASON} characters; this has {len(typed)}.")
        return typed

    def _blank(self, question: ByHand, blank: Sequence[Answer]) -> int:
        """Those who have written nothing: 0 points for all of them, if a person says so."""
        if not blank:
            return 0
        wrote = f"{words.counted(len(blank), 'hand-in')} without anything written for {question.id}"
        self.say("\n".join(["", f"{wrote}:", *(f"  {self.label(one)}{'' if one.readable else unread(one)}" for one in blank)]))
        if self._asked("0 points for each of them? y or n: ").lower() not in YES:
            return 0
        return sum(self._kept(answer, 0.0, "") for answer in blank)

    def _kept(self, answer: Answer, points: float, comment: str) -> bool:
        try:
            self.give(answer, points, comment)
        except UsageError as error:
            self.say(f"Not kept: {plain.line(str(error))}")
            return False
        self.say(f"{self.label(answer)}: {words.points(points)} of {words.points(answer.question.points)} points.")
        return True

    def _asked(self, prompt: str, *, stops: bool = True) -> str:
        typed = self.ask(prompt)
        if typed is None or (stops and typed.strip().lower() == STOP):
            raise Stopped
        return typed.strip()


def head(question: ByHand) -> Iterator[str]:
    """What was asked, and the rubric with a letter for each line."""
    yield f"{question.id}: {plain.line(question.title)} ({words.points(question.points)} points, marked by hand)"
    if question.prompt.strip():
        yield from quoted(question.prompt.strip("\n"))
    for letter, criterion in zip(LETTERS, question.rubric, strict=False):
        yield f"  {letter}  {signed(criterion.points):>5}  {plain.line(criterion.text)}"


def shown(answer: Answer, label: str) -> Iterator[str]:
    """An answer as a grader reads it, with what was given for it before."""
    yield label
    for mark in {(one.points, one.reason): one for one in answer.marks.values()}.values():
        why = f": {plain.line(mark.reason)}" if mark.reason else ""
        after = ", and the answer has changed since" if answer.state is State.CHANGED else ""
        yield f"  marked {words.points(mark.points)} by {plain.name(mark.person)}{after}{why}"
    yield from quoted(answer.written.text)
    if answer.written.cut:
        yield f"  (the first {len(answer.written.text)} of {answer.written.length} characters; the rest is in the file)"


def read(typed: str, question: ByHand) -> Told | str:
    """The points that are meant, or why they are none."""
    if NUMBER.fullmatch(typed):
        points = float(typed.replace(",", "."))
        if points > question.points:
            return f"{typed} is more than the question is worth: {words.points(question.points)} points."
        return Told(points)
    letters = typed.lower().replace(",", "").replace(" ", "")
    known = dict(zip(LETTERS, question.rubric, strict=False))
    if known and letters and set(letters) <= known.keys():
        ticked = tuple(known[letter] for letter in known if letter in letters)
        return Told(round(min(max(sum(one.points for one in ticked), 0.0), question.points), 6), ticked)
    rubric = f", or letters of the rubric, such as {''.join(known)[:2]}" if known else ""
    return f"{plain.line(typed, 40)!r} is no number of points, such as 1.5{rubric}."


def said(ticked: Sequence[Criterion], comment: str) -> str:
    """What the student reads beside the points, no longer than a comment may be."""
    rubric = "; ".join(one.text for one in ticked)
    text = ". ".join(filter(None, (rubric, comment)))
    return text if len(text) <= LONGEST_REASON else comment


def signed(points: float) -> str:
    """Points of a rubric, with their sign."""
    return f"{'-' if points < 0 else '+'}{words.points(abs(points))}"


def unread(answer: Answer) -> str:
    """Why there is nothing of a file that could not be read."""
    return f"  ({plain.name(answer.file)} could not be read)"
