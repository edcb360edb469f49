"""What of a solution must not be seen, and is it found wherever it stands?"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.building.leaks import leaks, pieces

MASTER = """\
def f(x, w):
    # BEGIN SOLUTION
    total = None
    for i in range(len(x)):
        total += x[i] * w[i]
    n = X.shape[0]
    w, b = w0, b0
    print(w)
    weights += del_w
    both = total + b
    best = x if w else f(total)
    return sigmoid(total)
    # END SOLUTION


h = np.dot(x, w)  # SOLUTION
given = np.dot(a, b)
"""


def test_what_anyone_may_write_does_not_count() -> None:
    assert [piece for _, piece in pieces(MASTER)] == [
        "total += x[i] * w[i]",
        "x[i] * w[i]",
        "weights += del_w",
        "both = total + b",
        "best = x if w else f(total)",
        "x if w else f(total)",
        "sigmoid(total)",
        "h = np.dot(x, w)",
        "np.dot(x, w)",
    ]


def test_a_call_that_reads_as_its_def_line_does_not_count() -> None:
    """Students have that line already; the same call with anything else in it counts."""
    master = "def step(w, b, rate):\n    return w - rate  # SOLUTION\n\n\nw, b = {}  # SOLUTION\n"
    assert "step(w, b, rate)" not in [piece for _, piece in pieces(master.format("step(w, b, rate)"))]
    assert "step(w, b, 2 * rate)" in [piece for _, piece in pieces(master.format("step(w, b, 2 * rate)"))]


SHORT = """
def sigmoid(z):
    # BEGIN SOLUTION
    return z
    # END SOLUTION


def errors(y, y_hat):
    return y - y_hat  # SOLUTION


def forward(X, W1, W2):
    # BEGIN SOLUTION
    a = 0
    Z1 = np.zeros(len(X))
    total = np.asarray(X, dtype=float)
    A1 = sigmoid(Z1)
    last = X[-1]
    return a
    # END SOLUTION


class P:
    def train(self, X, W1, W2, epochs):
        # BEGIN SOLUTION
        costs = []
        for _ in range(epochs):
            A1 = forward(X, W1, W2)
            costs.append(self.cost(A1))
        return costs
        # END SOLUTION

    def cost(self, A1):
        return np.mean(A1 ** self.n)  # SOLUTION
"""


def test_short_common_lines_of_functions_do_not_count() -> None:
    assert [piece for _, piece in pieces(SHORT)] == [
        "return y - y_hat",
        "A1 = forward(X, W1, W2)\ncosts.append(self.cost(A1))",
        "np.mean(A1 ** self.n)",
    ]


def test_a_call_of_what_is_asked_for_is_no_leak_and_two_in_a_row_are() -> None:
    shown = b"Try A1 = forward(X, W1, W2) and sigmoid(Z1), then return a.\n"
    assert leaks(SHORT, "f.py", {Path("README.md"): shown}) == []
    copied = b"A1 = forward(X, W1, W2)\n    costs.append(self.cost(A1))\n"
    assert len(leaks(SHORT, "f.py", {Path("README.md"): copied})) == 1


def test_data_that_are_no_text_hold_no_text() -> None:
    assert leaks(MASTER, "f.py", {Path("data/x.npz"): b"\xff\xfe h = np.dot(x, w)", Path("data/x.json"): b"{"}) == []
    assert leaks(MASTER, "f.py", {Path("data/x.csv"): b"h = np.dot(x, w)"})


def test_what_is_given_does_not_count() -> None:
    assert not leaks(MASTER, "f.py", {Path("f.py"): b"given = np.dot(a, b)\n"})


@pytest.mark.parametrize(
    "text",
    [
        "the h that comes of x and w",
        "h = None",
        "np.dot(x, w_hidden)",
        "my_np.dot(x, w)",
        "np.dot(xx, w)",
        "mysigmoid(total)",
        "both = total + bias",
        "xifwelse f(total)",
        "np.dot\nof x and w",
    ],
)
def test_other_text_is_no_leak(text: str) -> None:
    assert leaks(MASTER, "f.py", {Path("README.md"): text.encode()}) == []


@pytest.mark.parametrize(
    "text",
    ["h = np.dot(x, w)", "take np.dot(x,w) then", "`np . dot( x ,\n   w )`", "# x[i]*w[i]", "so sigmoid( total )", "-np.dot(x, w)"],
)
def test_a_solution_is_found_however_it_is_spaced(text: str) -> None:
    assert leaks(MASTER, "f.py", {Path("README.md"): text.encode()})


@given(
    st.lists(st.sampled_from(["", " ", "\n", "\t", "  \n  ", "\f", "\u00a0"]), min_size=8, max_size=8),
    st.sampled_from(["", "(", "= ", "\n"]),
)
def test_no_space_of_any_kind_hides_a_solution(spaces: list[str], before: str) -> None:
    text = "".join(word + space for word, space in zip(["np", ".", "dot", "(", "x", ",", "w", ")"], spaces, strict=True))
    assert leaks(MASTER, "f.py", {Path("README.md"): f"{before}{text} and so on".encode()})


def test_a_leak_is_named_with_both_places() -> None:
    (found,) = leaks(MASTER, "solutions/01/f.py", {Path("README.md"): b"Use sigmoid(total)."})
    assert found == "README.md: gives away 'sigmoid(total)', the solution in solutions/01/f.py, line 12. Reword what shows it."


def test_json_is_read_as_people_read_it() -> None:
    master = 'h = f(x, "a")  # SOLUTION\nk = blend(\n    x,\n    w,\n)  # SOLUTION\n'
    cell = {"cells": [{"source": ["k = blend(\n", "    x,\n", "    w,\n", ")"]}]}
    assert len(leaks(master, "f.py", {Path("f.ipynb"): json.dumps(cell).encode()})) == 2
    assert len(leaks(master, "f.py", {Path("e.json"): json.dumps({"text": 'f(x, "a")'}).encode()})) == 1
