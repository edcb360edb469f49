"""Whole rows of verdicts for what students write: one slip is one mistake and the rest counts, and a trick earns what is truly right.

A row is the verdicts on h, nn_output, error, error_term and del_w, two points each.
"""

from itertools import combinations

import pytest

from autograder.course import graph
from autograder.course.load import Loaded
from tests.grading.conftest import Grade
from tests.grading.writing import LINES, MISTAKEN, TOP, row, written

H = "h = np.dot(x, w)\n"
N = "nn_output = sigmoid(h)\n"
E = "error = y - nn_output\n"
T = "error_term = error * nn_output * (1 - nn_output)\n"
D = "del_w = learnrate * error_term * x\n"
BELOW_H = N + E + T + D
ALL = H + BELOW_H
RIGHT = "correct correct correct correct correct"
CARRIED_BELOW_H = " carried carried carried carried"

Row = tuple[str, str, float]

FORMS = {
    "dot": ALL,
    "at": "h = x @ w\n" + BELOW_H,
    "sum-of-products": "h = np.sum(x * w)\n" + BELOW_H,
    "method": "h = (x * w).sum()\n" + BELOW_H,
    "einsum": "h = np.einsum('i,i', x, w)\n" + BELOW_H,
    "written-out": "h = x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + x[3] * w[3]\n" + BELOW_H,
    "loop": "h = 0\nfor i in range(len(x)):\n    h += x[i] * w[i]\n" + BELOW_H,
    "zip": "h = sum(a * b for a, b in zip(x, w))\n" + BELOW_H,
    "math": "import math\nh = float(np.dot(x, w))\nnn_output = 1 / (1 + math.exp(-h))\n" + E + T + D,
    "slope-by-its-function": H + N + E + "error_term = error * sigmoid_prime(h)\n" + D,
    "slope-by-a-function-of-the-height": H
    + N
    + E
    + "def sigmoid_prime(a):\n    return a * (1 - a)\nerror_term = error * sigmoid_prime(nn_output)\n"
    + D,
    "list": H + N + E + T + "del_w = [learnrate * error_term * a for a in x]\n",
    "tuple": H + N + E + T + "del_w = tuple(learnrate * error_term * x)\n",
    "filled-array": H + N + E + T + "del_w = np.zeros(4)\nfor i in range(4):\n    del_w[i] = learnrate * error_term * x[i]\n",
    "appended": H + N + E + T + "del_w = []\nfor a in x:\n    del_w.append(learnrate * error_term * a)\n",
    "one-element-for-a-number": "h = np.array([np.dot(x, w)])\n" + BELOW_H,
    "number-in-a-list": "h = [np.dot(x, w)]\nnn_output = sigmoid(h[0])\n" + E + T + D,
    "single-precision-of-h-alone": "h = np.dot(x, w)\nh = np.float64(h)\n" + BELOW_H,
    "no-h": "nn_output = sigmoid(np.dot(x, w))\n" + E + T + D,
    "h-left-blank-and-not-needed": "h = None\nnn_output = sigmoid(np.dot(x, w))\n" + E + T + D,
    "error-left-blank-and-not-needed": H + N + "error = None\nerror_term = (y - nn_output) * nn_output * (1 - nn_output)\n" + D,
    "error-term-raises-and-is-not-needed": H
    + N
    + E
    + "error_term = error * slope(h)\ndel_w = learnrate * error * sigmoid_prime(h) * x\n",
    "only-del-w": "n = sigmoid(np.dot(x, w))\ndel_w = learnrate * (y - n) * n * (1 - n) * x\n",
    "other-names": "z = np.dot(x, w)\na = sigmoid(z)\ne = y - a\nd = e * a * (1 - a)\ndel_w = learnrate * d * x\n",
    "finite-differences": "def cost(w):\n    return 0.5 * (y - sigmoid(np.dot(x, w))) ** 2\n"
    "e = 1e-5\ndel_w = [-learnrate * (cost(w + e * d) - cost(w - e * d)) / (2 * e) for d in np.eye(4)]\n",
    "returned-together": "def step(x, y, w, rate):\n    h = x @ w\n    n = sigmoid(h)\n    e = y - n\n    t = e * n * (1 - n)\n"
    "    return h, n, e, t, rate * t * x\nh, nn_output, error, error_term, del_w = step(x, y, w, learnrate)\n",
    "set-by-a-function": "def step():\n    global h, nn_output\n    h = x @ w\n    nn_output = sigmoid(h)\nstep()\n" + E + T + D,
    "weights-updated-below": ALL + "w += del_w\n",
    "weights-updated-to-a-new-array": ALL + "w = w + del_w\nh = np.dot(x, w)\nnn_output = sigmoid(h)\n",
    "trained-below": ALL + "for _ in range(3):\n    w = w + del_w\n    nn_output = sigmoid(np.dot(x, w))\n    del_w = 0 * x\n",
    "a-second-exercise-below": ALL + "x = np.array([1., 2.])\nw = np.array([.1, .2])\ny = 0.1\nh = x @ w\n" + N + E + T + D,
    "a-statement-that-raises-between": H + N + "print(undefined)\n" + E + T + D,
    "an-exit-between": H + N + "exit()\n" + E + T + D,
    "an-endless-loop-between": H + N + "while True: pass\n" + E + T + D,
    "an-endless-print-below": ALL + "while True: print('x' * 1000)\n",
    "a-check-of-the-examples-below": ALL + "assert abs(h - 0.8) < 1e-9\n",
    "a-plot": "import matplotlib.pyplot as plt\n" + ALL + "fig, ax = plt.subplots()\nax.plot(x, del_w)\nplt.show()\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_a_right_file_gets_full_marks_in_any_form(graded: Grade, text: str) -> None:
    report = graded(TOP + text)
    assert (row(report), report.score) == (RIGHT, 10.0)


WHOLE_FILES = {
    "under-the-main-guard": TOP.partition("learnrate")[0]
    + "if __name__ == '__main__':\n"
    + "".join(f"    {line}\n" for line in (TOP[TOP.index("learnrate =") :] + ALL).splitlines()),
    "python-lists": "import math\nlearnrate = 0.5\nx = [1, 2, 3, 4]\ny = 0.5\nw = [0.5, -0.5, 0.3, 0.1]\n"
    "h = sum(a * b for a, b in zip(x, w))\nnn_output = 1 / (1 + math.exp(-h))\n"
    + E
    + T
    + "del_w = [learnrate * error_term * a for a in x]\n",
    "byte-order-mark-and-windows-line-ends": "\ufeff" + (TOP + ALL).replace("\n", "\r\n"),
}


@pytest.mark.parametrize("text", WHOLE_FILES.values(), ids=WHOLE_FILES)
def test_a_right_file_gets_full_marks_however_it_is_set_up(graded: Grade, text: str) -> None:
    assert graded(text).score == 10.0


def test_the_master_gets_full_marks(graded: Grade, loaded: Loaded) -> None:
    assert row(graded(loaded.master.read_text(encoding="utf-8"))) == RIGHT


def test_every_mistake_of_the_assignment_is_made_here(loaded: Loaded) -> None:
    """A mistake added to questions.py wants a student's line in writing.py."""
    assert {(one.question, one.id) for one in graph.mistakes(loaded.assignment)} == set(MISTAKEN)


def blamed(question: str, mistake: str) -> str:
    """The row of one slip: what comes before it is right, what comes after it is right in itself."""
    at = list(LINES).index(question)
    return " ".join(["correct"] * at + [f"mistake:{mistake}"] + ["carried"] * (len(LINES) - 1 - at))


@pytest.mark.parametrize(("question", "mistake"), MISTAKEN, ids=[mistake for _, mistake in MISTAKEN])
def test_one_slip_in_five_lines_is_one_mistake_and_the_rest_counts(graded: Grade, question: str, mistake: str) -> None:
    report = graded(written(instead={question: MISTAKEN[question, mistake]}))
    assert (row(report), report.score) == (blamed(question, mistake), 8.0)


def inside(text: str) -> str:
    """All of it computed in a function, where no answer can be put right from outside."""
    names = ", ".join(LINES)
    lines = "".join(f"    {line}\n" for line in text[len(TOP) :].splitlines())
    return f"{TOP}def step():\n{lines}    return {names}\n\n\n{names} = step()\n"


TELLING = [(question, mistake) for question, mistake in MISTAKEN if mistake != "inputs_twice"]  # see the test below


@pytest.mark.parametrize(("question", "mistake"), TELLING, ids=[mistake for _, mistake in TELLING])
def test_the_same_slip_costs_the_same_inside_a_function(graded: Grade, question: str, mistake: str) -> None:
    report = graded(inside(written(instead={question: MISTAKEN[question, mistake]})))
    assert (row(report), report.score) == (blamed(question, mistake), 8.0)


def test_where_an_answer_shows_nothing_after_a_slip_it_is_not_carried_inside_a_function(graded: Grade) -> None:
    """The sum of the squares drives the sigmoid to 1 everywhere: `nn_output = 1.0` would do as well."""
    slipped = {"h": MISTAKEN["h", "inputs_twice"]}
    assert row(graded(inside(written(instead=slipped)))).split()[:2] == ["mistake:inputs_twice", "hardcoded"]
    assert row(graded(written(instead=slipped))) == blamed("h", "inputs_twice")


def test_two_slips_inside_a_function_cost_two(graded: Grade) -> None:
    slips = {("error", "sign_reversed"), ("del_w", "learnrate_forgotten")}
    report = graded(inside(written(instead={question: MISTAKEN[question, mistake] for question, mistake in slips})))
    assert row(report) == "correct correct mistake:sign_reversed carried mistake:learnrate_forgotten"


def test_what_no_formula_explains_inside_a_function_is_not_carried(graded: Grade) -> None:
    report = graded(inside(written(instead={"nn_output": "sigmoid({h}) ** 3", "del_w": "learnrate * {error_term} * x"})))
    assert row(report) == "correct wrong wrong wrong wrong"


SAME_NUMBER = {  # in one line these are one and the same: the first broken link is told
    "sign_turned": ("error", "sign_reversed"),
    "minus_step": ("error", "sign_reversed"),
    "error_for_error_term": ("error_term", "slope_forgotten"),
    "learnrate_already_in": ("del_w", "learnrate_twice"),
}
ONE_LINE = [(question, mistake) for question, mistake in MISTAKEN if mistake != "inputs_already_in"]  # needs a name, says its author


@pytest.mark.parametrize(("question", "mistake"), ONE_LINE, ids=[mistake for _, mistake in ONE_LINE])
def test_the_same_slip_costs_the_same_in_one_line(graded: Grade, question: str, mistake: str) -> None:
    report = graded(written(["del_w"], {question: MISTAKEN[question, mistake]}))
    assert (row(report), report.score) == (blamed(*SAME_NUMBER.get(mistake, (question, mistake))), 8.0)


NAMINGS = [subset for count in range(1, 4) for subset in combinations(list(LINES)[:4], count)]
SLIPS = [("h", "inputs_summed"), ("error", "sign_reversed"), ("error_term", "slope_at_output"), None]


@pytest.mark.parametrize("named", NAMINGS, ids="+".join)
def test_which_intermediates_have_names_changes_nothing(graded: Grade, named: tuple[str, ...]) -> None:
    for slip in SLIPS:
        report = graded(written([*named, "del_w"], {slip[0]: MISTAKEN[slip]} if slip else {}))
        assert row(report) == (blamed(*slip) if slip else RIGHT), slip


PARTLY: dict[str, Row] = {
    "stub": ("".join(f"{name} = None\n" for name in LINES), "unattempted unattempted unattempted unattempted unattempted", 0),
    "nothing": ("", "missing missing missing missing missing", 0),
    "h-only": (H, "correct missing missing missing missing", 2),
    "output-only": ("nn_output = sigmoid(np.dot(x, w))\n", "correct correct missing missing missing", 4),
    "two-right-and-the-rest-blank": (
        H + N + "error = None\nerror_term = None\ndel_w = None\n",
        "correct correct unattempted unattempted unattempted",
        4,
    ),
    "h-blank-and-used": ("h = None\n" + BELOW_H, "unattempted" + CARRIED_BELOW_H, 8),
    "h-missing-and-used": (BELOW_H, "missing" + CARRIED_BELOW_H, 8),
    "error-term-blank-and-used": (H + N + E + "error_term = None\n" + D, "correct correct correct unattempted carried", 8),
    "last-one-under-another-name": (H + N + E + T + "dw = learnrate * error_term * x\n", "correct correct correct correct missing", 8),
    "last-one-blank": (H + N + E + T + "del_w = None\n", "correct correct correct correct unattempted", 8),
    "other-names-and-one-slip": (
        "z = np.sum(x)\na = sigmoid(z)\ne = y - a\nd = e * a * (1 - a)\ndel_w = learnrate * d * x\n",
        "mistake:inputs_summed" + CARRIED_BELOW_H,
        8,
    ),
    "h-blank-and-a-slip-later": (
        "h = None\nnn_output = sigmoid(np.dot(x, w))\nerror = nn_output - y\n" + T + D,
        "correct correct mistake:sign_reversed carried carried",
        8,
    ),
    "two-slips-without-names": (
        "n = sigmoid(np.sum(x))\ndel_w = learnrate * (n - y) * n * (1 - n) * x\n",
        "missing missing missing missing wrong",
        0,
    ),
    "an-unknown-slip-in-one-line": (
        "n = sigmoid(np.dot(x, w) + 1)\ndel_w = learnrate * (y - n) * n * (1 - n) * x\n",
        "missing missing missing missing wrong",
        0,
    ),
}
SLIPPED: dict[str, Row] = {
    "two-slips": (
        "h = np.sum(x)\n" + N + "error = nn_output - y\n" + T + D,
        "mistake:inputs_summed carried mistake:sign_reversed carried carried",
        6,
    ),
    "a-slip-before-a-convention-that-is-held-to-the-end": (
        "h = np.sum(x)\n" + N + "error = nn_output - y\n" + T + "del_w = -learnrate * error_term * x\n",
        "mistake:inputs_summed carried mistake:sign_reversed carried carried",
        7,
    ),
    "a-sign-in-an-unnamed-error-without-a-minus-later": (
        "h = np.dot(x, w)\n" + N + "error_term = (nn_output - y) * nn_output * (1 - nn_output)\n" + D,
        "correct correct mistake:sign_reversed carried carried",
        8,
    ),
    "first-and-last": (
        "h = np.sum(x)\n" + N + E + T + "del_w = error_term * x\n",
        "mistake:inputs_summed carried carried carried mistake:learnrate_forgotten",
        6,
    ),
    "two-next-to-each-other": (
        H + N + "error = nn_output - y\nerror_term = error\n" + D,
        "correct correct mistake:sign_reversed mistake:slope_forgotten carried",
        6,
    ),
    "three-slips": (
        "h = x * w\n" + N + "error = nn_output - y\n" + T + "del_w = error_term * x\n",
        "mistake:products_not_summed carried mistake:sign_reversed carried mistake:learnrate_forgotten",
        4,
    ),
    "five-slips": (
        "h = np.sum(x)\nnn_output = h\nerror = nn_output - y\nerror_term = error\ndel_w = error_term * x\n",
        "mistake:inputs_summed mistake:linear_output mistake:sign_reversed mistake:slope_forgotten mistake:learnrate_forgotten",
        0,
    ),
    "an-unknown-slip": ("h = np.dot(x, w) + 1\n" + BELOW_H, "wrong" + CARRIED_BELOW_H, 8),
    "an-unknown-slip-later": (
        H + N + E + "error_term = error * nn_output * (2 - nn_output)\n" + D,
        "correct correct correct wrong carried",
        8,
    ),
    "a-slip-that-nothing-hangs-on": (
        "h = np.sum(x)\nnn_output = sigmoid(np.dot(x, w))\n" + E + T + D,
        "mistake:inputs_summed correct correct correct correct",
        8,
    ),
    "a-slip-left-out-of-the-last-line": (
        H + N + E + "error_term = error * sigmoid_prime(nn_output)\ndel_w = learnrate * error * sigmoid_prime(h) * x\n",
        "correct correct correct mistake:slope_at_output correct",
        8,
    ),
    "the-given-function-mended-for-the-worse": (
        "def sigmoid(z):\n    return 1 / (1 + np.exp(z))\n" + ALL,
        "correct mistake:curve_mirrored carried carried carried",
        8,
    ),
    "answers-swapped": (
        "h = sigmoid(np.dot(x, w))\nnn_output = np.dot(x, w)\n" + E + T + D,
        "mistake:squashed_already mistake:linear_output carried carried carried",
        6,
    ),
    "output-is-h-by-another-name": (
        H + "out = h\nnn_output = out\nerror = y - out\nerror_term = error * sigmoid_prime(h)\n" + D,
        "correct mistake:linear_output carried carried carried",
        8,
    ),
    "inside-a-with": (
        "with np.errstate(all='ignore'):\n    h = np.sum(x)\n" + "".join(f"    {line}\n" for line in BELOW_H.splitlines()),
        "mistake:inputs_summed" + CARRIED_BELOW_H,
        8,
    ),
}
CONSISTENT: dict[str, Row] = {
    "minus-at-both-ends": (
        H + N + "error = nn_output - y\n" + T + "del_w = -learnrate * error_term * x\n",
        "correct correct mistake:sign_reversed carried correct",
        9,
    ),
    "minus-at-both-ends-without-a-name": (
        H + N + "error_term = (nn_output - y) * nn_output * (1 - nn_output)\ndel_w = -learnrate * error_term * x\n",
        "correct correct mistake:sign_reversed carried correct",
        9,
    ),
    "minus-in-the-next-line": (
        H + N + "error = nn_output - y\nerror_term = -error * nn_output * (1 - nn_output)\n" + D,
        "correct correct mistake:sign_reversed correct correct",
        9,
    ),
    "learning-rate-a-line-too-early": (
        H + N + E + "error_term = learnrate * error * sigmoid_prime(h)\ndel_w = error_term * x\n",
        "correct correct correct mistake:learnrate_already_in correct",
        9,
    ),
    "inputs-a-line-too-early": (
        H + N + E + "error_term = error * sigmoid_prime(h) * x\ndel_w = learnrate * error_term\n",
        "correct correct correct mistake:inputs_already_in correct",
        9,
    ),
    "minus-at-one-end": (
        H + N + "error = nn_output - y\n" + T + D,
        "correct correct mistake:sign_reversed carried carried",
        8,
    ),
    "another-mistake-is-not-redeemed": (
        H + N + "error = 0.5 * (y - nn_output)\nerror_term = 2 * error * sigmoid_prime(h)\n" + D,
        "correct correct mistake:halved correct correct",
        8,
    ),
}
RAISED: dict[str, Row] = {
    "first-line": ("h = np.dot(x, weights)\n" + BELOW_H, "failed" + CARRIED_BELOW_H, 8),
    "middle-line": (H + N + "error = y - nn_out\n" + T + D, "correct correct failed carried carried", 8),
    "last-line": (H + N + E + T + "del_w = learnrate * error_term * z\n", "correct correct correct correct failed", 8),
    "without-end": ("h = (lambda f: f(f))(lambda f: f(f))\n" + BELOW_H, "failed" + CARRIED_BELOW_H, 8),
    "an-endless-answer": (
        H + N + E + "while True: error_term = error\ndel_w = learnrate * error * sigmoid_prime(h) * x\n",
        "correct correct correct failed correct",
        8,
    ),
    "on-hidden-inputs-only": ("if y in (0.5, 0.2): h = np.dot(x, w)\nelse: h = undefined\n" + BELOW_H, "failed" + CARRIED_BELOW_H, 8),
    "not-python": ("h = np.dot(x, w\n" + BELOW_H, "failed failed failed failed failed", 0),
    "ends-before-the-end": (ALL + "import os\nos._exit(0)\n", "failed failed failed failed failed", 0),
    "ends-before-it-begins": ("import os\nos._exit(0)\n" + ALL, "failed failed failed failed failed", 0),
}
TYPED: dict[str, Row] = {
    "h": ("h = 0.8\n" + BELOW_H, "hardcoded" + CARRIED_BELOW_H, 8),
    "output": (H + "nn_output = 0.6899744811276125\n" + E + T + D, "correct hardcoded carried carried carried", 8),
    "last": (
        H + N + E + T + "del_w = np.array([-0.02031869, -0.04063738, -0.06095608, -0.08127477])\n",
        "correct correct correct correct hardcoded",
        8,
    ),
    "everything": (
        "h = 0.8\nnn_output = 0.6899744811276125\nerror = -0.1899744811276125\nerror_term = -0.040637383\n"
        "del_w = [-0.02031869, -0.04063738, -0.06095608, -0.08127477]\n",
        "hardcoded hardcoded hardcoded hardcoded hardcoded",
        0,
    ),
    "with-a-little-dust": ("h = 0.8 + 1e-9 * x[0]\n" + BELOW_H, "hardcoded" + CARRIED_BELOW_H, 8),
    "sum-of-typed-numbers": ("h = 1 * 0.5 + 2 * -0.5 + 3 * 0.3 + 4 * 0.1\n" + BELOW_H, "hardcoded" + CARRIED_BELOW_H, 8),
    "nought": ("h = 0\n" + BELOW_H, "hardcoded" + CARRIED_BELOW_H, 8),
}
TRICKS: dict[str, Row] = {
    "answers-so-small-that-errors-vanish": (
        "h = x[0]\nnn_output = 1e-20 * x[0]\nerror = y\nerror_term = 1e-20 * x[0] * y\ndel_w = x * 0 + 1e-30 * x[0]\n",
        "wrong hardcoded wrong hardcoded hardcoded",
        0,
    ),
    "differences-below-the-tolerance": (
        "h = 1.0 * x[0]\nnn_output = y + 1e-14 * x[0]\nerror = 1e-14 * x[1]\nerror_term = 1e-14 * x[0]\ndel_w = 1e-14 * x\n",
        "wrong wrong hardcoded hardcoded hardcoded",
        0,
    ),
    "half-of-the-target": (
        "h = x[0]\nnn_output = y / 2\nerror = y / 2\nerror_term = x[0]\ndel_w = x * 0 + x[0]\n",
        "wrong wrong wrong wrong wrong",
        0,
    ),
    "everything-after-is-nought": (
        H + N + "error = 1e-200 * x[0]\nerror_term = 1e-201 * x[1]\ndel_w = 1e-202 * x\n",
        "correct correct hardcoded hardcoded hardcoded",
        4,
    ),
    "error-term-that-cancels": (
        H + N + E + "error_term = 1 / learnrate\ndel_w = 1.0 * x\n",
        "correct correct correct wrong wrong",
        6,
    ),
    "error-term-that-cancels-by-entry": (
        H + N + E + "error_term = 1 / (learnrate * x + 1e-300)\ndel_w = np.ones(4)\n",
        "correct correct correct wrong hardcoded",
        6,
    ),
    "typed-and-counted": (
        "import builtins\nbuiltins.c = getattr(builtins, 'c', 0) + 1\nh = 0.8 + 1e-9 * builtins.c\n" + BELOW_H,
        "hardcoded" + CARRIED_BELOW_H,
        8,
    ),
    "typed-with-jitter-down-the-chain": (
        "h = 0.8 + 1e-9 * x[0]\nnn_output = 0.6899744811276125 + 1e-12 * x[0]\n" + E + "error_term = 0\ndel_w = 0 * x\n",
        "hardcoded hardcoded carried hardcoded hardcoded",
        2,
    ),
    "a-saturated-output": (
        "h = 1e4 * (x[0] + 0.5)\nnn_output = float(x[0] >= 0)\n" + E + "error_term = 1e-30 * x[1]\ndel_w = 1e-30 * x\n",
        "wrong wrong carried hardcoded hardcoded",
        2,
    ),
    "not-a-number-all-along": (
        "h = float('nan')\nnn_output = h\nerror = h\nerror_term = h\ndel_w = h * x\n",
        "wrong mistake:linear_output wrong wrong wrong",
        0,
    ),
    "the-inputs-handed-back": (
        "h = x[0]\nnn_output = x[1]\nerror = x[2]\nerror_term = x[3]\ndel_w = x * w\n",
        "wrong wrong wrong wrong wrong",
        0,
    ),
    "what-was-mended-handed-on": (
        "nn_output = globals().get('nn_output')\nerror = nn_output\nerror_term = globals().get('error')\ndel_w = error_term\n",
        "missing unattempted unattempted unattempted unattempted",
        0,
    ),
    "answers-kept-for-the-next-run": (
        "import builtins\nkept = builtins.__dict__.setdefault('kept', [])\nkept.append(dict(globals()))\n"
        "nn_output = kept[0].get('nn_output', 0.3)\nerror = kept[0].get('error', 0.1)\n",
        "missing hardcoded hardcoded missing missing",
        0,
    ),
    "an-answer-that-changes-when-others-are-mended": (
        "h = np.sum(x)\nnn_output = 7.0 if 'error' in globals() else sigmoid(h)\nerror = nn_output - y\n" + T + D,
        "mistake:inputs_summed carried mistake:sign_reversed carried carried",
        6,
    ),
    "a-table-of-both-examples": (
        "if y == 0.5:\n    h = 0.8\nelif y == 0.2:\n    h = -0.9\nelse:\n    h = np.sum(x)\n" + BELOW_H,
        "wrong" + CARRIED_BELOW_H,
        8,
    ),
    "rounded": ("h = np.round(np.dot(x, w), 3)\n" + BELOW_H, "wrong" + CARRIED_BELOW_H, 8),
}


def cases_of(*tables: dict[str, Row]) -> list[object]:
    return [pytest.param(*one, id=name) for table in tables for name, one in table.items()]


@pytest.mark.parametrize(("text", "expected", "score"), cases_of(PARTLY, SLIPPED, CONSISTENT))
def test_what_is_right_in_itself_counts(graded: Grade, text: str, expected: str, score: float) -> None:
    report = graded(TOP + text)
    assert (row(report), report.score) == (expected, score)


@pytest.mark.parametrize(("text", "expected", "score"), cases_of(RAISED))
def test_what_stopped_has_failed_and_the_rest_counts(graded: Grade, text: str, expected: str, score: float) -> None:
    report = graded(TOP + text)
    assert (row(report), report.score) == (expected, score)


@pytest.mark.parametrize(("text", "expected", "score"), cases_of(TYPED))
def test_a_value_written_as_a_number_earns_nothing(graded: Grade, text: str, expected: str, score: float) -> None:
    report = graded(TOP + text)
    assert (row(report), report.score) == (expected, score)


@pytest.mark.parametrize(("text", "expected", "score"), cases_of(TRICKS))
def test_a_trick_earns_what_is_truly_right_and_nothing_more(graded: Grade, text: str, expected: str, score: float) -> None:
    report = graded(TOP + text)
    assert (row(report), report.score) == (expected, score)


SAID = {
    "text": ("h = str(np.dot(x, w))\n", "The value is text; a number or an array of numbers is expected."),
    "function": ("h = np.dot\n", "The value is a function;"),
    "complex": ("h = np.dot(x, w) + 0j\n", "The value is a complex number;"),
    "truth-value": ("h = np.dot(x, w) > 0\n", "The value is a truth value;"),
    "dict": ("h = {'h': np.dot(x, w)}\n", "The value is a dict;"),
    "none-in-a-list": ("h = [np.dot(x, w), None]\n", "The value is a list with a None in it;"),
    "not-finite": ("h = float('nan')\n", "With some inputs the value is not a finite number."),
    "infinite": ("h = np.inf\n", "With some inputs the value is not a finite number."),
    "not-finite-at-times": ("h = np.dot(x, w) if y in (0.5, 0.2) else np.nan\n", "With some inputs the value is not a finite number."),
    "missing-at-times": ("h = np.dot(x, w) if y in (0.5, 0.2) else None\n", "With some inputs there is no value."),
    "wrong-shape": ("h = [np.dot(x, w), 0.0]\n", "The value has shape (2,); expected is a single number."),
    "random": ("h = np.random.default_rng().random()\n", "The value changes between runs on the same inputs."),
    "clock": ("import time\nh = time.perf_counter() * x[0]\n", "The value changes between runs on the same inputs."),
    "examples-only": ("h = np.dot(x, w) + (y not in (0.5, 0.2))\n", "It matches the examples; with other inputs it differs."),
    "first-example-only": ("h = np.dot(x, w) + (y != 0.5)\n", "Not right yet: it differs from the expected value."),
    "typed": ("h = 0.8\n", "The value does not depend on the inputs: with other inputs it stays the same."),
    "wrong": ("h = np.dot(x, w) + y\n", "Not right yet: it differs from the expected value."),
    "raised": ("h = x / nonesuch\n", "Line 16 stopped with a NameError: a name that is not defined."),
    "blank": ("h = None\n", "The placeholder is still there."),
    "missing": ("k = 1\n", "There is no such name at the top level of the file."),
}


@pytest.mark.parametrize(("text", "said"), SAID.values(), ids=SAID)
def test_what_was_seen_is_said(graded: Grade, text: str, said: str) -> None:
    assert graded(TOP + text + BELOW_H).questions[0].message.startswith(said)


SHAPES = {
    "column": ("(learnrate * error_term * x).reshape(4, 1)", "The value has shape (4, 1); expected is shape (4,)."),
    "row": ("(learnrate * error_term * x).reshape(1, 4)", "The value has shape (1, 4); expected is shape (4,)."),
    "table": ("np.outer(learnrate * error_term * x, w)", "The value has shape (4, 4); expected is shape (4,)."),
    "number": ("learnrate * error_term * x[0]", "The value is a single number; expected is shape (4,)."),
}


@pytest.mark.parametrize(("formula", "said"), SHAPES.values(), ids=SHAPES)
def test_a_wrong_shape_is_said(graded: Grade, formula: str, said: str) -> None:
    last = graded(TOP + H + N + E + T + f"del_w = {formula}\n").questions[-1]
    assert (last.verdict, last.message) == ("wrong", said)


def test_a_step_function_is_not_taken_for_a_typed_number(graded: Grade) -> None:
    """Few cases may fall on one side of a threshold: only a value that stays in every run is told to stay."""
    for salt in range(6):
        report = graded(TOP + f"h = np.sum(x) * 2 + {salt}\nnn_output = 1.0 if h > 0 else 0.0\n")
        assert report.questions[1].verdict == "wrong", salt


@pytest.mark.parametrize("huge", ["1.7e308", "-1.7e308", "5e-324"])
def test_numbers_at_the_end_of_the_scale_are_wrong_and_no_more(graded: Grade, huge: str) -> None:
    """The judge computes with what it is sent: nothing overflows, nothing warns."""
    report = graded(TOP + f"h = {huge} if x[0] > 0 else -{huge}\n" + "nn_output = [1e308, h]\nerror = h\ndel_w = np.full(4, h)\n")
    assert report.score == 0.0
