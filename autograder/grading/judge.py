"""What is the report on one submission?

`grade` runs it, judges it and words it. A fault of ours raises `SandboxFault`: whoever calls grades again, and then reports `faulty`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from autograder.course.load import Loaded
from autograder.course.manifest import Course
from autograder.course.secret import Secret
from autograder.course.vocabulary import Question
from autograder.grading.judgement import Finding, Judgement
from autograder.grading.report import Place, QuestionReport, Report, Verdict, total
from autograder.grading.runs import Run, Trial
from autograder.grading.submission import Submission
from autograder.grading.wording import FIRST_STOP, Reason, told
from autograder.sandbox.host import Sandbox

FAULT = "A problem on our side: this could not be graded and will be graded again. Nothing is marked down."
MOST_SEEN = 64


@dataclass(frozen=True, slots=True)
class Examination:
    """A report with the evidence that it rests on; `plain` and `findings` are empty for a refused file."""

    report: Report
    plain: Run | None
    findings: dict[str, Finding]


def grade(loaded: Loaded, submission: Submission, *, course: Course, secret: Secret, sandbox: Sandbox) -> Report:
    """The report on a submission.

    Raises:
        SandboxFault: the sandbox failed, through no doing of the student.
    """
    return examine(loaded, submission, course=course, secret=secret, sandbox=sandbox).report


def examine(loaded: Loaded, submission: Submission, *, course: Course, secret: Secret, sandbox: Sandbox) -> Examination:
    """As `grade`, keeping the runs that the verdicts rest on."""
    isolation = str(sandbox.level)
    if len(submission.content) > course.limits.source_kb << 10:
        why = f"The file is larger than the {course.limits.source_kb} kB that are accepted."
        return Examination(refused(loaded, submission, isolation=isolation, secret_id=secret.id, message=why), None, {})
    trial = Trial(loaded, submission, course, secret, sandbox)
    plain = trial.plain()
    if plain is None:
        return Examination(refused(loaded, submission, isolation=isolation, secret_id=secret.id, message=trial.refused), None, {})
    findings = Judgement(trial, plain).judge()
    questions = tuple(
        _question(loaded.assignment.questions[name], finding, plain, findings, course) for name, finding in findings.items()
    )
    report = _report(loaded, submission, isolation, secret.id, questions, (*trial.notes, *_remarks(plain, findings)))
    return Examination(report, plain, findings)


def refused(loaded: Loaded, submission: Submission, *, isolation: str, secret_id: str, message: str) -> Report:
    """A report for a file that cannot be read: every question failed, with the reason."""
    return msgspec.structs.replace(_uniform(loaded, submission, isolation, secret_id, Verdict.FAILED, message), refusal=message)


def faulty(loaded: Loaded, submission: Submission, *, isolation: str, secret_id: str) -> Report:
    """A report that says that we failed: no score, and never a zero."""
    return _uniform(loaded, submission, isolation, secret_id, Verdict.FAULT, FAULT)


def _uniform(loaded: Loaded, submission: Submission, isolation: str, secret_id: str, verdict: Verdict, message: str) -> Report:
    questions = tuple(
        QuestionReport(id=asked.id, verdict=verdict, points=0.0, max_points=float(asked.points), message=message, text=asked.text)
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


def _question(asked: Question, finding: Finding, plain: Run, findings: dict[str, Finding], course: Course) -> QuestionReport:
    place, error = _place(asked.id, finding, plain)
    message = told(finding.reason, error=error, detail=finding.detail, place=place)
    return QuestionReport(
        id=asked.id,
        verdict=finding.verdict,
        points=_points(asked, finding, course),
        max_points=float(asked.points),
        mistake=finding.mistake.id if finding.mistake else None,
        message=message,
        hint=finding.mistake.hint if finding.mistake else None,
        text=asked.text,
        seen=None if finding.reason is Reason.RAISED or _chancy(finding, findings) else _seen(asked.id, plain),
        place=place,
    )


def _place(name: str, finding: Finding, plain: Run) -> tuple[Place | None, str]:
    """Where in the student's file, and with which exception if one was raised there."""
    if finding.reason is Reason.RAISED and (raised := (finding.run and finding.run.raised(name)) or plain.raised(name)):
        return Place(raised.line, raised.cell), raised.error
    if name in plain.outcome.places:
        cell, line = plain.outcome.places[name]
        return Place(line, cell), ""
    return None, ""


def _points(asked: Question, finding: Finding, course: Course) -> float:
    match finding.verdict:
        case Verdict.CORRECT:
            share = 1.0
        case Verdict.CARRIED:
            share = course.follow_through
        case Verdict.MISTAKE if finding.mistake and finding.redeemed:
            share = finding.mistake.worth
        case _:
            share = 0.0
    return round(share * asked.points, 6)


def _chancy(finding: Finding, findings: dict[str, Finding]) -> bool:
    """Whether the value may be another one when the same file is graded again: the report may not."""
    return finding.reason is not Reason.RIGHT and any(found.reason is Reason.UNSTABLE for found in findings.values())


def _seen(name: str, plain: Run) -> Any:
    """The student's own value on the first public example, as JSON can hold it."""
    value = plain.answers(name)[0]
    if value is None or value.size > MOST_SEEN or not np.isfinite(value).all():
        return None
    return value.tolist()


def _remarks(plain: Run, findings: dict[str, Finding]) -> Iterator[str]:
    """What no single question says: a given that is gone, an early stop that later ones may come from."""
    if not plain.outcome.cases or plain.unreadable():
        return
    first = plain.outcome.cases[0]
    for name in first.unassigned:
        yield f"The file no longer assigns {name}, which the assignment gives: it was set for you."
    if first.raised and not first.raised[0].binds and not all(finding.verdict.counts for finding in findings.values()):
        stop = first.raised[0]
        yield FIRST_STOP.format(how=told(Reason.RAISED, error=stop.error, place=Place(stop.line, stop.cell)))
