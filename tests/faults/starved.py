"""A judge in whose own process allocations fail: `python -m tests.faults.starved COURSE CLASS LEVEL FIRST LAST`.

For each of the runs from FIRST on and before LAST it prints a line of JSON: which submission was graded, which allocations failed, and
the report that came of it, or nothing where the failure went up to whoever called, as it does in a worker, which then ends.
"""

import _testcapi  # type: ignore[import-not-found]  # CPython's own, for its own tests
import json
import os
import signal
import sys
from pathlib import Path
from random import Random

from autograder.course import manifest
from autograder.course.load import load_assignment
from autograder.grading.descending import drawn
from autograder.grading.judge import grade
from autograder.grading.limits import limits_of
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking.collect import collect
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from tests.faults.classroom import SECRET, encoded

ALLOCATIONS = {"01-gradient-step": 40_000, "02-single-neuron": 400_000}
"""So many, about, are made in grading one submission."""
FAILING = (1, 1, 3, 20, 200)


class _Judge:
    """Grades, and is denied an allocation or some at one point of each grading."""

    def __init__(self, root: Path, folder: Path, level: Level) -> None:
        self._course = manifest.load(root)
        self.submissions = [one for one in collect([folder], self._course).submissions if one.student != "zeynep"]
        self._loaded = {entry.slug: load_assignment(self._course, entry.slug) for entry in self._course.assignments}
        self.sandbox = Sandbox(level, limits_of(self._course))

    def graded(self, submission: Submission, first: int, many: int) -> Report | None:
        """The report, if it came to one though these allocations failed."""
        loaded = self._loaded[submission.slug]
        try:
            _testcapi.set_nomemory(first, first + many)
            try:
                report = grade(loaded, submission, course=self._course, secret=SECRET, sandbox=self.sandbox)
                return drawn(loaded, submission, report, course=self._course, sandbox=self.sandbox)
            finally:
                _testcapi.remove_mem_hooks()
        except Exception:
            os.kill(self.sandbox.pid, signal.SIGKILL)  # as it goes with a worker
            self.sandbox.restart()
            return None


def main(root: str, folder: str, level: str, first: str, last: str) -> None:
    """All of the runs."""
    judge = _Judge(Path(root), Path(folder), Level(level))
    with judge.sandbox:
        for run in range(int(first), int(last)):
            rng = Random(run)
            submission = rng.choice(judge.submissions)
            failing, many = rng.randrange(ALLOCATIONS[submission.slug]), rng.choice(FAILING)
            report = judge.graded(submission, failing, many)
            said = {"of": [submission.student, submission.slug], "failing": [failing, many], "report": report and encoded(report)}
            print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
