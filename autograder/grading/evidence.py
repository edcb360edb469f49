"""On what does a verdict rest? For an instructor who answers an appeal: one case, the student's value, the expected one.

This shows hidden inputs and true values. It is for instructors only and never goes into feedback.
"""

import platform
from collections.abc import Iterator

import msgspec
import numpy as np

from autograder.course import graph
from autograder.course.closeness import same, size
from autograder.course.load import Loaded
from autograder.course.vocabulary import Kind, Question
from autograder.grading.finding import Finding
from autograder.grading.judge import Examination
from autograder.grading.runs import EXAMPLES, Run
from autograder.grading.worth import shares


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What one verdict rests on.

    Attributes:
        case: which case of the run is shown, from 0, and of how many; `hidden`: whether it is one of the hidden ones.
        call: of a function, how it was called; of an outcome, what the driver was given.
        givens, yours, expected: the inputs (of a call its arguments), the student's value and the true one, as text; `yours` is ""
            where there is none. Of what is measured, `expected` says what it was worth.
        mended: the earlier answers that had been put right.
        carried: the earlier functions whose mistakes the answer follows from, with their mistakes.
        would_be: for a mistake, or what was carried, what the formulas give there.
        seed: what the run's cases were drawn from.
    """

    question: str
    verdict: str
    message: str
    case: int
    cases: int
    hidden: bool
    givens: dict[str, str]
    mended: dict[str, str]
    yours: str
    expected: str
    mistake: str | None
    would_be: str | None
    seed: str
    call: str = ""
    carried: dict[str, str] = {}


def evidence(loaded: Loaded, examination: Examination, question: str) -> Evidence | None:
    """The evidence for one question; None for a file that was refused."""
    finding = examination.findings.get(question)
    run = (finding.run if finding else None) or examination.plain
    if finding is None or run is None:
        return None
    asked = loaded.assignment.questions[question]
    report = next(one for one in examination.report.questions if one.id == question)
    index = _telling(loaded, run, asked)
    case = run.cases[index]
    shown = (*asked.sends, *asked.later) if asked.kind.called else tuple(case.givens)
    return Evidence(
        question=question,
        verdict=str(finding.verdict),
        message=report.message,
        case=index,
        cases=len(run.cases),
        hidden=bool(run.mended) or index >= EXAMPLES,
        call=_call(asked),
        givens={name: _text(case.givens[name]) for name in shown},
        mended={name: _text(case.truth[name]) for name in run.mended},
        yours=_yours(run, asked, index),
        expected=_expected(loaded, run, asked, index),
        mistake=finding.mistake.id if finding.mistake else None,
        carried={slip.question: slip.id for slip in finding.through},
        would_be=_would_be(loaded, finding, run, index),
        seed=run.seed.hex(),
    )


def provenance(examination: Examination) -> Iterator[tuple[str, str]]:
    """What somebody needs who wants to see the same again: versions and ids."""
    report = examination.report
    yield "submission", report.submission
    yield "assignment version", str(report.version)
    yield "course secret", report.secret
    yield "isolation", report.isolation
    yield "Python, NumPy", f"{platform.python_version()}, {np.__version__}"


def _telling(loaded: Loaded, run: Run, asked: Question) -> int:
    """The case to show: the first hidden one where the answer is not right, else the first hidden one."""
    start = 0 if run.mended else EXAMPLES
    right = _right(loaded, run, asked)
    return next((index for index in range(start, len(right)) if not right[index]), start)


def _right(loaded: Loaded, run: Run, asked: Question) -> list[bool]:
    """Whether the answer is right, case by case."""
    if asked.kind is Kind.MEASURED:
        return [share >= 1 for share in shares(loaded, run, asked)]
    truths = run.truths(asked.id)
    atol = asked.atol * size(truths)
    pairs = zip(run.answers(asked.id), truths, strict=True)
    return [same(got, truth, rtol=asked.rtol, atol=atol) for got, truth in pairs]


def _call(asked: Question) -> str:
    if not asked.kind.called:
        return ""
    call = f"{asked.id}({', '.join(asked.sends)})"
    return call if asked.kind is Kind.FUNCTION else f"{call} of driver.py, for {asked.at}"


def _yours(run: Run, asked: Question, index: int) -> str:
    value = run.returned(asked.id)[index] if asked.kind.called else run.answers(asked.id)[index]
    if value is None and asked.kind.called and index < len(run.outcome.cases):
        values = run.outcome.cases[index]
        raised = next((one.error for one in values.raised if asked.id in one.binds), "")
        return values.odd.get(asked.id, raised)
    return "" if value is None else _text(value)


def _expected(loaded: Loaded, run: Run, asked: Question, index: int) -> str:
    if asked.kind is Kind.MEASURED:
        return f"worth {shares(loaded, run, asked)[index]:g} of 1"
    return _text(run.cases[index].truth[asked.id])


def _would_be(loaded: Loaded, finding: Finding, run: Run, index: int) -> str | None:
    case = run.cases[index]
    if finding.behaviour is not None:
        return _text(finding.behaviour.on(case)) if finding.behaviour.slips else None
    if finding.mistake is None:
        return None
    return _text(graph.mistaken(loaded.assignment, finding.mistake, case.givens, case.truth))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_text, value))})"
    if isinstance(value, str):
        return repr(value)
    return np.array2string(np.asarray(value), separator=", ", precision=10, max_line_width=10_000, threshold=64)
