"""A student's functions are called as the author means it, and what came of a call is told: in this process, as `descent check` runs.

Limits, and what a hostile function may try, are tested where they are set, in test_functions.py.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder.sandbox.inside.bounds import keeping_state
from autograder.sandbox.inside.calls import BrokenDriver, Call, Called, call_live, fresh_names
from autograder.sandbox.inside.runner import Runner, extract, quiet

STEP = Call("step", ("w", "rate"))
W, RATE = np.array([0.5, -2.0, 0.0]), 0.25
INPUTS: dict[str, Any] = {"w": W, "rate": RATE, "n": 3, "name": "sum", "whole": np.array([1, 0]), "f4": np.array([1.5], np.float32)}


@pytest.fixture(autouse=True)
def state() -> Iterator[None]:
    """NumPy's error state and both generators are set for the student: put ours back."""
    with keeping_state():
        yield


def made(text: str, *calls: Call, driver: str = "", kind: str = "py", **options: Any) -> dict[str, Called]:
    runner = Runner(extract(text.encode(), kind), [], [], calls=calls or [STEP], driver=driver)
    with quiet():
        return runner.run({}, {}, {**INPUTS, **options.pop("inputs", {})}, options.pop("held", {})).called


def one(text: str, call: Call = STEP, **options: Any) -> Called:
    return made(text, call, **options)[call.question]


def value(called: Called) -> Any:
    assert called.raised is None, called.raised
    assert called.answer[0] == "value", called.answer
    return called.answer[1].tolist()


# --- what must not happen ------------------------------------------------------------------------------------------------


def test_a_function_that_changes_its_arguments_reaches_no_other_call() -> None:
    text = "def step(w, rate):\n    w *= rate\n    return w\ndef again(w):\n    return w\n"
    called = made(text, STEP, Call("again", ("w",)), STEP)
    assert value(called["step"]) == (W * RATE).tolist()
    assert value(called["again"]) == W.tolist()
    assert (called["step"].changed, called["again"].changed) == (("w",), ())
    assert W.tolist() == [0.5, -2.0, 0.0]


def test_the_work_put_off_is_no_answer() -> None:
    called = one('def step(w, rate):\n    """A docstring."""\n    raise NotImplementedError("TODO: step")\n')
    assert called == Called(["none"])


@pytest.mark.parametrize(
    "text", ["def step(w, rate):\n    pass\n", "def step(w, rate):\n    print(w)\n", "def step(w, rate):\n    return None\n"]
)
def test_a_function_that_returns_nothing_is_told_so_and_is_no_placeholder(text: str) -> None:
    assert one(text).answer == ["odd", "nothing"]


def test_a_placeholder_in_another_function_is_not_this_ones() -> None:
    text = "def slope(w):\n    raise NotImplementedError\n\ndef step(w, rate):\n    return rate * slope(w)\n"
    called = made(text, Call("slope", ("w",)), STEP)["step"]
    assert called.answer == ["absent"]
    assert called.waits == "slope"
    assert called.raised is not None
    assert (called.raised.line, called.raised.error, called.raised.binds) == (2, "NotImplementedError", {"step"})


@pytest.mark.parametrize(
    "text",
    [
        "def helper():\n    raise NotImplementedError\ndef step(w, rate):\n    return helper()\n",
        "class Abstract:\n    def step(self):\n        raise NotImplementedError\ndef step(w, rate):\n    return Abstract().step()\n",
        "def step(w, rate):\n    def inner():\n        raise NotImplementedError\n    return inner()\n",
        "step = lambda w, rate: helper()\ndef helper():\n    raise NotImplementedError\n",
        "import numbers\ndef step(w, rate):\n    return numbers.Complex.__add__(1, 2)\n",
        "import functools\n@functools.singledispatch\ndef step(w, rate):\n    return w.nonesuch\n",
    ],
)
def test_an_error_somewhere_else_is_neither_a_placeholder_nor_waiting(text: str) -> None:
    called = one(text)
    assert (called.answer, called.waits) == (["absent"], "")
    assert called.raised is not None


def test_a_message_stays_out_of_everything_but_the_detail() -> None:
    called = one("def step(w, rate):\n    raise ValueError(str(w))\n")
    assert called.raised is not None
    assert called.raised.error == "ValueError"
    assert called.raised.detail == str(W)


def test_what_is_not_given_yet_is_not_there_before_it_is_asked_for() -> None:
    driver = "def fit(student, w):\n    return student.fit(w)\n"
    text = "import sys\ndef fit(w):\n    return [len(w), 'secret' in str(sys._getframe(1).f_locals)]\n"
    assert value(one(text, Call("fit", ("w",), ("rows",)), driver=driver, held={"rows": "secret"})) == [3.0, 0.0]


# --- what is called, and how ---------------------------------------------------------------------------------------------

GOOD = "import numpy as np\ndef step(w, rate):\n    return w - rate * 2 * w\n"


def test_a_function_is_called_positionally_whatever_its_parameters_are_called() -> None:
    assert value(one("def step(theta, eta, *rest):\n    return theta - eta\n")) == [0.25, -2.25, -0.25]


BOUND = {
    "by-a-lambda": "step = lambda w, rate: w * rate",
    "by-another-name": "def mine(w, rate):\n    return w * rate\nstep = mine",
    "as-a-callable-object": "class S:\n    def __call__(self, w, rate):\n        return w * rate\nstep = S()",
    "with-defaults": "def step(w, rate, eps=1):\n    return w * rate * eps",
    "under-a-cache": "import functools\ndef twice(f):\n    return lambda *a: f(*a)\n@twice\ndef step(w, rate):\n    return w * rate",
    "with-a-helper-below": "def step(w, rate):\n    return helper(w, rate)\ndef helper(w, rate):\n    return w * rate",
    "the-last-of-two": "def step(w, rate):\n    return 0\ndef step(w, rate):\n    return w * rate",
    "beside-a-line-that-raises": "1 / 0\ndef step(w, rate):\n    return w * rate\nnonesuch",
    "under-the-main-guard": "if __name__ == '__main__':\n    def step(w, rate):\n        return w * rate",
    "beside-a-demonstration": "def step(w, rate):\n    return w * rate\nfor _ in range(3):\n    print(step(1, 2))",
}


@pytest.mark.parametrize("text", BOUND.values(), ids=BOUND)
def test_a_function_is_called_however_it_came_by_its_name(text: str) -> None:
    assert value(one(text)) == [0.125, -0.5, 0.0]


KINDS = {
    "an-array-of-reals": ("w", "[type(a).__name__, a.dtype.name, a.flags.writeable, a.shape]", "['ndarray', 'float64', True, (3,)]"),
    "an-array-of-whole-numbers": ("whole", "[a.dtype.name, a.flags.writeable]", "['int64', True]"),
    "single-precision": ("f4", "[a.dtype.name, a.flags.writeable]", "['float32', True]"),
    "a-number": ("rate", "type(a).__name__", "float"),
    "a-whole-number": ("n", "type(a).__name__", "int"),
    "text": ("name", "type(a).__name__", "str"),
}


@pytest.mark.parametrize(("name", "look", "seen"), KINDS.values(), ids=KINDS)
def test_an_argument_is_of_the_kind_that_it_was_given_as(name: str, look: str, seen: str) -> None:
    assert one(f"def f(a):\n    return str({look})\n", Call("f", (name,))).answer == ["text", seen]


RETURNS = {
    "number": ("3", ["value", 3.0]),
    "array": ("w * 2", ["value", [1.0, -4.0, 0.0]]),
    "list": ("[1, 2]", ["value", [1.0, 2.0]]),
    "truth": ("rate < 1", ["value", True]),
    "text": ("'agrees'", ["text", "agrees"]),
    "pair": ("w, rate", ["parts", [["value", [0.5, -2.0, 0.0]], ["value", 0.25]]]),
    "verdict": ("'scaled', 2.0, 1", ["parts", [["text", "scaled"], ["value", 2.0], ["value", 1.0]]]),
    "list-of-unequal-parts": ("[w, rate, [1.0]]", ["parts", [["value", [0.5, -2.0, 0.0]], ["value", 0.25], ["value", [1.0]]]]),
    "generator": ("(i for i in w)", ["odd", "a generator"]),
    "function": ("step", ["odd", "a function"]),
    "object": ("object()", ["odd", "an object"]),
}


@pytest.mark.parametrize(("expression", "said"), RETURNS.values(), ids=RETURNS)
def test_what_is_returned_is_told(expression: str, said: list[Any]) -> None:
    def plain(answer: Any) -> Any:
        if isinstance(answer, list):
            return [plain(item) for item in answer]
        return answer.tolist() if isinstance(answer, np.ndarray) else answer

    assert plain(one(f"def step(w, rate):\n    return {expression}\n").answer) == said


NOT_THERE = {
    "no-such-name": ("def stepp(w, rate):\n    return w\n", ["absent"]),
    "deleted": (GOOD + "del step\n", ["absent"]),
    "none": ("step = None\n", ["none"]),
    "overwritten-by-its-own-value": (GOOD + "step = step(1, 2)\n", ["odd", "no function"]),
}


@pytest.mark.parametrize(("text", "answer"), NOT_THERE.values(), ids=NOT_THERE)
def test_where_no_function_is_there_is_no_call(text: str, answer: list[Any]) -> None:
    assert one(text) == Called(answer)


RAISES = {
    "in-the-function": ("def step(w, rate):\n    x = 1\n    return w / nonesuch\n", (0, 3, "NameError")),
    "in-a-helper": ("def step(w, rate):\n    return helper(w)\n\ndef helper(w):\n    return w[7]\n", (0, 5, "IndexError")),
    "in-a-library": ("import numpy as np\ndef step(w, rate):\n    return (\n        np.linalg.inv(w))\n", (0, 4, "LinAlgError")),
    "in-no-line-of-the-file": ("x = 1\ndef step(w):\n    return w\n", (0, 2, "TypeError")),
    "in-a-comprehension": ("def step(w, rate):\n    return [\n        v.nonesuch for v in w]\n", (0, 3, "AttributeError")),
    "exit": ("def step(w, rate):\n    exit()\n", (0, 2, "SystemExit")),
    "own-base-exception": ("class E(BaseException): pass\ndef step(w, rate):\n    raise E\n", (0, 3, "BaseException")),
    "without-end": ("def step(w, rate): return step(w, rate)\n", (0, 1, "RecursionError")),
    "with-a-hostile-text": (
        "class E(Exception):\n    def __str__(self): raise SystemExit\ndef step(w, rate):\n    raise E\n", (0, 4, "Exception"),
    ),
    "asking-for-input": ("def step(w, rate):\n    return input()\n", (0, 2, "RuntimeError")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), RAISES.values(), ids=RAISES)
def test_a_call_that_raises_is_told_with_the_innermost_line_of_the_file(text: str, told: tuple[int, int, str]) -> None:
    called = one(text)
    assert called.raised is not None
    found = (called.raised.cell, called.raised.line, called.raised.error)
    assert found == (*told[:2], "ValueError" if told[2] == "LinAlgError" else told[2])
    assert (called.answer, called.raised.binds) == (["absent"], {"step"})


def test_in_a_notebook_the_cell_is_told_as_well() -> None:
    text = (
        '{"cells": [{"cell_type": "code", "source": "x = 1"}, {"cell_type": "code", "source": "def step(w, rate):\\n    return w[9]"}]}'
    )
    called = one(text, kind="ipynb")
    assert called.raised is not None
    assert (called.raised.cell, called.raised.line) == (2, 2)


def test_ctrl_c_on_the_students_own_machine_stops_the_calls() -> None:
    with pytest.raises(KeyboardInterrupt):
        one("def step(w, rate):\n    raise KeyboardInterrupt\n")


def test_each_call_draws_the_same_random_numbers() -> None:
    text = "import numpy as np, random\ndef step(w, rate):\n    return np.random.rand() + random.random()\nstep(1, 2)\n"
    text += "def other(w):\n    return step(1, 2)\n"
    called = made(text, STEP, Call("other", ("w",)))
    assert value(called["step"]) == value(called["other"])


def test_what_a_program_prints_and_sets_does_not_reach_the_next_call() -> None:
    text = "import numpy as np\ndef step(w, rate):\n    np.seterr(all='raise')\n    return w\n"
    text += "def other(w):\n    return [np.geterr()['over'] == 'warn']\n"
    assert value(made(text, STEP, Call("other", ("w",)))["other"]) == [True]


def test_a_program_that_is_given_nothing_is_run_once() -> None:
    runner = Runner(
        extract(b"count = []\ncount.append(1)\nh = len(count)\ndef step(w, rate):\n    count.append(1)\n    return len(count)\n", "py"),
        [], ["h"], calls=[STEP],
    )  # fmt: skip
    results = [runner.run({}, {}, INPUTS) for _ in range(3)]
    assert [float(result.answers[0][1]) for result in results] == [1.0] * 3
    assert [value(result.called["step"]) for result in results] == [2.0, 3.0, 4.0]


def test_a_program_that_is_given_something_is_run_for_each_case() -> None:
    runner = Runner(extract(b"y = 0.5\nh = y\ndef step(w, rate):\n    return y\n", "py"), ["y"], ["h"], calls=[STEP])
    results = [runner.run({"y": y}, {}, INPUTS) for y in (0.1, 0.2)]
    assert [float(result.answers[0][1]) for result in results] == [0.1, 0.2]
    assert [value(result.called["step"]) for result in results] == [0.1, 0.2]


def test_without_inputs_nothing_is_called() -> None:
    runner = Runner(extract(b"def step(w, rate):\n    1 / 0\n", "py"), [], [], calls=[STEP])
    assert runner.run({}, {}).called == {}


PLACES = {
    "function": (Call("step", ()), "x = 1\ndef step(): pass\n", [0, 2]),
    "method": (Call("predict", (), at="P.predict"), "class P:\n\n    def predict(self): pass\n", [0, 3]),
    "lambda": (Call("step", ()), "x = 1\n\nstep = lambda: 1\n", [0, 3]),
    "a-class-without-the-method": (Call("predict", (), at="P.predict"), "\nclass P: pass\n", [0, 2]),
    "nowhere": (Call("step", ()), "x = 1\n", []),
}


@pytest.mark.parametrize(("call", "text", "place"), PLACES.values(), ids=PLACES)
def test_a_place_is_that_of_the_definition(call: Call, text: str, place: list[int]) -> None:
    assert Runner(extract(text.encode(), "py"), [], [], calls=[call]).place_of(call) == place


def test_a_class_that_could_not_be_made_would_have_bound_what_hangs_on_it() -> None:
    call = Call("predict", ("w",), at="P.predict")
    result = Runner(extract(b"class P:\n    x = nonesuch\n", "py"), [], [], calls=[call, STEP]).run({}, {}, INPUTS)
    assert [set(raised.binds) for raised in result.raised] == [{"P", "predict"}]
    result = Runner(extract(b"class P\n", "py"), [], ["h"], calls=[call, STEP]).run({}, {}, INPUTS)
    assert [set(raised.binds) for raised in result.raised] == [{"h", "predict", "step"}]


# --- drivers -------------------------------------------------------------------------------------------------------------

PERCEPTRON = """
import numpy as np
class Perceptron:
    def __init__(self, n):
        self.w = np.zeros(n)
    def predict(self, xs):
        return xs @ self.w
    def train(self, xs):
        raise NotImplementedError("TODO")
    def cost(self, xs):
        return self.train(xs)
"""
DRIVER = """
import numpy as np
from math import pi

def made(student, n):
    perceptron = student.Perceptron(n)
    perceptron.w += np.arange(n)
    return perceptron

def predict(student, n, w):
    return made(student, n).predict(w) * (pi > 3)

def train(student, n, w):
    return made(student, n).train(w)

def cost(student, n, w):
    return made(student, n).cost(w)

def tell(student, n, w):
    return made(student, n).tell(w)
"""
PREDICT = Call("predict", ("n", "w"), at="Perceptron.predict")
TRAIN = Call("train", ("n", "w"), at="Perceptron.train")
COST = Call("cost", ("n", "w"), at="Perceptron.cost")


def test_a_driver_uses_what_the_students_file_holds() -> None:
    assert value(one(PERCEPTRON, PREDICT, driver=DRIVER)) == -2.0


def test_without_a_driver_function_of_its_name_the_students_own_is_called() -> None:
    assert value(made(PERCEPTRON + GOOD, PREDICT, STEP, driver=DRIVER)["step"]) == [0.25, -1.0, 0.0]


def test_a_placeholder_in_a_method_is_its_questions_and_stops_those_that_wait() -> None:
    called = made(PERCEPTRON, PREDICT, TRAIN, COST, driver=DRIVER)
    assert called["train"] == Called(["none"])
    assert called["cost"].waits == "train"
    assert called["cost"].raised is not None
    assert called["cost"].raised.line == 9


ABSENT = {
    "no-class": "x = 1\n",
    "no-method": "class Perceptron:\n    def __init__(self, n):\n        self.w = 0.0\n",
}


@pytest.mark.parametrize("text", ABSENT.values(), ids=ABSENT)
def test_what_a_driver_does_not_find_is_absent(text: str) -> None:
    assert one(text, Call("tell", ("n", "w"), at="Perceptron.tell"), driver=DRIVER) == Called(["absent"])


def test_a_class_that_is_still_none_is_a_placeholder() -> None:
    assert one("Perceptron = None\n", PREDICT, driver=DRIVER) == Called(["none"])


MADE = "class Perceptron:\n    def __init__(self, n): pass\n"
RAISES_BELOW_A_DRIVER = {
    "in-the-students-method": (PERCEPTRON.replace("xs @ self.w", "xs.nonesuch"), (7, "AttributeError")),
    "in-an-attribute": (f"{MADE}    @property\n    def w(self):\n        return 1 / 0\n", (5, "ZeroDivisionError")),
    "in-getattr": (f"{MADE}    def __getattr__(self, name):\n        raise SystemExit\n", (4, "SystemExit")),
    "in-the-drivers-own-line": (
        "class Perceptron:\n    def __new__(cls, n): return 7\n    def predict(self): pass\n",
        (3, "AttributeError"),
    ),
    "a-missing-attribute": (f"{MADE}    def predict(self): pass\n", (3, "AttributeError")),
}


@pytest.mark.parametrize(("text", "told"), RAISES_BELOW_A_DRIVER.values(), ids=RAISES_BELOW_A_DRIVER)
def test_what_raises_below_a_driver_is_told_by_the_students_line(text: str, told: tuple[int, str]) -> None:
    called = one(text, PREDICT, driver=DRIVER)
    assert called.raised is not None
    assert (called.raised.line, called.raised.error) == told


def test_arguments_that_go_through_a_driver_are_compared_as_well() -> None:
    text = PERCEPTRON.replace("return xs @ self.w", "xs += 1\n        return 0")
    assert one(text, PREDICT, driver=DRIVER).changed == ("w",)


def test_a_function_that_is_handed_in_and_one_that_is_returned_are_used() -> None:
    driver = "def grad(student, w):\n    return student.grad(lambda t: (t ** 2).sum())(w)\n"
    text = "def grad(f):\n    def slope(t):\n        return f(t + 1) - f(t)\n    return slope\n"
    assert value(one(text, Call("grad", ("w",)), driver=driver)) == pytest.approx(float(np.sum((W + 1) ** 2 - W**2)))


LATER = """
def fit(student, w):
    predict = student.fit(w)
    rows = yield "rows"
    again = yield "rows"
    assert rows is again
    return predict(rows)
"""
FIT = Call("fit", ("w",), ("rows", "more"))


def test_what_is_given_later_comes_when_the_driver_asks() -> None:
    text = "def fit(w):\n    return lambda rows: rows + w\n"
    called = one(text, FIT, driver=LATER, held={"rows": W, "more": 1})
    assert value(called) == (2 * W).tolist()
    assert called.changed == ()


def test_what_is_given_later_is_a_copy_and_compared_as_well() -> None:
    text = "def fit(w):\n    def predict(rows):\n        rows *= 0\n        return rows\n    return predict\n"
    given = np.array([1.0, 2.0])
    assert one(text, FIT, driver=LATER, held={"rows": given}).changed == ("rows",)
    assert given.tolist() == [1.0, 2.0]


def test_a_driver_that_asks_for_what_it_may_not_have_raises() -> None:
    called = one("def fit(w): pass\n", Call("fit", ("w",), ("rows",)), driver=LATER.replace('"rows"', '"w"'))
    assert called.raised is not None
    assert called.raised.error == "ValueError"


def test_a_placeholder_in_the_driver_is_not_the_students() -> None:
    driver = "def step(student, w, rate):\n    if rate == 1: raise NotImplementedError\n"
    driver += "    return student.step(lambda: step(student, w, 1))\n"
    called = one("def step(again):\n    return again()\n", driver=driver)
    assert (called.answer, called.waits) == (["absent"], "")
    assert called.raised is not None
    assert (called.raised.line, called.raised.error) == (2, "NotImplementedError")


BROKEN = {
    "not-python": ("def f(:\n", "line 1: SyntaxError"),
    "an-unknown-name": ("x = 1\ny = nonesuch\n", "line 2: NameError: name 'nonesuch' is not defined"),
    "no-such-module": ("import nonesuch_module\n", "line 1: ModuleNotFoundError"),
}


@pytest.mark.parametrize(("driver", "said"), BROKEN.values(), ids=BROKEN)
def test_a_driver_that_cannot_be_run_is_its_authors_mistake(driver: str, said: str) -> None:
    with pytest.raises(BrokenDriver, match=said):
        one(GOOD, driver=driver)


# --- a notebook's namespace ----------------------------------------------------------------------------------------------


def live(text: str, *calls: Call, cases: int = 2, **options: Any) -> list[dict[str, Called]]:
    space: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(text, "/home/ada/cell.py", "exec"), space)
    return call_live(space, calls or [STEP], [INPUTS] * cases, **options)


def test_the_functions_of_a_live_namespace_are_called_and_nothing_is_run() -> None:
    found = live("count = []\ndef step(w, rate):\n    count.append(1)\n    return [len(count), w[0]]\n")
    assert [value(case["step"]) for case in found] == [[1.0, 0.5], [2.0, 0.5]]


def test_a_live_placeholder_is_a_placeholder_and_a_live_error_has_its_line_within_its_cell() -> None:
    text = "def slope(w):\n    raise NotImplementedError\ndef step(w, rate):\n    return slope(w)\n"
    (found,) = live(text, Call("slope", ("w",)), STEP, cases=1)
    assert found["slope"] == Called(["none"])
    assert found["step"].waits == "slope"
    assert found["step"].raised is not None
    assert (found["step"].raised.cell, found["step"].raised.line) == (0, 2)


def test_a_live_namespace_is_driven_like_a_file() -> None:
    (found,) = live("def fit(w):\n    return lambda rows: rows + w\n", FIT, cases=1, driver=LATER, held=[{"rows": W}])
    assert value(found["fit"]) == (2 * W).tolist()


def test_a_live_call_leaves_the_notebook_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    np.random.seed(1)
    np.seterr(all="warn")
    before, settings = np.random.get_state()[1].tolist(), np.geterr()  # type: ignore[index]
    live("import numpy as np\ndef step(w, rate):\n    print('LOUD')\n    np.seterr(all='raise')\n    return np.random.rand() / w\n")
    assert np.random.get_state()[1].tolist() == before  # type: ignore[index]
    assert np.geterr() == settings
    assert capsys.readouterr() == ("", "")


# --- what is sent when ---------------------------------------------------------------------------------------------------


def test_an_input_is_new_to_the_first_question_that_needs_it() -> None:
    calls = [Call("a", ("X", "W", "X")), Call("b", ("X",)), Call("c", ("W", "Z")), Call("d", (), ("T",)), Call("e", ("T",))]
    assert fresh_names(calls) == [["X", "W"], [], ["Z"], [], ["T"]]


def test_where_the_work_is_is_the_function_itself_unless_said() -> None:
    assert (Call("step", ()).at, Call("step", ()).root) == ("step", "step")
    assert (PREDICT.at, PREDICT.root) == ("Perceptron.predict", "Perceptron")
