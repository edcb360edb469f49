"""How does otter say a report? In its own classes, so that whoever loads them needs nothing of ours.

Each question is a test with one case, and its points are the report's. What a student reads is what every page of ours says: one hint,
at the first broken link.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from autograder.feedback import words
from autograder.feedback.reading import Line, Reading, read
from autograder.grading.report import QuestionReport, Report, Verdict

if TYPE_CHECKING:
    from otter.test_files import GradingResults, TestFile  # type: ignore[import-untyped]


def write(report: Report, results: "GradingResults") -> None:
    """Put a report in the place of whatever otter has found."""
    reading = read(report)
    pairs = zip(report.questions, reading.lines, strict=True)
    results.results = {question.id: _test(question, line, reading) for question, line in pairs}
    results._catastrophic_error = None  # that there are none of the kernel's
    results.notebook = None  # the empty one, of a class of ours
    results.set_output(_shown("\n\n".join(part for part in _overall(reading) if part)))


def _test(question: QuestionReport, line: Line, reading: Reading) -> "TestFile":
    from otter.test_files import TestCase
    from otter.test_files.abstract_test import TestCaseResult  # type: ignore[import-untyped]
    from otter.test_files.ottr_test import OttrTestFile  # type: ignore[import-untyped]

    said = _shown(_said(question, reading))
    case = TestCase(
        name=question.id,
        body="",
        hidden=False,
        points=question.max_points,
        success_message=(said or None) if question.verdict.counts else None,
        failure_message=None if question.verdict.counts else (said or None),
    )
    made = OttrTestFile(name=question.id, path=f"tests/{question.id}.py", test_cases=[case], all_or_nothing=False)
    made.test_case_results = [TestCaseResult(test_case=case, message=_shown(line.result), passed=question.verdict.counts)]
    made.update_score(question.points)
    return made


def _said(question: QuestionReport, reading: Reading) -> str:
    """What a student reads of a question besides its result."""
    if question.verdict is Verdict.CARRIED:
        return f"{words.label(question.verdict)}."
    look = reading.look
    if look is None or question.id != look.id:
        return ""
    hint = f"{words.HINT}: {look.hint}" if look.hint else ""
    return " ".join(part for part in (look.text, look.message, look.seen, hint, look.built_on) if part)


def _overall(reading: Reading) -> Iterator[str]:
    """What is said of the whole, without what stands at the questions."""
    yield reading.title
    yield " · ".join(part for part in (reading.slug, reading.student, reading.file) if part)
    yield reading.opening
    yield f"{reading.look.heading}." if reading.look else ""
    yield reading.follow_through
    yield from (f"{words.NOTE}: {remark}" for remark in reading.remarks)
    yield f"{reading.total}: {reading.tally}."


def _shown(said: str) -> str:
    """Text that Gradescope shows as HTML."""
    return escape(said, quote=False)
