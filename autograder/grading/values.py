"""Which verdict does each value get? design.md, section 4: the first that fits.

The questions that count are found first (right in the plain run, or unnamed and what follows is right), then each of the others in the
order asked: carried, a named mistake, hardcoded, wrong. The judge evaluates formulas of ours only, on values of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from autograder.course import graph
from autograder.course.closeness import Answer, apart
from autograder.course.vocabulary import Mistake
from autograder.grading.carrying import MOST_CARRIED, Slips, subsets
from autograder.grading.finding import Finding
from autograder.grading.movement import still
from autograder.grading.report import Verdict
from autograder.grading.runs import Run, Trial, predicted
from autograder.grading.unexplained import unexplained, without_value
from autograder.grading.wording import Reason


@dataclass(slots=True)
class Values:
    """The verdicts of one trial's values, question by question. `findings` is where they go."""

    trial: Trial
    plain: Run
    findings: dict[str, Finding]

    def judge(self) -> None:
        """Find each question's verdict."""
        self._find_correct()
        for name in self._questions():
            if name not in self.findings and self._attempted(name):
                self._judge_attempted(name)
        for name in self._questions():
            if name not in self.findings:  # verdict 5: the file says nothing of it, and nothing after it vouches for it
                self.findings[name] = self._without_value(name, self.plain)

    def redeemed(self, name: str) -> bool:
        """Whether a mistake earns its part: always, or where a later question is right without this one having been put right."""
        if (slip := self._slip(name)) is None or slip.redeemed_by is None:
            return slip is not None
        run = self.findings[slip.redeemed_by].run
        if run is None or not run.right(self.trial.loaded, slip.redeemed_by):
            return False
        return name in graph.ancestors(self.trial.loaded.assignment, slip.redeemed_by, cut=run.mended)

    def _questions(self) -> list[str]:
        return [name for name, asked in self.trial.loaded.assignment.questions.items() if not asked.kind.called]

    def _find_correct(self) -> None:
        """Verdicts 2 and 3: right in the plain run; or without a value where something that directly depends on it is correct."""
        for name in reversed(self._questions()):
            if self.plain.right(self.trial.loaded, name):
                self.findings[name] = Finding(Verdict.CORRECT, Reason.RIGHT, self.plain)
            elif not self.plain.has_value(name) and any(map(self._correct, graph.dependents(self.trial.loaded.assignment, name))):
                self.findings[name] = Finding(Verdict.CORRECT, Reason.UNNAMED, self.plain)

    def _correct(self, name: str) -> bool:
        return name in self.findings and self.findings[name].verdict is Verdict.CORRECT

    def _attempted(self, name: str) -> bool:
        return self.plain.has_value(name) or self.plain.raised(name) is not None

    def _broken_ancestors(self, name: str) -> tuple[str, ...]:
        return tuple(other for other in graph.ancestors(self.trial.loaded.assignment, name) if not self._correct(other))

    def _judge_attempted(self, name: str) -> None:
        """Verdicts 4 to 8 for a question that the file says something of."""
        broken = self._broken_ancestors(name)
        unnamed = tuple(other for other in broken if not self._attempted(other))
        first = self._mended(broken)
        if first is not self.plain and first.right(self.trial.loaded, name):
            self.findings[name] = Finding(Verdict.CARRIED, Reason.CARRIED, first)
            self._count(name, unnamed, first)
            return
        if (consistent := self._consistent(name, broken)) is not None:
            self.findings[name] = Finding(Verdict.CARRIED, Reason.CARRIED, consistent)
            return
        last = self.trial.mended(broken) if unnamed else first
        if unnamed and last.right(self.trial.loaded, name):
            self.findings[name] = Finding(Verdict.CARRIED, Reason.CARRIED, last)
            return
        if self._follows(name, broken, unnamed):
            return
        if not last.has_value(name) or last.raised(name):
            self.findings[name] = self._without_value(name, last)
            return
        self._explain(name, first, last, unnamed)

    def _mended(self, broken: tuple[str, ...]) -> Run:
        """The run in which the broken ones that the file names are right: bound to the truth, or right by the student's own
        formula once what they hang on is. One slip needs one such run, however much hangs on it.
        """
        carried = {other: found.run for other in broken if (found := self._carried_by_itself(other)) is not None}
        roots = {other for other in broken if self._attempted(other) and other not in carried}
        roots.update(name for run in carried.values() if run for name in run.mended)
        if not roots:
            return self.plain
        run = self.trial.mended(tuple(name for name in self._questions() if name in roots))
        if all(name in roots or run.right(self.trial.loaded, name) for name in carried):
            return run
        return self.trial.mended(tuple(other for other in broken if self._attempted(other)))

    def _consistent(self, name: str, broken: tuple[str, ...]) -> Run | None:
        """The run in which slips that `name` may redeem are left as they are and all others put right, if `name` is right there:
        a convention of the student's own, held to the end.
        """
        own = {other for other in broken if (slip := self._slip(other)) is not None and slip.redeemed_by == name}
        roots = tuple(other for other in broken if self._slip(other) is not None and other not in own)
        run = self.trial.mended(roots) if own and roots else None
        return run if run is not None and run.right(self.trial.loaded, name) else None

    def _follows(self, name: str, broken: tuple[str, ...], unnamed: tuple[str, ...]) -> bool:
        """Verdicts 4 and 6 by formula, where no earlier answer can be put right, since it stands in a function of the student's own:
        what comes of the earlier slips by the right formula, or by a mistake of this one. All of it is computed from our own values.
        """
        loaded = self.trial.loaded
        slips = tuple(slip for other in broken if (slip := self._slip(other)) is not None)
        own = (None, *(mistake for mistake in loaded.assignment.questions[name].mistakes.values() if not mistake.named))
        for mistake, some in product(own, islice(subsets(slips), MOST_CARRIED)):
            made = (*some, mistake) if mistake is not None else some
            expected = predicted(loaded, self.plain, name, made)
            if self.plain.matches(loaded, name, expected) and (mistake is not None or self._tells(name, some, expected)):
                self._count(name, unnamed, self.plain, *(slip.question for slip in made))
                verdict, reason = (
                    (Verdict.MISTAKE, Reason.MISTAKE) if mistake is not None else (Verdict.CARRIED, Reason.CARRIED_FOLLOWING)
                )
                self.findings[name] = Finding(verdict, reason, self.plain, mistake, through=some)
                return True
        return False

    def _tells(self, name: str, slips: Slips, expected: Sequence[Answer]) -> bool:
        """Whether an answer that earlier slips lead to still tells that its formula is right: it moves with the inputs, and most of the
        mistakes that we know would have made it another.
        """
        loaded = self.trial.loaded
        mistakes = loaded.assignment.questions[name].mistakes.values()
        others = [predicted(loaded, self.plain, name, (*slips, mistake)) for mistake in mistakes]
        seen = sum(any(map(apart, expected, other)) for other in others)
        return (not others or 2 * seen > len(others)) and not still(expected, self.plain.truths(name))

    def _slip(self, name: str) -> Mistake | None:
        return self.findings[name].mistake if name in self.findings else None

    def _carried_by_itself(self, name: str) -> Finding | None:
        """The finding of a question whose own formula was right in a mended run, else None."""
        found = self.findings.get(name)
        if found and found.run and found.verdict is Verdict.CARRIED and found.run.right(self.trial.loaded, name):
            return found
        return None

    def _explain(self, name: str, first: Run, last: Run, unnamed: tuple[str, ...]) -> None:
        """A mistake of this question or of an unnamed one before it; else what can be said of the values alone."""
        found = self._fitting(name, first, last, unnamed)
        if found is None:
            self.findings[name] = unexplained(self.trial, self.plain, last, self.trial.loaded.assignment.questions[name])
            return
        mistake, run = found
        self.findings[mistake.question] = Finding(Verdict.MISTAKE, Reason.MISTAKE, run, mistake)
        if mistake.question != name:
            self.findings[name] = Finding(Verdict.CARRIED, Reason.CARRIED, run)
        if run is first:
            self._count(name, unnamed, run, mistake.question)

    def _fitting(self, name: str, first: Run, last: Run, unnamed: tuple[str, ...]) -> tuple[Mistake, Run] | None:
        """The mistake that explains the answer in all cases, the earliest in the chain, and the run in which it does.

        In one line, `ŷ - y` and a minus before the step are the same number: nobody can tell which of the two it was. The
        first broken link gets it; it costs one question either way.
        """
        loaded = self.trial.loaded
        for other in (*unnamed, name):
            for mistake in loaded.assignment.questions[other].mistakes.values():
                if mistake.named and other != name:
                    continue
                if first.matches(loaded, name, predicted(loaded, first, name, [mistake])):
                    return mistake, first
        if last is not first:
            for mistake in loaded.assignment.questions[name].mistakes.values():
                if last.matches(loaded, name, predicted(loaded, last, name, [mistake])):
                    return mistake, last
        return None

    def _count(self, name: str, unnamed: tuple[str, ...], run: Run, *mistaken: str) -> None:
        """Unnamed answers that `name`, which was computed through them, has shown to be right."""
        assignment = self.trial.loaded.assignment
        given = {*run.mended, *mistaken} - {name}
        for other in graph.ancestors(assignment, name, cut=run.mended):
            if other in unnamed and other not in self.findings:
                carried = given & {*graph.ancestors(assignment, other)}
                verdict, reason = (Verdict.CARRIED, Reason.UNNAMED_CARRIED) if carried else (Verdict.CORRECT, Reason.UNNAMED)
                self.findings[other] = Finding(verdict, reason, run)

    def _without_value(self, name: str, run: Run) -> Finding:
        return without_value(self.plain, run, self.trial.loaded.assignment.questions[name])
