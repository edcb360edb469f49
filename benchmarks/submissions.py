"""What does a class hand in? Any number of generated submissions to 01-gradient-step, in the shares of a real class.

The shares are an assumption, stated here: of each hundred 62 are right in one of several forms, 28 make one slip, 4 make two, 3 type
the printed numbers, 2 hand in the stub, 1 does not parse. Each has its own names and comments, so that no two are the same bytes.
"""

from collections.abc import Iterator
from random import Random

GIVEN = """import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_prime(x):
    return sigmoid(x) * (1 - sigmoid(x))


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
"""
PRINTS = """
print("Neural Network output:")
print(nn_output)
print("Amount of Error:")
print(error)
print("Change in Weights:")
print(del_w)
"""
RIGHT = {
    "h": [
        "np.dot(x, w)",
        "x @ w",
        "np.sum(x * w)",
        "sum(a * b for a, b in zip(x, w))",
        "x[0]*w[0] + x[1]*w[1] + x[2]*w[2] + x[3]*w[3]",
    ],
    "nn_output": ["sigmoid(h)", "1 / (1 + np.exp(-h))"],
    "error": ["y - nn_output", "-(nn_output - y)"],
    "error_term": ["error * sigmoid_prime(h)", "error * nn_output * (1 - nn_output)"],
    "del_w": ["learnrate * error_term * x", "[learnrate * error_term * value for value in x]"],
}
SLIPS = {
    "h": ["np.sum(x)", "x * w"],
    "nn_output": ["h", "sigmoid_prime(h)"],
    "error": ["nn_output - y", "0.5 * (y - nn_output) ** 2", "abs(y - nn_output)"],
    "error_term": ["error", "error * sigmoid_prime(nn_output)", "error * (1 - nn_output)"],
    "del_w": ["error_term * x", "learnrate * error_term", "-learnrate * error_term * x", "learnrate * error_term * w"],
}
TYPED = {"h": "0.8", "nn_output": "0.6899744811276125", "error": "-0.1899744811276125", "error_term": "-0.04063738", "del_w":
         "np.array([-0.02031869, -0.04063738, -0.06095608, -0.08127477])"}  # fmt: skip
KINDS = {"right": 62, "slip": 28, "two slips": 4, "typed": 3, "stub": 2, "broken": 1}


def generate(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """(student, source) of `count` submissions, the same for the same seed."""
    random = Random(seed)
    kinds = [kind for kind, share in KINDS.items() for _ in range(share)]
    for number in range(count):
        yield f"student{number:04}", source(kinds[number % len(kinds)], random, number)


def source(kind: str, random: Random, number: int) -> str:
    """One submission's text."""
    formulas = {name: random.choice(forms) for name, forms in RIGHT.items()}
    if kind in ("slip", "two slips"):
        for name in random.sample(list(SLIPS), 1 if kind == "slip" else 2):
            formulas[name] = random.choice(SLIPS[name])
    elif kind == "typed":
        formulas = TYPED
    elif kind == "stub":
        formulas = dict.fromkeys(RIGHT, "None")
    lines = "".join(f"\n# {name}, attempt {random.randrange(9)}\n{name} = {formula}\n" for name, formula in formulas.items())
    return f"# submission {number}\n{GIVEN}{lines}{PRINTS}" + ("print((" if kind == "broken" else "")
