"""The lines at a place in a student's file."""

import pytest

from autograder.grading.report import Place
from autograder.marking.excerpt import MOST_LINES, excerpt
from autograder.sandbox.answers import Extract

FILE = Extract(
    "py",
    ("x = 1\ndef step(w):\n    a = w\n\n    return a\n\n\ny = np.dot(\n    x,\n    w)\nclass P:\n    def m(self):\n        return 1",),
    ((0, 2),),
)
BOOK = Extract("ipynb", ("h = 1", "error = 2\ndel_w = 3"), ((1, 0), (4, 1)))
CASES = {
    "a-line": (FILE, Place(3), ("x = 1",)),
    "a-function": (FILE, Place(4), ("def step(w):", "    a = w", "", "    return a")),
    "what-goes-on-over-lines": (FILE, Place(10), ("y = np.dot(", "    x,", "    w)")),
    "a-method-without-its-indentation": (FILE, Place(14), ("def m(self):", "    return 1")),
    "a-cell": (BOOK, Place(3, 4), ("del_w = 3",)),
    "before-the-first-line": (FILE, Place(1), ()),
    "beyond-the-last": (FILE, Place(99), ()),
    "no-such-cell": (BOOK, Place(1, 2), ()),
    "nothing-was-read": (Extract("py", (), ()), Place(1), ()),
}


@pytest.mark.parametrize(("source", "place", "lines"), CASES.values(), ids=CASES)
def test_the_lines_are_those_at_the_place(source: Extract, place: Place, lines: tuple[str, ...]) -> None:
    assert excerpt(source, place) == lines


def test_a_long_function_is_cut() -> None:
    source = Extract("py", ("\n".join(["def f():", *["    a = 1"] * 50]),), ((0, 0),))
    assert len(excerpt(source, Place(1))) == MOST_LINES
