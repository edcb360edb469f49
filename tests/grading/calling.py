"""A miniature course of functions: what its authors wrote, and how students write it, right and wrong in ways that have names.

A neuron on M records, columns of X. `paper` and `word` are constants; sigmoid, predict, slope, gradients, step and train are built on
one another; `score` is the outcome of a driver; `middle` is measured.
"""

from collections.abc import Mapping
from pathlib import Path

MANIFEST = """title = "A course of functions"
hidden_cases = 8

[limits]
wall_seconds = 6.0
cpu_seconds = 3.0
statement_seconds = 0.5
call_seconds = 0.5

[[assignments]]
slug = "01-neuron"
title = "A neuron"
file = "neuron.py"
points = 12

[[assignments]]
slug = "02-mixed"
title = "Values and a function"
file = "mixed.py"
points = 0
hidden_cases = 5
"""

QUESTIONS = '''import numpy as np

from autograder.course import Assignment, choice, integers, normal, uniform

neuron = Assignment(
    sizes={"n": range(2, 5), "M": range(3, 7)},
    givens={
        "z": normal(sd=1.5, size="M"),
        "X": integers(-3, 4, size=("n", "M")),
        "w": normal(size="n"),
        "b": uniform(0.3, 0.9),
        "Y": uniform(0.05, 0.95, size="M"),
        "rate": uniform(0.5, 0.9),
        "epochs": choice([2, 3]),
        "low": uniform(0.1, 3),
        "high": uniform(4, 9),
        "secret": uniform(10, 20),
    },
    accept=lambda X, w, b: np.max(np.abs(w @ X + b)) < 4,
    examples=[
        {"z": [0, 1], "X": [[1, 0], [2, -1]], "w": [0.5, -0.5], "b": 0.5, "Y": [0.5, 1.0], "rate": 0.5, "epochs": 1,
         "low": 1.0, "high": 5.0, "secret": 12.0},
        {"z": [-1.3, 0.4, 2], "X": [[2, -1, 0], [1, 3, -2]], "w": [0.4, -0.2], "b": 0.7, "Y": [0.2, 0.9, 0.3], "rate": 0.8, "epochs": 2,
         "low": 2.0, "high": 7.0, "secret": 15.0},
    ],
)


@neuron.derived
def y_hat(X, w, b):
    return 1 / (1 + np.exp(-(w @ X + b)))


@neuron.question(points=1, rtol=5e-3)
def paper():
    """A number worked out by hand."""
    return 0.125


@paper.mistake
def upside_down():
    """Which is larger, a half or a half of it?"""
    return 8.0


@neuron.question(points=1)
def word():
    """What the derivation deserves: agrees, scaled or wrong."""
    return "scaled"


@word.mistake
def taken_for_right():
    """By which number do the two differ?"""
    return "agrees"


@neuron.function(points=1)
def sigmoid(z):
    """The S-curve at z, in the shape of z."""
    return 1 / (1 + np.exp(-z))


@sigmoid.mistake
def mirrored(z):
    """When z grows, does your sigmoid rise?"""
    return 1 / (1 + np.exp(z))


@sigmoid.mistake
def halved(z):
    """How high does your sigmoid rise?"""
    return 0.5 / (1 + np.exp(-z))


@sigmoid.mistake
def huge(z):
    """Between which two numbers does a sigmoid lie?"""
    return 1e200 / (1 + np.exp(-z))


@neuron.function(points=1)
def predict(X, w, b, *, sigmoid):
    """The outputs, shape (M,)."""
    return sigmoid(w @ X + b)


@predict.mistake
def bias_missing(X, w, *, sigmoid):
    """What does predict say of a record of zeros?"""
    return sigmoid(w @ X)


@neuron.function(points=1)
def slope(y_hat, Y):
    """The derivative of half the squared error by the output, shape (M,)."""
    return y_hat - Y


@slope.mistake(worth=0.5, redeemed_by="step")
def sign_reversed(y_hat, Y):
    """Where an output is too high, which way does the cost go with it?"""
    return Y - y_hat


@slope.mistake
def doubled(y_hat, Y):
    """What becomes of the half before the square?"""
    return 2 * (y_hat - Y)


@slope.mistake
def one_too_many(y_hat, Y):
    """How many records are there?"""
    return np.append(y_hat - Y, 0)


@neuron.function(points=2)
def gradients(X, w, b, Y, *, predict, slope):
    """dw, shape (n,), and db, a number: the derivatives of the mean cost."""
    a = predict(X, w, b)
    dz = slope(a, Y) * a * (1 - a)
    return X @ dz / X.shape[1], np.mean(dz)


@gradients.mistake
def summed(X, w, b, Y, *, predict, slope):
    """Copy every record: should the gradients change?"""
    a = predict(X, w, b)
    dz = slope(a, Y) * a * (1 - a)
    return X @ dz, np.sum(dz)


@gradients.mistake
def transposed(X, w, b, Y, *, predict, slope):
    """A gradient has the shape of what it updates: which order gives that?"""
    a = predict(X, w, b)
    dz = slope(a, Y) * a * (1 - a)
    return X.T @ dz / X.shape[1], np.mean(dz)


@gradients.mistake
def slope_left_out(X, w, b, Y, *, predict):
    """On the way back, through which two functions does dz go?"""
    a = predict(X, w, b)
    return X @ (a * (1 - a)) / X.shape[1], np.mean(a * (1 - a))


@neuron.function(points=2)
def step(X, w, b, Y, rate, *, gradients):
    """w and b after one step downhill."""
    dw, db = gradients(X, w, b, Y)
    return w - rate * dw, b - rate * db


@step.mistake
def uphill(X, w, b, Y, rate, *, gradients):
    """Which way does the cost fall?"""
    dw, db = gradients(X, w, b, Y)
    return w + rate * dw, b + rate * db


@step.mistake
def rate_forgotten(X, w, b, Y, *, gradients):
    """Double the rate: does the step double?"""
    dw, db = gradients(X, w, b, Y)
    return w - dw, b - db


@neuron.function(points=1)
def train(X, w, b, Y, rate, epochs, *, predict, step):
    """w, b and the list of costs before each step."""
    costs = []
    for _ in range(epochs):
        costs.append(np.mean((predict(X, w, b) - Y) ** 2) / 2)
        w, b = step(X, w, b, Y, rate)
    return w, b, costs


@train.mistake
def costs_after(X, w, b, Y, rate, epochs, *, predict, step):
    """What does the first cost say: of which weights?"""
    costs = []
    for _ in range(epochs):
        w, b = step(X, w, b, Y, rate)
        costs.append(np.mean((predict(X, w, b) - Y) ** 2) / 2)
    return w, b, costs


@neuron.outcome(points=1, at="Model.score")
def score(X, w, b, *, predict):
    """What a Model(w, b) scores: its mean output, and the word high or low."""
    mean = np.mean(predict(X, w, b))
    return mean, "high" if mean > 0.5 else "low"


@score.mistake
def totalled(X, w, b, *, predict):
    """Of how many records is the score?"""
    total = np.sum(predict(X, w, b))
    return total, "high" if total > 0.5 else "low"


@neuron.measured(points=1, sends=("low",), later=("high",), enough=0.75)
def middle(got, low, high, secret):
    """A function of `high` that says what lies in the middle: right for three quarters of all inputs."""
    return np.sum(np.abs(got + 0 * secret - (low + high) / 2)) < 0.01 * high
'''

DRIVER = """def score(student, X, w, b):
    model = student.Model(w, b)
    return model.score(X)


def middle(student, low):
    guess = student.middle(low)
    high = yield "high"
    return guess(high)
"""

MIXED = '''import numpy as np

from autograder.course import Assignment, integers, uniform

mixed = Assignment(
    givens={"x": integers(-4, 5, size=3), "y": uniform(1, 2), "z": uniform(-2, 2), "never": uniform(5, 6)},
    accept=lambda x, h: abs(h) >= 2,
    examples=[{"x": [1, 2, 3], "y": 1.5, "z": 1.0, "never": 5.0}, {"x": [4, -1, 0], "y": 1.2, "z": -0.5, "never": 5.5}],
)


@mixed.question(points=1)
def h(x):
    """The sum of x."""
    return np.sum(x)


@h.mistake
def mean(x):
    """How many numbers are there in x?"""
    return np.mean(x)


@mixed.question(points=2)
def k(h, y):
    """h times y."""
    return h * y


@mixed.function(points=1)
def square(z):
    """z times itself."""
    return z * z


@square.mistake
def twice(z):
    """What is the square of 3?"""
    return 2 * z


@mixed.function(points=1)
def fourth(z, *, square):
    """The square's square."""
    return square(square(z))
'''

HEAD = {"import": "import numpy as np", "paper": "paper = 0.125", "word": 'word = "scaled"'}
DEFINITIONS = {
    "sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n",
    "predict": "def predict(X, w, b):\n    return sigmoid(w @ X + b)\n",
    "slope": "def slope(y_hat, Y):\n    return y_hat - Y\n",
    "gradients": (
        "def gradients(X, w, b, Y):\n    a = predict(X, w, b)\n    dz = slope(a, Y) * a * (1 - a)\n"
        "    return X @ dz / X.shape[1], dz.mean()\n"
    ),
    "step": "def step(X, w, b, Y, rate):\n    dw, db = gradients(X, w, b, Y)\n    return w - rate * dw, b - rate * db\n",
    "train": (
        "def train(X, w, b, Y, rate, epochs):\n    costs = []\n    for _ in range(epochs):\n"
        "        costs.append(np.mean((predict(X, w, b) - Y) ** 2) / 2)\n"
        "        w, b = step(X, w, b, Y, rate)\n    return w, b, costs\n"
    ),
    "Model": (
        "class Model:\n    def __init__(self, w, b):\n        self.w, self.b = w, b\n\n    def score(self, X):\n"
        "        mean = predict(X, self.w, self.b).mean()\n        return mean, 'high' if mean > 0.5 else 'low'\n"
    ),
    "middle": "def middle(low):\n    return lambda high: (low + high) / 2\n",
}
SIGNATURES = {name: text.partition(":\n")[0] for name, text in DEFINITIONS.items()}


def written(instead: Mapping[str, str | None] | None = None) -> str:
    """A student's file: these definitions (or lines of the head) instead of the right ones; None: nothing; a text without a `def`
    is the body."""
    text = ""
    for name, right in (HEAD | DEFINITIONS).items():
        own = (instead or {}).get(name, right)
        if own is None:
            continue
        if name in DEFINITIONS and not own.startswith(("def", "class", "@", name)):
            own = f"{SIGNATURES[name]}:\n    " + own.replace("\n", "\n    ")
        text += own.rstrip() + "\n\n\n"
    return text


def todo(name: str) -> str:
    """The placeholder that a stub has for a function."""
    return f'raise NotImplementedError("TODO: {name}")'


def course_in(root: Path) -> Path:
    """The miniature course, written down in `root`."""
    (root / "course.toml").write_text(MANIFEST, encoding="utf-8")
    files = {
        "01-neuron": {"questions.py": QUESTIONS, "driver.py": DRIVER, "neuron.py": written()},
        "02-mixed": {"questions.py": MIXED, "mixed.py": "h = 6\n"},
    }
    for slug, texts in files.items():
        folder = root / "solutions" / slug
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    return root
