"""Proof 6: does the same work get the same verdicts, whenever it is graded and whatever is drawn?"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from autograder.course import graph
from autograder.grading.report import Report
from autograder.integrity import draws
from autograder.integrity.programs import program
from autograder.integrity.proof import Proof, counted, proof
from autograder.integrity.subject import Subject
from autograder.integrity.worker import Task

SAMPLES = Path("examples", "submitted")
MOST_TOLD = 3

Program = tuple[str, bytes]
"""A file's name and its bytes."""


def repetition(subject: Subject, count: int) -> Proof:
    """Byte for byte the same report twice; on `count` draws the same verdicts, for the master, every sample and every mistake.

    Raises:
        CourseError: no cases can be drawn, or a formula cannot be written into a program.
    """
    programs = _programs(subject)
    first = [Task(file, content, draws.secret(0)) for file, content in programs.values()]
    more = [_impatient(task, number) for number in range(count) for task in first]
    reports = subject.grade("draws", first + more)
    expected, others = reports[: len(first)], reports[len(first) :]
    suspects = [
        index for index, report in enumerate(others) if _unlike(report, expected[index % len(first)], exactly=index < len(first))
    ]
    again = subject.grade("draws again", [msgspec.structs.replace(more[index], patient=True) for index in suspects])
    findings: dict[str, list[str]] = {}
    for index, report in zip(suspects, again, strict=True):
        number, which = divmod(index, len(first))
        if _unlike(report, expected[which], exactly=number == 0):
            findings.setdefault(list(programs)[which], []).append(_difference(number, expected[which], report))
    claim = f"{counted(len(programs), 'program')} get the same report twice, and the same verdicts on {counted(count, 'draw')}"
    return proof("draws", claim, _worded(findings), figures={"programs": len(programs), "draws": count, "gradings": len(reports)})


def _programs(subject: Subject) -> Mapping[str, Program]:
    """What is graded again and again, by the name it has in findings; what takes longest first."""
    assignment, file = subject.loaded.assignment, subject.loaded.entry.file
    found: dict[str, Program] = {}
    for path in sorted((subject.course.root / SAMPLES).glob(f"*/{subject.slug}/*")):
        if path.suffix in (".py", ".ipynb"):
            found[path.relative_to(subject.course.root).as_posix()] = path.name, path.read_bytes()
    for mistake in graph.mistakes(assignment):
        found[f"the mistake {mistake.question}:{mistake.id}"] = file, program(assignment, mistake).encode()
    found[subject.where] = file, subject.text.encode()
    return found


def _impatient(task: Task, number: int) -> Task:
    return msgspec.structs.replace(task, secret=draws.secret(number), patient=False)


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
