"""What is an outcome worth that no number is right for? The author's measure says so, case by case.

The measure is ours, what it is computed from is the student's: of any shape, with anything in it. It is held to sizes at which
nothing that NumPy may make of it fills the judge's memory, and whatever it raises means that the outcome is worth nothing.
"""

import warnings
from collections.abc import Mapping, Sequence
from math import ceil, isfinite
from typing import Any

import numpy as np

from autograder.course import graph
from autograder.course.cases import Case
from autograder.course.closeness import Answer, arrays, parts
from autograder.course.load import Loaded
from autograder.course.vocabulary import Question
from autograder.grading.behind import Behind
from autograder.grading.finding import Finding
from autograder.grading.movement import constant
from autograder.grading.report import Verdict
from autograder.grading.runs import EXAMPLES, Run, Trial
from autograder.grading.unexplained import followed_by, odd, without_value
from autograder.grading.wording import Reason, listed

MOST_COMPUTED = 1 << 25  # entries of the largest array that broadcasting can make of an outcome
ROUNDING = 1e-9


def measured(trial: Trial, plain: Run, asked: Question, findings: Mapping[str, Finding]) -> Finding:
    """The verdict on a measured question: the mean over the hidden cases; nothing for what stays the same in all of them.

    What is not enough may be so by a slip in an earlier function of the student's: then it is tried with that one put right.
    """
    found = _found(trial.loaded, plain, asked, EXAMPLES)
    first = [] if found.verdict in (Verdict.CORRECT, Verdict.UNATTEMPTED, Verdict.MISSING) else _slips(trial.loaded, asked, findings)
    if not first or not trial.loaded.can_stand_in(first, asked.id):
        return found
    mended = _found(trial.loaded, trial.put_right(asked.id, tuple(first)), asked, 0)
    if mended.verdict is Verdict.CORRECT:
        return Finding(Verdict.CARRIED, Reason.MEASURED_CARRIED, mended.run, detail=listed(tuple(first)))
    if mended.share <= found.share:  # the slip has no part in it
        return found
    return followed_by(mended, Behind(first[0], Reason.BEHIND_SLIP, first[0]))


def _slips(loaded: Loaded, asked: Question, findings: Mapping[str, Finding]) -> list[str]:
    """The functions that it is built on, and that are written and not right."""
    passed = (Verdict.CORRECT, Verdict.UNATTEMPTED, Verdict.MISSING)
    return [name for name in graph.ancestors(loaded.assignment, asked.id) if findings[name].verdict not in passed]


def _found(loaded: Loaded, run: Run, asked: Question, start: int) -> Finding:
    """What is said by one run, from the case `start` on."""
    hidden = run.returned(asked.id)[start:]
    if all(got is None for got in hidden):
        what = run.odd(asked.id)
        return odd(run, asked, what) if what else without_value(run, run, asked)
    if constant([got for got in hidden if got is not None]):
        return Finding(Verdict.HARDCODED, Reason.HARDCODED, run)
    found = shares(loaded, run, asked)[start:]
    mean = sum(found) / len(found)
    if mean >= asked.enough - ROUNDING:
        return Finding(Verdict.CORRECT, Reason.MEASURED_RIGHT, run)
    reason, detail = _words(found, asked.enough)
    return Finding(Verdict.WRONG, reason, run, detail=detail, share=mean)


def shares(loaded: Loaded, plain: Run, asked: Question) -> list[float]:
    """What the outcome is worth in each case of a run, from 0 to 1."""
    return [share(asked, got, case) for got, case in zip(plain.returned(asked.id), plain.cases, strict=True)]


def share(asked: Question, got: Answer | None, case: Case) -> float:
    """What one outcome is worth, from 0 to 1; nothing where it cannot be measured."""
    if got is None or not _measurable(got):
        return 0.0
    with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
        try:
            worth = float(asked.formula(_plain(got), *(case.givens[name] for name in asked.needs[1:])))
        except MemoryError:
            raise  # of ours: what is measured is of a reasonable size
        except Exception:  # an author's measure, on a value that it was not written for, may raise anything
            return 0.0
    return min(max(worth, 0.0), 1.0) if isfinite(worth) else 0.0


def _measurable(got: Answer) -> bool:
    """Whether what NumPy makes of it stays of a reasonable size: arrays of (n, 1) and (1, n) meet in one of (n, n)."""
    found = arrays(got)
    axes = max((array.ndim for array in found), default=0)
    longest = max((max(array.shape, default=1) for array in found), default=1)
    return bool(longest**axes <= MOST_COMPUTED)


def _plain(got: Answer) -> Any:
    """As an author's measure expects it: truth values as numbers, arrays its own to write into."""
    found = tuple(part if isinstance(part, str) else np.array(part, dtype=np.float64) for part in parts(got))
    return found if isinstance(got, tuple) else found[0]


def _words(found: Sequence[float], enough: float) -> tuple[Reason, str]:
    """How many of how many, where each is all or nothing; else the mean."""
    if all(share in (0.0, 1.0) for share in found):
        return Reason.MEASURED, f"{round(sum(found))}|{len(found)}|{ceil(enough * len(found) - ROUNDING)}"
    return Reason.MEASURED_SHARE, f"{100 * sum(found) / len(found):.0f}|{100 * enough:g}"
