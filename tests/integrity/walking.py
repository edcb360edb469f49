"""A miniature assignment of constants, functions of derived givens, a class with a driver, and an outcome that is measured."""

MASTER = '''\
# %% [markdown]
# # Down a bowl

# %%
import numpy as np

# %%
quarter = 0.5 * 0.5  # SOLUTION
way = "down"  # SOLUTION


# %%
def slope(x, a):
    """The slope of the bowl at each x, shape (n,)."""
    # BEGIN SOLUTION
    return 2 * a * x
    # END SOLUTION


# %%
def total(level):
    """The sum of the levels, one number."""
    # BEGIN SOLUTION
    return np.sum(level)
    # END SOLUTION


# %%
class Walker:
    """Walks from x."""

    def __init__(self, x):
        self.x = x

    def walk(self, a, rate, epochs):
        """The place after each step."""
        # BEGIN SOLUTION
        places = []
        for _ in range(epochs):
            self.x = self.x - rate * slope(self.x, a)
            places.append(self.x[0])
        return places
        # END SOLUTION


# %%
def settle(target):
    """A number that is near the target."""
    # BEGIN SOLUTION
    x = 0.0
    for _ in range(12):
        x = x + 0.3 * (target - x)
    return x
    # END SOLUTION
'''
DRIVER = '''\
"""How the walker is used."""


def walk(student, x, a, rate, epochs):
    walker = student.Walker(x)
    places = walker.walk(a, rate, epochs)
    return walker.x, places


def settle(student, target):
    return student.settle(target)
'''
QUESTIONS = '''\
import numpy as np

from autograder.course import Assignment, choice, either, normal, uniform

bowl = Assignment(
    sizes={"n": range(2, 4)},
    givens={
        "x": either(normal(2, 0.3, size="n"), normal(-2, 0.3, size="n")),
        "a": uniform(0.6, 0.95),
        "rate": uniform(0.05, 0.2),
        "epochs": choice([2, 3]),
        "target": uniform(5, 9),
    },
    examples=[
        {"x": [1.0, 2.0], "a": 0.7, "rate": 0.1, "epochs": 2, "target": 6.0},
        {"x": [-1.5, 2.0, 1.0], "a": 0.8, "rate": 0.15, "epochs": 3, "target": 8.0},
    ],
    draws=4,
)


@bowl.derived
def level(x, a):
    return a * x**2


@bowl.question(points=0, rtol=1e-3)
def quarter():
    """By hand: half of a half."""
    return 0.25


@quarter.mistake
def added():
    """Which operation is asked for?"""
    return 1.0


@bowl.question(points=1)
def way():
    """By hand: which way the walk goes."""
    return "down"


@way.mistake
def upwards():
    """Which way is that?"""
    return "up"


@bowl.function(points=2)
def slope(x, a):
    """The slope at each x, shape (n,)."""
    return 2 * a * x


@slope.mistake
def factor_lost(x, a):
    """What comes down from the square?"""
    return a * x


@slope.mistake
def alone(x):
    """Which number is left out?"""
    return 2 * x


@bowl.function(points=2)
def total(level):
    """The sum of the levels."""
    return np.sum(level)


@total.mistake
def averaged(level):
    """Is a mean asked for?"""
    return np.mean(level)


def walked(x, a, rate, epochs, slope):
    places = []
    for _ in range(epochs):
        x = x - rate * slope(x, a)
        places.append(x[0])
    return x, np.array(places)


@bowl.outcome(points=3, at="Walker.walk")
def walk(x, a, rate, epochs, *, slope):
    """Where the walk ends, and its first coordinate after each step."""
    return walked(x, a, rate, epochs, slope)


@walk.mistake
def uphill(x, a, rate, epochs, *, slope):
    """Which way does the level fall?"""
    return walked(x, a, -rate, epochs, slope)


@walk.mistake
def one_short(x, a, rate, epochs, *, slope):
    """How many steps are there?"""
    return walked(x, a, rate, epochs - 1, slope)


@bowl.measured(points=2, sends=["target"], enough=0.9)
def settle(got, target):
    """A number within a half of the target."""
    return float(abs(got - target) < 0.5)


bowl.gradient(question="slope", of=lambda level: np.sum(level), wrt="x")
'''
