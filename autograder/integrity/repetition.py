"""Proof 6: does the same work get the same verdicts, whenever it is graded and whatever is drawn?"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from autograder.course import graph
from autograder.grading.report import Report
from autograder.integrity import draws
from autograder.integrity.asking import Asked
from autograder.integrity.patience import impatience
from autograder.integrity.programs import program
from autograder.integrity.proof import Proof, counted, proof
from autograder.integrity.subject import Subject
from autograder.integrity.worker import Task

SAMPLES = Path("examples", "submitted")
MOST_TOLD = 3


def repetition(subject: Subject, most: int) -> Proof:
    """Byte for byte the same report twice; on many draws the same verdicts, for the master, every sample and every mistake.

    Args:
        most: on so many draws, unless the assignment asks for fewer.

    Raises:
        CourseError: no cases can be drawn, or a formula cannot be written into a program.
    """
    count = min(most, subject.loaded.assignment.draws)
    programs = _programs(subject)
    first = list(programs.values())
    seconds = impatience(subject)
    more = [
        msgspec.structs.replace(task, secret=draws.secret(number), seconds=seconds, shared=number > 0)
        for number in range(count)
        for task in first
    ]
    reports = subject.grade("draws", first + more)
    expected, others = reports[: len(first)], reports[len(first) :]
    suspects = [
        index for index, report in enumerate(others) if _unlike(report, expected[index % len(first)], exactly=index < len(first))
    ]
    again = subject.grade("draws again", [msgspec.structs.replace(more[index], seconds=0.0) for index in suspects])
    findings: dict[str, list[str]] = {}
    for index, report in zip(suspects, again, strict=True):
        number, which = divmod(index, len(first))
        if _unlike(report, expected[which], exactly=number == 0):
            findings.setdefault(list(programs)[which], []).append(_difference(number, expected[which], report))
    claim = f"{counted(len(programs), 'program')} get the same report twice, and the same verdicts on {counted(count, 'draw')}"
    return proof("draws", claim, _worded(findings), figures={"programs": len(programs), "draws": count, "gradings": len(reports)})


def _programs(subject: Subject) -> Mapping[str, Task]:
    """What is graded again and again, by the name it has in findings; what takes longest first."""
    assignment, file = subject.loaded.assignment, subject.loaded.entry.file
    found: dict[str, Task] = {}
    for path in sorted((subject.course.root / SAMPLES).glob(f"*/{subject.slug}/*")):
        if path.suffix in (".py", ".ipynb"):
            found[path.relative_to(subject.course.root).as_posix()] = Task(path.name, path.read_bytes(), draws.secret(0))
    for mistake in graph.mistakes(assignment):
        text = program(assignment, mistake).encode()
        found[f"the mistake {mistake.question}:{mistake.id}"] = Task(file, text, draws.secret(0), asked=Asked.PLAIN)
    found[subject.where] = Task(file, subject.text.encode(), draws.secret(0))
    return found


def _unlike(one: Report, other: Report, *, exactly: bool) -> bool:
    if exactly:
        return msgspec.json.encode(one) != msgspec.json.encode(other)
    return _verdicts(one) != _verdicts(other)


def _verdicts(report: Report) -> list[tuple[str, str, float, str | None]]:
    return [(question.id, str(question.verdict), question.points, question.mistake) for question in report.questions]


def _difference(number: int, expected: Report, report: Report) -> str:
    for (name, before, _, mistake), (_, now, _, other) in zip(_verdicts(expected), _verdicts(report), strict=True):
        if (before, mistake) != (now, other):
            return f"draw {number}: {name} is {_told(now, other)}, at first it was {_told(before, mistake)}"
    return f"draw {number}: the same verdicts, but another report"


def _told(verdict: str, mistake: str | None) -> str:
    return f"{verdict} ({mistake})" if mistake else verdict


def _worded(findings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for name, told in findings.items():
        more = f"; and on {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
        yield f"{name}: not always the same. {'; '.join(told[:MOST_TOLD])}{more}."
