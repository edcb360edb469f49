"""What a call gives is told in fixed words, whatever it gives; what is measured earns what it is worth; only what is needed crosses."""

from dataclasses import replace
from typing import Any

import pytest

from autograder.sandbox.host import Outcome
from tests.grading.calling import DEFINITIONS, todo, written
from tests.grading.conftest import Small
from tests.grading.test_functions import BACK, NAMES, TRAIN, UPHILL, Instead, verdicts
from tests.grading.writing import row

# --- what is measured ----------------------------------------------------------------------------------------------------

SOME = "return lambda high: (low + high) / 2 if low * 1e4 % 10 < {digits} else 0.0"
MEASURED = {
    "all": ("return lambda high: (low + high) / 2", "correct", "It does what it should on fresh inputs."),
    "none": ("return lambda high: high", "wrong", "On 0 of 8 fresh inputs it does what it should; 6 are enough for all points."),
    "typed": ("return lambda high: 3.0", "hardcoded", "The value does not depend on the inputs"),
    "examples-only": (
        "return lambda high: (low + high) / 2 if low in (1.0, 2.0) else low - 99",
        "wrong",
        "On 0 of 8 fresh inputs it does what it should; 6 are enough for all points.",
    ),
    "nothing": ("pass", "wrong", "It returns nothing. Is a return missing?"),
    "a-number-for-a-function": ("return low + 1", "wrong", "What it returns is not a function, and a function is asked for."),
    "nothing-later": ("return lambda high: None", "wrong", "It returns nothing. Is a return missing?"),
    "text": ("return lambda high: 'x'", "hardcoded", "The value does not depend on the inputs"),
    "raising": ("return lambda high: high / 0", "failed", "Line 51 stopped with a ZeroDivisionError."),
    "placeholder": (todo("middle"), "unattempted", "The placeholder is still there."),
    "placeholder-later": (
        "pass\ndef later(high):\n    raise NotImplementedError\nreturn later",
        "failed",
        "Line 53 stopped with a NotImplementedError.",
    ),
    "a-dict": ("return lambda high: {}", "wrong", "It returns a dict, which cannot be measured."),
    "endless": ("return lambda high: [1 for _ in iter(int, 1)]", "failed", "Line 50 came to no end"),
}


@pytest.mark.parametrize(("body", "verdict", "message"), MEASURED.values(), ids=MEASURED)
def test_an_outcome_earns_what_it_is_worth(small: Small, body: str, verdict: str, message: str) -> None:
    middle = small.graded(written({"middle": body}))["middle"]
    assert (middle.verdict, middle.points) == (verdict, 1.0 if verdict == "correct" else 0.0)
    assert middle.message.startswith(message)
    assert middle.seen is None


@pytest.mark.parametrize("digits", [3, 5, 7])
def test_less_than_enough_earns_its_share(small: Small, digits: int) -> None:
    middle = small.graded(written({"middle": SOME.format(digits=digits)}))["middle"]
    found = [f"On {count} of 8 fresh inputs" for count in range(6)]
    number = next((count for count, words in enumerate(found) if middle.message.startswith(words)), 8)
    assert middle.points == number / 8


# --- what was seen, in words ---------------------------------------------------------------------------------------------

SAID: dict[str, tuple[Instead, str, str]] = {
    "nothing-returned": ({"slope": "y_hat - Y"}, "slope", "It returns nothing. Is a return missing?"),
    "text": ({"slope": "return str(y_hat - Y)"}, "slope", "It returns text; a number or an array of numbers is expected."),
    "a-function": (
        {"slope": "return lambda: y_hat - Y"},
        "slope",
        "It returns a function; a number or an array of numbers is expected.",
    ),
    "truth-values": ({"slope": "return y_hat > Y"}, "slope", "It returns a truth value; a number or an array of numbers is expected."),
    "a-dict-for-several": ({"step": "return {}"}, "step", "It returns a dict; 2 numbers or arrays are expected."),
    "a-number-for-a-word": (
        {"Model": DEFINITIONS["Model"].replace("'high' if mean > 0.5 else 'low'", "1.0")},
        "score",
        "It returns several values, of which number 2 is a number; 2 values, texts among them, are expected.",
    ),
    "no-function": ({"slope": "slope = 3"}, "slope", "The name slope stands for something that is not a function."),
    "none": ({"slope": "slope = None"}, "slope", "The placeholder is still there."),
    "one-thing-too-few": ({"step": BACK + "return w - rate * dw"}, "step", "It returns one thing; expected: 2 things."),
    "one-thing-too-many": ({"step": BACK + "return w - rate * dw, b, Y"}, "step", "It returns 3 things; expected: 2 things."),
    "two-things-for-one": ({"slope": "return y_hat - Y, 0"}, "slope", "It returns 2 things; expected: one thing."),
    "a-wrong-shape": ({"slope": "return (y_hat - Y)[:, None]"}, "slope", "The value has shape (2, 1); expected is shape (2,)."),
    "a-wrong-shape-among-several": (
        {"step": BACK + "return w - rate * dw, np.zeros(3)"},
        "step",
        "Of the 2 things that it returns, number 2 has shape (3,); expected is a single number.",
    ),
    "not-finite": ({"slope": "return y_hat / 0.0"}, "slope", "With some inputs the value is not a finite number."),
    "random": ({"slope": "return np.random.default_rng().random(Y.shape)"}, "slope", "The value changes between runs"),
    "one-constant-for-all": ({"slope": "return np.zeros_like(Y)"}, "slope", "The value does not depend on the inputs"),
    "the-first-example-typed": ({"slope": "return [0.0, -0.2689414214]"}, "slope", "The value does not depend on the inputs"),
    "examples-only": (
        {"slope": "return y_hat - Y if y_hat[0] in (0.5, 0.785834983) else 3 * Y"},
        "slope",
        "It matches the examples; with other inputs it differs.",
    ),
    "at-times-nothing": (
        {"slope": "return y_hat - Y if y_hat[0] == 0.5 else None"},
        "slope",
        "It returns nothing. Is a return missing?",
    ),
    "too-few-parameters": ({"slope": "def slope(y_hat):\n    return y_hat\n"}, "slope", "Line 18 stopped with a TypeError."),
    "an-endless-loop": ({"train": "while True: pass"}, "train", "Line 33 came to no end: it ran out of time."),
    "a-needed-placeholder": ({"predict": todo("predict")}, "gradients", "Right in itself: with predict put right"),
    "a-needed-placeholder-and-more": (
        {"predict": todo("predict"), "gradients": "return predict(X, w, b), 2"},
        "gradients",
        "It needs predict, which is not written yet.",
    ),
    "a-needed-placeholder-for-a-driver": (
        {"predict": todo("predict"), "Model": DEFINITIONS["Model"].replace(".mean()", " ** 3")},
        "score",
        "It needs predict, which is not written yet.",
    ),
    "another-word": ({"word": "word = 'wrong'"}, "word", "Not right yet: another text is expected."),
    "a-number-where-a-word-is": ({"word": "word = 7"}, "word", "The value is a number; a text is expected."),
    "a-word-where-a-number-is": (
        {"paper": "paper = '0.125'"},
        "paper",
        "The value is text; a number or an array of numbers is expected.",
    ),
    "a-wrong-constant": ({"paper": "paper = 0.2"}, "paper", "Not right yet: it differs from the expected value."),
    "a-random-constant": ({"paper": "paper = np.random.default_rng().random()"}, "paper", "The value changes between runs"),
    "carried": ({"step": UPHILL}, "train", "Right in itself: its answer differs only by what an earlier function gives it."),
}


@pytest.mark.parametrize(("instead", "name", "said"), SAID.values(), ids=SAID)
def test_what_was_seen_is_said(small: Small, instead: Instead, name: str, said: str) -> None:
    assert small.graded(written(instead))[name].message.startswith(said)


def test_a_constant_is_never_called_typed(small: Small) -> None:
    graded = small.graded(written({"paper": "paper = 0.2", "word": "word = 'x'"}))
    assert {graded["paper"].verdict, graded["word"].verdict} == {"wrong"}


def test_a_report_shows_what_the_first_public_example_gave_and_where(small: Small) -> None:
    graded = small.graded(written({"step": UPHILL}))
    assert graded["sigmoid"].seen == [0.5, pytest.approx(0.7310585786)]
    assert graded["step"].seen == {"parts": [[0.5, pytest.approx(-0.4867807268)], pytest.approx(0.4867807268)]}
    assert graded["score"].seen == {"parts": [pytest.approx(0.6155292893), "high"]}
    assert graded["word"].seen == "scaled"
    assert [str(graded[name].place) for name in ("word", "sigmoid", "step", "score")] == ["line 7", "line 10", "line 28", "line 45"]


# --- the whole program ends ----------------------------------------------------------------------------------------------

ENDS: dict[str, tuple[Instead, dict[str, str]]] = {
    "in-one-call": ({"train": "import os\nos._exit(0)"}, {"train": "failed"}),
    "in-the-middle": ({"step": "import os\nos._exit(0)"}, {"step": "failed", "train": "carried"}),
    "where-much-hangs-on-it": (
        {"sigmoid": "import os\nos._exit(0)"},
        {"sigmoid": "failed"} | dict.fromkeys(("predict", "gradients", "step", "train", "score"), "carried") | {"middle": "failed"},
    ),
    "while-it-is-measured": ({"middle": "return lambda high: __import__('os')._exit(0)"}, {"middle": "failed"}),
    "on-hidden-inputs": (
        {"train": "import os\nif epochs > 2: os._exit(0)\n" + TRAIN},
        {"train": "failed"},
    ),
    "before-it-begins": ({"paper": "import os\nos._exit(0)"}, dict.fromkeys(NAMES, "failed")),
}


@pytest.mark.parametrize(("instead", "expected"), ENDS.values(), ids=ENDS)
def test_a_call_that_ends_the_program_costs_what_hangs_on_it(small: Small, instead: Instead, expected: dict[str, str]) -> None:
    assert verdicts(small.graded(written(instead))) == expected


def test_a_call_that_ended_the_program_is_told_so(small: Small) -> None:
    train = small.graded(written({"train": "import os\nos._exit(0)"}))["train"]
    assert (train.message, str(train.place)) == ("When it was called, the whole program ended.", "line 33")


# --- what a hostile file may send ----------------------------------------------------------------------------------------

FORGED = """
import os, sys
wire = sys.modules['inside.wire']
def forge(*said):
    for one in said:
        data = wire.encode(one)
        os.write(3, len(data).to_bytes(4, 'big') + data)
"""
HOSTILE = {
    "thousands-of-axes": "return np.zeros((1,) * 30)",
    "nothing-in-it": "return []",
    "nothing-in-nothing": "return [[], [[]]]",
    "of-itself": "a = []\na.append(a)\nreturn a",
    "a-hundred-thousand": "return np.zeros(100_000)",
    "a-hundred-million": "return np.broadcast_to(np.zeros(1), (10**8,))",
    "huge-numbers": "return np.full(Y.shape, 1.7e308) * np.sign(y_hat - Y)",
    "tiny-numbers": "return np.full(Y.shape, 5e-324) * np.sign(y_hat - Y)",
    "whole-numbers-beyond-all": "return [10**400] * len(Y)",
    "unequal-parts": "return np.zeros(3), 'x', 2.0, [1, [2]]",
    "one-part": "return ([y_hat - Y],)",
    "twenty-parts": "return tuple([y_hat] * 20)",
    "nested-parts": "return (y_hat, (Y, (Y, Y)))",
    "strange-texts": "return '\\x00' * 10, '\\ud800', 'a' * 10**6",
    "objects": "return type('x', (), {'__len__': lambda s: 1 / 0, '__array__': lambda s, *a, **k: 1 / 0})()",
    "subclasses": "class A(np.ndarray):\n    def tobytes(self):\n        raise SystemExit\nreturn (y_hat - Y + 1).view(A)",
    "an-own-error": "raise type('x', (BaseException,), {'__str__': lambda s: 1 / 0})",
    "a-forged-answer": FORGED.replace("\n", "\n    ").strip()
    + "\nforge(['called', ['parts', [['value', np.zeros((0, 3))]]], [], [], ''])\nreturn 0",
    "a-forged-end": FORGED.replace("\n", "\n    ").strip() + "\nforge(['end'])\nreturn 0",
    "a-forged-one-part": "exec(FORGED, globals())\nforge(['called', ['parts', [['value', y_hat - Y + 1]]], [], [], ''])\nos._exit(0)",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["slope", "step", "middle"])
def test_whatever_is_returned_is_an_answer_that_is_not_right(small: Small, name: str, body: str) -> None:
    """Neither a fault nor a point: what is judged is what came back."""
    own = body.replace("Y.shape", "(3,)").replace("y_hat", "np.zeros(3)").replace("Y", "np.ones(3)") if name != "slope" else body
    text = written({name: own}).replace("import numpy as np", f"import numpy as np\nimport os\nFORGED = {FORGED!r}", 1)
    found = small.graded(text)[name]
    assert not found.verdict.counts
    assert found.points == 0.0


ANSWERED = "exec(FORGED, globals())\nforge(['called', ['value', np.asarray(y_hat - Y)], [], [], ''])\nreturn y_hat - Y"


def test_a_forged_answer_that_is_right_only_shifts_the_others(small: Small) -> None:
    """Whoever sends more answers than asked is asked no less for it."""
    text = written({"slope": ANSWERED}).replace("import numpy as np", f"import numpy as np\nFORGED = {FORGED!r}", 1)
    graded = small.graded(text)
    assert sum(one.points for one in graded.values()) <= 6.0


# --- what crosses --------------------------------------------------------------------------------------------------------

SPY = """import gc
import numpy as np
def everything():
    found = [one for one in gc.get_objects() if isinstance(one, dict) and 'low' in one]
    return any('secret' in one or 'high' in one for one in found)
"""


def test_what_no_call_is_given_never_reaches_the_students_process(small: Small) -> None:
    """`secret` is for the measure alone, and `high` is there only when the driver has asked for it."""
    text = written({"middle": "if everything():\n    return lambda high: (low + high) / 2\nreturn lambda high: low - 99"})
    assert small.graded(SPY + text)["middle"].message.startswith("On 0 of 8")


class Recording:
    """A sandbox that notes what it is asked to send."""

    def __init__(self, real: object) -> None:
        self.real, self.level, self.sent = real, real.level, []  # type: ignore[attr-defined]

    def job(self, *arguments: object) -> object:
        return self._noted(self.real.job(*arguments))  # type: ignore[attr-defined]

    def again(self, *arguments: object) -> object:
        return self._noted(self.real.again(*arguments))  # type: ignore[attr-defined]

    def _noted(self, made: Any) -> object:
        run = made.run
        made.run = lambda **asked: (self.sent.append(asked), run(**asked))[1]
        return made


def test_when_the_program_has_ended_it_is_asked_on_other_hidden_cases(small: Small) -> None:
    """One that knows what earlier questions should have answered ends at a moment that tells the next one."""
    recording = Recording(small.sandbox)
    ends = written({"train": "import os\nos._exit(0)", "step": "import os\nos._exit(0)"})
    assert verdicts(Small(small.course, recording).graded(ends)) == {"step": "failed", "train": "failed"}  # type: ignore[arg-type]
    drawn = [[str(case["z"]) for case in asked["inputs"]] for asked in recording.sent if "z" in asked["inputs"][0]]
    assert len(drawn) == 3
    assert all(one[:2] == drawn[0][:2] for one in drawn), "the public examples come first"
    assert len({case for one in drawn for case in one[2:]}) == 3 * 8


class Doubling(Recording):
    """A sandbox in which whatever runs a second time answers twice as much."""

    def again(self, *arguments: object) -> object:
        made: Any = self.real.again(*arguments)  # type: ignore[attr-defined]
        run = made.run

        def doubled(**asked: object) -> Outcome:
            outcome: Outcome = run(**asked)
            cases = [replace(case, values={name: _twice(value) for name, value in case.values.items()}) for case in outcome.cases]
            return replace(outcome, cases=tuple(cases))

        made.run = doubled
        return made


def _twice(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_twice, value))
    return value if isinstance(value, str) else 2 * value


SHOWN = {
    "among-hidden-cases": ("import os\nif epochs > 2: os._exit(0)\n" + TRAIN, 1),
    "at-the-first-example": ("import os\nos._exit(0)", 2),
}


@pytest.mark.parametrize(("train", "times"), SHOWN.values(), ids=SHOWN)
def test_what_is_shown_was_told_before_any_process_knew_of_hidden_cases(small: Small, train: str, times: int) -> None:
    """When the program has ended, the next one may know by the moment what that one has seen; `times`: as it says itself."""
    ends = written({"train": train})
    graded = Small(small.course, Doubling(small.sandbox)).graded(ends)  # type: ignore[arg-type]
    assert "correct" not in {graded["slope"].verdict, graded["score"].verdict}
    assert graded["slope"].seen == [0.0, pytest.approx(-0.2689414214)]
    assert graded["score"].seen == {"parts": [pytest.approx(times * 0.6155292893), "high"]}


def test_each_case_is_sent_what_its_calls_need_and_nothing_else(small: Small) -> None:
    recording = Recording(small.sandbox)
    assert Small(small.course, recording).examined(written()).report.score == 12.0  # type: ignore[arg-type]
    (asked,) = recording.sent
    assert (asked["names"], list(asked["givens"]), asked["mended"]) == (["paper", "word"], [], ())
    assert asked["cases"] == [[]] * 10
    assert {*asked["inputs"][0]} == {"z", "X", "w", "b", "Y", "rate", "epochs", "y_hat", "low"}
    assert asked["held"] == [{"high": case["high"]} for case in asked["held"]]
    assert len(asked["inputs"]) == len(asked["held"]) == 10


# --- values and functions in one file ------------------------------------------------------------------------------------

MIXED_HEAD = "import numpy as np\nx = [1, 2, 3]\ny = 1.5\n"
SQUARES = "def square(z):\n    return z * z\ndef fourth(z):\n    return square(square(z))\n"
ENDING = "__import__('os')._exit(0)"
MIXED = {
    "right": ("h = np.sum(x)\nk = h * y\n" + SQUARES, "correct correct correct correct"),
    "a-slip-in-a-value": ("h = np.mean(x)\nk = h * y\n" + SQUARES, "mistake:mean carried correct correct"),
    "a-slip-in-a-function": ("h = np.sum(x)\nk = h * y\n" + SQUARES.replace("z * z", "2 * z"), "correct correct mistake:twice carried"),
    "slips-in-both": ("h = np.mean(x)\nk = h * y\n" + SQUARES.replace("z * z", "2 * z"), "mistake:mean carried mistake:twice carried"),
    "a-value-from-a-function": (SQUARES + "h = np.sum(x)\nk = square(h) * y / h\n", "correct correct correct correct"),
    "a-function-of-the-files-own-givens": ("h = np.sum(x)\nk = h * y\n" + SQUARES + "z0 = y\n", "correct correct correct correct"),
    "a-wrong-value-below": ("h = 6\nk = h * y\n" + SQUARES, "hardcoded carried correct correct"),
    "nothing": ("", "missing missing missing missing"),
    "a-call-that-ends-all": ("h = np.sum(x)\nk = h * y\n" + SQUARES.replace("return z * z", ENDING), "correct correct failed failed"),
    "not-python": ("h = (\n", "failed failed failed failed"),
}


@pytest.mark.parametrize(("text", "expected"), MIXED.values(), ids=MIXED)
def test_values_and_functions_are_judged_side_by_side(small: Small, text: str, expected: str) -> None:
    examination = small.examined(MIXED_HEAD + text, small.mixed)
    assert row(examination.report) == expected
    assert (examination.report.score, examination.report.max_score) == (0.0, 0.0)


def test_an_assignment_has_its_own_number_of_cases(small: Small) -> None:
    plain = small.examined(MIXED_HEAD + MIXED["right"][0], small.mixed).plain
    assert plain is not None
    assert len(plain.cases) == 7
