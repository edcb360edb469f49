"""How often is nbgrader's gradebook opened while a class is graded? Once.

Each of nbgrader's steps opens it anew for each student, which takes longer than what the step does: it looks whether every table is
there. Meanwhile they share one, each in a session of its own as before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader.converters import autograde  # type: ignore[import-untyped]
from nbgrader.preprocessors import latesubmissions, saveautogrades  # type: ignore[import-untyped]

from autograder.platforms.nbgrader import marks

STEPS: tuple[Any, ...] = (autograde, saveautogrades, latesubmissions, marks)


class _Shared(Gradebook):  # type: ignore[misc]
    def close(self) -> None:
        """End the session of the step that has used it; the next one finds it open."""
        self.db.remove()


@contextmanager
def one_gradebook() -> Iterator[None]:
    """Meanwhile the steps of grading are given the same gradebook wherever they ask for the same."""
    kept: dict[tuple[Any, ...], _Shared] = {}

    def opened(*asked: Any) -> _Shared:
        if asked not in kept:
            kept[asked] = _Shared(*asked)
        return kept[asked]

    own = [step.Gradebook for step in STEPS]
    try:
        for step in STEPS:
            step.Gradebook = opened
        yield
    finally:
        for step, gradebook in zip(STEPS, own, strict=True):
            step.Gradebook = gradebook
        for book in kept.values():
            Gradebook.close(book)
