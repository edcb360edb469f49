"""What does a submission give, and what would it give had its earlier answers been right?

A `Trial` is one submission in the judge's hands. Its plain run covers the public examples and all hidden cases in one child; a mended
run is a new child on cases used nowhere else, with earlier answers bound to their true values.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.course import cases, graph
from autograder.course.cases import Case
from autograder.course.closeness import Array, same, size
from autograder.course.load import Loaded
from autograder.course.manifest import QUESTIONS, Course
from autograder.course.secret import Secret
from autograder.course.vocabulary import Mistake
from autograder.errors import CourseError, SandboxFault
from autograder.grading.submission import Submission
from autograder.sandbox.answers import CaseValues, Told
from autograder.sandbox.host import Job, Outcome, Sandbox

EXAMPLES = 2
UNREADABLE = ("SyntaxError", "IndentationError", "TabError")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its cases, what came back, and which answers had been put right in it.

    Attributes:
        mended: the questions that were bound to their true values.
        seed: what the cases were drawn from, for the record.
    """

    cases: tuple[Case, ...]
    outcome: Outcome
    mended: tuple[str, ...]
    seed: bytes

    def answers(self, question: str) -> list[Array | None]:
        """The student's values, case by case; None where there is none that is a number."""
        return [_numeric(values.values.get(question)) for values in self._values()]

    def truths(self, question: str) -> list[Array]:
        """The true values, case by case."""
        return [case.truth[question] for case in self.cases]

    def right(self, loaded: Loaded, question: str, count: int | None = None) -> bool:
        """Whether the answer is right in every case, or in the first `count`."""
        return self.matches(loaded, question, self.truths(question), count)

    def matches(self, loaded: Loaded, question: str, expected: Sequence[Array], count: int | None = None) -> bool:
        """Whether the answer equals these values in every case, within the question's tolerance."""
        asked = loaded.assignment.questions[question]
        atol = asked.atol * size(expected)
        pairs = list(zip(self.answers(question), expected, strict=True))[:count]
        return all(same(got, value, rtol=asked.rtol, atol=atol) for got, value in pairs)

    def has_value(self, question: str) -> bool:
        """Whether anything but the placeholder stood there in any case."""
        return any(question in values.values or question in values.odd for values in self.outcome.cases)

    def blank(self, question: str) -> bool:
        """Whether the placeholder stood there in any case."""
        return any(question in values.blank for values in self.outcome.cases)

    def odd(self, question: str) -> str:
        """What stood there that is no number, or nothing."""
        found = [values.odd[question] for values in self.outcome.cases if question in values.odd]
        flags = any(question in v.values and v.values[question].dtype.kind == "b" for v in self.outcome.cases)
        return found[0] if found else "a truth value" if flags else ""

    def raised(self, question: str) -> Told | None:
        """The statement that would have bound this question and did not come to its end, if there is one."""
        return next((one for values in self.outcome.cases for one in values.raised if question in one.binds), None)

    def unreadable(self) -> bool:
        """Whether the whole file is not Python: nothing of it ran, and nothing was bound."""
        everything = self.cases[0].truth.keys()
        raised = (one for values in self.outcome.cases for one in values.raised)
        return any(one.cell == 0 and one.error in UNREADABLE and one.binds == everything for one in raised)

    def same_values(self, other: "Run", question: str) -> bool:
        """Whether another run on the same cases gave the very same values."""
        pairs = zip(self.answers(question), other.answers(question), strict=True)
        return all((a is None and b is None) or (a is not None and b is not None and _identical(a, b)) for a, b in pairs)

    def _values(self) -> list[CaseValues]:
        missing = len(self.cases) - len(self.outcome.cases)
        return [*self.outcome.cases, *[_NOTHING] * missing]


@dataclass(slots=True)
class Trial:
    """One submission, run as often as judging it needs. Runs are kept by what was mended."""

    loaded: Loaded
    submission: Submission
    course: Course
    secret: Secret
    sandbox: Sandbox
    text: str = ""
    notes: tuple[str, ...] = ()
    refused: str = ""
    _runs: dict[tuple[str, ...], Run] = field(default_factory=dict)

    def plain(self) -> Run | None:
        """The plain run, or None if the file was refused (see `refused`)."""
        with self._job() as job:
            self.text, self.notes, self.refused = job.text, job.notes, job.refused
            if job.refused:
                return None
            seed = self._seed("plain")
            drawn = self._draw(seed, self.course.hidden_cases)
            return self._run(job, (*cases.examples(self.loaded.assignment), *drawn), (), seed)

    def mended(self, names: tuple[str, ...]) -> Run:
        """The run with `names` bound to their true values. In its cases they are never asked for, only what hangs on them."""
        if names not in self._runs:
            seed = self._seed(f"mended {' '.join(names)}")
            drawn = self._draw(seed, self.course.mended_cases)
            self._runs[names] = self._again(drawn, names, seed)
        return self._runs[names]

    def repeated(self, run: Run) -> Run:
        """The same run once more, in a child of its own."""
        return self._again(run.cases, run.mended, run.seed)

    def _job(self) -> Job:
        return self.sandbox.job(self.submission.content, self.submission.kind)

    def _again(self, drawn: tuple[Case, ...], names: tuple[str, ...], seed: bytes) -> Run:
        with self._job() as job:
            if job.refused or job.text != self.text:
                raise SandboxFault("The same file was read in two ways.")
            return self._run(job, drawn, names, seed)

    def _run(self, job: Job, drawn: tuple[Case, ...], names: tuple[str, ...], seed: bytes) -> Run:
        givens = list(self.loaded.assignment.givens)
        sent = [[case.givens[name] for name in givens] + [case.truth[name] for name in names] for case in drawn]
        published = [self.loaded.assignment.examples[0][name] for name in givens]
        questions = list(self.loaded.assignment.questions)
        outcome = job.run(names=questions, givens=givens, mended=names, cases=sent, published=published)
        return Run(drawn, outcome, names, seed)

    def _draw(self, seed: bytes, count: int) -> tuple[Case, ...]:
        try:
            return cases.draw(self.loaded.assignment, seed, count)
        except CourseError as error:
            path = self.loaded.master.with_name(QUESTIONS)
            raise CourseError(f"{path}: {problem}" for problem in error.problems) from None

    def _seed(self, purpose: str) -> bytes:
        entry = self.loaded.entry
        return cases.seed(self.secret.key, entry.slug, entry.version, self.text, purpose)


def predicted(loaded: Loaded, run: Run, question: str, mistake: Mistake) -> list[Array]:
    """What `question` would be in each case of a run, were this mistake made at it or at an unnamed answer before it."""
    if mistake.question == question:
        return [graph.mistaken(mistake, case.givens, case.truth) for case in run.cases]
    return [
        graph.answers(loaded.assignment, case.givens, mistake, {name: case.truth[name] for name in run.mended})[question]
        for case in run.cases
    ]


def _numeric(value: Any) -> Array | None:
    return value if value is not None and value.dtype.kind == "f" else None


def _identical(one: Array, other: Array) -> bool:
    return one.shape == other.shape and bool(np.array_equal(one, other, equal_nan=True))


_NOTHING = CaseValues({}, frozenset(), {}, (), ())
