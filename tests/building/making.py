"""The three texts of a miniature course, and what makes it."""

from collections.abc import Callable

from autograder.course.manifest import Course

Made = Callable[..., Course]

MASTER = '''\
# %% [markdown]
# # Half a sum
#
# Two numbers are added, then halved.

# %%
a, b = 1.0, 2.0

# %%
# TODO: the sum
total = a + b  # SOLUTION

# %%
# TODO: half of it
half = total / 2  # SOLUTION
print(half)


# %%
def again(values):
    """Half the sum of values."""
    # BEGIN SOLUTION
    added = sum(values)
    return added / 2
    # END SOLUTION
'''

QUESTIONS = '''\
from autograder.course import Assignment, uniform

halves = Assignment(
    givens={"a": uniform(1, 9), "b": uniform(1, 9)},
    examples=[{"a": 1, "b": 2.5}, {"a": [1, 2], "b": [0.1, -2]}],
)


@halves.question(points=2)
def total(a, b):
    """The sum | of both."""
    return a + b


@total.mistake
def difference(a, b):
    """Which sign stands there?"""
    return a - b


@total.mistake
def quotient(a):
    """What is divided by what?"""
    return a / (a - 1)


@halves.question(points=1.5)
def half(total):
    """Half of the sum."""
    return total / 2
'''

TOML = """\
title = "A small course"

[[assignments]]
slug = "01-halves"
title = "Half a sum"
file = "halves.py"
points = 3.5
"""
