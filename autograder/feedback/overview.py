"""How did the class do? For instructors, as text: the spread of the scores, each question, which mistakes were made and by whom."""

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean, median

from autograder.feedback import plain
from autograder.feedback.words import counted, listed, points
from autograder.grading.report import Report, Verdict

WIDTH = 80
BAR = 40
INDENT = " " * 7
NAMELESS = 0  # the width of names that are left out
NOBODY = "No reports yet. `descent grade` makes them."

_BOLD = "1"


def render(reports: Iterable[Report], *, colour: bool = False, names: bool = True, width: int = WIDTH) -> str:
    """A section for each assignment; ends with a newline.

    Args:
        reports: one for each student and assignment.
        colour: whether headings are set in bold with ANSI codes.
        names: whether to say who, and not only how many.
    """
    by_slug: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_slug[report.assignment].append(report)
    if not by_slug:
        return f"{NOBODY}\n"
    sections = ["\n".join(_section(slug, by_slug[slug], colour, width if names else NAMELESS)) for slug in sorted(by_slug)]
    return "\n\n\n".join(sections) + "\n"


def _section(slug: str, reports: Sequence[Report], colour: bool, width: int) -> Iterator[str]:
    def heading(text: str) -> str:
        return f"\x1b[{_BOLD}m{text}\x1b[0m" if colour else text

    title = next((report.title for report in reports if report.title), "")
    yield heading(plain.line(f"{slug}: {title}" if title else slug))
    yield _summary(reports)
    parts = {
        "Scores": _scores(reports),
        "Questions": _questions(reports),
        "Mistakes": _named(_mistakes(reports), width),
        "Values that do not depend on the inputs": _named(_hardcoded(reports), width),
        "Could not be read": _named(_refused(reports), width),
        "A problem on our side, to be graded again": _faults(reports, width),
    }
    for name, lines in parts.items():
        if listed := list(lines):
            yield from ("", heading(name), *listed)


def _summary(reports: Sequence[Report]) -> str:
    scores = [report.score for report in reports if report.score is not None]
    students = counted(len({report.student for report in reports}), "student")
    if not scores:
        return f"{students}, no scores yet"
    most = points(max(report.max_score for report in reports))
    if not float(most):
        full = sum(all(question.verdict.counts for question in report.questions) for report in reports)
        return f"{students}; ungraded, {full} with everything right"
    return f"{students}; of {most} points the median is {points(median(scores))} and the mean {points(fmean(scores))}"


def _scores(reports: Sequence[Report]) -> Iterator[str]:
    """A bar for each tenth of the points, from the lowest that occurs to the highest; full marks have one of their own."""
    scored = [report for report in reports if report.score is not None and report.max_score > 0]
    tenths = Counter(int(10 * (report.score or 0.0) / report.max_score + 1e-9) for report in scored)
    if not tenths:
        return
    most = max(report.max_score for report in scored)
    labels = {tenth: points(most * tenth / 10) for tenth in range(min(tenths), max(tenths) + 1)}
    wide = max(map(len, labels.values()))
    scale = min(1.0, BAR / max(tenths.values()))
    for tenth, label in labels.items():
        bar = "█" * max(round(tenths[tenth] * scale), 1 if tenths[tenth] else 0)
        yield f"  {label:>{wide}}  {bar} {tenths[tenth] or ''}".rstrip()


def _questions(reports: Sequence[Report]) -> Iterator[str]:
    """A table of the share of each verdict that occurs, a line a question."""
    counts: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for report in reports:
        for question in report.questions:
            counts[plain.name(question.id)][question.verdict] += 1
    shown = [verdict for verdict in Verdict if any(count[verdict] for count in counts.values())]
    wide = max(map(len, counts), default=0)
    yield f"  {'':<{wide}}{''.join(f'  {verdict:>7}' for verdict in shown)}"
    for name, count in counts.items():
        cells = (_share(count[verdict], count.total()).rjust(max(len(verdict), 7)) for verdict in shown)
        yield f"  {name:<{wide}}{''.join(f'  {cell}' for cell in cells)}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if part else "–"


def _mistakes(reports: Sequence[Report]) -> dict[str, list[str]]:
    who: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        for question in report.questions:
            if question.mistake:
                who[plain.line(f"{question.id}: {question.mistake}")].append(report.student)
    return who


def _hardcoded(reports: Sequence[Report]) -> dict[str, list[str]]:
    who: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if fixed := [plain.name(question.id) for question in report.questions if question.verdict is Verdict.HARDCODED]:
            who[listed(fixed)].append(report.student)
    return who


def _refused(reports: Sequence[Report]) -> dict[str, list[str]]:
    who: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if report.refusal:
            who[plain.line(report.refusal)].append(report.student)
    return who


def _faults(reports: Sequence[Report], width: int) -> list[str]:
    students = [report.student for report in reports if report.faulty]
    return [f"  {len(students):>3}"] if students and width == NAMELESS else _names(students, width)


def _named(groups: Mapping[str, Sequence[str]], width: int) -> Iterator[str]:
    """What happened, how often and to whom; what happened most comes first."""
    for what, students in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        yield f"  {len(students):>3}  {what}"
        yield from _names(students, width)


def _names(students: Sequence[str], width: int) -> list[str]:
    if width == NAMELESS:
        return []
    names = ", ".join(plain.name(student) for student in sorted(students))
    return textwrap.wrap(names, width, initial_indent=INDENT, subsequent_indent=INDENT)
