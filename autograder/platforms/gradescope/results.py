"""What does Gradescope show of a report?

The schema is Gradescope's: https://gradescope-autograders.readthedocs.io/en/latest/specs/. All text is sent as "text", of which
Gradescope makes nothing but these characters. A student reads what feedback pages say: the questions are tests, what was seen and the
hint stand at the first broken link alone, and the report in `extra_data`, which instructors export and which a page of Gradescope's may
carry unseen, holds no more than that. Points are the report's own; none is computed here.

While the questions are hidden, students see a test without points that says what their file holds, and the total in words: Gradescope
itself shows no total as long as any test is hidden. The report then lies with the first hidden test.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from autograder.feedback import plain, words
from autograder.feedback.reading import Line, Look, Reading, read
from autograder.feedback.words import Label
from autograder.grading.report import QuestionReport, Report, Reports, Verdict
from autograder.platforms.gradescope.visibility import Until

WIDTH = 80
RECEIPT = "Handed in"
SAME = (Verdict.MISTAKE, Verdict.HARDCODED, Verdict.WRONG)  # to a student who is not to look at it yet
SHOWN = (Label.UNATTEMPTED, Label.MISSING, Label.FAILED)  # what a file shows by itself
HIDDEN = "Which answers are right, and where to begin, you will see {}."

Format = Literal["text"]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A test case, in Gradescope's words. Without a score it only informs."""

    name: str
    number: str
    status: Literal["passed", "failed"]
    output: str
    visibility: Until
    score: float | msgspec.UnsetType = msgspec.UNSET
    max_score: float | msgspec.UnsetType = msgspec.UNSET
    extra_data: Reports | msgspec.UnsetType = msgspec.UNSET


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """What results.json holds. `score` is the report's total, which Gradescope takes instead of the sum of the tests."""

    score: float
    execution_time: float
    output: str
    output_format: Format
    test_output_format: Format
    test_name_format: Format
    stdout_visibility: Literal["hidden"]
    tests: tuple[Part, ...]
    extra_data: Reports | msgspec.UnsetType = msgspec.UNSET


def results(report: Report, until: Until, *, remarks: Sequence[str] = (), seconds: float = 0.0) -> Results:
    """A report as Gradescope takes it.

    Args:
        remarks: of files that are not graded, for the student.
        seconds: how long it took.
    """
    assert report.score is not None  # a fault has raised long before
    reading = read(report)
    shown = until is Until.VISIBLE
    data = Reports((as_read(report),))
    tests = tuple(
        _test(number, question, [line.text] if report.refusal else _question(line, reading.look), until)
        for number, (question, line) in enumerate(zip(report.questions, reading.lines, strict=True), 1)
    )
    if not shown:
        tests = (_receipt(report, reading), msgspec.structs.replace(tests[0], extra_data=data), *tests[1:])
    return Results(
        score=report.score,
        execution_time=round(seconds, 3),
        output=_paragraphs(_overall(report, reading, until, remarks)),
        output_format="text",
        test_output_format="text",
        test_name_format="text",
        stdout_visibility="hidden",
        tests=tests,
        extra_data=data if shown else msgspec.UNSET,
    )


def as_read(report: Report) -> Report:
    """The report without what its student does not read: mistakes' names, and all but the label of what is broken further on."""
    first = report.first_broken
    return msgspec.structs.replace(report, questions=tuple(_as_read(question, question is first) for question in report.questions))


def _as_read(question: QuestionReport, looked_at: bool) -> QuestionReport:
    if looked_at:
        return msgspec.structs.replace(question, mistake=None)
    return msgspec.structs.replace(
        question,
        verdict=Verdict.WRONG if question.verdict in SAME else question.verdict,
        mistake=None,
        message="",
        hint=None,
        place=question.place if question.verdict is Verdict.FAILED else None,
        behind=msgspec.UNSET,
    )


def _test(number: int, question: QuestionReport, said: Iterable[str], until: Until) -> Part:
    return Part(
        name=plain.name(question.id),
        number=str(number),
        status="passed" if question.verdict.counts else "failed",
        output=_paragraphs(said),
        visibility=until,
        score=question.points if question.max_points else msgspec.UNSET,
        max_score=question.max_points or msgspec.UNSET,
    )


def _question(line: Line, first: Look | None) -> Iterator[str]:
    """A question's result; what was seen and the hint only where to begin."""
    look = first if first is not None and first.id == line.id else None
    result = f"{line.label}, {look.place}" if look and look.place else line.result
    yield f"{line.label.mark} {result}"
    yield line.text
    if look is None:
        yield f"{words.YOURS}: {line.seen}" if line.seen else ""
        return
    yield look.message
    yield look.seen
    yield f"{words.HINT}: {look.hint}" if look.hint else ""
    yield look.built_on


def _overall(report: Report, reading: Reading, until: Until, remarks: Sequence[str]) -> Iterator[str]:
    """What stands above the tests."""
    counted = until is Until.VISIBLE and not report.refusal
    yield reading.title
    yield " · ".join(filter(None, [reading.slug, reading.file]))
    if until is Until.VISIBLE or _unread(report):
        yield reading.opening
        yield f"{reading.look.heading}." if reading.look else ""
        yield reading.follow_through
    else:
        yield HIDDEN.format(until.when)
    yield from (f"{words.NOTE}: {remark}" for remark in (*reading.remarks, *map(plain.line, remarks)))
    yield f"{reading.total}: {reading.tally}." if counted else f"{reading.total}."


def _receipt(report: Report, reading: Reading) -> Part:
    """What a file holds, without a word on what is right."""
    unread = _unread(report)
    said = reading.opening if unread else "The file was read and run. What was found in it:"
    names = max(len(line.id) for line in reading.lines)
    found = [f"  {line.id:<{names}}  {_found(line)}".rstrip() for line in reading.lines]
    return Part(
        name=RECEIPT,
        number="0",
        status="failed" if unread else "passed",
        output=_paragraphs([reading.file, said]) + ("" if unread else "\n" + "\n".join(found) + "\n"),
        visibility=Until.VISIBLE,
    )


def _unread(report: Report) -> bool:
    """Whether nothing of the file could be looked at, which is nothing to hide."""
    return bool(report.refusal or report.unreadable)


def _found(line: Line) -> str:
    if line.label in SHOWN:
        return f"{line.label.mark} {line.result}"
    return f"answered; on the first example {line.seen}" if line.seen else "answered"


def _paragraphs(sentences: Iterable[str]) -> str:
    """What is said, a paragraph each, in lines that fit where text is not wrapped."""
    filled = (textwrap.fill(sentence, WIDTH, break_long_words=False, break_on_hyphens=False) for sentence in sentences if sentence)
    return "\n\n".join(filled) + "\n"
