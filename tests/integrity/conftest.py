"""A miniature course of two questions, made anew for each test, and the means to prove things of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from autograder.building.build import build
from autograder.course.load import load_assignment
from autograder.course.manifest import load
from autograder.grading.limits import limits_of
from autograder.integrity.subject import Subject
from autograder.integrity.worker import Begin
from autograder.integrity.workers import Workers
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.probe import strongest
from tests.integrity import walking

SLUG = "01-product"
MASTER = """\
# %% [markdown]
# # A product and its slope

# %%
a = 2.0
b = 3.0

# %%
# TODO: the product
z = a * b  # SOLUTION

# %%
# TODO: the slope of z²/2, when a grows
slope = z * b  # SOLUTION
"""
QUESTIONS = '''\
import numpy as np

from autograder.course import Assignment, uniform

product = Assignment(
    givens={"a": uniform(1, 3), "b": uniform(1.5, 4)},
    examples=[{"a": 2.0, "b": 3.0}, {"a": 2.5, "b": 3.5}],
)


def doubled(value):
    return 2 * value


@product.question(points=2)
def z(a, b):
    """The product."""
    return a * b


@z.mistake
def added(a, b):
    """Which operation is asked for?"""
    return a + b


@product.question(points=2)
def slope(z, b):
    """The slope."""
    return z * b


@slope.mistake
def forgotten(z):
    """What is left out?"""
    return z


@slope.mistake
def twice(z, b):
    """Is it twice as much?"""
    return doubled(z * b)


product.gradient(question="slope", of=lambda z: z**2 / 2, wrt="a")
'''
TOML = f"""\
title = "A small course"
min_isolation = "B"
hidden_cases = 4
mended_cases = 4

[limits]
statement_seconds = 1.0

[[assignments]]
slug = "{SLUG}"
title = "A product"
file = "product.py"
points = 4
"""

Made = Callable[..., Path]
Prepared = Callable[..., Subject]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Make a course and build it, unless `build_it` is False; each of its texts can be given."""

    def make(master: str = MASTER, questions: str = QUESTIONS, *, driver: str = "", points: int = 4, build_it: bool = True) -> Path:
        folder = tmp_path / "course" / "solutions" / SLUG
        folder.mkdir(parents=True)
        (tmp_path / "course" / "course.toml").write_text(TOML.replace("points = 4", f"points = {points}"), encoding="utf-8")
        (folder / "product.py").write_text(master, encoding="utf-8")
        (folder / "questions.py").write_text(questions, encoding="utf-8")
        if driver:
            (folder / "driver.py").write_text(driver, encoding="utf-8")
        if build_it:
            build(load(tmp_path / "course"))
        return tmp_path / "course"

    return make


@pytest.fixture
def walk(subject: Prepared) -> Prepared:
    """As `subject`, of the assignment of functions."""

    def prepare(master: str = walking.MASTER, questions: str = walking.QUESTIONS, driver: str = walking.DRIVER) -> Subject:
        return subject(master, questions, driver=driver, points=10)

    return prepare


@pytest.fixture(scope="session")
def level() -> Level:
    """The strongest isolation that this machine gives."""
    return strongest("B")


@pytest.fixture
def subject(made: Made, level: Level) -> Iterator[Prepared]:
    """A course made as by `made`, with a sandbox and a worker running."""
    with ExitStack() as stack:

        def prepare(master: str = MASTER, questions: str = QUESTIONS, **more: Any) -> Subject:
            course = load(made(master, questions, **more))
            loaded = load_assignment(course, SLUG)
            sandbox = stack.enter_context(Sandbox(level, limits_of(course, loaded.entry)))
            workers = stack.enter_context(Workers(Begin(str(course.root), SLUG, str(level)), 1))
            return Subject(course, loaded, loaded.master.read_text(encoding="utf-8"), sandbox, workers)

        yield prepare
