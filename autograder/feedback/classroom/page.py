"""How does the class look as one page?

One file that needs nothing else, as the students' pages: no script, nothing from elsewhere, and a policy that would stop any. The
heat map is a table, so that it can be heard and copied; what is drawn has its words beside it.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from autograder.feedback import plain, words
from autograder.feedback.classroom import drawings
from autograder.feedback.classroom.analysis import Analysis, AssignmentAnalysis, Made
from autograder.feedback.classroom.difficulty import Item
from autograder.feedback.templating import source, template
from autograder.grading.report import Verdict

HOTTEST = 8  # shades
MANY = 30  # students, of whom a mistake of one alone gets no row of its own
ONCE = "mistakes that one alone made"
TOP = 5  # mistakes that the beginning names
OF_ONE = 2
MOST_CLUSTERS = 12  # of one assignment; the rest is counted
OUTCOMES = {
    Verdict.WRONG: "wrong, unexplained",
    Verdict.HARDCODED: "does not depend on the inputs",
    Verdict.FAILED: "stopped with an error",
    Verdict.MISSING: "not found",
    Verdict.UNATTEMPTED: "not attempted",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of the heat map: how many, and how hot from 0 to `HOTTEST`."""

    count: int
    heat: int


@dataclass(frozen=True, slots=True)
class Row:
    """What can be wrong, and in which question how often."""

    name: str
    mistake: bool
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Section:
    """One assignment as the template shows it.

    Attributes:
        scores, questions, attempts: drawings, where there is something to draw and something to draw with.
        asked: the questions that there is something to be said of.
    """

    one: AssignmentAnalysis
    scores: Markup | None
    questions: Markup | None
    attempts: Markup | None
    rows: tuple[Row, ...]
    asked: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Top:
    """A mistake among those that were made most."""

    one: AssignmentAnalysis
    made: Made


def render(analysis: Analysis, *, drawn: bool = True) -> str:
    """The whole HTML document; ends with a newline.

    Args:
        drawn: whether there are drawings, for which matplotlib is needed; without, there are their words.
    """
    style, policy = _style()
    sections = [_section(one, drawn=drawn) for one in analysis.assignments]
    return template("classroom.html").render(
        analysis=analysis,
        sections=sections,
        top=top(analysis),
        most_clusters=MOST_CLUSTERS,
        drawings=drawings,
        words=words,
        plain=plain,
        style=style,
        policy=policy,
    )


def top(analysis: Analysis) -> list[Top]:
    """The mistakes that most students made, by their share of who handed in; of one assignment not more than `OF_ONE`."""
    found: list[Top] = []
    for one in analysis.assignments:
        many = sorted((made for made in one.mistakes if made.count > 1), key=lambda made: -made.count)
        found += [Top(one, made) for made in many[:OF_ONE]]
    return sorted(found, key=lambda each: -each.made.count / max(each.one.handed_in, 1))[:TOP]


def heat_map(one: AssignmentAnalysis) -> tuple[Row, ...]:
    """A row for each mistake that was made, and below them one for each other way not to be right, a column for each question."""
    names = [item.id for item in one.questions]
    counts: dict[tuple[str, bool], dict[str, int]] = {}
    total = Counter(made.mistake for made in one.mistakes for _ in range(made.count))
    lonely = one.handed_in >= MANY
    for made in one.mistakes:
        row = (made.mistake, True) if total[made.mistake] > 1 or not lonely else (ONCE, False)
        counts.setdefault(row, {}).setdefault(made.question, 0)
        counts[row][made.question] += made.count
    if (ONCE, False) in counts:
        counts[ONCE, False] = counts.pop((ONCE, False))  # below the mistakes with a name
    for verdict, what in OUTCOMES.items():
        counts[what, False] = {item.id: item.verdicts.get(verdict, 0) for item in one.questions}
    hottest = max((count for row in counts.values() for count in row.values()), default=0)
    return tuple(_rows(counts, names, hottest))


def _rows(counts: dict[tuple[str, bool], dict[str, int]], names: Sequence[str], hottest: int) -> Iterator[Row]:
    for (what, mistake), row in counts.items():
        if total := sum(row.values()):
            cells = tuple(Cell(row.get(name, 0), -(-HOTTEST * row.get(name, 0) // hottest)) for name in names)
            yield Row(what, mistake, cells, total)


def _section(one: AssignmentAnalysis, *, drawn: bool) -> Section:
    scores, questions, attempts = (
        (drawings.scores(one), drawings.questions(one), drawings.attempts(one)) if drawn else (None, None, None)
    )
    asked = tuple(item for item in one.questions if item.share is not None)
    return Section(one, scores, questions, attempts, heat_map(one), asked)


@cache
def _style() -> tuple[Markup, str]:
    """The page's style sheet, and the policy that allows it and nothing else."""
    css = source("page.css") + source("classroom.css")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Markup(css), f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"  # noqa: S704  # our own files
