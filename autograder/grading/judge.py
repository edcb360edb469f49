"""What is the report on one submission?

`grade` runs it, judges it and words it. A fault of ours raises `SandboxFault`: whoever calls grades again, and then reports `faulty`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import Any

import msgspec

from autograder.course import cases
from autograder.course.closeness import arrays, finite
from autograder.course.load import Loaded
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.course.vocabulary import Kind, Question
from autograder.grading.bench import as_json
from autograder.grading.finding import Finding
from autograder.grading.judgement import judge
from autograder.grading.report import POINT_DIGITS, Place, QuestionReport, Report, Verdict, total
from autograder.grading.runs import Draw, Run, Trial
from autograder.grading.submission import Submission
from autograder.grading.wording import FIRST_STOP, STOPPED, Reason, told
from autograder.sandbox.host import Sandbox

FAULT = "A problem on our side: this could not be graded and will be graded again. Nothing is marked down."
MOST_SEEN = 64


@dataclass(frozen=True, slots=True)
class Examination:
    """A report with the evidence that it rests on; `plain` and `findings` are empty for a refused file."""

    report: Report
    plain: Run | None
    findings: dict[str, Finding]


def grade(
    loaded: Loaded,
    submission: Submission,
    *,
    course: Course,
    secret: Secret,
    sandbox: Sandbox,
    draw: Draw = cases.draw,
    time_factor: float = 1.0,
) -> Report:
    """The report on a submission.

    Args:
        draw: how hidden cases come from a seed.
        time_factor: how many times as long as others' its runs may take.

    Raises:
        SandboxFault: the sandbox failed, through no doing of the student.
    """
    return examine(loaded, submission, course=course, secret=secret, sandbox=sandbox, draw=draw, time_factor=time_factor).report


def examine(
    loaded: Loaded,
    submission: Submission,
    *,
    course: Course,
    secret: Secret,
    sandbox: Sandbox,
    draw: Draw = cases.draw,
    time_factor: float = 1.0,
) -> Examination:
    """As `grade`, keeping the runs that the verdicts rest on."""
    isolation = str(sandbox.level)
    if len(submission.content) > (most := course.limits.most_bytes(submission.file)):
        why = f"The file is larger than the {most >> 10} kB that are accepted."
        return Examination(refused(loaded, submission, isolation=isolation, secret_id=secret.id, message=why), None, {})
    trial = Trial(loaded, submission, course, secret, sandbox, draw, time_factor)
    plain = trial.plain()
    if plain is None:
        return Examination(refused(loaded, submission, isolation=isolation, secret_id=secret.id, message=trial.refused), None, {})
    findings = judge(trial, plain)
    questions = tuple(_question(loaded, loaded.assignment.questions[name], plain, findings, course) for name in findings)
    report = _report(loaded, submission, isolation, secret.id, questions, (*trial.notes, *_remarks(loaded, plain, findings)))
    if plain.unreadable(loaded):
        report = msgspec.structs.replace(report, unreadable=questions[0].place or Place(0))
    return Examination(report, plain, findings)


def refused(loaded: Loaded, submission: Submission, *, isolation: str, secret_id: str, message: str) -> Report:
    """A report for a file that cannot be read: every question failed, with the reason."""
    return msgspec.structs.replace(_uniform(loaded, submission, isolation, secret_id, Verdict.FAILED, message), refusal=message)


def faulty(loaded: Loaded, submission: Submission, *, isolation: str, secret_id: str) -> Report:
    """A report that says that we failed: no score, and never a zero."""
    return _uniform(loaded, submission, isolation, secret_id, Verdict.FAULT, FAULT)


def _uniform(loaded: Loaded, submission: Submission, isolation: str, secret_id: str, verdict: Verdict, message: str) -> Report:
    questions = tuple(
        QuestionReport(id=asked.id, verdict=verdict, points=0.0, max_points=loaded.points(asked.id), message=message, text=asked.text)
        for asked in loaded.assignment.questions.values()
    )
    return _report(loaded, submission, isolation, secret_id, questions, ())


def _report(
    loaded: Loaded,
    submission: Submission,
    isolation: str,
    secret_id: str,
    questions: tuple[QuestionReport, ...],
    notes: tuple[str, ...],
) -> Report:
    faulted = any(question.verdict is Verdict.FAULT for question in questions)
    return Report(
        student=submission.student,
        assignment=loaded.slug,
        submission=submission.digest,
        isolation=isolation,
        score=None if faulted else total([question.points for question in questions]),
        max_score=total([question.max_points for question in questions]),
        questions=questions,
        notes=notes,
        version=loaded.entry.version,
        secret=secret_id,
        file=submission.file,
        title=loaded.entry.title,
        plot=loaded.assignment.plot,
    )


def _question(loaded: Loaded, asked: Question, plain: Run, findings: dict[str, Finding], course: Course) -> QuestionReport:
    finding = findings[asked.id]
    place, error = _place(asked.id, finding, plain)
    said = told(finding.reason, error=error, detail=finding.detail, place=place)
    message = " ".join([said, *(told(reason, detail=detail) for reason, detail in finding.also)])
    return QuestionReport(
        id=asked.id,
        verdict=finding.verdict,
        points=round(_share(finding, course) * loaded.points(asked.id), POINT_DIGITS),
        max_points=loaded.points(asked.id),
        mistake=finding.mistake.id if finding.mistake else None,
        message=message,
        hint=finding.mistake.hint if finding.mistake else None,
        text=asked.text,
        seen=None if finding.reason in STOPPED or _chancy(finding, findings) else _seen(asked, plain),
        place=place,
        behind=finding.behind or msgspec.UNSET,
    )


def _place(name: str, finding: Finding, plain: Run) -> tuple[Place | None, str]:
    """Where in the student's file, and with which exception if one was raised there."""
    error = ""
    if finding.reason in STOPPED and (raised := (finding.run and finding.run.raised(name)) or plain.raised(name)):
        if raised.line:
            return Place(raised.line, raised.cell), raised.error
        error = raised.error
    if (where := finding.within or name) in plain.outcome.places:
        cell, line = plain.outcome.places[where]
        return Place(line, cell), error
    return None, error


def _share(finding: Finding, course: Course) -> float:
    """The part of its points that a question earns."""
    match finding.verdict:
        case Verdict.CORRECT:
            return 1.0
        case Verdict.CARRIED:
            return course.follow_through
        case Verdict.MISTAKE if finding.mistake and finding.redeemed:
            return finding.mistake.worth
        case _:
            return finding.share


def _chancy(finding: Finding, findings: dict[str, Finding]) -> bool:
    """Whether the value may be another one when the same file is graded again: the report may not."""
    return finding.reason is not Reason.RIGHT and any(found.reason is Reason.UNSTABLE for found in findings.values())


def _seen(asked: Question, plain: Run) -> Any:
    """The student's own value on the first public example, as JSON can hold it; of what is measured none: it may change with chance."""
    value = None if asked.kind is Kind.MEASURED else plain.shown_answer(asked.id)
    written = sum(prod(max(1, side) for side in array.shape) for array in arrays(value)) if value is not None else 0
    if value is None or written > MOST_SEEN or not finite(value):  # rows without entries are written down as well
        return None
    return as_json(value)


def _remarks(loaded: Loaded, plain: Run, findings: dict[str, Finding]) -> Iterator[str]:
    """What no single question says: a given that is gone, an early stop that later ones may come from."""
    if not plain.outcome.cases or plain.unreadable(loaded):
        return
    first = plain.shown
    for name in first.unassigned:
        yield f"The file no longer assigns {name}, which the assignment gives: it was set for you."
    if first.raised and not first.raised[0].binds and not all(finding.verdict.counts for finding in findings.values()):
        stop = first.raised[0]
        yield FIRST_STOP.format(how=told(Reason.RAISED, error=stop.error, place=Place(stop.line, stop.cell)))
