"""What do the reports of a class say together? Numbers only: pages and JSON are made of what `analyse` gives.

Students stand in it by the labels that the caller gives them: pseudonyms, unless names are asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from statistics import fmean, median
from types import MappingProxyType

import msgspec
import numpy as np

from autograder.feedback.classroom.clusters import Cluster, clusters, labelled
from autograder.feedback.classroom.difficulty import Item, items
from autograder.feedback.classroom.similarity import Pair, Prints, pairs
from autograder.feedback.classroom.work import Sheet, Work, relabelled
from autograder.grading.report import Report, Verdict

SCHEMA = "descent/analysis/1"
TENTHS = 10
NOTHING: Mapping[str, Prints] = MappingProxyType({})


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """How the scores are spread.

    Attributes:
        tenths: how many have at least no tenth, one tenth ... of the points; the eleventh counts full marks.
    """

    count: int
    possible: float
    mean: float
    median: float
    lowest: float
    lower_quartile: float
    upper_quartile: float
    highest: float
    tenths: tuple[int, ...]


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A mistake that was made in a question: by whom, and the hint that they read."""

    question: str
    mistake: str
    count: int
    students: tuple[str, ...]
    hint: str


class Day(msgspec.Struct, frozen=True):
    """How much was handed in on one day, in the zone of the due date."""

    day: date
    count: int


class Handing(msgspec.Struct, frozen=True, kw_only=True):
    """When and how often work was handed in.

    Attributes:
        each: how many students handed in once, twice ..., by the number.
        late: students whose counted attempt came after their due date.
    """

    total: int
    days: tuple[Day, ...]
    each: dict[int, int]
    late: int


class AssignmentAnalysis(msgspec.Struct, frozen=True, kw_only=True):
    """One assignment over the class.

    Attributes:
        students: who are known; `handed_in`: who has attempts; `waiting`: of these, who have no score yet.
        unreadable: whose file could not be read; `full`: who have everything right.
        scores: None where nobody has one, or where nothing is graded.
        outcomes: by question, how many there are of each verdict.
        similar: None where it was not asked for.
        code_compared: whether code was, and not mistakes and values alone.
    """

    slug: str
    title: str
    due: datetime | None
    students: int
    handed_in: int
    waiting: int
    excused: int
    unreadable: int
    full: int
    scores: Scores | None
    questions: tuple[Item, ...]
    mistakes: tuple[Made, ...]
    unexplained: tuple[Cluster, ...]
    attempts: Handing
    similar: tuple[Pair, ...] | None
    code_compared: bool


class Analysis(msgspec.Struct, frozen=True, kw_only=True):
    """The whole class: what `descent report --analysis` prints."""

    course: str
    students: int
    named: bool
    assignments: tuple[AssignmentAnalysis, ...]
    schema: str = SCHEMA


def analyse(
    course: str,
    sheets: Sequence[Sheet],
    labels: Mapping[str, str],
    *,
    named: bool = False,
    similar: bool = False,
    prints: Mapping[str, Prints] = NOTHING,
) -> Analysis:
    """All of it.

    Args:
        labels: what each student is called in what is shown; `named`: whether these are the names.
        similar: whether to compare submissions, and prints: what was taken down of their code, by assignment and student.
    """
    return Analysis(
        course=course,
        students=len({work.student for sheet in sheets for work in sheet.works}),
        named=named,
        assignments=tuple(_assignment(sheet, labels, similar, prints.get(sheet.slug)) for sheet in sheets),
    )


def _assignment(sheet: Sheet, labels: Mapping[str, str], similar: bool, prints: Prints | None) -> AssignmentAnalysis:
    works = [work for work in sheet.works if work.attempts]
    reports = [msgspec.structs.replace(work.report, student=work.student) for work in works if work.report is not None]
    found = clusters(reports)
    return AssignmentAnalysis(
        slug=sheet.slug,
        title=sheet.title,
        due=sheet.due,
        students=len(sheet.works),
        handed_in=len(works),
        waiting=sum(work.report is None or (work.score is None and not work.excused) for work in works),
        excused=sum(work.excused for work in sheet.works),
        unreadable=sum(bool(report.refusal) or report.unreadable is not msgspec.UNSET for report in reports),
        full=sum(all(question.verdict.counts for question in report.questions) for report in reports),
        scores=_scores(sheet.works),
        questions=items(reports),
        mistakes=_mistakes(reports, labels),
        unexplained=tuple(labelled(cluster, labels) for cluster in found),
        attempts=_handing(sheet, works),
        similar=tuple(_called(pair, labels) for pair in pairs(sheet, found, prints)) if similar else None,
        code_compared=prints is not None,
    )


def _scores(works: Sequence[Work]) -> Scores | None:
    scored = [work.score for work in works if work.score is not None]
    possible = max((work.max_score for work in works), default=0.0)
    if not scored or not possible:
        return None
    tenths = Counter(min(int(TENTHS * score / possible + 1e-9), TENTHS) for score in scored)
    lower, upper = np.percentile(scored, (25, 75))
    return Scores(
        count=len(scored),
        possible=possible,
        mean=round(fmean(scored), 4),
        median=round(median(scored), 4),
        lowest=min(scored),
        lower_quartile=round(float(lower), 4),
        upper_quartile=round(float(upper), 4),
        highest=max(scored),
        tenths=tuple(tenths[tenth] for tenth in range(TENTHS + 1)),
    )


def _mistakes(reports: Sequence[Report], labels: Mapping[str, str]) -> tuple[Made, ...]:
    """In the order of the questions; of one question what was made most first."""
    who: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    hints: dict[tuple[str, str], str] = {}
    for report in reports:
        for question in report.questions:
            made = who[question.id]
            if question.verdict is Verdict.MISTAKE and question.mistake:
                made[question.mistake].append(report.student)
                hints.setdefault((question.id, question.mistake), question.hint or "")
    return tuple(
        Made(
            question=question,
            mistake=mistake,
            count=len(students),
            students=relabelled(students, labels),
            hint=hints[question, mistake],
        )
        for question, made in who.items()
        for mistake, students in sorted(made.items(), key=lambda one: (-len(one[1]), one[0]))
    )


def _handing(sheet: Sheet, works: Sequence[Work]) -> Handing:
    """What a group has handed in together was handed in once."""
    zone = sheet.due.tzinfo if sheet.due is not None else UTC
    hand_ins = {hand_in for work in works for hand_in in work.attempts}
    days = Counter(hand_in.when.astimezone(zone).date() for hand_in in hand_ins)
    each = Counter(len(work.attempts) for work in works)
    return Handing(
        total=len(hand_ins),
        days=tuple(Day(day, days[day]) for day in sorted(days)),
        each=dict(sorted(each.items())),
        late=sum(work.late > 0 for work in works),
    )


def _called(pair: Pair, labels: Mapping[str, str]) -> Pair:
    one, other = sorted(labels.get(student, student) for student in (pair.one, pair.other))
    return msgspec.structs.replace(pair, one=one, other=other)
