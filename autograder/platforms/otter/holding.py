"""Does an answer hold on the public examples, and what does `grader.check` say if not?

Runs in the student's notebook, called by the tests that lie there.
"""

import textwrap
from collections.abc import Iterator
from html import escape

from autograder.feedback import plain, words
from autograder.feedback.practice import look
from autograder.grading.bench import Waiting
from autograder.grading.practice import Practice
from autograder.grading.report import QuestionReport

WIDTH = 76


class NotYet(Exception):
    """The answer does not hold yet; the text says what was seen, with one hint. Otter shows it as it is, as HTML too."""


def hold(question: str, found: Practice | str) -> None:
    """Return where the question's answer is right.

    Args:
        found: what `check` has found, or the sentence that says why it could not look.

    Raises:
        NotYet: it is not right, or was not looked at.
    """
    if isinstance(found, str):
        raise NotYet(_wrapped([found]))
    link = next(link for link in found.links if link.id == question)
    if isinstance(link, QuestionReport) and link.verdict.counts:
        return
    raise NotYet(_wrapped([*_said(link, found), *(f"{words.NOTE}: {plain.line(note)}" for note in found.notes)]))


def _said(link: QuestionReport | Waiting, found: Practice) -> Iterator[str]:
    """How it stands, and what to look at first."""
    broken = found.first_broken
    if isinstance(link, Waiting):
        yield f"{link.id} is not judged yet: it hangs on {link.behind}."
    else:
        yield f"{link.id}: {words.label(link.verdict)}."
    if broken is not None and broken.id != link.id:
        yield f"{words.BEGIN_HERE}: {broken.id}, {words.label(broken.verdict)}."
    if broken is not None:
        yield from look(broken)


def _wrapped(sentences: list[str]) -> str:
    return "\n".join(textwrap.fill(escape(sentence, quote=False), WIDTH) for sentence in sentences if sentence)
