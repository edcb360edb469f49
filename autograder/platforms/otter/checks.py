"""What do otter's test files say? Python by otter's exception format, one file for each question.

A student's calls `check`, as `check("h")` does, on what stands in the notebook. The autograder's names the question and its points, and
no more: the plugin gives the points.
"""

from dataclasses import dataclass

from autograder.feedback.practice import FOLLOWS

CASE = "public examples"

_STUDENT = """\
from otter.test_files import test_case

OK_FORMAT = False

name = {name!r}
points = {points}


def check(question, values):
    try:
        from pathlib import Path

        from autograder.cli.notebook import checked
        from autograder.platforms.otter.holding import hold
    except ImportError:
        raise ImportError({missing!r}) from None
    hold(question, checked((question,), values, Path()).found)


@test_case(name={case!r}, points={points}, success_message={follows!r})
def on_the_public_examples(env):
    check({name!r}, env)
"""
_MISSING = (
    "this looks at your answers with the package descent-course, and that is not installed where this notebook runs. In a cell of its "
    "own run `%pip install descent-course`, then restart the kernel and run your cells again."
)
_GRADER = '''\
"""{name} is graded by the plugin that otter_config.json names. Nothing is hidden here: the cases are drawn when it is graded."""

from otter.test_files import test_case

OK_FORMAT = False

name = {name!r}
points = {points}


@test_case(points={points})
def graded_by_the_plugin(env):
    raise RuntimeError("otter_config.json does not name autograder.platforms.otter.plugin.DescentPlugin, which gives the points.")
'''


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's name and what it is worth."""

    name: str
    points: float

    @property
    def worth(self) -> str:
        """The points as Python, whole where they are."""
        return repr(int(self.points) if float(self.points).is_integer() else self.points)


def students(asked: Asked) -> str:
    """The test that lies in a student's notebook."""
    return _STUDENT.format(name=asked.name, points=asked.worth, missing=_MISSING, case=CASE, follows=FOLLOWS)


def graders(asked: Asked) -> str:
    """The test that lies in the autograder's zip."""
    return _GRADER.format(name=asked.name, points=asked.worth)
