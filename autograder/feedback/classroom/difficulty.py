"""How hard is each question, and does it tell those who know from those who do not?

The difficulty is the share of the points that the class got. The discrimination is the correlation of a question's points with those
of all other questions (item-rest correlation, for a question that is right or wrong the point-biserial one), with the interval that
Fisher's z gives for 95 in 100 such classes. Where it cannot be known it is not said: with few students it is chance.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder.grading.report import QuestionReport, Report, Verdict

FEWEST = 10
TOO_FEW = "too few students: {count}, and {fewest} are needed"
ALL_ALIKE = "everybody got the same here"
REST_ALIKE = "everybody got the same in the rest"
ALONE = "there is no other question"
WEAK = 0.2

Array = NDArray[np.float64]


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One question, over the class.

    Attributes:
        students: whose answers count here.
        share: of the points, 0 to 1; of the students who have it right where it is worth nothing; None where there is nobody.
        discrimination: from -1 to 1, with `low` and `high` around it; None where it cannot be known, and `unknown` why.
        verdicts: how many of each that occurs.
    """

    id: str
    text: str
    max_points: float
    students: int
    share: float | None
    discrimination: float | None
    low: float | None
    high: float | None
    unknown: str
    verdicts: dict[str, int]

    @property
    def odd(self) -> bool:
        """Whether those who do well elsewhere do rather worse here, as far as can be known."""
        return self.high is not None and self.high < 0

    @property
    def weak(self) -> bool:
        """Whether it tells little, as far as can be known."""
        return self.discrimination is not None and self.discrimination < WEAK


def items(reports: Sequence[Report]) -> tuple[Item, ...]:
    """Each question that was asked, in the order of the first report that has it.

    What could not be read tells nothing of any question, and a fault is ours: neither counts.
    """
    judged = [report for report in reports if judges(report)]
    asked: dict[str, list[tuple[int, QuestionReport]]] = defaultdict(list)
    for number, report in enumerate(judged):
        for question in report.questions:
            asked[question.id].append((number, question))
    whole = np.array([math.fsum(_credit(question) for question in report.questions) for report in judged])
    return tuple(_item(name, found, whole, len(asked) > 1) for name, found in asked.items())


def judges(report: Report) -> bool:
    """Whether a report tells anything of its questions."""
    return not (report.faulty or report.refusal or report.unreadable is not msgspec.UNSET)


def _item(name: str, found: Sequence[tuple[int, QuestionReport]], whole: Array, others: bool) -> Item:
    first = found[0][1]
    credit = np.array([_credit(question) for _, question in found])
    rest = whole[[number for number, _ in found]] - credit
    most = math.fsum(question.max_points or 1.0 for _, question in found)
    related, unknown = _related(credit, rest) if others else (None, ALONE)
    low, high = _interval(related, len(found))
    return Item(
        id=name,
        text=first.text,
        max_points=first.max_points,
        students=len(found),
        share=_rounded(math.fsum(credit) / most) if found else None,
        discrimination=_rounded(related),
        low=_rounded(low),
        high=_rounded(high),
        unknown=unknown,
        verdicts={verdict.value: count for verdict, count in sorted(_verdicts(found).items(), key=_place)},
    )


def _verdicts(found: Sequence[tuple[int, QuestionReport]]) -> Counter[Verdict]:
    return Counter(question.verdict for _, question in found)


def _place(one: tuple[Verdict, int]) -> int:
    return list(Verdict).index(one[0])


def _credit(question: QuestionReport) -> float:
    """Its points; where it is worth none, 1 for what is right."""
    return question.points if question.max_points else float(question.verdict.counts)


def _related(credit: Array, rest: Array) -> tuple[float | None, str]:
    """Pearson's correlation, or why there is none."""
    if len(credit) < FEWEST:
        return None, TOO_FEW.format(count=len(credit), fewest=FEWEST)
    one, other = credit - credit.mean(), rest - rest.mean()
    if np.ptp(credit) < 1e-9:
        return None, ALL_ALIKE
    if np.ptp(rest) < 1e-9:
        return None, REST_ALIKE
    return float(np.clip(one @ other / math.sqrt((one @ one) * (other @ other)), -1.0, 1.0)), ""


def _interval(related: float | None, count: int) -> tuple[float | None, float | None]:
    if related is None:
        return None, None
    if abs(related) > 1 - 1e-12:
        return related, related
    middle, reach = math.atanh(related), 1.96 / math.sqrt(count - 3)
    return math.tanh(middle - reach), math.tanh(middle + reach)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
