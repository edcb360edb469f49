"""Proof 2: does the master get full marks, and the stub none?"""

from collections.abc import Iterator
from pathlib import Path

from autograder.building.build import planned
from autograder.course.manifest import HANDED_OUT
from autograder.course.secret import Secret
from autograder.grading.judge import Examination, examine
from autograder.grading.report import Verdict
from autograder.grading.submission import Submission
from autograder.integrity.draws import secret
from autograder.integrity.proof import Proof, proof
from autograder.integrity.subject import Subject
from autograder.integrity.worker import STUDENT


def marks(subject: Subject) -> Proof:
    """The master gets full marks; the stub and its notebook run, get 0, and every question of them is `unattempted`.

    Raises:
        CourseError: the stub cannot be built, or no cases can be drawn.
    """
    entry = subject.loaded.entry
    made = planned(subject.alone)
    findings = list(_master(subject))
    for name in (entry.file, entry.notebook):
        findings += _stub(subject, name, made[Path(HANDED_OUT, subject.slug, name)])
    full = f"the master gets {entry.points:g} of {entry.points:g}" if entry.points else "all of the master is right (nothing counts)"
    return proof("marks", f"{full}, the stub and its notebook run and get 0", findings)


def _master(subject: Subject) -> Iterator[str]:
    report = _examined(subject, subject.loaded.entry.file, subject.text.encode()).report
    for question in report.questions:
        if question.verdict is not Verdict.CORRECT:
            yield f"{subject.where}: {question.id} is {question.verdict}: {question.message} Mend the master or questions.py."
    if report.score != report.max_score and all(question.verdict is Verdict.CORRECT for question in report.questions):
        yield f"{subject.where}: gets {report.score} of {report.max_score}."


def _stub(subject: Subject, name: str, content: bytes) -> Iterator[str]:
    where = f"{HANDED_OUT}/{subject.slug}/{name}"
    found = _examined(subject, name, content)
    for question in found.report.questions:
        if question.verdict is not Verdict.UNATTEMPTED:
            yield f"{where}: {question.id} is {question.verdict} before anything is done, expected unattempted: {question.message}"
    if found.report.score:
        yield f"{where}: gets {found.report.score:g} points before anything is done."
    raised = {(one.cell, one.line, one.error) for case in found.plain.outcome.cases for one in case.raised} if found.plain else set()
    for cell, line, error in sorted(raised):
        place = f"cell {cell}, line {line}" if cell else f"line {line}"
        yield f"{where}: does not run: {error} in {place}. Write what stands there so that it works with placeholders too."


def _examined(subject: Subject, file: str, content: bytes) -> Examination:
    submission = Submission(STUDENT, subject.slug, file, content)
    return examine(subject.loaded, submission, course=subject.course, secret=Secret(secret(0)), sandbox=subject.sandbox)
