"""Where does a student's own training lead, from the first public example on?

Asked in a child of its own, when the verdicts are there: nothing hidden has come near it, and nothing that happens in it moves a mark.
"""

from dataclasses import replace
from functools import lru_cache

import msgspec

from autograder.course import walking
from autograder.course.closeness import Answer
from autograder.course.descent import Descended, Descent, Walk
from autograder.course.load import Loaded
from autograder.course.manifest import Course
from autograder.course.vocabulary import Assignment
from autograder.grading.limits import limits_of
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.sandbox.host import Call, Sandbox
from autograder.sandbox.limits import Limits

WALL_SECONDS, CPU_SECONDS, CALL_SECONDS = 10.0, 6.0, 1.0  # a drawing is worth no more


def drawn(
    loaded: Loaded, submission: Submission, report: Report, *, course: Course, sandbox: Sandbox, time_factor: float = 1.0
) -> Report:
    """The report with what is drawn of the descent, if anything is.

    Raises:
        SandboxFault: the sandbox failed, through no doing of the student.
    """
    descent = descended(loaded, submission, report, course=course, sandbox=sandbox, time_factor=time_factor)
    return report if descent is None else msgspec.structs.replace(report, descent=descent)


def descended(
    loaded: Loaded, submission: Submission, report: Report, *, course: Course, sandbox: Sandbox, time_factor: float = 1.0
) -> Descended | None:
    """What is drawn of a submission's descent; None where the assignment has none, or nothing was seen of the student's training.

    Args:
        report: what was said of the submission.

    Raises:
        SandboxFault: the sandbox failed, through no doing of the student.
    """
    declared = loaded.assignment.descent
    if declared is None or not _was_seen(report, declared.question):
        return None
    answers = _answers(loaded, declared, submission, sandbox, _limits(limits_of(course, loaded.entry), time_factor))
    yours = walking.walk(declared, walking.asked(loaded.assignment, declared)[0], answers)
    return None if yours.empty else msgspec.structs.replace(_reference(loaded.assignment), yours=yours)


def _was_seen(report: Report, name: str) -> bool:
    """Whether the report shows what training gave: not of what stopped, came to nothing finite, or changes from run to run."""
    return any(question.id == name and question.seen is not None for question in report.questions)


def _answers(loaded: Loaded, declared: Descent, submission: Submission, sandbox: Sandbox, limits: Limits) -> list[Answer | None]:
    """What the student's code gave, after as many steps each as are looked at."""
    names = walking.arguments(loaded.assignment, declared)
    asked = declared.by.__name__ if declared.by is not None else declared.question
    trainings = walking.asked(loaded.assignment, declared)
    with sandbox.job(submission.content, submission.kind, limits) as job:
        if job.refused:
            return [None for _ in trainings]
        outcome = job.run(
            names=[],
            givens=[],
            mended=[],
            calls=[Call(asked, names, (), loaded.assignment.questions[declared.question].at)],
            inputs=[{name: given[name] for name in names} for given in trainings],
            driver=loaded.driver,
        )
    found: list[Answer | None] = [case.values.get(asked) for case in outcome.cases]
    return found + [None] * (len(trainings) - len(found))


def _limits(limits: Limits, time_factor: float) -> Limits:
    """As long as the assignment's runs may take, but not longer than is spent on a drawing."""
    return replace(
        limits,
        wall_seconds=time_factor * min(limits.wall_seconds, WALL_SECONDS),
        cpu_seconds=time_factor * min(limits.cpu_seconds, CPU_SECONDS),
        statement_seconds=time_factor * min(limits.statement_seconds, CALL_SECONDS),
        call_seconds=time_factor * min(limits.call_seconds, CALL_SECONDS),
    )


@lru_cache(maxsize=64)
def _reference(assignment: Assignment) -> Descended:
    """All but the student's own."""
    declared = assignment.descent
    assert declared is not None
    return Descended(
        question=declared.question,
        steps=declared.steps,
        yours=Walk(),
        reference=walking.reference(assignment, declared),
        settings=walking.settings(declared),
        valley=walking.valley(assignment, declared),
        hills=walking.hills(assignment, declared),
        records=walking.records(assignment, declared),
    )
