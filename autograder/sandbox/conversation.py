"""What is said with a child about one run of a submission, and in which order?

A question's inputs are sent when all questions before it have been answered, in all cases that one run of the program serves: they
may hold those answers. What a driver is to have only later is sent when it is asked for, for the case at hand, and once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.errors import CourseError
from autograder.sandbox import answers
from autograder.sandbox.answers import CallTold, CaseValues, Extract, Malformed
from autograder.sandbox.channel import Channel, Stopped
from autograder.sandbox.inside.calls import Call, fresh_names


@dataclass(frozen=True, slots=True)
class Asked:
    """What a submission is run for; see `Job.run`."""

    source: Extract
    names: Sequence[str]
    givens: Sequence[str]
    mended: Sequence[str]
    cases: Sequence[Sequence[Any]]
    published: Sequence[Any]
    calls: Sequence[Call]
    inputs: Sequence[Mapping[str, Any]]
    held: Sequence[Mapping[str, Any]]
    driver: str
    put_right: tuple[Sequence[str], str]
    shown: int

    @property
    def count(self) -> int:
        """How many cases there are."""
        return max(len(self.cases), len(self.inputs))

    @property
    def once(self) -> bool:
        """Whether the program is run once for all cases: it is given nothing."""
        return not (self.givens or self.mended)

    @property
    def batches(self) -> list[list[int]]:
        """The cases that are sent together: those whose answers the student is shown before any other is known to the process."""
        everything = list(range(self.count))
        return [batch for batch in (everything[: self.shown], everything[self.shown :]) if batch]

    def groups(self, batch: list[int]) -> list[list[int]]:
        """The cases that are asked after each run of the program."""
        return [batch] if self.once else [[index] for index in batch]

    @property
    def questions(self) -> list[str]:
        """The questions whose functions are called."""
        return [call.question for call in self.calls]

    @property
    def frame(self) -> list[Any]:
        """The order to run."""
        calls = [[call.question, list(call.arguments), list(call.later), call.at] for call in self.calls]
        return [
            "run", list(self.names), list(self.givens), list(self.mended), list(self.published), calls, self.driver,
            [list(self.put_right[0]), self.put_right[1]], [len(batch) for batch in self.batches],
        ]  # fmt: skip


class Conversation:
    """One run, told and heard. What has been heard is there however the run ends."""

    def __init__(self, channel: Channel, asked: Asked) -> None:
        self._channel = channel
        self._asked = asked
        self._runs: list[CaseValues] = []
        self._called: list[dict[str, CallTold]] = [{} for _ in range(asked.count)]
        self.places: dict[str, tuple[int, int]] = {}

    def hold(self) -> None:
        """Speak and listen until the child says that all cases are through.

        Raises:
            Stopped, Garbled, Malformed: it came to another end.
            CourseError: the driver cannot be run.
        """
        asked = self._asked
        self._channel.send(["cells", asked.source.kind, list(asked.source.cells)])
        self._channel.send(asked.frame)
        said = self._channel.receive()
        if (asked.driver or asked.put_right[0]) and (why := answers.broken_driver(said)):
            raise CourseError([f"driver.py, {why}"])
        places = answers.places(said, [*asked.names, *asked.questions])
        located = {name: asked.source.located(*place) for name, place in places.items()}
        self.places = {name: place for name, place in located.items() if place is not None}
        for batch in asked.batches:
            if not asked.once:
                self._channel.send(["cases", [list(asked.cases[index]) for index in batch]])
            self._hear(batch)
        if not answers.is_end(self._channel.receive()):
            raise Malformed("more than was asked for")

    def _hear(self, batch: list[int]) -> None:
        asked = self._asked
        for group in asked.groups(batch):
            found = answers.case_values(self._next(), asked.names, asked.givens, asked.calls)
            self._runs += [found] * len(group)
            for call, new in zip(asked.calls, fresh_names(asked.calls), strict=True):
                if new:
                    self._channel.send(["inputs", [[asked.inputs[index][name] for name in new] for index in group]])
                for index in group:
                    self._called[index][call.question] = self._answer(call, index)

    @property
    def cases(self) -> tuple[CaseValues, ...]:
        """The cases that the program was run for, as far as they were heard."""
        found = self._runs
        if self._asked.calls:
            pairs = zip(self._runs, self._called, strict=False)
            found = [answers.with_calls(case, told, self._asked.questions) for case, told in pairs]
        return tuple(answers.relocated(case, self._asked.source) for case in found)

    def _answer(self, call: Call, index: int) -> CallTold:
        later = list(call.later)
        while (name := answers.wanted(said := self._next())) is not None:
            if name not in later:
                raise Malformed(f"{call.question} may not ask for that, or not again")
            later.remove(name)
            self._channel.send(["held", self._asked.held[index][name]])
        return answers.called(said, call, self._asked.questions)

    def _next(self) -> Any:
        if answers.is_end(said := self._channel.receive()):
            raise Stopped(by_time=False)
        return said
