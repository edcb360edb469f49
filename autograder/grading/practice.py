"""How far is a student's work right on the public examples?

The student's own check, before handing in: no solutions, no sandbox, no hidden cases. It needs what `examples.json` holds and the
values that the student's code gave, and judges the chain link by link. An answer that hangs on a broken link is left unjudged:
its formula may be right.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from autograder.course.closeness import Array, same, same_shape, size
from autograder.course.published import Published, PublishedQuestion
from autograder.grading.movement import still
from autograder.grading.report import Place, QuestionReport, Report, Verdict, total
from autograder.grading.wording import Reason, told

FIRST_ONLY = "It matches the first example; on the second it differs."
SECOND_ONLY = "It matches the second example; on the first it differs."


@dataclass(frozen=True, slots=True)
class Stop:
    """A statement that stopped with an error: where, the exception's name, Python's own words, and the names it would have bound."""

    place: Place
    error: str
    words: str
    binds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the student's code gave on one example.

    Attributes:
        values: by question, those that are numbers.
        blank: questions that hold None, the placeholder.
        odd: questions that hold something else, and what.
        stops: the statements that stopped with an error, in their order.
    """

    values: Mapping[str, Array] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    odd: Mapping[str, str] = field(default_factory=dict)
    stops: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that cannot be judged before an earlier one is right."""

    id: str
    behind: str


@dataclass(frozen=True, slots=True)
class Practice:
    """What is said of the student's work, question by question in the order asked.

    Attributes:
        examples: how many of the two public examples it was tried on.
    """

    assignment: str
    title: str
    version: int
    links: tuple[QuestionReport | Waiting, ...]
    examples: int
    notes: tuple[str, ...] = ()

    @property
    def judged(self) -> tuple[QuestionReport, ...]:
        """The questions that a verdict was found for."""
        return tuple(link for link in self.links if isinstance(link, QuestionReport))

    @property
    def all_right(self) -> bool:
        """Whether nothing is left to do on the examples."""
        return all(isinstance(link, QuestionReport) and link.verdict.counts for link in self.links)

    @property
    def first_broken(self) -> QuestionReport | None:
        """The first link of the chain that is not right: the one that a student mends next."""
        return next((link for link in self.judged if not link.verdict.counts), None)

    def report(self, file: str, digest: str, max_score: float) -> Report:
        """The report that `--json` prints. Questions not judged yet are left out and named in the notes."""
        waiting = [f"Not judged yet: {link.id}, which hangs on {link.behind}." for link in self.links if isinstance(link, Waiting)]
        return Report(
            student="",
            assignment=self.assignment,
            submission=digest,
            isolation="none",
            score=total([question.points for question in self.judged]),
            max_score=max_score,
            questions=self.judged,
            notes=(*self.notes, *waiting),
            version=self.version,
            file=file,
            title=self.title,
        )


def judge(
    published: Published,
    seen: Mapping[int, Seen],
    *,
    only: Sequence[str] = (),
    place: Callable[[str], Place | None] = lambda name: None,
    notes: Sequence[str] = (),
) -> Practice:
    """Judge what was seen on the examples.

    Args:
        seen: by the example's index.
        only: these questions and what they hang on; all of them if empty.
        place: where a question is assigned in the student's file.
    """
    wanted = _with_ancestors(published, only) if only else {question.id for question in published.questions}
    bench = _Bench(published, seen, place)
    links = tuple(bench.link(question) for question in published.questions if question.id in wanted)
    return Practice(published.assignment, published.title, published.version, links, len(seen), tuple(notes))


def _with_ancestors(published: Published, names: Sequence[str]) -> set[str]:
    wanted = set(names)
    for question in reversed(published.questions):
        if question.id in wanted:
            wanted |= {name for name in question.needs if name not in published.givens}
    return wanted


class _Bench:
    """Judges one question after another, in the order asked."""

    def __init__(self, published: Published, seen: Mapping[int, Seen], place: Callable[[str], Place | None]) -> None:
        self._published = published
        self._seen = seen
        self._place = place
        self._broken: set[str] = set()
        self._right: dict[str, bool] = {}
        for question in reversed(published.questions):
            self._right[question.id] = self._is_right(question)

    def link(self, question: PublishedQuestion) -> QuestionReport | Waiting:
        """A question's report, or that it must wait."""
        if self._right[question.id]:
            reason = Reason.UNNAMED if self._absent(question.id) else None
            text = reason.value if reason else "Right on the examples." if len(self._seen) > 1 else "Right on this example."
            return self._report(question, Verdict.CORRECT, text)
        behind = next((name for name in question.needs if name in self._broken), None)
        self._broken.add(question.id)
        found = self._without_value(question) if self._absent(question.id) else None
        if behind is not None and (found is None or found.verdict is Verdict.FAILED):
            return Waiting(question.id, behind)
        return found or self._with_value(question)

    def _is_right(self, question: PublishedQuestion) -> bool:
        if self._absent(question.id):
            dependents = (other for other in self._published.questions if question.id in other.needs)
            return any(self._right[other.id] for other in dependents)
        return all(self._fits(question, index) for index in self._seen)

    def _absent(self, name: str) -> bool:
        return not any(name in seen.values or name in seen.odd for seen in self._seen.values())

    def _fits(self, question: PublishedQuestion, index: int) -> bool:
        return self._same(question, index, self._expected(question, index))

    def _expected(self, question: PublishedQuestion, index: int) -> Array:
        return np.asarray(self._published.examples[index].answers[question.id], dtype=np.float64)

    def _same(self, question: PublishedQuestion, index: int, expected: Array) -> bool:
        scale = size([self._expected(question, example) for example in range(len(self._published.examples))])
        return same(self._seen[index].values.get(question.id), expected, rtol=question.rtol, atol=question.atol * scale)

    def _without_value(self, question: PublishedQuestion) -> QuestionReport:
        stops = [stop for seen in self._seen.values() for stop in seen.stops if question.id in stop.binds]
        if stops:
            return self._stopped(question, stops[0])
        if any(question.id in seen.blank for seen in self._seen.values()):
            return self._report(question, Verdict.UNATTEMPTED, Reason.BLANK.value)
        return self._report(question, Verdict.MISSING, Reason.MISSING.value)

    def _stopped(self, question: PublishedQuestion, stop: Stop) -> QuestionReport:
        words = f" Python says: {stop.words}" if stop.words else ""
        message = told(Reason.RAISED, error=stop.error, place=stop.place) + words
        return self._report(question, Verdict.FAILED, message, place=stop.place)

    def _with_value(self, question: PublishedQuestion) -> QuestionReport:
        for mistake in question.mistakes:
            if all(self._mistaken(question, index, mistake.id) for index in self._seen):
                return self._report(question, Verdict.MISTAKE, Reason.MISTAKE.value, mistake=mistake.id, hint=mistake.hint)
        if odd := [seen.odd[question.id] for seen in self._seen.values() if question.id in seen.odd]:
            return self._report(question, Verdict.WRONG, told(Reason.ODD, detail=odd[0]))
        got = [seen.values.get(question.id) for seen in self._seen.values()]
        values = [value for value in got if value is not None]
        if len(values) < len(got):
            return self._report(question, Verdict.WRONG, Reason.SOMETIMES.value)
        if not all(np.isfinite(value).all() for value in values):
            return self._report(question, Verdict.WRONG, Reason.NOT_FINITE.value)
        if still(values, [self._expected(question, index) for index in self._seen]):
            return self._report(question, Verdict.HARDCODED, Reason.HARDCODED.value)
        return self._report(question, Verdict.WRONG, self._difference(question, values))

    def _mistaken(self, question: PublishedQuestion, index: int, mistake: str) -> bool:
        values = self._published.examples[index].mistakes.get(question.id, {})
        return mistake in values and self._same(question, index, np.asarray(values[mistake], dtype=np.float64))

    def _difference(self, question: PublishedQuestion, values: Sequence[Array]) -> str:
        fits = [self._fits(question, index) for index in self._seen]
        if any(fits):
            return FIRST_ONLY if fits[0] else SECOND_ONLY
        expected = self._expected(question, next(iter(self._seen)))
        if not same_shape(values[0], expected):
            return told(Reason.SHAPE, detail=f"{values[0].shape} {expected.shape}")
        return Reason.OTHER.value

    def _report(
        self,
        question: PublishedQuestion,
        verdict: Verdict,
        message: str,
        *,
        mistake: str | None = None,
        hint: str | None = None,
        place: Place | None = None,
    ) -> QuestionReport:
        first = next(iter(self._seen.values())).values.get(question.id)
        return QuestionReport(
            id=question.id,
            verdict=verdict,
            points=question.points if verdict.counts else 0.0,
            max_points=question.points,
            mistake=mistake,
            message=message,
            hint=hint,
            text=question.text,
            seen=None if first is None else first.tolist(),
            place=place or self._place(question.id),
        )
