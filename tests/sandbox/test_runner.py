"""A program runs on other givens as its student meant it to, and what it computed counts whatever stands around it.

These run in this process, as `descent check` runs on a student's machine; limits are tested where they are set, in test_host.py.
"""

import math
import random
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest

from autograder.sandbox.inside.runner import CaseResult, Runner, extract

X, Y, W, RATE = np.array([2, 0, -3, 1]), 0.25, np.array([0.4, -0.1, 0.2, 0.3]), 0.125
GIVENS = {"x": X, "y": Y, "w": W, "learnrate": RATE}
NAMES = ["h", "nn_output", "error", "error_term", "del_w"]
TOP = "import numpy as np\nx = np.array([1, 2, 3, 4])\ny = 0.5\nw = np.array([0.5, -0.5, 0.3, 0.1])\nlearnrate = 0.5\n"
H = float(X @ W)


@pytest.fixture(autouse=True)
def settings() -> Iterator[None]:
    """The runner sets NumPy's error state and both generators for the student: put ours back."""
    ours = random.getstate(), np.random.get_state()
    with np.errstate():
        yield
    random.setstate(ours[0])
    np.random.set_state(ours[1])


def run(text: str, mended: Mapping[str, Any] | None = None, **givens: Any) -> CaseResult:
    runner = Runner(extract(text.encode(), "py"), list(GIVENS), NAMES, list(mended or {}))
    return runner.run({**GIVENS, **givens}, mended or {})


def answers(text: str, mended: Mapping[str, Any] | None = None, **givens: Any) -> dict[str, Any]:
    """By name: the value as lists, or the word for none."""
    found = run(text, mended, **givens).answers
    return {name: one[1].tolist() if one[0] == "value" else one[0] for name, one in zip(NAMES, found, strict=True)}


def test_givens_take_the_cases_values() -> None:
    assert answers(TOP + "h = np.dot(x, w)\nerror = [y, learnrate]\n") == {
        "h": pytest.approx(H), "nn_output": "absent", "error": [Y, RATE], "error_term": "absent", "del_w": "absent",
    }  # fmt: skip


KINDS = {
    "lists": ("x = [1, 2, 3, 4]\nw = [0.5, -0.5, 0.3, 0.1]\nh = sum(a * b for a, b in zip(x, w))\nassert type(x) is list", H),
    "tuples": ("x = 1, 2, 3, 4\nassert type(x) is tuple\nh = x[2]", -3.0),
    "list-that-is-joined": ("x = [1, 2, 3, 4]\nh = len(x + [1])", 5.0),
    "nought-d": ("import numpy as np\ny = np.array(0.5)\nh = y.shape == () and y + 0", Y),
    "one-element": ("import numpy as np\ny = np.array([0.5])\nh = y[0]", Y),
    "float-array-that-is-updated": ("import numpy as np\nx = np.array([1., 2., 3., 4.])\nx *= 1.0\nh = x[0]", 2.0),
    "by-one-line": ("y, learnrate = 0.5, 0.5\nh = y + learnrate", Y + RATE),
    "in-one-line": ("y = 0.5; h = y", Y),
    "under-the-main-guard": ("if __name__ == '__main__':\n    y = 0.5\n    h = y", Y),
    "in-an-if": ("if True:\n    y = 0.5\n    h = y", Y),
    "in-a-with": ("import contextlib\nwith contextlib.nullcontext():\n    y = 0.5\n    h = y", Y),
    "never": ("h = y", Y),
    "by-a-function": ("def inputs():\n    return 0.5, 0.5\ny, learnrate = inputs()\nh = y", Y),
    "from-each-other": ("y = 0.5\nlearnrate = y\nh = learnrate", RATE),
    "with-an-annotation": ("y: float = 0.5\nh = y", Y),
}


@pytest.mark.parametrize(("text", "h"), KINDS.values(), ids=KINDS)
def test_givens_keep_the_students_kind(text: str, h: float) -> None:
    result = run(text)
    assert result.raised == []
    assert result.answers[0][1] == pytest.approx(h)


COUNTS = {
    "update-of-the-weights-below": ("h = x @ w\nw += h * x\n", H),
    "update-to-a-new-array": ("h = x @ w\nw = w + 1\nh = x @ w\n", H),
    "a-second-exercise-below": ("h = x @ w\nx = np.array([1., 2.])\nw = np.array([3., 4.])\ny = 0.9\nh = x @ w\n", H),
    "the-last-of-two-answers": ("h = 0\nh = x @ w\n", H),
    "an-answer-that-is-spoilt-by-a-print": ("h = x @ w\nprint('{:d}'.format(h))\n", H),
    "an-answer-computed-after-a-given-was-changed": ("x = x * 2\nh = x @ w\n", 2 * H),
    "a-blank-and-then-an-answer-after-a-change": ("h = None\nx = x * 2\nh = x @ w\n", 2 * H),
    "a-given-changed-and-changed-back": ("x = x + 1\nx = x - 1\nh = x @ w\n", H),
    "an-answer-in-a-loop": ("h = 0\nfor a, b in zip(x, w):\n    h += a * b\n", H),
    "an-answer-set-by-a-function": ("def f():\n    global h\n    h = x @ w\nf()\n", H),
    "a-given-that-becomes-a-number": ("h = x @ w\nfor x in [1.0, 2.0]:\n    h = x\n", H),
    "a-given-that-is-deleted": ("h = x @ w\ndel x\n", H),
    "a-given-that-becomes-text": ("h = x @ w\nx = 'done'\nh = 0\n", H),
}


@pytest.mark.parametrize(("text", "h"), COUNTS.values(), ids=COUNTS)
def test_the_value_that_counts_is_the_last_while_the_givens_hold(text: str, h: float) -> None:
    assert answers(TOP + text)["h"] == pytest.approx(h)


@pytest.mark.parametrize("change", ["x[0] = 99", "x[0] = np.array([1.0, 2.0])", "x.append(5)", "x[:] = []", "x = x * 2", "x = x[:2]"])
def test_the_value_that_counts_is_the_last_while_a_given_list_holds(change: str) -> None:
    assert answers(f"import numpy as np\nx = [1, 2, 3, 4]\nh = x[0]\n{change}\nh = 7\n")["h"] == 2.0


def test_a_second_example_before_the_givens_does_not_disturb_the_first_binding() -> None:
    assert answers("h = 3\n" + TOP + "h = x @ w\n")["h"] == pytest.approx(H)


GOES_ON = {
    "exception": "1 / 0",
    "unknown-name": "nonesuch",
    "exit": "exit()",
    "sys-exit": "import sys\nsys.exit(3)",
    "raise-system-exit": "raise SystemExit",
    "generator-exit": "raise GeneratorExit",
    "own-base-exception": "class Mine(BaseException): pass\nraise Mine",
    "assertion": "assert False, 'no'",
    "input": "input('value? ')",
    "missing-module": "import nonesuch_module",
    "recursion": "def f(): f()\nf()",
    "hostile-text": "class E(Exception):\n    def __str__(self): raise SystemExit\nraise E",
    "hostile-text-that-is-no-text": "class E(Exception):\n    def __str__(self): return 7\nraise E",
    "stop-iteration": "next(iter([]))",
    "exception-group": "raise ExceptionGroup('g', [ValueError(1)])",
}


@pytest.mark.parametrize("text", GOES_ON.values(), ids=GOES_ON)
def test_what_was_assigned_before_and_after_a_statement_that_raised_counts(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", None)
        result = run(TOP + "h = x @ w\n" + text + "\nerror = y\n")
    assert len(result.raised) == 1
    assert [result.answers[0][1], result.answers[2][1]] == [pytest.approx(H), Y]


def test_a_statement_that_raised_is_told_with_its_line_its_error_and_what_it_would_have_bound() -> None:
    (raised,) = run(TOP + "h = np.dot(x,\n           nonesuch)\n").raised
    assert (raised.cell, raised.line, raised.error, set(raised.binds)) == (0, 7, "NameError", {"h"})


def test_the_line_told_is_the_statements_and_not_a_functions_that_it_calls() -> None:
    (raised,) = run("def f(z):\n    return z / 0\nh = f(1)\n").raised
    assert raised.line == 3


def test_inside_a_block_the_line_told_is_the_one_that_raised() -> None:
    (raised,) = run("for n in range(2):\n    a = n\n    h = a / 0\n").raised
    assert raised.line == 3


@pytest.mark.parametrize("again", ["x = [1, 2, 3, 4]\n", "y = 0.5\n", "x, y = [1, 2, 3, 4], 0.5\n"])
def test_a_given_that_is_written_down_again_is_the_given(again: str) -> None:
    """A cell that was duplicated, a worked example above: whoever writes the handed-out value means the case's."""
    published = {"x": np.array([1, 2, 3, 4]), "y": 0.5}
    runner = Runner(
        extract(f"x = [9.0]\ny = 9\n{again}h = y\nz = list(x)\n".encode(), "py"), ["x", "y"], ["h", "z"], published=published
    )
    answers = runner.run({"x": np.array([5, 6, 7, 8]), "y": 0.25}, {}).answers
    assert answers[0][1] == 0.25
    assert answers[1][1].tolist() == [5.0, 6.0, 7.0, 8.0]


def test_an_error_of_a_students_own_class_is_told_by_pythons_name() -> None:
    (raised,) = run("class Ten_points(ValueError): pass\nraise Ten_points('x = 3')\n").raised
    assert raised.error == "ValueError"


def test_a_class_named_like_pythons_own_is_not_taken_for_it() -> None:
    (raised,) = run("class KeyError(ValueError): pass\nraise KeyError\n").raised
    assert raised.error == "ValueError"


def test_ctrl_c_on_the_students_own_machine_stops_the_run() -> None:
    with pytest.raises(KeyboardInterrupt):
        run("raise KeyboardInterrupt\n")


def test_a_file_that_is_not_python_binds_nothing_of_what_it_says() -> None:
    result = run(TOP + "h = (\n")
    assert result.answers == [["absent"]] * 5
    assert [(one.error, set(one.binds)) for one in result.raised] == [("SyntaxError", set(NAMES))]


def test_the_givens_that_a_file_never_assigns_are_named() -> None:
    assert run("h = x @ w\nx = 3\n").unassigned == ["learnrate", "w", "y"]
    assert run(TOP).unassigned == []


CHAIN = "h = np.sum(x)\nout = h\nnn_output = 1 / (1 + np.exp(-h))\nerror = y - nn_output\n"
TRUE_H = 0.7


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


MENDED = {
    "after-its-assignment": "h = np.sum(x)\nnn_output = 1 / (1 + np.exp(-h))\n",
    "never-assigned": "nn_output = 1 / (1 + np.exp(-h))\n",
    "raised": "h = nonesuch\nnn_output = 1 / (1 + np.exp(-h))\n",
    "placeholder": "h = None\nnn_output = 1 / (1 + np.exp(-h))\n",
    "assigned-twice": "h = 1\nh = 2\nnn_output = 1 / (1 + np.exp(-h))\n",
    "added-up-in-a-loop": "h = 0\nfor a in x:\n    h += a\nnn_output = 1 / (1 + np.exp(-h))\n",
    "inside-a-with": "with np.errstate(all='ignore'):\n    h = np.sum(x)\n    nn_output = 1 / (1 + np.exp(-h))\n",
    "inside-an-if": "if True:\n    h = np.sum(x)\n    nn_output = 1 / (1 + np.exp(-h))\n",
    "inside-a-for": "for _ in range(1):\n    h = np.sum(x)\n    nn_output = 1 / (1 + np.exp(-h))\n",
    "inside-a-try": "try:\n    h = np.sum(x)\n    nn_output = 1 / (1 + np.exp(-h))\nfinally:\n    pass\n",
    "in-one-line": "h = np.sum(x); nn_output = 1 / (1 + np.exp(-h))\n",
    "through-another-name": "out = np.sum(x) + 0.5\nh = out\nnn_output = 1 / (1 + np.exp(-out))\n",
    "through-a-later-name": "h = np.sum(x) + 0.5\nout = h\nnn_output = 1 / (1 + np.exp(-out))\n",
    "in-one-statement-with-another": "h = z = np.sum(x) + 0.5\nnn_output = 1 / (1 + np.exp(-z))\n",
    "an-array-where-a-number-is-meant": "h = x * w\nout = h\nnn_output = float(1 / (1 + np.exp(-np.sum(out))))\n",
    "wrapped": "h = [np.sum(x)]\nnn_output = 1 / (1 + np.exp(-np.sum(h)))\n",
    "text": "h = 'what?'\nnn_output = 1 / (1 + np.exp(-h))\n",
}


@pytest.mark.parametrize("text", MENDED.values(), ids=MENDED)
def test_what_follows_a_mended_answer_is_computed_from_the_truth(text: str) -> None:
    assert answers(TOP + text, {"h": TRUE_H})["nn_output"] == pytest.approx(sigmoid(TRUE_H))


def test_an_alias_never_carries_over_to_another_question() -> None:
    """`nn_output = h` is a mistake at nn_output: mending nn_output must not turn h, which is the same object, into it."""
    text = TOP + "h = x @ w\nnn_output = h\nerror = y - h\n"
    assert answers(text, {"nn_output": 0.9})["h"] == pytest.approx(H)
    assert answers(text, {"nn_output": 0.9})["error"] == pytest.approx(Y - H)


def test_an_alias_never_carries_over_to_a_given() -> None:
    text = TOP + "h = y\nerror = y - 1\n"
    assert answers(text, {"h": TRUE_H})["error"] == pytest.approx(Y - 1)


def test_small_numbers_and_flags_are_no_aliases() -> None:
    """`h = 0` and `count = 0` are one object to Python and two things to the student."""
    assert answers(TOP + "count = 0\nh = 0\nnn_output = count\n", {"h": TRUE_H})["nn_output"] == 0.0


def test_an_answer_that_is_changed_in_place_is_mended_again() -> None:
    text = TOP + "h = np.zeros(1)\nh += 5\nnn_output = float(h[0])\n"
    assert answers(text, {"h": TRUE_H})["nn_output"] == pytest.approx(TRUE_H)


def test_mending_does_not_change_other_runs() -> None:
    runner = Runner(extract((TOP + CHAIN).encode(), "py"), list(GIVENS), NAMES)
    first = runner.run(GIVENS, {})
    assert first.answers[0][1] == 0.0
    assert runner.run(GIVENS, {}).answers[1][1] == first.answers[1][1]


def test_what_a_case_leaves_behind_does_not_reach_the_next() -> None:
    """A fresh namespace, fresh generators and NumPy's own settings for each case."""
    text = "import numpy as np, random\nh = np.random.rand() + random.random()\nerror = 'seen' in globals()\nseen = 1\n"
    text += "np.seterr(all='raise')\n"
    runner = Runner(extract(text.encode(), "py"), list(GIVENS), NAMES)
    one, two = runner.run(GIVENS, {}), runner.run(GIVENS, {})
    assert one.answers[0][1] == two.answers[0][1]
    assert not two.answers[2][1]
    assert np.geterr()["over"] == "raise"  # the student's setting, until the next case begins


def test_a_students_changes_to_a_given_do_not_reach_the_next_case() -> None:
    runner = Runner(extract((TOP + "h = x @ w\nx *= 0\nw[:] = 9\n").encode(), "py"), list(GIVENS), NAMES)
    assert runner.run(GIVENS, {}).answers[0][1] == runner.run(GIVENS, {}).answers[0][1] == pytest.approx(H)
    assert X.tolist() == [2, 0, -3, 1]


def test_a_notebooks_display_is_there_and_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("display(3)\nh = 1\n").raised == []
    assert capsys.readouterr().out == ""


def test_a_place_is_the_last_line_that_assigns() -> None:
    runner = Runner(extract((TOP + "h = 1\nh = 2\n").encode(), "py"), list(GIVENS), NAMES)
    assert (runner.place("h"), runner.place("error")) == ([0, 7], [])
