"""Which verdict does each question get? design.md, section 4: the first that fits.

The questions that count are found first (right in the plain run, or unnamed and what follows is right), then each of the others in the
order asked: carried, a named mistake, hardcoded, wrong. The judge never evaluates a formula on a student's value.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from autograder.course import graph
from autograder.course.closeness import same_shape
from autograder.course.vocabulary import Mistake
from autograder.grading.movement import still
from autograder.grading.report import Verdict
from autograder.grading.runs import EXAMPLES, Run, Trial, predicted
from autograder.grading.wording import Reason
from autograder.sandbox.host import Ended


@dataclass(frozen=True, slots=True)
class Finding:
    """A question's verdict with its grounds.

    Attributes:
        run: the run that decided, for the evidence.
        redeemed: of a mistake, whether it earns its part of the points.
    """

    verdict: Verdict
    reason: Reason
    run: Run | None = None
    mistake: Mistake | None = None
    detail: str = ""
    redeemed: bool = False


@dataclass(slots=True)
class Judgement:
    """The verdicts of one trial, question by question."""

    trial: Trial
    plain: Run
    findings: dict[str, Finding] = field(default_factory=dict)

    def judge(self) -> dict[str, Finding]:
        """The finding of every question, in the order asked."""
        if (stopped := self._stopped()) is not None:
            return dict.fromkeys(self._questions(), stopped)
        self._find_correct()
        for name in self._questions():
            if name not in self.findings and self._attempted(name):
                self._judge_attempted(name)
        for name in self._questions():
            if name not in self.findings:  # verdict 5: the file says nothing of it, and nothing after it vouches for it
                self.findings[name] = self._without_value(name, self.plain)
        return {name: replace(self.findings[name], redeemed=self._redeemed(name)) for name in self._questions()}

    def _redeemed(self, name: str) -> bool:
        """Whether a mistake earns its part: always, or where a later question is right without this one having been put right."""
        if (slip := self._slip(name)) is None or slip.redeemed_by is None:
            return slip is not None
        run = self.findings[slip.redeemed_by].run
        if run is None or not run.right(self.trial.loaded, slip.redeemed_by):
            return False
        return name in graph.ancestors(self.trial.loaded.assignment, slip.redeemed_by, cut=run.mended)

    def _stopped(self) -> Finding | None:
        """What is said of every question of a program that is not Python, or did not come to its end in all cases."""
        if self.plain.outcome.ended is not Ended.DONE:
            return Finding(Verdict.FAILED, Reason.ENDED, self.plain, detail=self.plain.outcome.ended)
        if self.plain.unreadable():
            return Finding(Verdict.FAILED, Reason.RAISED, self.plain)
        return None

    def _questions(self) -> list[str]:
        return list(self.trial.loaded.assignment.questions)

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
            self.findings[name] = self._unexplained(name, last)
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
                if first.matches(loaded, name, predicted(loaded, first, name, mistake)):
                    return mistake, first
        if last is not first:
            for mistake in loaded.assignment.questions[name].mistakes.values():
                if last.matches(loaded, name, predicted(loaded, last, name, mistake)):
                    return mistake, last
        return None

    def _count(self, name: str, unnamed: tuple[str, ...], run: Run, mistaken: str | None = None) -> None:
        """Unnamed answers that `name`, which was computed through them, has shown to be right."""
        assignment = self.trial.loaded.assignment
        given = {*run.mended, mistaken} if mistaken != name else {*run.mended}
        for other in graph.ancestors(assignment, name, cut=run.mended):
            if other in unnamed and other not in self.findings:
                carried = given & {*graph.ancestors(assignment, other)}
                verdict, reason = (Verdict.CARRIED, Reason.UNNAMED_CARRIED) if carried else (Verdict.CORRECT, Reason.UNNAMED)
                self.findings[other] = Finding(verdict, reason, run)

    def _without_value(self, name: str, run: Run) -> Finding:
        if run.raised(name) or self.plain.raised(name):
            return Finding(Verdict.FAILED, Reason.RAISED, run)
        if self.plain.blank(name):
            return Finding(Verdict.UNATTEMPTED, Reason.BLANK, run)
        return Finding(Verdict.MISSING, Reason.MISSING, run)

    def _unexplained(self, name: str, run: Run) -> Finding:
        """Verdicts 7 and 8: what the values themselves show."""
        if what := run.odd(name):
            return Finding(Verdict.WRONG, Reason.ODD, run, detail=what)
        got, truth = run.answers(name), run.truths(name)
        if any(value is None for value in got):
            return Finding(Verdict.WRONG, Reason.SOMETIMES, run)
        values = [value for value in got if value is not None]
        if not all(np.isfinite(value).all() for value in values):
            return Finding(Verdict.WRONG, Reason.NOT_FINITE, run)
        if self._still(run, name) and self._still(self.plain, name):  # by chance, a few cases may lie on one side of a threshold
            return Finding(Verdict.HARDCODED, Reason.HARDCODED, run)
        if not run.same_values(self.trial.repeated(run), name):
            return Finding(Verdict.WRONG, Reason.UNSTABLE, run)
        if self.plain.right(self.trial.loaded, name, EXAMPLES):
            return Finding(Verdict.WRONG, Reason.EXAMPLES_ONLY, self.plain)
        seen = self.plain.answers(name)[0]  # of the first example: the shape of a hidden case could tell of its inputs
        if seen is not None and not same_shape(seen, truth[0]):
            return Finding(Verdict.WRONG, Reason.SHAPE, run, detail=f"{seen.shape} {truth[0].shape}")
        return Finding(Verdict.WRONG, Reason.OTHER, run)

    @staticmethod
    def _still(run: Run, name: str) -> bool:
        """Whether the answers that there are stay where they are while the expected answer moves."""
        return still([value for value in run.answers(name) if value is not None], run.truths(name))
