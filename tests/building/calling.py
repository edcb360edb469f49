"""A miniature course of functions: a constant, a word, functions built on one another, a class, and something that is measured."""

from pathlib import Path

from autograder.building.examples import published
from autograder.course.load import load_assignment
from autograder.course.manifest import Course, load
from autograder.course.published import Published

SLUG = "02-steps"
TOML = """\
title = "A small course of functions"

[[assignments]]
slug = "02-steps"
title = "Steps"
file = "steps.py"
points = 10
"""
MASTER = '''\
# %% [markdown]
# # Steps
#
# Every question is a call.

# %%
import numpy as np

# %%
# TODO: a number and a word
half = 0.5  # SOLUTION
word = "agrees"  # SOLUTION


# %%
def double(X):
    """Twice X, in its shape."""
    return 2 * X  # SOLUTION


# %%
def shift(X, rate=1e-6):
    """Twice X and the rate, and the sum of that."""
    # BEGIN SOLUTION
    moved = double(X) + rate
    return moved, float(np.sum(moved))
    # END SOLUTION


# %%
class Walker:
    """Walks."""

    def __init__(self, start):
        self.start = start

    def walk(self, X):
        """Where it arrives."""
        # BEGIN SOLUTION
        return self.start + np.sum(X)
        # END SOLUTION


# %%
def draw(seed):
    """Numbers above zero."""
    # BEGIN SOLUTION
    return np.random.default_rng(seed).uniform(1, 2, size=4)
    # END SOLUTION


# %%
try:
    print(shift(np.ones(2)))
except NotImplementedError as todo:
    print("Not yet:", todo)
'''
QUESTIONS = '''\
import numpy as np

from autograder.course import Assignment, integers, normal, single, uniform

steps = Assignment(
    sizes={"n": range(2, 4), "M": range(4, 6)},
    givens={
        "X": integers(-3, 4, size=("n", "M")),
        "rate": uniform(0.1, 0.4),
        "start": single(normal(size=1)),
        "seed": integers(0, 1000),
        "least": uniform(0.1, 0.4),
        "unused": uniform(1, 2),
    },
    examples=[
        {"X": [[1, 0], [2, -1]], "rate": 0.5, "start": np.array([0.1], np.float32), "seed": 1, "least": 0.5, "unused": 1},
        {"X": [[1, 0, 3], [2, -1, 1]], "rate": 0.1, "start": np.array([2], np.float32), "seed": 2, "least": 0.2, "unused": 2},
    ],
)


@steps.derived
def H(X, rate):
    return X * rate


@steps.question(points=0, rtol=5e-3)
def half():
    """One half."""
    return 0.5


@half.mistake
def doubled():
    """Half or twice?"""
    return 2.0


@steps.question(points=1)
def word():
    """A word."""
    return "agrees"


@word.mistake
def opposite():
    """Does it?"""
    return "wrong"


@steps.function(points=2)
def double(H):
    """Twice | H, in its shape."""
    return 2 * H


@double.mistake
def squared(H):
    """Two or the power of two?"""
    return H**2


@double.mistake
def square_matrix(H):
    """Which shapes fit?"""
    return H @ H


@steps.function(points=2)
def shift(X, rate, *, double):
    """Twice X and the rate, and the sum of that."""
    moved = double(X) + rate
    return moved, float(np.sum(moved))


@shift.mistake
def unshifted(X, rate, *, double):
    """Where is the rate?"""
    return double(X), float(np.sum(double(X)))


@steps.outcome(points=2, at="Walker.walk")
def walked(start, X):
    """Where a walker arrives, one number."""
    return start[0] + np.sum(X)


@steps.measured(points=3, sends=("seed",), later=("rate",), enough=0.9, at="draw")
def drawn(got, least):
    """Numbers above `least`, four of them."""
    return np.mean(np.asarray(got) > least)
'''
DRIVER = """\
def walked(student, start, X):
    return student.Walker(float(start[0])).walk(X)


def drawn(student, seed):
    got = student.draw(seed)
    yield "rate"
    return got
"""
RIGHT = MASTER.replace("  # SOLUTION", "")
FEW_DATA = b"1,2\n\xff\n"


def write(root: Path, *, master: str = MASTER, questions: str = QUESTIONS, toml: str = TOML, data: bool = False) -> Course:
    """The course in a folder of its own."""
    folder = root / "solutions" / SLUG
    folder.mkdir(parents=True, exist_ok=True)
    (root / "course.toml").write_text(toml, encoding="utf-8")
    for name, text in (("questions.py", questions), ("driver.py", DRIVER), ("steps.py", master)):
        (folder / name).write_text(text, encoding="utf-8")
    if data:
        (folder / "data" / "more").mkdir(parents=True)
        (folder / "data" / "few.csv").write_bytes(FEW_DATA)
        (folder / "data" / "more" / "none.txt").write_bytes(b"")
        (folder / "data" / ".trace").write_bytes(b"x")
    return load(root)


def made(root: Path, **texts: str) -> Published:
    """What a student's folder is told of it."""
    return published(load_assignment(write(root, **texts), SLUG))
