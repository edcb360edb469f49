"""What is said of one question, judged by the two public examples?

As the judge does it, but on a student's own machine, with what examples.json holds: the answers, and what the known mistakes
give. What hangs on a broken link is left unjudged, since its formula may be right.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from autograder.course.closeness import Answer, finite, parts, same, same_shape, size
from autograder.course.published import Published, PublishedQuestion, Shown, answer, sealed
from autograder.course.vocabulary import Kind
from autograder.grading.fitting import fitted, misfit, wanted
from autograder.grading.measuring import share
from autograder.grading.movement import constant, still
from autograder.grading.nearness import nearly
from autograder.grading.report import POINT_DIGITS, Place, QuestionReport, Verdict
from autograder.grading.seen import Seen, Stop
from autograder.grading.wording import Reason, changed_hint, listed, things, told

FIRST_ONLY = "It matches the first example; on the second it differs."
SECOND_ONLY = "It matches the second example; on the first it differs."
MEASURED = "On the examples it reaches {0:.0f} % of what it should; {1:.0f} % on average {2}."
ARGUMENTS_CHANGED = "arguments_changed"
CHANGED_WORTH = 0.5


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that cannot be judged before an earlier one is right."""

    id: str
    behind: str


class Bench:
    """Judges one question after another, in the order asked.

    Args:
        seen: by the example's index.
        place: where a question's work is in the student's file.
    """

    def __init__(self, published: Published, seen: Mapping[int, Seen], place: Callable[[str], Place | None]) -> None:
        self._published = published
        self._seen = seen
        self._place = place
        self._broken: set[str] = set()
        self._shares = {one.id: self._share(one) for one in published.questions if one.kind is Kind.MEASURED}
        self._right: dict[str, bool] = {}
        for question in reversed(published.questions):
            self._right[question.id] = self._is_right(question)

    def examples(self, question: PublishedQuestion) -> list[int]:
        """The examples on which a question was looked at."""
        return [index for index, seen in self._seen.items() if question.id not in seen.skipped]

    def link(self, question: PublishedQuestion) -> QuestionReport | Waiting:
        """A question's report, or that it must wait."""
        if self._right[question.id]:
            return self._changing(question) or self._report(question, Verdict.CORRECT, self._praise(question))
        behind = next((name for name in (*question.needs, *question.uses) if name in self._broken), None)
        self._broken.add(question.id)
        if (waits := self._waits(question)) is not None:
            return Waiting(question.id, waits)
        found = self._without_value(question) if self._absent(question) else None
        if behind is not None and (found is None or found.verdict is Verdict.FAILED):
            return Waiting(question.id, behind)
        return found or self._with_value(question)

    # --- right? ----------------------------------------------------------------------------------------------------------

    def _is_right(self, question: PublishedQuestion) -> bool:
        if self._absent(question):
            dependents = (other for other in self._published.questions if question.id in (*other.needs, *other.uses))
            attempted = question.kind.called and self._stops(question)
            return not attempted and any(self._right[other.id] for other in dependents)
        if question.kind is Kind.MEASURED:
            return (self._shares[question.id] or 0.0) >= question.enough and not self._constant(question)
        return all(self._fits(question, index) for index in self.examples(question))

    def _praise(self, question: PublishedQuestion) -> str:
        if self._absent(question):
            return told(Reason.UNWRITTEN if question.kind.called else Reason.UNNAMED)
        return "Right on the examples." if len(self.examples(question)) > 1 else "Right on this example."

    def _absent(self, question: PublishedQuestion) -> bool:
        return not any(self._seen[index].has(question.id) for index in self.examples(question))

    def _fits(self, question: PublishedQuestion, index: int) -> bool:
        return self._same(question, index, self._expected(question, index))

    def _expected(self, question: PublishedQuestion, index: int) -> Answer:
        return answer(self._published.examples[index].answers[question.id])

    def _value(self, question: PublishedQuestion, index: int) -> Answer | None:
        """What was seen, in the form that is asked for; None where that is something else."""
        value = fitted(self._seen[index].values.get(question.id), self._expected(question, index))[0]
        if isinstance(value, str) and self._published.examples[index].seals(question.id):
            return sealed(self._published.assignment, question.id, value)
        return value

    def _same(self, question: PublishedQuestion, index: int, expected: Answer) -> bool:
        scale = size([self._expected(question, example) for example in range(len(self._published.examples))])
        return same(self._value(question, index), expected, rtol=question.rtol, atol=question.atol * scale)

    def _share(self, question: PublishedQuestion) -> float | None:
        """The mean of what a measured question's examples are worth; None if any cannot be measured."""
        found = [
            share(question, self._seen[index].values.get(question.id), self._published.examples[index].values())
            for index in self.examples(question)
        ]
        known = [one for one in found if one is not None]
        return sum(known) / len(known) if known and len(known) == len(found) else None

    def _constant(self, question: PublishedQuestion) -> bool:
        got = [self._seen[index].values.get(question.id) for index in self.examples(question)]
        return constant([value for value in got if value is not None])

    # --- what is said ----------------------------------------------------------------------------------------------------

    def _changing(self, question: PublishedQuestion) -> QuestionReport | None:
        """What is said of a function that is right and does not leave its arguments as they were."""
        names = self._changed(question.id)
        if not names:
            return None
        told_names = listed(names) if question.kind is Kind.FUNCTION else ""  # an outcome's are the driver's, not the student's
        if before := next((name for name in question.uses if self._changed(name)), None):
            return self._report(question, Verdict.CORRECT, told(Reason.CHANGED_BEFORE, detail=f"{told_names}|{before}"))
        said, hint = told(Reason.CHANGED, detail=told_names), changed_hint(told_names)
        points = round(CHANGED_WORTH * question.points, POINT_DIGITS)
        return self._report(question, Verdict.MISTAKE, said, mistake=ARGUMENTS_CHANGED, hint=hint, points=points)

    def _changed(self, name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(argument for seen in self._seen.values() for argument in seen.changed.get(name, ())))

    def _waits(self, question: PublishedQuestion) -> str | None:
        """The other question whose placeholder stands in the way, if that is not right without being written."""
        found = (seen.waits[question.id] for seen in self._seen.values() if question.id in seen.waits)
        return next((name for name in found if not self._right.get(name, True)), None)

    def _without_value(self, question: PublishedQuestion) -> QuestionReport:
        if stops := self._stops(question):
            return self._stopped(question, stops[0])
        if any(question.id in seen.blank for seen in self._seen.values()):
            return self._report(question, Verdict.UNATTEMPTED, Reason.BLANK.value)
        if question.kind.called:
            return self._report(question, Verdict.MISSING, told(Reason.MISSING_CALL, detail=question.place))
        return self._report(question, Verdict.MISSING, Reason.MISSING.value)

    def _stops(self, question: PublishedQuestion) -> list[Stop]:
        return [stop for index in self.examples(question) if (stop := self._seen[index].stop(question.id)) is not None]

    def _stopped(self, question: PublishedQuestion, stop: Stop) -> QuestionReport:
        words = f" Python says: {stop.words}" if stop.words else ""
        message = told(Reason.RAISED, error=stop.error, place=stop.place) + words
        return self._report(question, Verdict.FAILED, message, place=stop.place)

    def _with_value(self, question: PublishedQuestion) -> QuestionReport:
        for mistake in question.mistakes:
            if all(self._mistaken(question, index, mistake.id) for index in self.examples(question)):
                return self._report(question, Verdict.MISTAKE, Reason.MISTAKE.value, mistake=mistake.id, hint=mistake.hint)
        if question.kind.called and (stops := self._stops(question)):
            return self._stopped(question, stops[0])
        if question.kind is Kind.MEASURED:
            return self._measured(question)
        if odd := next(filter(None, (self._odd(question, index) for index in self.examples(question))), ""):
            return self._report(question, Verdict.WRONG, odd)
        got = [self._value(question, index) for index in self.examples(question)]
        values = [value for value in got if value is not None]
        if len(values) < len(got):
            return self._report(question, Verdict.WRONG, Reason.SOMETIMES.value)
        if not all(map(finite, values)):
            return self._report(question, Verdict.WRONG, Reason.NOT_FINITE.value)
        if still(values, [self._expected(question, index) for index in self.examples(question)]):
            return self._report(question, Verdict.HARDCODED, Reason.HARDCODED.value)
        return self._report(question, Verdict.WRONG, self._difference(question, values))

    def _mistaken(self, question: PublishedQuestion, index: int, mistake: str) -> bool:
        values: Mapping[str, Shown | None] = self._published.examples[index].mistakes.get(question.id, {})
        if mistake not in values:
            return False
        if (value := values[mistake]) is None:
            return self._came_to_nothing(question, index)
        return self._same(question, index, answer(value))

    def _came_to_nothing(self, question: PublishedQuestion, index: int) -> bool:
        """Whether a call stopped, or gave what is not finite."""
        seen = self._seen[index]
        if not seen.has(question.id):
            return seen.stop(question.id) is not None
        value = self._value(question, index)
        return value is not None and not finite(value)

    def _odd(self, question: PublishedQuestion, index: int) -> str:
        """What is said of a value of another form than what is asked for, or nothing."""
        expected = self._expected(question, index)
        seen = self._seen[index]
        what = seen.odd.get(question.id) or fitted(seen.values.get(question.id), expected)[1]
        if not what:
            return ""
        if what == "nothing":
            return Reason.NOTHING.value
        if what == "no function":
            return told(Reason.NO_FUNCTION, detail=question.place)
        if what == "no function to be called":
            return told(Reason.RETURNS_NO_FUNCTION)
        if question.kind.called:
            return told(Reason.ODD_CALL, detail=f"{what}|{wanted(expected)}")
        return told(Reason.NO_TEXT if isinstance(expected, str) else Reason.ODD, detail=what)

    def _measured(self, question: PublishedQuestion) -> QuestionReport:
        reached = self._shares[question.id]
        if reached is None:
            odd = [self._seen[index].odd.get(question.id, "something else") for index in self.examples(question)]
            told_of = {"nothing": Reason.NOTHING, "no function to be called": Reason.RETURNS_NO_FUNCTION}
            reason = next((told_of[what] for what in odd if what in told_of), Reason.ODD_MEASURED)
            return self._report(question, Verdict.WRONG, told(reason, detail=odd[0]))
        if self._constant(question):
            return self._report(question, Verdict.HARDCODED, Reason.HARDCODED.value)
        worth = "earn all points, less a part of them" if question.points else "are enough"
        said = MEASURED.format(100 * reached, 100 * question.enough, worth)
        points = round(question.points * min(1.0, reached / question.enough), POINT_DIGITS)
        return self._report(question, Verdict.WRONG, said, points=points)

    def _difference(self, question: PublishedQuestion, values: list[Answer]) -> str:
        indices = self.examples(question)
        if nearly(values, [self._expected(question, index) for index in indices]):
            return told(Reason.NEARLY)
        fits = [self._fits(question, index) for index in indices]
        if any(fits):
            return FIRST_ONLY if fits[0] else SECOND_ONLY
        expected = self._expected(question, indices[0])
        if same_shape(values[0], expected):
            return told(Reason.OTHER_TEXT if isinstance(expected, str) else Reason.OTHER)
        got, asked = len(parts(values[0])), len(parts(expected))
        if got != asked:
            return told(Reason.PARTS, detail=f"{things(got)}|{things(asked)}")
        number, shape, wanted_shape = misfit(values[0], expected)
        if asked == 1:
            return told(Reason.SHAPE, detail=f"{shape} {wanted_shape}")
        return told(Reason.SHAPE_PART, detail=f"{asked}|{number}|{shape} {wanted_shape}")

    def _report(
        self,
        question: PublishedQuestion,
        verdict: Verdict,
        message: str,
        *,
        mistake: str | None = None,
        hint: str | None = None,
        place: Place | None = None,
        points: float | None = None,
    ) -> QuestionReport:
        first = self._seen[0].values.get(question.id) if 0 in self.examples(question) else None
        earned = (question.points if verdict.counts else 0.0) if points is None else points
        return QuestionReport(
            id=question.id,
            verdict=verdict,
            points=earned,
            max_points=question.points,
            mistake=mistake,
            message=message,
            hint=hint,
            text=question.text,
            seen=None if first is None else as_json(first),
            place=place or self._place(question.id),
        )


def as_json(value: Answer) -> object:
    """An answer as reports hold it: a number, nested lists, a text, or {"parts": [...]} of these."""
    if isinstance(value, tuple):
        return {"parts": [as_json(part) for part in value]}
    return value if isinstance(value, str) else value.tolist()
