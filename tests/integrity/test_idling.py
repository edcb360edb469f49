"""Who makes a known slip and does nothing after it is handed in too, and a judge that pays for that is found."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from autograder.grading.report import QuestionReport, Report, Verdict
from autograder.integrity.idling import idlers
from autograder.integrity.subject import Subject
from autograder.integrity.worker import Begin, Task
from autograder.integrity.workers import Workers
from tests.integrity import walking
from tests.integrity.conftest import Prepared

FLAT = '@slope.mistake\ndef alone(x):\n    """Is it level everywhere?"""\n    return 0 * x\n\n\n@slope.mistake\ndef by_itself'
LEVEL = walking.QUESTIONS.replace("@slope.mistake\ndef alone", FLAT)


class Watched(Workers):
    """A judge whose reports are kept."""

    reports: list[Report]

    def grade(self, tasks: Sequence[Task], done: Callable[[int], None] = lambda count: None) -> list[Report]:
        self.reports = super().grade(tasks, done)
        return self.reports


class Generous(Workers):
    """A judge that carries whatever is not right."""

    def grade(self, tasks: Sequence[Task], done: Callable[[int], None] = lambda count: None) -> list[Report]:
        return [msgspec.structs.replace(one, questions=tuple(map(self._better, one.questions))) for one in super().grade(tasks, done)]

    @staticmethod
    def _better(question: QuestionReport) -> QuestionReport:
        return msgspec.structs.replace(question, verdict=Verdict.CARRIED) if question.verdict is Verdict.WRONG else question


def judged_by(subject: Subject, workers: type[Workers]) -> Workers:
    return workers(Begin(str(subject.course.root), subject.slug, str(subject.sandbox.level)), 1)


def test_doing_nothing_earns_nothing(walk: Prepared) -> None:
    findings, count = idlers(walk(questions=LEVEL))
    assert (findings, count) == ([], 8)


def test_what_does_nothing_runs_and_gives_something(walk: Prepared) -> None:
    made = walk()
    with judged_by(made, Watched) as watched:
        idlers(replace(made, workers=watched))
        verdicts = [next(one.verdict for one in report.questions if one.id == "walk") for report in watched.reports]
    assert {*verdicts} == {Verdict.WRONG, Verdict.HARDCODED}


def test_a_judge_that_pays_for_nothing_is_found(walk: Prepared) -> None:
    made = walk()
    with judged_by(made, Generous) as generous:
        findings, _ = idlers(replace(made, workers=generous))
    assert (
        "questions.py: its own arguments after the mistake slope:factor_lost: walk gives no more and is carried, with 0 points. "
        "Name mistakes of walk that would show even so."
    ) in findings
    assert any("where walk alone is written" in finding for finding in findings)


def test_values_hang_on_no_function(subject: Prepared) -> None:
    assert idlers(subject()) == ([], 0)
