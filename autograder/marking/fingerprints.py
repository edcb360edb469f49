"""What of the code is a student's own? Submissions taken down as numbers in the sandbox, without what was handed out."""

from collections.abc import Callable, Iterable, Mapping, Set
from typing import Protocol

from autograder.building.build import content_of
from autograder.course.manifest import HANDED_OUT, Course, Entry
from autograder.grading.submission import Submission


class Taker(Protocol):
    """Whoever takes code down: a sandbox."""

    def fingerprints(self, content: bytes, kind: str) -> frozenset[int]:
        """The numbers of a file's code."""


def fingerprints(
    submissions: Mapping[str, Submission], given: Iterable[Submission], taker: Taker, done: Callable[[], None] = lambda: None
) -> dict[str, Set[int]]:
    """The numbers of each student's own code, by student. The same bytes are taken down once.

    Args:
        given: what all have received.
        done: called after each submission.
    """
    common = frozenset[int]().union(*(taker.fingerprints(each.content, each.kind) for each in given))
    known: dict[tuple[str, str], frozenset[int]] = {}
    found: dict[str, Set[int]] = {}
    for student, submission in submissions.items():
        key = submission.digest, submission.kind
        if key not in known:
            known[key] = taker.fingerprints(submission.content, submission.kind) - common
        found[student] = known[key]
        done()
    return found


def handed_out(course: Course, entry: Entry) -> list[Submission]:
    """The stub, as a file and as a notebook, as far as they are built."""
    folder = course.root / HANDED_OUT / entry.slug
    files = {name: content_of(folder / name) for name in (entry.file, entry.notebook)}
    return [Submission("", entry.slug, name, content) for name, content in files.items() if content is not None]
