"""What did the student's code give on one public example?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.course.closeness import Answer
from autograder.grading.report import Place


@dataclass(frozen=True, slots=True)
class Stop:
    """A statement or a call that stopped with an error: where, the exception's name, Python's own words, and which questions it left
    without an answer. `place` is None where it is not known.
    """

    place: Place | None
    error: str
    words: str
    binds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the student's code gave on one example.

    Attributes:
        values: by question, numbers, arrays (of truth values too), texts, and several of these.
        blank: questions whose placeholder is still there.
        odd: questions that hold or return something else, and what.
        stops: the statements and calls that stopped with an error, in their order.
        changed: by question, the arguments that its function did not leave as they were.
        waits: questions whose function stopped at another question's placeholder, and which.
        skipped: questions that were not looked at in this example.
    """

    values: Mapping[str, Answer] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    odd: Mapping[str, str] = field(default_factory=dict)
    stops: tuple[Stop, ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waits: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()

    def stop(self, question: str) -> Stop | None:
        """The first error that left a question without an answer."""
        return next((stop for stop in self.stops if question in stop.binds), None)

    def has(self, question: str) -> bool:
        """Whether anything but the placeholder is there."""
        return question in self.values or question in self.odd
