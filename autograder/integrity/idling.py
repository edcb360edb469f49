"""Does who makes a known slip, and does nothing after it, earn anything by that?

After a slip that leaves next to nothing to see (a slope that is nought everywhere), doing nothing gives what the right formula gives.
So each mistake of a function is handed in with functions after it that give noughts of the right shapes, and with such as hand back
what they are called with; and each function that is built on others by itself, with nothing else written.
"""

import textwrap
from collections.abc import Iterator

from autograder.course import graph
from autograder.course.vocabulary import Assignment, Kind, Question
from autograder.integrity import draws
from autograder.integrity.asking import Asked
from autograder.integrity.programs import program
from autograder.integrity.subject import Subject
from autograder.integrity.worker import Task

WAYS = {"noughts": "[]", "its own arguments": "arguments"}
IDLE = """\
import numpy as idle_numpy


def idle(right, arguments, offered):
    value, left, parts = right(*arguments), list(offered), []
    for part in value if isinstance(value, tuple) else (value,):
        shape = idle_numpy.shape(part)
        fits = [at for at, one in enumerate(left) if idle_numpy.shape(one) == shape]
        parts.append("" if isinstance(part, str) else left.pop(fits[0]) if fits else idle_numpy.zeros(shape))
    return tuple(parts) if isinstance(value, tuple) else parts[0]
"""

Handed = tuple[str, tuple[str, ...], str]
"""A program's name, the functions of it that do nothing, and its text."""


def idlers(subject: Subject) -> tuple[list[str], int]:
    """A sentence for each function that earned something by doing nothing, and how many programs were handed in.

    Raises:
        CourseError: a formula cannot be written into a program.
    """
    handed_in = list(_handed_in(subject.loaded.assignment))
    file = subject.loaded.entry.file
    tasks = [Task(file, text.encode(), draws.secret(0), asked=Asked.PLAIN) for *_, text in handed_in]
    findings = []
    for (what, idle, _), report in zip(handed_in, subject.grade("idle", tasks), strict=True):
        for question in report.questions:
            if question.id in idle and (question.verdict.counts or question.points):
                earned = f"{what}: {question.id} gives no more and is {question.verdict}, with {question.points:g} points."
                findings.append(f"questions.py: {earned} Name mistakes of {question.id} that would show even so.")
    return findings, len(handed_in)


def _handed_in(assignment: Assignment) -> Iterator[Handed]:
    right = textwrap.indent(program(assignment), "    ")
    asked = [question for question in assignment.questions.values() if question.kind in (Kind.FUNCTION, Kind.OUTCOME)]
    for mistake in graph.mistakes(assignment):
        after = [one for one in asked if mistake.question in graph.ancestors(assignment, one.id)]
        if after and assignment.questions[mistake.question].kind.called:
            yield from _idle(f"after the mistake {mistake.question}:{mistake.id}", after, program(assignment, mistake), right)
    for question in asked:
        if question.uses:
            yield from _idle(f"where {question.id} alone is written", [question], "", right)


def _idle(what: str, questions: list[Question], text: str, right: str) -> Iterator[Handed]:
    """The right functions, of which nothing but the shapes is used, lie in a function of their own."""
    rights = f"def idle_rights():\n{right}    return locals()\n\n\nidle_right = idle_rights()\n"
    for way, offered in WAYS.items():
        calls = [f"def {one.id}(*arguments):\n    return idle(idle_right[{one.id!r}], arguments, {offered})\n" for one in questions]
        yield f"{way} {what}", tuple(one.id for one in questions), "\n\n".join([IDLE, rights, text, *calls])
