"""What does an instructor ask in a tool as it comes? The five answers of 01-gradient-step, with assertions in sight and hidden ones."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GIVEN = """import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_prime(x):
    return sigmoid(x) * (1 - sigmoid(x))


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])"""
POINTS = 2
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}, "language_info": {"name": "python"}}

Notebook = dict[str, Any]
Cell = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer: what is tested where students see it, and what is tested where they do not; both are expressions."""

    name: str
    right: str
    visible: str
    hidden: str


QUESTIONS = (
    Asked("h", "np.dot(x, w)", "np.ndim(h) == 0", "np.allclose(h, 0.8)"),
    Asked("nn_output", "sigmoid(h)", "np.ndim(nn_output) == 0", "np.allclose(nn_output, 0.6899744811276125)"),
    Asked("error", "y - nn_output", "np.ndim(error) == 0", "np.allclose(error, -0.1899744811276125)"),
    Asked("error_term", "error * nn_output * (1 - nn_output)", "np.ndim(error_term) == 0", "np.allclose(error_term, -0.04063738)"),
    Asked(
        "del_w",
        "learnrate * error_term * x",
        "np.shape(del_w) == (4,)",
        "np.allclose(del_w, [-0.02031869, -0.04063738, -0.06095608, -0.08127477])",
    ),
)


def code(source: str, name: str, **metadata: object) -> Cell:
    """A cell of code."""
    made = {"cell_type": "code", "id": name, "metadata": metadata, "source": source, "outputs": [], "execution_count": None}
    return made


def written(cells: list[Cell]) -> bytes:
    """A notebook with these cells."""
    return json.dumps({"cells": cells, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}, indent=1).encode()


def filled(notebook: bytes, cells: Mapping[str, int], answers: Mapping[str, str]) -> bytes:
    """A notebook that was handed out, with the answers in it.

    Args:
        cells: the index of the cell for each answer.
        answers: what stands there, by the answer's name.
    """
    made = json.loads(notebook)
    for name, text in answers.items():
        made["cells"][cells[name]]["source"] = text
    return json.dumps(made, indent=1).encode()
