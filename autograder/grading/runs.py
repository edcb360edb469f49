"""What does a submission give, and what would it give had its earlier answers been right?

A `Trial` is one submission in the judge's hands. Its plain run covers the public examples and all hidden cases in one child; a mended
run is a new child on cases used nowhere else, with earlier answers bound to their true values. Functions are called in the plain
run: what follows from a wrong one is computed, and run with that one put right only where computing tells nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from autograder.course import cases, graph
from autograder.course.cases import Case
from autograder.course.closeness import Answer, Array, parts, same, size
from autograder.course.load import Loaded
from autograder.course.manifest import QUESTIONS, Course
from autograder.course.secret import Secret
from autograder.course.vocabulary import Assignment, Mistake
from autograder.errors import CourseError
from autograder.grading.fitting import fitted
from autograder.grading.limits import limits_of
from autograder.grading.submission import Submission
from autograder.sandbox.answers import NOTHING_READ, CaseValues, Extract, Told, completed
from autograder.sandbox.host import Call, Ended, Job, Outcome, Sandbox
from autograder.sandbox.limits import Limits

EXAMPLES = 2
FAR = 1e3  # a mistake may lead so many times further than the truth; what is near it must not be measured by what is not
UNREADABLE = ("SyntaxError", "IndentationError", "TabError")
STOPPED = ("StatementTimeout", "OutputFlood", "MemoryError")  # an end by our limits, not by what the code says
MOST_STOPS = 6  # runs after one in which a call ended the whole program, each without that call

Draw = Callable[[Assignment, bytes, int], tuple[Case, ...]]
"""Goes from a seed to so many hidden cases: `cases.draw`, or what stands in for it where thousands of programs are tried."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its cases, what came back, and which answers had been put right in it.

    Attributes:
        mended: the questions that were bound to their true values.
        seed: what the cases were drawn from, for the record.
        stopped: the questions that were left out, since calling them had ended the whole program, and how.
        first: of the first case, what was told when it was first asked, if that was in another run.
    """

    cases: tuple[Case, ...]
    outcome: Outcome
    mended: tuple[str, ...]
    seed: bytes
    stopped: Mapping[str, Ended] = field(default_factory=dict)
    first: CaseValues | None = None

    @property
    def shown(self) -> CaseValues:
        """The first case as students see it: as it was told before any hidden case was sent."""
        return self.first or self._values()[0]

    def shown_answer(self, question: str) -> Answer | None:
        """The student's value in the case that is shown; None as in `answers`."""
        return fitted(self.shown.values.get(question), self.cases[0].truth[question])[0]

    def answers(self, question: str) -> list[Answer | None]:
        """The student's values, case by case; None where there is none of the form that is asked for."""
        return [
            fitted(values.values.get(question), case.truth[question])[0]
            for values, case in zip(self._values(), self.cases, strict=True)
        ]

    def returned(self, question: str) -> list[Answer | None]:
        """What the student's code gave, case by case, in whatever form."""
        return [values.values.get(question) for values in self._values()]

    def truths(self, question: str) -> list[Answer]:
        """The true values, case by case."""
        return [case.truth[question] for case in self.cases]

    def right(self, loaded: Loaded, question: str, count: int | None = None) -> bool:
        """Whether the answer is right in every case, or in the first `count`."""
        return self.matches(loaded, question, self.truths(question), count)

    def matches(self, loaded: Loaded, question: str, expected: Sequence[Answer | None], count: int | None = None) -> bool:
        """Whether the answer equals these values in every case, within the question's tolerance.

        Args:
            expected: None where it does not matter; somewhere it must.
        """
        asked = loaded.assignment.questions[question]
        known = [value for value in expected if value is not None]
        atol = asked.atol * min(size(known), FAR * size(self.truths(question)))
        pairs = list(zip(self.returned(question), expected, strict=True))[:count]
        return bool(known) and all(
            value is None or same(fitted(got, value)[0], value, rtol=asked.rtol, atol=atol) for got, value in pairs
        )

    def has_value(self, question: str) -> bool:
        """Whether anything but the placeholder stood there in any case."""
        return any(question in values.values or question in values.odd for values in self.outcome.cases)

    def answered(self, question: str) -> bool:
        """Whether the question was come to in every case, whatever was answered."""
        come = not any(question in values.unasked for values in self.outcome.cases)
        return come and len(self.outcome.cases) == len(self.cases)

    def blank(self, question: str) -> bool:
        """Whether the placeholder stood there in any case."""
        return any(question in values.blank for values in self.outcome.cases)

    def odd(self, question: str) -> str:
        """What stood there that is not of the form that is asked for, or nothing."""
        if found := [values.odd[question] for values in self.outcome.cases if question in values.odd]:
            return found[0]
        pairs = ((values, case.truth) for values, case in zip(self._values(), self.cases, strict=True) if question in case.truth)
        return next((odd for values, truth in pairs if (odd := fitted(values.values.get(question), truth[question])[1])), "")

    def raised(self, question: str) -> Told | None:
        """The statement or call that did not come to its end, and would have given this answer, if there is one."""
        return next((one for values in self.outcome.cases for one in values.raised if question in one.binds), None)

    def raised_in(self, index: int, question: str) -> bool:
        """Whether in one case the student's code stopped with an error of its own where this answer was asked for."""
        values = self._values()[index]
        return question not in values.waits and any(question in one.binds and one.error not in STOPPED for one in values.raised)

    def waits(self, question: str) -> str:
        """The question whose placeholder stood in the way of this one, or nothing."""
        return next((values.waits[question] for values in self.outcome.cases if question in values.waits), "")

    def waited_for(self, question: str) -> bool:
        """Whether its placeholder stood in the way of another question: then it is needed, however right others are without it."""
        return any(question in values.waits.values() for values in self.outcome.cases)

    def changed(self, question: str) -> tuple[str, ...]:
        """The arguments that a call did not leave as they were, in any case."""
        return tuple(dict.fromkeys(name for values in self.outcome.cases for name in values.changed.get(question, ())))

    def unreadable(self, loaded: Loaded) -> bool:
        """Whether the whole file is not Python: nothing of it ran, and nothing was bound."""
        everything = loaded.assignment.questions.keys()
        raised = (one for values in self.outcome.cases for one in values.raised)
        return any(one.cell == 0 and one.error in UNREADABLE and one.binds == everything for one in raised)

    def same_values(self, other: "Run", question: str) -> bool:
        """Whether another run on the same cases gave the very same values, as far as it came."""
        came = (question not in values.unasked for values in other.outcome.cases)
        triples = zip(self.answers(question), other.answers(question), came, strict=False)
        return all(_identical(one, two) for one, two, there in triples if there)

    def _values(self) -> list[CaseValues]:
        missing = len(self.cases) - len(self.outcome.cases)
        return [*self.outcome.cases, *[_NOTHING] * missing]


@dataclass(slots=True)
class Trial:
    """One submission, run as often as judging it needs. Runs are kept by what was mended, and by what they repeat.

    Attributes:
        time_factor: how many times as long as others' each run may take. Nothing else hangs on it, and no report says it.
    """

    loaded: Loaded
    submission: Submission
    course: Course
    secret: Secret
    sandbox: Sandbox
    draw: Draw = cases.draw
    time_factor: float = 1.0
    source: Extract = NOTHING_READ
    notes: tuple[str, ...] = ()
    refused: str = ""
    _runs: dict[tuple[str, ...], Run] = field(default_factory=dict)
    _out_of_time: bool = False
    _repeated: dict[tuple[str, ...], Run] = field(default_factory=dict)

    def plain(self) -> Run | None:
        """The plain run, or None if the file was refused (see `refused`).

        A call that ends the whole program is left out, and the others are made once more, on other hidden cases: the process that has
        ended may have seen answers among what later questions are given, and by the moment of its end it speaks to the next one. So
        what students see of their values is what was told the first time.
        """
        with self.sandbox.job(self.submission.content, self.submission.kind, self._limits) as job:
            self.source, self.notes, self.refused = job.source, job.notes, job.refused
            if job.refused:
                return None
            seed = self._seed("plain")
            run = self._run(job, self._plain(seed), (), seed)
        for stops in range(1, MOST_STOPS + 1):
            if not (ended := self.ended_by(run)):
                break
            order = [call.question for call in self._calls()]
            left_out = [ended] if stops < MOST_STOPS else order[order.index(ended) :]  # the last time, all that comes after it
            stopped = {**run.stopped, **dict.fromkeys(left_out, run.outcome.ended)}
            seed = self._seed(f"plain without {' '.join(sorted(stopped))}")
            again = self._again(self._plain(seed), (), seed, stopped)
            shown = completed(run.shown, again.shown)
            run = replace(again, outcome=replace(again.outcome, places={**run.outcome.places, **again.outcome.places}), first=shown)
        return run

    def ended_by(self, run: Run) -> str:
        """The question whose call ended the program before its end, or nothing."""
        if run.outcome.ended is Ended.DONE or not run.outcome.cases:
            return ""
        last = run.outcome.cases[-1]
        return next((call.question for call in self._calls() if call.question in last.unasked), "")

    def mended(self, names: tuple[str, ...]) -> Run:
        """The run with `names` bound to their true values. In its cases they are never asked for, only what hangs on them."""
        if names not in self._runs:
            seed = self._seed(f"mended {' '.join(names)}")
            drawn = self._draw(seed, self.course.mended_cases)
            self._runs[names] = self._again(drawn, names, seed)
        return self._runs[names]

    def put_right(self, question: str, names: tuple[str, ...]) -> Run:
        """The run in which one question alone is asked, with the master's functions in the places of some of the student's, on as
        many hidden cases as any question is asked on.
        """
        seed = self._seed(f"put right {' '.join(names)} for {question}")
        return self._again(self._draw(seed, self.course.hidden_for(self.loaded.entry)), names, seed, asked=question)

    def repeated(self, run: Run) -> Run:
        """The same run once more, in a child of its own."""
        if run.mended not in self._repeated:
            self._repeated[run.mended] = self._again(run.cases, run.mended, run.seed, run.stopped)
        return self._repeated[run.mended]

    def _again(
        self,
        drawn: tuple[Case, ...],
        names: tuple[str, ...],
        seed: bytes,
        stopped: Mapping[str, Ended] | None = None,
        asked: str = "",
    ) -> Run:
        if self._out_of_time:  # one run more that takes all its time holds up the class, and a second would say no more
            return Run(drawn, Outcome((), Ended.TIME, {}), names, seed, stopped or {})
        with self.sandbox.again(self.source, self._limits) as job:
            return self._run(job, drawn, names, seed, stopped, asked)

    def _run(
        self,
        job: Job,
        drawn: tuple[Case, ...],
        names: tuple[str, ...],
        seed: bytes,
        stopped: Mapping[str, Ended] | None = None,
        asked: str = "",
    ) -> Run:
        """One child's run; `asked`: the only question, with functions put right, else values are."""
        assignment = self.loaded.assignment
        givens = assignment.bound
        values = () if asked else names
        left_out = stopped or {}
        calls = [] if values else [call for call in self._calls() if asked in ("", call.question) and call.question not in left_out]
        outcome = job.run(
            names=[question.id for question in assignment.questions.values() if not question.kind.called],
            givens=givens,
            mended=values,
            cases=[[case.givens[name] for name in givens] + [case.truth[name] for name in values] for case in drawn],
            published=[assignment.examples[0][name] for name in givens],
            calls=calls,
            inputs=_sent(drawn, [name for call in calls for name in call.arguments]),
            held=_sent(drawn, [name for call in calls for name in call.later]),
            driver=self.loaded.driver if calls else "",
            shown=0 if names else EXAMPLES,
            put_right=(self.loaded.standing(names), self.loaded.stand_ins(names)) if asked else ((), ""),
        )
        self._out_of_time = outcome.ended is Ended.TIME
        return Run(drawn, outcome, names, seed, stopped or {})

    @property
    def _limits(self) -> Limits:
        return limits_of(self.course, self.loaded.entry, self.time_factor)

    def _calls(self) -> list[Call]:
        questions = self.loaded.assignment.questions.values()
        return [Call(asked.id, asked.sends, asked.later, asked.at) for asked in questions if asked.kind.called]

    def _plain(self, seed: bytes) -> tuple[Case, ...]:
        """The public examples, and hidden cases after them."""
        drawn = self._draw(seed, self.course.hidden_for(self.loaded.entry))
        return (*cases.examples(self.loaded.assignment), *drawn)

    def _draw(self, seed: bytes, count: int) -> tuple[Case, ...]:
        try:
            return self.draw(self.loaded.assignment, seed, count)
        except CourseError as error:
            path = self.loaded.master.with_name(QUESTIONS)
            raise CourseError(f"{path}: {problem}" for problem in error.problems) from None

    def _seed(self, purpose: str) -> bytes:
        entry = self.loaded.entry
        return cases.seed(self.secret.key, entry.slug, entry.version, self.source.key, purpose)


def predicted(loaded: Loaded, run: Run, question: str, slips: Sequence[Mistake]) -> list[Answer]:
    """What a question that is no function would be in each case of a run, were these mistakes made at it or at answers before it.

    Args:
        slips: at most one a question.
    """
    if [slip.question for slip in slips] == [question]:
        return [graph.mistaken(loaded.assignment, slips[0], case.givens, case.truth) for case in run.cases]
    return [
        graph.answers(loaded.assignment, case.givens, slips, {name: case.truth[name] for name in run.mended})[question]
        for case in run.cases
    ]


def _sent(drawn: tuple[Case, ...], names: list[str]) -> list[dict[str, object]]:
    """Of each case what is needed, and nothing else: what no call is given must not reach the student's process."""
    return [{name: case.givens[name] for name in dict.fromkeys(names)} for case in drawn]


def _identical(one: Answer | None, other: Answer | None) -> bool:
    if one is None or other is None:
        return one is other
    pairs = zip(parts(one), parts(other), strict=False)
    return len(parts(one)) == len(parts(other)) and all(_identical_part(a, b) for a, b in pairs)


def _identical_part(one: Array | str, other: Array | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return isinstance(one, str) and isinstance(other, str) and one == other
    return one.shape == other.shape and bool(np.array_equal(one, other, equal_nan=True))


_NOTHING = CaseValues({}, frozenset(), {}, (), ())
