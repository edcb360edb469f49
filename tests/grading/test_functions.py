"""A function is judged by what it gives; what follows from a wrong one counts where we know what is wrong with it.

The rows are the verdicts of paper, word, sigmoid, predict, slope, gradients, step, train, score and middle; see calling.py.
"""

from collections.abc import Mapping

import msgspec
import pytest

from autograder.course.secret import Secret
from autograder.grading.report import QuestionReport
from tests.grading.calling import DEFINITIONS, SIGNATURES, todo, written
from tests.grading.conftest import Small
from tests.grading.writing import row

Instead = Mapping[str, str | None]
Graded = dict[str, QuestionReport]

NAMES = ("paper", "word", "sigmoid", "predict", "slope", "gradients", "step", "train", "score", "middle")
ALONE: Instead = dict.fromkeys(DEFINITIONS)
BACK = "dw, db = gradients(X, w, b, Y)\n"
COSTS = "costs.append(np.mean((predict(X, w, b) - Y) ** 2) / 2)"
INLINED = """M, costs = X.shape[1], []
for _ in range(epochs):
    a = {output}
    costs.append(np.mean((a - Y) ** 2) / 2)
    dz = (a - Y) * a * (1 - a)
    w, b = w {sign} rate * X @ dz / M, b {sign} rate * dz.mean()
return w, b, costs"""
OUTPUT = "1 / (1 + np.exp(-(w @ X + b)))"
TRAIN = INLINED.format(output=OUTPUT, sign="-")
ONE_STEP = "a = 1 / (1 + np.exp(-(w @ X + b)))\ndz = (a - Y) * a * (1 - a)\n"
UPHILL = BACK + "return w + rate * dw, b + rate * db"
PUZZLING = BACK + "return w - rate * rate * dw, b - rate * db"
MIRRORED = "return 1 / (1 + np.exp(z))"
LATE = f"costs = []\nfor _ in range(epochs):\n    w, b = step(X, w, b, Y, rate)\n    {COSTS}\nreturn w, b, costs"
HALF = "a = predict(X, w, b)\ndz = slope(a, Y) * a * (1 - a)\nreturn X @ dz ** 3 / 7, dz.mean()"
IDLE = "costs = []\nfor _ in range(epochs):\n    step(X, w, b, Y, rate)\nreturn w + 1, b, costs"
PUT_RIGHT = "Right in itself: with {} put right, it gives what it should on fresh inputs."
TRANSPOSED = "a = predict(X, w, b)\ndz = slope(a, Y) * a * (1 - a)\nreturn X.T @ dz / X.shape[1], dz.mean()"


def verdicts(graded: Graded) -> dict[str, str]:
    """What is not simply correct, a mistake with its name."""
    found = {name: one.verdict + (f":{one.mistake}" if one.mistake else "") for name, one in graded.items()}
    return {name: verdict for name, verdict in found.items() if verdict != "correct"}


def carried(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "carried")


RIGHT: dict[str, Instead] = {
    "as-taught": {},
    "lists-for-arrays": {"slope": "return list(y_hat - Y)", "sigmoid": "return (1 / (1 + np.exp(-z))).tolist() if np.ndim(z) else 0"}
    | {"predict": "return np.array(sigmoid(w @ X + b))"},
    "a-list-of-what-is-returned": {"step": BACK + "return [w - rate * dw, b - rate * db]"},
    "a-tuple-for-an-array": {"slope": "return tuple((y_hat - Y).tolist())"},
    "an-array-for-a-number": {"gradients": DEFINITIONS["gradients"].replace("dz.mean()", "np.array([dz.mean()])")},
    "an-array-for-a-list": {"train": DEFINITIONS["train"].replace("w, b, costs\n", "w, b, np.array(costs)\n")},
    "by-another-name": {"sigmoid": "def f(z):\n    return 1 / (1 + np.exp(-z))\n\n\nsigmoid = f"},
    "as-a-lambda": {"sigmoid": "sigmoid = lambda z: 1 / (1 + np.exp(-z))"},
    "parameters-of-other-names": {"slope": "def slope(a, t):\n    return a - t\n"},
    "loops": {
        "slope": "return [y_hat[i] - Y[i] for i in range(len(Y))]",
        "predict": "return np.array([sigmoid(w @ x + b) for x in X.T])",
    },
    "each-by-itself": {"train": TRAIN, "step": ONE_STEP + "return w - rate * X @ dz / len(Y), b - rate * dz.mean()"},
    "written-twice": {"slope": "def slope(y_hat, Y):\n    return 0\n\n\ndef slope(y_hat, Y):\n    return y_hat - Y\n"},
    "noisy": {"slope": "print(y_hat, Y)\nreturn y_hat - Y"},
    "numbers-and-words-of-all-kinds": {"paper": "paper = np.float64(1) / 8", "word": "word = 'sca' 'led'"},
    "within-what-a-hand-can-do": {"paper": "paper = 0.1253"},
}


@pytest.mark.parametrize("instead", RIGHT.values(), ids=RIGHT)
def test_what_is_right_in_any_form_is_correct(small: Small, instead: Instead) -> None:
    report = small.examined(written(instead)).report
    assert (row(report), report.score) == (" ".join(["correct"] * len(NAMES)), 12.0)


def test_a_stub_is_not_attempted(small: Small) -> None:
    stub = {name: todo(name) for name in SIGNATURES if name != "Model"} | {"paper": "paper = None", "word": "word = None"}
    stub["Model"] = DEFINITIONS["Model"].partition("        mean")[0] + f"        {todo('score')}\n"
    report = small.examined(written(stub)).report
    assert (row(report), report.score) == (" ".join(["unattempted"] * len(NAMES)), 0.0)


def test_nothing_at_all_is_missing(small: Small) -> None:
    graded = small.graded("import numpy as np\n")
    assert {one.verdict for one in graded.values()} == {"missing"}
    assert graded["word"].message == "There is no such name at the top level of the file."
    assert graded["step"].message == "There is no step in the file."
    assert graded["score"].message == "There is no Model.score in the file."


# --- what carries, and what does not -------------------------------------------------------------------------------------

SLIPS: dict[str, tuple[Instead, dict[str, str], float]] = {
    "one-that-has-a-name": ({"step": UPHILL}, {"step": "mistake:uphill", "train": "carried"}, 10),
    "one-without-a-name": ({"step": PUZZLING}, {"step": "wrong", "train": "carried"}, 10),
    "one-without-a-name-that-makes-the-next-look-like-one-that-has": (
        {"gradients": DEFINITIONS["gradients"].replace("return X @ dz / X.shape[1], dz", "return -X @ dz / X.shape[1], -dz")},
        {"gradients": "wrong", **carried("step", "train")},
        10,
    ),
    "an-own-one-after-one-without-a-name": ({"step": PUZZLING, "train": LATE}, {"step": "wrong", "train": "mistake:costs_after"}, 9),
    "one-that-is-not-called": ({"step": UPHILL, "train": TRAIN}, {"step": "mistake:uphill"}, 10),
    "one-without-a-name-that-is-not-called": ({"step": PUZZLING, "train": TRAIN}, {"step": "wrong"}, 10),
    "the-same-slip-in-each-by-itself": (
        {"step": UPHILL, "train": INLINED.format(output=OUTPUT, sign="+")},
        {"step": "mistake:uphill", "train": "carried"},
        10,
    ),
    "at-the-very-beginning": (
        {"sigmoid": MIRRORED},
        {"sigmoid": "mistake:mirrored", **carried("predict", "gradients", "step", "train", "score")},
        11,
    ),
    "two-at-both-ends": (
        {"sigmoid": MIRRORED, "step": UPHILL},
        {"sigmoid": "mistake:mirrored", "step": "mistake:uphill", **carried("predict", "gradients", "train", "score")},
        9,
    ),
    "an-own-one-beside-a-carried-one": ({"step": UPHILL, "train": LATE}, {"step": "mistake:uphill", "train": "mistake:costs_after"}, 9),
    "three": (
        {"sigmoid": MIRRORED, "step": BACK + "return w - dw, b - db", "train": LATE},
        {
            "sigmoid": "mistake:mirrored",
            "step": "mistake:rate_forgotten",
            "train": "mistake:costs_after",
            **carried("predict", "gradients", "score"),
        },
        8,
    ),
    "one-put-right-on-the-way": (
        {"sigmoid": MIRRORED, "predict": "return 1 / (1 + np.exp(-(w @ X + b)))", "step": UPHILL},
        {"sigmoid": "mistake:mirrored", "step": "mistake:uphill", "train": "carried"},
        9,
    ),
    "one-put-right-on-one-of-two-ways": (
        {"sigmoid": MIRRORED, "gradients": ONE_STEP + "return X @ dz / X.shape[1], dz.mean()"},
        {"sigmoid": "mistake:mirrored", **carried("predict", "train", "score")},
        11,
    ),
    "an-own-one-with-one-put-right": (
        {"sigmoid": MIRRORED, "step": ONE_STEP + "return w + rate * X @ dz / len(Y), b + rate * dz.mean()", "train": LATE},
        {
            "sigmoid": "mistake:mirrored",
            "step": "mistake:uphill",
            "train": "mistake:costs_after",
            **carried("predict", "gradients", "score"),
        },
        8,
    ),
    "one-that-stops-where-sizes-differ": (
        {"gradients": TRANSPOSED},
        {"gradients": "mistake:transposed", **carried("step", "train")},
        10,
    ),
    "one-that-always-stops": (
        {"gradients": "raise ValueError"},
        {"gradients": "failed", "step": "carried", "train": "carried"},
        10,
    ),
    "one-that-stops-on-hidden-inputs-only": (
        {"slope": "return y_hat - Y if y_hat[0] in (0.5, 0.785834983) else [][0]"},
        {"slope": "failed", "gradients": "carried", "step": "carried", "train": "carried"},
        11,
    ),
    "one-that-a-driver-calls": (
        {"predict": "return sigmoid(w @ X)"},
        {"predict": "mistake:bias_missing", **carried("gradients", "step", "train", "score")},
        11,
    ),
    "a-drivers-own": (
        {"Model": DEFINITIONS["Model"].replace(".mean()", ".sum()")},
        {"score": "mistake:totalled"},
        11,
    ),
    "a-drivers-own-beside-a-carried-one": (
        {"predict": "return sigmoid(w @ X)", "Model": DEFINITIONS["Model"].replace(".mean()", ".sum()")},
        {"predict": "mistake:bias_missing", "score": "mistake:totalled", **carried("gradients", "step", "train")},
        10,
    ),
    "constants": (
        {"paper": "paper = 8", "word": "word = 'agrees'"},
        {"paper": "mistake:upside_down", "word": "mistake:taken_for_right"},
        10,
    ),
    "constants-without-a-name": ({"paper": "paper = 9", "word": "word = 'wrong'"}, {"paper": "wrong", "word": "wrong"}, 10),
}


@pytest.mark.parametrize(("instead", "expected", "score"), SLIPS.values(), ids=SLIPS)
def test_a_slip_costs_its_own_question_alone(small: Small, instead: Instead, expected: dict[str, str], score: float) -> None:
    report = small.examined(written(instead)).report
    assert (verdicts({one.id: one for one in report.questions}), report.score) == (expected, score)


@pytest.mark.parametrize("number", range(5))
def test_no_draw_of_cases_changes_a_verdict(small: Small, number: int) -> None:
    for name in ("three", "one-that-stops-where-sizes-differ", "one-put-right-on-one-of-two-ways", "an-own-one-beside-a-carried-one"):
        instead, expected, score = SLIPS[name]
        report = small.examined(written(instead), secret=Secret(bytes([number]) * 32)).report
        assert (verdicts({one.id: one for one in report.questions}), report.score) == (expected, score)


def test_what_hangs_on_a_slip_that_nobody_knows_is_told_so(small: Small) -> None:
    graded = small.graded(written({"step": PUZZLING, "train": IDLE}))
    assert graded["step"].message == "Not right yet: it differs from the expected value."
    assert graded["train"].message == (
        "It is built on step, which is not right yet, and in no way that we have seen before: "
        "what follows from it cannot be carried. Mend step first."
    )


NOWHERE = " With what {0} gives it now, nothing else can come of it. Mend {0} first."


def test_what_can_come_to_nothing_else_is_told_what_to_mend(small: Small) -> None:
    """It is not carried for that alone: whatever stops would be."""
    wrong = {"gradients": HALF, "step": "dw, db = gradients(X, w, b, Y)\nreturn w - rate ** 3 * dw, b"}
    stopped = small.graded(written({"slope": "return np.append(y_hat - Y, 0)", **wrong}))
    assert stopped["slope"].mistake == "one_too_many"
    for name in ("gradients", "step"):
        assert (stopped[name].verdict, stopped[name].points) == ("failed", 0)
        assert stopped[name].message == "Line 24 stopped with a ValueError." + NOWHERE.format("slope")
    endless = small.graded(written({"sigmoid": "return 1e200 / (1 + np.exp(-z))", **wrong}))
    assert (endless["sigmoid"].mistake, endless["predict"].verdict) == ("huge", "carried")
    assert (endless["gradients"].verdict, endless["gradients"].points) == ("wrong", 0)
    assert endless["gradients"].message == "The value is not a finite number." + NOWHERE.format("sigmoid")


def test_what_comes_to_nothing_is_right_where_it_is_so_with_the_slip_put_right(small: Small) -> None:
    for slip in ("return np.append(y_hat - Y, 0)", "return 1e200 * (y_hat - Y)"):
        graded = small.graded(written({"slope": slip}))
        for name in ("gradients", "step", "train"):
            assert (graded[name].verdict, graded[name].message) == ("carried", PUT_RIGHT.format("slope"))


def test_what_stops_where_something_can_come_of_it_is_not_excused(small: Small) -> None:
    graded = small.graded(written({"sigmoid": MIRRORED, "gradients": "raise ValueError", "train": "return np.inf * w, np.inf, []"}))
    assert "nothing else can come of it" not in graded["gradients"].message
    assert "Mend sigmoid" not in graded["train"].message


# --- what comes first ----------------------------------------------------------------------------------------------------

PRINTED = "print(sigmoid(w @ X + b))"


def test_what_stops_is_told_where_and_what_comes_first(small: Small) -> None:
    stopped = small.graded(written({"gradients": "raise ValueError", "step": BACK + "return w, b - db", "train": IDLE}))
    assert stopped["gradients"].message == "Line 23 stopped with a ValueError."
    for name in ("step", "train"):
        assert stopped[name].message == (
            "Line 23 stopped with a ValueError. It is built on gradients, which stops with an error. Mend gradients first."
        )
    known = small.graded(written({"sigmoid": MIRRORED, "gradients": "raise ValueError", "step": BACK + "return w, b - db"}))
    assert known["gradients"].message == (
        "Line 23 stopped with a ValueError. It is built on sigmoid, which is not right yet. Mend sigmoid first."
    )
    assert known["step"].message.endswith("It is built on gradients, which stops with an error. Mend gradients first.")
    ended = small.graded(written({"slope": "import os\nos._exit(0)", "gradients": HALF}))
    assert ended["slope"].message == "When it was called, the whole program ended."
    assert ended["gradients"].message == (
        "When it was called, the whole program ended. It is built on slope, which does not come to its end. Mend slope first."
    )


def test_what_is_made_of_nothing_is_told_what_returns_nothing(small: Small) -> None:
    model = DEFINITIONS["Model"].replace(".mean()", "").replace(" > 0.5", "")
    graded = small.graded(written({"predict": PRINTED, "gradients": HALF, "Model": model}))
    first = "It is built on predict, which returns nothing. Mend predict first."
    assert graded["predict"].message == "It returns nothing. Is a return missing?"
    assert graded["score"].message == first
    assert graded["gradients"].message == f"Line 19 stopped with a TypeError. {first}"


def test_who_returns_nothing_beside_another_reads_of_both(small: Small) -> None:
    graded = small.graded(written({"predict": PRINTED, "gradients": "predict(X, w, b)", "sigmoid": MIRRORED}))
    assert graded["predict"].message == "It returns nothing. Is a return missing?"
    assert graded["gradients"].message == (
        "It returns nothing. Is a return missing? It is built on predict, which returns nothing. Mend predict first."
    )


def test_a_report_names_what_comes_first(small: Small) -> None:
    instead = {"slope": todo("slope"), "sigmoid": MIRRORED, "gradients": HALF, "step": PUZZLING, "train": IDLE}
    report = small.examined(written(instead)).report
    behind = {one.id: one.behind for one in report.questions if one.behind}
    assert behind == dict.fromkeys(("gradients", "step", "train"), "slope")
    assert "behind" not in msgspec.json.decode(msgspec.json.encode(report.questions[0]))


def test_what_is_rounded_off_and_right_costs_nothing_where_it_adds_up(small: Small) -> None:
    report = small.examined(written({"sigmoid": "return np.float32(1 / (1 + np.exp(-z)))"})).report
    graded = {one.id: one for one in report.questions}
    assert (graded["sigmoid"].verdict, report.score) == ("correct", 12)
    assert graded["gradients"].message.startswith("Right in itself: what earlier functions round off, and what counts as right there")
    own = {**DEFINITIONS, "gradients": DEFINITIONS["gradients"].replace("dz.mean()", "dz.mean() * (1 + 3e-6)")}
    assert small.graded(written(own))["gradients"].message.startswith("Nearly right")


# --- what is not written as a function of its own ------------------------------------------------------------------------

UNWRITTEN: dict[str, tuple[Instead, dict[str, str], float]] = {
    "all-in-the-last": ({**ALONE, "train": TRAIN}, dict.fromkeys(("score", "middle"), "missing"), 10),
    "all-in-the-last-with-placeholders": (
        {**{name: todo(name) for name in SIGNATURES if name not in ("Model", "middle")}, "train": TRAIN},
        {"predict": "unattempted", "score": "carried"},
        11,
    ),
    "a-slip-in-a-line-of-the-last": (
        {**ALONE, "train": TRAIN.replace("rate * ", "")},
        {"step": "mistake:rate_forgotten", "train": "carried", "score": "missing", "middle": "missing"},
        8,
    ),
    "a-slip-that-might-be-another's-is-the-first-one's": (
        {**ALONE, "train": INLINED.format(output=OUTPUT, sign="+")},
        {
            "slope": "mistake:sign_reversed",
            **carried("gradients", "step", "train"),
            **dict.fromkeys(("score", "middle"), "missing"),
        },
        9,
    ),
    "a-slip-in-the-first-line-of-the-last": (
        {**ALONE, "train": INLINED.format(output=OUTPUT.replace("-(w", "(w").replace("b)", "b)"), sign="-")},
        {
            "sigmoid": "mistake:mirrored",
            **carried("predict", "gradients", "step", "train"),
            **dict.fromkeys(("score", "middle"), "missing"),
        },
        9,
    ),
    "two-slips-in-one-line-are-no-known-one": (
        {**ALONE, "train": INLINED.format(output=OUTPUT.replace("-(w", "(w"), sign="+")},
        {**dict.fromkeys(NAMES[2:], "missing"), "train": "wrong"},
        2,
    ),
    "a-slip-that-leaves-some-of-it-out": (
        {**ALONE, "gradients": "a = 1 / (1 + np.exp(-(w @ X + b)))\nreturn X @ (a * (1 - a)) / len(Y), np.mean(a * (1 - a))"},
        {"gradients": "mistake:slope_left_out", **dict.fromkeys(("slope", "step", "train", "score", "middle"), "missing")},
        4,
    ),
    "what-is-written-and-wrong-vouches-for-nothing-below": (
        {
            "slope": None,
            "gradients": None,
            "step": ONE_STEP + "return w - rate * rate * X @ dz / len(Y), b",
            "train": TRAIN.replace("    costs.append(np.mean((a - Y) ** 2) / 2)\n", "").replace(
                "\nreturn", f"\n    costs.append(np.mean(({OUTPUT} - Y) ** 2) / 2)\nreturn"
            ),
        },
        {"slope": "missing", "gradients": "missing", "step": "wrong", "train": "mistake:costs_after"},
        6,
    ),
    "a-written-slip-below-an-unwritten-one": (
        {"sigmoid": MIRRORED, "predict": None, "Model": None}
        | {"gradients": "a = sigmoid(w @ X + b)\ndz = slope(a, Y) * a * (1 - a)\nreturn X @ dz / X.shape[1], dz.mean()"}
        | {"train": DEFINITIONS["train"].replace("predict(X, w, b)", "sigmoid(w @ X + b)")},
        {"sigmoid": "mistake:mirrored", **carried("predict", "gradients", "step", "train"), "score": "missing"},
        10,
    ),
}


@pytest.mark.parametrize(("instead", "expected", "score"), UNWRITTEN.values(), ids=UNWRITTEN)
def test_what_another_function_shows_needs_none_of_its_own(
    small: Small, instead: Instead, expected: dict[str, str], score: float
) -> None:
    report = small.examined(written(instead)).report
    assert (verdicts({one.id: one for one in report.questions}), report.score) == (expected, score)


def test_what_is_not_written_and_not_needed_is_told_so(small: Small) -> None:
    graded = small.graded(written({**ALONE, "train": TRAIN.replace("rate * ", "")}))
    assert graded["gradients"].message == "Not written as a function of its own, and not needed: what is built on it is right."
    assert graded["step"].message == "Not right yet, in a way that we have seen before, in train."
    assert graded["step"].place is not None
    assert graded["step"].place == graded["train"].place
    assert graded["train"].message == "Right but for the step in it."
    slipped = small.graded(written(UNWRITTEN["a-slip-in-the-first-line-of-the-last"][0]))
    assert slipped["step"].message.endswith("what is built on it is right but for an earlier slip.")


# --- conventions of one's own --------------------------------------------------------------------------------------------

CONSISTENT: dict[str, tuple[Instead, dict[str, str], float]] = {
    "a-sign-held-to-the-end": (
        {"slope": "return Y - y_hat", "step": UPHILL},
        {"slope": "mistake:sign_reversed", "gradients": "carried"},
        11.5,
    ),
    "a-sign-that-is-lost": (
        {"slope": "return Y - y_hat"},
        {"slope": "mistake:sign_reversed", **carried("gradients", "step", "train")},
        11,
    ),
    "a-sign-put-right-in-the-next": (
        {"slope": "return Y - y_hat", "gradients": DEFINITIONS["gradients"].replace("dz = slope", "dz = -slope")},
        {"slope": "mistake:sign_reversed"},
        11.5,
    ),
    "held-to-the-end-with-another-slip": (
        {"sigmoid": MIRRORED, "slope": "return Y - y_hat", "step": UPHILL},
        {"sigmoid": "mistake:mirrored", "slope": "mistake:sign_reversed", **carried("predict", "gradients", "step", "train", "score")},
        10.5,
    ),
    "held-to-the-end-by-a-step-with-a-slip": (
        {"slope": "return Y - y_hat", "step": BACK + "return w + dw, b + db"},
        {"slope": "mistake:sign_reversed", "gradients": "carried", "step": "mistake:rate_forgotten", "train": "carried"},
        9,
    ),
    "held-to-the-end-in-train-alone": (
        {"slope": "return Y - y_hat", "step": None, "train": INLINED.format(output=OUTPUT, sign="-")},
        {"slope": "mistake:sign_reversed", "gradients": "carried"},
        11.5,
    ),
    "another-mistake-is-not-redeemed": (
        {"slope": "return 2 * (y_hat - Y)", "step": BACK + "return w - rate * dw / 2, b - rate * db / 2"},
        {"slope": "mistake:doubled", "gradients": "carried"},
        11,
    ),
}


@pytest.mark.parametrize(("instead", "expected", "score"), CONSISTENT.values(), ids=CONSISTENT)
def test_a_convention_held_to_the_end_earns_its_part(small: Small, instead: Instead, expected: dict[str, str], score: float) -> None:
    report = small.examined(written(instead)).report
    assert (verdicts({one.id: one for one in report.questions}), report.score) == (expected, score)


# --- arguments that change -----------------------------------------------------------------------------------------------

IN_PLACE = BACK + "w -= rate * dw\nreturn w, b - rate * db"
CHANGED: dict[str, tuple[Instead, dict[str, str], float]] = {
    "one-whose-change-is-felt": (
        {"slope": "y_hat -= Y\nreturn y_hat"},
        {"slope": "mistake:arguments_changed", **carried("gradients", "step", "train")},
        11.5,
    ),
    "one-that-another-uses": ({"step": IN_PLACE}, {"step": "mistake:arguments_changed", "train": "carried"}, 11),
    "two-of-which-one-is-felt": (
        {"step": IN_PLACE, "slope": "y_hat -= Y\nreturn y_hat"},
        {"slope": "mistake:arguments_changed", "gradients": "carried", "step": "mistake:arguments_changed", "train": "carried"},
        10.5,
    ),
    "the-last-alone": (
        {"train": DEFINITIONS["train"].replace("return", "X *= 2\n    return")},
        {"train": "mistake:arguments_changed"},
        11.5,
    ),
    "with-a-carried-slip": (
        {"sigmoid": MIRRORED, "step": IN_PLACE},
        {"sigmoid": "mistake:mirrored", **carried("predict", "gradients", "train", "score"), "step": "mistake:arguments_changed"},
        10,
    ),
    "one-that-is-wrong-in-itself-and-that-another-uses": (
        {"step": IN_PLACE.replace("-", "+")},
        {"step": "mistake:uphill", "train": "carried"},
        10,
    ),
    "and-put-back": ({"slope": "y_hat -= Y\nd = y_hat.copy()\ny_hat += Y\nreturn d"}, {}, 12),
    "and-a-wrong-answer": (
        {"slope": "y_hat -= Y\nreturn 3 * y_hat"},
        {"slope": "wrong", **carried("gradients", "step", "train")},
        11,
    ),
}


@pytest.mark.parametrize(("instead", "expected", "score"), CHANGED.values(), ids=CHANGED)
def test_who_changes_the_arguments_earns_half_once(small: Small, instead: Instead, expected: dict[str, str], score: float) -> None:
    report = small.examined(written(instead)).report
    assert (verdicts({one.id: one for one in report.questions}), report.score) == (expected, score)


def test_an_argument_that_was_changed_is_told_by_its_name(small: Small) -> None:
    graded = small.graded(written({"step": IN_PLACE}))
    assert graded["step"].message == "What it returns is right, but it changes what it was called with: w."
    assert graded["step"].hint is not None
    assert graded["step"].hint.startswith("Whoever called still needs w unchanged.")
    assert graded["train"].message == (
        "What it returns is right. It changes what it was called with (w), as step does, which it is built on."
    )
    assert graded["train"].hint is None


def test_what_an_argument_that_was_changed_does_to_others_is_not_known(small: Small) -> None:
    graded = small.graded(written({"slope": "y_hat -= Y\nreturn y_hat", "gradients": HALF, "train": IDLE}))
    for name in ("gradients", "train"):
        assert graded[name].message == (
            "It is built on slope, which changes y_hat: what is computed after that starts from other numbers. Mend slope first."
        )


def test_an_argument_that_the_students_file_calls_otherwise_is_not_named(small: Small) -> None:
    graded = small.graded(written({"slope": "def slope(a, t):\n    a -= t\n    return a\n", "gradients": HALF}))
    assert graded["slope"].message == "What it returns is right, but it changes what it was called with."
    assert graded["slope"].hint is not None
    assert graded["slope"].hint.startswith("Whoever called still needs what it handed over unchanged.")
    assert graded["gradients"].message.startswith("It is built on slope, which changes what it was called with: ")


TOO = " It also changes y_hat, which whoever called still needs."


def test_who_is_not_right_and_changes_an_argument_is_told_both(small: Small) -> None:
    graded = small.graded(written({"slope": "y_hat -= Y\nreturn 3 * y_hat", "gradients": HALF}))
    assert graded["slope"].message == "Not right yet: it differs from the expected value." + TOO
    assert graded["gradients"].message.startswith("It is built on slope, which is not right yet")
    named = small.graded(written({"slope": "y_hat -= Y\ny_hat *= -1\nreturn y_hat"}))
    assert named["slope"].mistake == "sign_reversed"
    assert named["slope"].message == "Not right yet, in a way that we have seen before." + TOO
