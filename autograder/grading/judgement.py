"""Which verdict does each question get? design.md, section 4: the first that fits.

Values, functions and what is measured are judged each in their way; no value hangs on a function, and no function on a value.
"""

from dataclasses import replace

from autograder.course.vocabulary import Kind
from autograder.grading.finding import Finding
from autograder.grading.functions import Functions
from autograder.grading.report import Verdict
from autograder.grading.runs import Run, Trial
from autograder.grading.values import Values
from autograder.grading.wording import Reason
from autograder.grading.worth import measured
from autograder.sandbox.host import Ended


def judge(trial: Trial, plain: Run) -> dict[str, Finding]:
    """The finding of every question of a trial, in the order asked."""
    questions = trial.loaded.assignment.questions
    if (stopped := _stopped(trial, plain)) is not None:
        return dict.fromkeys(questions, stopped)
    findings = _unanswered(trial, plain)
    values, functions = Values(trial, plain, findings), Functions(trial, plain, findings)
    values.judge()
    functions.judge()
    for asked in questions.values():
        if asked.kind is Kind.MEASURED and asked.id not in findings:
            findings[asked.id] = measured(trial, plain, asked, findings)
    return {
        name: replace(findings[name], redeemed=(functions if asked.kind.called else values).redeemed(name))
        for name, asked in questions.items()
    }


def _stopped(trial: Trial, plain: Run) -> Finding | None:
    """What is said of every question of a program that is not Python, or did not come to its end in all cases."""
    if plain.outcome.ended is not Ended.DONE and not trial.ended_by(plain):
        return Finding(Verdict.FAILED, Reason.ENDED, plain, detail=plain.outcome.ended)
    if plain.unreadable(trial.loaded):
        return Finding(Verdict.FAILED, Reason.RAISED, plain)
    return None


def _unanswered(trial: Trial, plain: Run) -> dict[str, Finding]:
    """The questions that were not come to: a call ended the program, after others had done so."""
    if plain.outcome.ended is Ended.DONE:
        return {}
    last, how = trial.ended_by(plain), plain.outcome.ended
    missed = [name for name in trial.loaded.assignment.questions if name not in plain.stopped and not plain.answered(name)]
    return {name: Finding(Verdict.FAILED, Reason.CALL_ENDED if name == last else Reason.ENDED, plain, detail=how) for name in missed}
