"""On what does a verdict rest? For an instructor who answers an appeal: one case, the student's value, the expected one.

This shows hidden inputs and true values. It is for instructors only and never goes into feedback.
"""

import platform
from collections.abc import Iterator

import msgspec
import numpy as np

from autograder.course import graph
from autograder.course.closeness import Array, same, size
from autograder.course.load import Loaded
from autograder.grading.judge import Examination
from autograder.grading.judgement import Finding
from autograder.grading.runs import EXAMPLES, Run


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What one verdict rests on.

    Attributes:
        case: which case of the run is shown, from 0, and of how many; `hidden`: whether it is one of the hidden ones.
        givens, yours, expected: the inputs, the student's value and the true one, as text; `yours` is "" where there is none.
        mended: the earlier answers that had been put right.
        would_be: for a mistake, what its formula gives there.
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


def evidence(loaded: Loaded, examination: Examination, question: str) -> Evidence | None:
    """The evidence for one question; None for a file that was refused."""
    finding = examination.findings.get(question)
    run = (finding.run if finding else None) or examination.plain
    if finding is None or run is None:
        return None
    report = next(one for one in examination.report.questions if one.id == question)
    index = _telling(loaded, run, question)
    case, answer = run.cases[index], run.answers(question)[index]
    return Evidence(
        question=question,
        verdict=str(finding.verdict),
        message=report.message,
        case=index,
        cases=len(run.cases),
        hidden=bool(run.mended) or index >= EXAMPLES,
        givens={name: _text(value) for name, value in case.givens.items()},
        mended={name: _text(case.truth[name]) for name in run.mended},
        yours="" if answer is None else _text(answer),
        expected=_text(case.truth[question]),
        mistake=finding.mistake.id if finding.mistake else None,
        would_be=_would_be(finding, run, index),
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


def _telling(loaded: Loaded, run: Run, question: str) -> int:
    """The case to show: the first hidden one where the answer is not right, else the first hidden one."""
    asked = loaded.assignment.questions[question]
    truths = run.truths(question)
    atol = asked.atol * size(truths)
    start = 0 if run.mended else EXAMPLES
    for index, (got, truth) in list(enumerate(zip(run.answers(question), truths, strict=True)))[start:]:
        if not same(got, truth, rtol=asked.rtol, atol=atol):
            return index
    return start


def _would_be(finding: Finding, run: Run, index: int) -> str | None:
    if finding.mistake is None:
        return None
    case = run.cases[index]
    return _text(graph.mistaken(finding.mistake, case.givens, case.truth))


def _text(value: object) -> str:
    array: Array = np.asarray(value)
    return np.array2string(array, separator=", ", precision=10, max_line_width=10_000, threshold=64)
