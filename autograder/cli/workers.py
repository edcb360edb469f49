"""Who grades here? A pool of workers, as strongly shut in as this machine lets them be."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.course.manifest import Course
    from autograder.gradebook.allowance import Allowance
    from autograder.gradebook.store import Gradebook
    from autograder.grading.report import Report
    from autograder.grading.submission import Submission
    from autograder.marking.pool import Pool

UNSAFE = "Run students' code even where this machine isolates less than course.toml asks for. Each report says so."
WEAK = "Isolation {}, by --unsafe: students' code may read and change what this machine lets it. Each report says so."
JOBS = "Submissions graded at a time. Default: one for each core."


@contextmanager
def workers(course: "Course", jobs: int, *, unsafe: bool) -> "Iterator[Pool]":
    """A pool whose workers start meanwhile, as strongly shut in as can be: `timed` waits for it."""
    from autograder.cli.place import home
    from autograder.marking import secrets
    from autograder.marking.pool import Pool

    with Pool(course, secrets.load_or_create(home()), None, jobs, drawing=True, unsafe=unsafe) as pool:
        yield pool


@dataclass(frozen=True, slots=True)
class Timed:
    """A pool that gives each student as much time as the gradebook says."""

    pool: "Pool"
    allowance: "Allowance"

    def grade(self, submissions: "Sequence[Submission]") -> "Iterator[tuple[int, Report]]":
        """(index, report) of each submission, as they are done."""
        return self.pool.grade(submissions, self.allowance.of)


def timed(pool: "Pool", book: "Gradebook", course: "Course") -> Timed:
    """The pool, once its workers are ready, with the times that the gradebook's roster gives.

    Raises:
        IsolationError: this machine isolates less than the course asks for.
        DescentError: the sandbox cannot start, or the course cannot be read.
    """
    import sys

    from autograder.gradebook.allowance import allowance
    from autograder.sandbox.isolation import Level

    more = book.read(allowance)
    level = pool.wait()
    if not level.reaches(course.min_isolation) or level is Level.NONE:
        print(WEAK.format(level), file=sys.stderr)
    return Timed(pool, more)
