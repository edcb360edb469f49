"""Which earlier function is to be mended before anything can be said of a later one, and in which words is that told?

What follows from a function that is not right in a way of its own, or that changes what others still need, cannot be computed: the
later one is told what it is built on, and that this comes first.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from autograder.grading.finding import Finding
from autograder.grading.wording import Reason, listed

STANDING = {
    Reason.NOTHING: Reason.BEHIND_NOTHING,
    Reason.RAISED: Reason.BEHIND_STOPPED,
    Reason.RAISED_BEHIND: Reason.BEHIND_STOPPED,
    Reason.ENDED: Reason.BEHIND_ENDED,
    Reason.CALL_ENDED: Reason.BEHIND_ENDED,
    Reason.WAITS: Reason.BEHIND_SLIP,
}
"""How a function stands, as those are told that are built on it; any other that no formula explains is a puzzle."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The earlier function that comes first, and what is said of it."""

    question: str
    reason: Reason
    detail: str


def puzzling(puzzles: Sequence[str], changing: str | None, findings: Mapping[str, Finding], names: str) -> Behind | None:
    """What stands before a function whose answer no formula explains, or nothing.

    Args:
        puzzles: the earlier functions that are not right in ways that we do not know, in the order asked.
        changing: the first of the earlier functions that changes what it is called with.
        names: what that one changes, as far as the student has names for it.
    """
    own = [other for other in puzzles if not findings[other].behind]
    if not own and changing is not None:
        return Behind(changing, Reason.BEHIND_CHANGED, f"{changing}|{names}")
    return next((_standing(other, findings[other]) for other in (*own, *puzzles)), None)


def broken(before: Sequence[str], findings: Mapping[str, Finding], attempted: Callable[[str], bool]) -> Behind | None:
    """What stands before a call that stopped: the first that is written and not right, though we may know what it does."""
    found = (other for other in before if other in findings and attempted(other) and not findings[other].verdict.counts)
    return next((Behind(other, Reason.BEHIND_SLIP, other) for other in found), None)


def names_of(arguments: tuple[str, ...], text: str) -> str:
    """Names of ours as a list, or nothing where the student's file knows one of them by no such name."""
    known = all(re.search(rf"\b{re.escape(name)}\b", text) for name in arguments)
    return listed(arguments) if arguments and known else ""


def _standing(question: str, finding: Finding) -> Behind:
    return Behind(question, STANDING.get(finding.reason, Reason.BEHIND_SLIP if finding.behind else Reason.BEHIND), question)
