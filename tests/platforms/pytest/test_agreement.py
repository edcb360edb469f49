"""`descent check`, pytest and `check()` in a notebook: do they hold the same questions to be right?

Some of the sample submissions, whose reports tests/submissions/ keeps. The class, and `grader.check` of otter-grader with the others,
are in tests/platforms/parity/.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.platforms.pytest.routes import HandedIn, Passed, by_check, by_notebook, by_pytest

SAMPLES = Path(__file__).parents[2] / "submissions"
SLUG = "01-gradient-step"
NAMES = """a-consistent-minus a-line-that-raises ends-itself not-python notebook-with-magics only-the-last-answer right
values-written-as-numbers""".split()  # noqa: SIM905  # read as a list of names
IN_NOTEBOOKS = ("a-consistent-minus", "notebook-with-magics")


def handed_in(names: Iterable[str]) -> HandedIn:
    """The sample submissions of these names."""
    paths = {name: next((SAMPLES / name).glob("gradient.*")) for name in names}
    return {name: (path.name, path.read_bytes()) for name, path in paths.items()}


@pytest.fixture(scope="module")
def checked(root: Path) -> Passed:
    """What `descent check` says of each of them."""
    return by_check(root, SLUG, handed_in(NAMES))


def test_the_samples_are_right_and_wrong_in_many_places(checked: Passed) -> None:
    assert all(checked["right"].values())
    assert not any(checked["values-written-as-numbers"].values())
    assert len({tuple(one.values()) for one in checked.values()}) >= 3


def test_pytest_agrees_with_descent_check(root: Path, checked: Passed) -> None:
    assert by_pytest(root, SLUG, handed_in(NAMES)) == checked


def test_a_notebooks_check_agrees_with_both(root: Path, checked: Passed) -> None:
    assert by_notebook(root, SLUG, handed_in(IN_NOTEBOOKS)) == {name: checked[name] for name in IN_NOTEBOOKS}
