"""What are the proofs about? One assignment, its master, and the means to run and to grade programs for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from autograder.course.load import Loaded
from autograder.course.manifest import Course
from autograder.grading.report import Report
from autograder.integrity.workers import Task, Workers
from autograder.sandbox.host import Sandbox

Watch = Callable[[str, int, int], None]
"""Is told (what, done, of how many) as long work goes on."""


def unwatched(what: str, done: int, total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One assignment under proof.

    Attributes:
        text: the master's.
        sandbox: for what a proof runs itself; workers: for what is graded by the hundred.
    """

    course: Course
    loaded: Loaded
    text: str
    sandbox: Sandbox
    workers: Workers
    watch: Watch = unwatched

    @property
    def slug(self) -> str:
        """The assignment's."""
        return self.loaded.slug

    @property
    def alone(self) -> Course:
        """The course with this assignment alone."""
        return msgspec.structs.replace(self.course, assignments=(self.loaded.entry,))

    @property
    def where(self) -> str:
        """How the master is named in findings."""
        return f"solutions/{self.slug}/{self.loaded.entry.file}"

    def grade(self, what: str, tasks: Sequence[Task]) -> list[Report]:
        """The reports on programs, in their order; the watcher is told."""
        return self.workers.grade(tasks, lambda done: self.watch(what, done, len(tasks)))
