"""What has the judge found of one question?"""

from dataclasses import dataclass

from autograder.course.vocabulary import Mistake
from autograder.grading.carrying import Behaviour, Slips
from autograder.grading.report import Verdict
from autograder.grading.runs import Run
from autograder.grading.wording import Reason


@dataclass(frozen=True, slots=True)
class Shown:
    """What a function was found to do, and the run whose answers show it.

    Attributes:
        there: what it does in that run, in which earlier functions may have been put right.
    """

    behaviour: Behaviour
    run: Run
    there: Behaviour


@dataclass(frozen=True, slots=True)
class Finding:
    """A question's verdict with its grounds.

    Attributes:
        run: the run that decided, for the evidence.
        detail: what the reason's sentence is filled with.
        also: what is said after it, each with what it is filled with.
        behind: the earlier question that is to be mended first, or nothing.
        within: the question in whose function this one's mistake stands, where it is not written as one of its own.
        redeemed: of a mistake, whether it earns its part of the points.
        through: of a function, the mistakes of earlier ones that its answer follows from.
        behaviour: of a function, what it was found to do.
        share: of a measured question that is not right, the part of the points that it earns.
    """

    verdict: Verdict
    reason: Reason
    run: Run | None = None
    mistake: Mistake | None = None
    detail: str = ""
    also: tuple[tuple[Reason, str], ...] = ()
    behind: str = ""
    within: str = ""
    redeemed: bool = False
    through: Slips = ()
    behaviour: Behaviour | None = None
    share: float = 0.0
