"""How did each submission do? One line for each, for the instructor who has just graded a class.

A mark for each question in the order asked, the points in a fixed column, and in words where the first link is broken.
"""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from autograder.feedback import plain, words
from autograder.feedback.words import Label
from autograder.grading.report import Report, Verdict

WIDTH = 160


def render(reports: Sequence[Report], refused: int, *, colour: bool = False) -> str:
    """The lines, by assignment, with a tally last; "" for nothing at all.

    Args:
        refused: how many files were not graded at all.
    """
    lines: list[str] = []
    for _, group in groupby(sorted(reports, key=lambda one: one.assignment), key=lambda one: one.assignment):
        lines += [*_assignment(list(group), colour), ""]
    if refused or not reports:
        lines.append(f"{words.counted(refused, 'file')} not graded." if refused else "Nothing to grade was found there.")
    return "\n".join(lines).rstrip("\n") + "\n"


def _assignment(reports: list[Report], colour: bool) -> Iterator[str]:
    first = reports[0]
    title = f"{first.assignment}  {plain.line(first.title)}"
    yield f"\x1b[1m{title}\x1b[0m" if colour else title
    order = f"marks in the order {', '.join(question.id for question in first.questions)}: {_legend(reports)}"
    yield from textwrap.wrap(order, WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield ""
    wide = max(len(plain.name(report.student)) for report in reports)
    for report in reports:
        marks = " ".join(words.label(question.verdict).mark for question in report.questions)
        yield f"  {plain.name(report.student):<{wide}}  {marks}  {_points(report)}  {_where(report)}".rstrip()
    yield ""
    yield _tally(reports)


def _legend(reports: list[Report]) -> str:
    used = {words.label(question.verdict) for report in reports for question in report.questions}
    return ", ".join(f"{label.mark} {label}" for label in Label if label in used)


def _points(report: Report) -> str:
    if not report.max_score and report.score is not None:
        return f"{words.UNGRADED.lower():<12}"
    earned = "-" if report.score is None else words.points(report.score)
    return f"{earned:>5} / {words.points(report.max_score):<4}"


def _where(report: Report) -> str:
    """The first broken link, in the instructor's words: the question and the mistake's name, or the verdict."""
    if report.refusal:
        return plain.line(report.refusal)
    broken = [question for question in report.questions if not question.verdict.counts]
    if not broken:
        return ""
    if len(broken) == len(report.questions) and len({question.verdict for question in broken}) == 1:
        return f"all {broken[0].verdict}"
    return ", ".join(f"{question.id}: {question.mistake or question.verdict}" for question in broken)


def _tally(reports: list[Report]) -> str:
    scores = [report.score for report in reports if report.score is not None]
    graded = any(report.max_score for report in reports)
    right = [all(question.verdict.counts for question in report.questions) for report in reports]
    full = sum(report.score == report.max_score for report in reports) if graded else sum(right)
    parts = [f"{words.counted(len(reports), 'submission')} graded", f"{full} with {'full points' if graded else 'everything right'}"]
    if scores and graded:
        parts.append(f"median {words.points(median(scores))} of {words.points(reports[0].max_score)}")
    if faults := sum(any(q.verdict is Verdict.FAULT for q in report.questions) for report in reports):
        parts.append(f"{faults} to be graded again (a problem on our side)")
    return f"{', '.join(parts)}."
