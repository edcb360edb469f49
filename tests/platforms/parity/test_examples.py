"""What students ask before they hand in sees the public examples only, and says the same of every question, whoever is asked.

`descent check`, `check("h")` in a notebook, `grader.check("h")` and `pytest` each run the work as the student's own machine would, so
nothing hostile is among it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.platforms.otter import routes as otter
from tests.platforms.parity.comparing import differences
from tests.platforms.parity.conftest import ALL, Class
from tests.platforms.parity.handed_in import FIRST, Kind
from tests.platforms.pytest import routes as in_pytest

Held = Mapping[str, Mapping[str, bool]]
Files = Mapping[str, tuple[str, bytes]]

LOOKED_AT = {
    FIRST: ("amara", "bea", "carla", "cyril", "farid", "kavya", "kofi", "noor", "olga", "vera", "viktor", "wanjiru", "xiomara"),
    "02-single-neuron": ("ivan", "rosa", "carla"),
    "03-perceptron": ("dina", "eoin", "olga"),
    "04-gradient-check": ("carla",),
    "05-two-layer-network": ("pablo",),
}
USUAL = {FIRST: ("carla", "noor", "viktor", "wanjiru"), "03-perceptron": ("eoin",)}


def by_grader(root: Path, slug: str, handed_in: Files) -> Held:
    """`grader.check` names the questions that hold: the others do not."""
    held = otter.by_check(root, slug, handed_in)
    asked = in_pytest.by_check(root, slug, handed_in)  # which questions there are
    return {student: {name: name in held[student] for name in questions} for student, questions in asked.items()}


ROUTES: dict[str, Callable[[Path, str, Files], Held]] = {
    "pytest": in_pytest.by_pytest,
    "check in a notebook": in_pytest.by_notebook,
    "grader.check": by_grader,
}


@pytest.mark.parametrize("slug", LOOKED_AT if ALL else USUAL)
def test_all_that_students_ask_say_the_same(slug: str, everybody: Class, root: Path) -> None:
    chosen = (LOOKED_AT if ALL else USUAL)[slug]
    handed_in = [one for one in everybody(slug) if one.student in chosen]
    assert len(handed_in) == len(chosen)
    assert Kind.HOSTILE not in {one.kind for one in handed_in}
    files = {one.student: (one.file, one.content) for one in handed_in}
    checked = _as_points(in_pytest.by_check(root, slug, files))
    assert {one for questions in checked.values() for one in questions.values()} == {0.0, 1.0}, "nothing is told apart"
    for route, asked in ROUTES.items():
        said = differences(route, checked, _as_points(asked(root, slug, files)))
        assert not said, "\n".join(said)


@pytest.mark.skipif(not ALL, reason="the rest of it: make parity")
def test_a_notebook_tells_otherwise_what_only_a_run_can_tell(everybody: Class, root: Path) -> None:
    """There a name has one value, so that numbers that were typed in hold; and `grader.check("h")` looks at h alone and what it hangs
    on: where only the last answer has a name, it knows nothing of it.
    """
    files = {one.student: (one.file, one.content) for one in everybody(FIRST) if one.student in ("uma", "grace")}
    run = {"uma": set(), "grace": {"h", "nn_output", "error", "error_term", "del_w"}}
    assert _holding(in_pytest.by_check(root, FIRST, files)) == run
    assert _holding(in_pytest.by_pytest(root, FIRST, files)) == run
    assert _holding(in_pytest.by_notebook(root, FIRST, files)) == run | {"uma": run["grace"]}
    assert _holding(by_grader(root, FIRST, files)) == {"uma": run["grace"], "grace": {"del_w"}}


def _holding(held: Held) -> dict[str, set[str]]:
    return {student: {name for name, holds in questions.items() if holds} for student, questions in held.items()}


def _as_points(held: Held) -> dict[str, dict[str, float]]:
    return {student: {name: float(holds) for name, holds in questions.items()} for student, questions in held.items()}
