"""Functions are called in the sandbox, each question in all cases before the next; what it tries makes values and no more."""

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.errors import CourseError
from autograder.sandbox.answers import CaseValues
from autograder.sandbox.host import Call, Ended, Outcome, Sandbox
from autograder.sandbox.limits import Limits
from tests.sandbox.conftest import SMALL

F, G = Call("f", ("x",)), Call("g", ("x", "y"))
CASES: list[dict[str, Any]] = [{"x": np.array([1.0, 2.0]) * number, "y": 0.5} for number in range(1, 4)]
ORDER: dict[str, Any] = {"names": [], "givens": [], "mended": [], "inputs": CASES}


def run(sandbox: Sandbox, text: str, calls: Sequence[Call] = (F, G), limits: Limits | None = None, **order: Any) -> Outcome:
    with sandbox.job(text.encode(), "py", limits) as job:
        assert job.refused == ""
        return job.run(**{**ORDER, "calls": calls, **order})


def values(outcome: Outcome, name: str = "f") -> list[Any]:
    def plain(case: CaseValues) -> Any:
        value = case.values.get(name)
        return value.tolist() if isinstance(value, np.ndarray) else value

    return [plain(case) for case in outcome.cases]


PATIENT = replace(SMALL, wall_seconds=20.0, cpu_seconds=10.0, statement_seconds=5.0, call_seconds=5.0)
DOUBLE = [[2.0, 4.0], [4.0, 8.0], [6.0, 12.0]]
RIGHT = "def f(x):\n    return 2 * x\ndef g(x, y):\n    return x.sum() * y\n"


# --- what must not happen ------------------------------------------------------------------------------------------------

SPY = """
import sys
def look(thing, depth, seen):
    if isinstance(thing, float):
        return thing == 0.123456
    if depth == 0 or id(thing) in seen:
        return False
    seen.add(id(thing))
    inner = list(thing.values()) if isinstance(thing, dict) else list(thing) if isinstance(thing, (list, tuple)) else []
    if hasattr(thing, "__dict__"):
        inner += list(vars(thing).values())
    return any(look(one, depth - 1, seen) for one in inner)
def spy():
    frame, found = sys._getframe(), False
    while frame:
        found = found or any(look(one, 5, set()) for one in list(frame.f_locals.values()))
        frame = frame.f_back
    return found
"""


@pytest.mark.parametrize(
    ("arguments", "seen"), [(("x",), [0.0, 0.0]), (("x", "secret"), [1.0, 1.0])], ids=["not-yet-given", "given-and-found"]
)
def test_a_question_is_answered_before_the_next_ones_inputs_are_there(
    sandbox: Sandbox, arguments: tuple[str, ...], seen: list[float]
) -> None:
    """What a later function is given may be the answer to an earlier one. The second case shows that the spy has eyes."""
    inputs = [{"x": 1.0, "secret": 0.123456}] * 2
    text = SPY + "def f(*_):\n    return 1.0 * spy()\ndef g(x, secret):\n    return secret\n"
    outcome = run(sandbox, text, [Call("f", arguments), Call("g", ("x", "secret"))], PATIENT, inputs=inputs)
    assert (outcome.ended, values(outcome), values(outcome, "g")) == (Ended.DONE, seen, [0.123456] * 2)


def test_a_value_is_answered_before_any_calls_inputs_are_there(sandbox: Sandbox) -> None:
    inputs = [{"x": 0.123456, "y": 0.0}] * 2
    text = SPY + "z = 7\nh = spy()\ndef g(x, y):\n    return h * 1.0\n"
    outcome = run(sandbox, text, [G], PATIENT, names=["h"], givens=["z"], cases=[[1.0], [2.0]], inputs=inputs)
    assert (values(outcome, "h"), values(outcome, "g")) == ([False, False], [0.0, 0.0])


def test_what_is_given_later_is_not_there_before_it_is_asked_for(sandbox: Sandbox) -> None:
    text = SPY + "def f(x):\n    early = spy()\n    return lambda late: [early, late]\n"
    driver = "def f(student, x):\n    inner = student.f(x)\n    return inner((yield 'late'))\n"
    outcome = run(sandbox, text, [Call("f", ("x",), ("late",))], PATIENT, held=[{"late": 0.123456}] * 3, driver=driver)
    assert values(outcome) == [[0.0, 0.123456]] * 3


FORGER = """import os, sys, numpy as np
wire = sys.modules['inside.wire']
def send(*said): os.write(3, wire.frame(list(said)))
def ask(name):
    send('ask', name)
    n = int.from_bytes(os.read(0, 4), 'big')
    return wire.decode(os.read(0, n))[1]
def g(x, y): return 7.0
"""
GARBLED = {
    "a-call-too-many": "def f(x):\n    send('called', ['value', np.array(1.0)], [], [], '')\n    return x\n",
    "a-call-before-the-run": "send('called', ['value', np.array(1.0)], [], [], '')\ndef f(x): return x\n",
    "a-case-for-a-call": "def f(x):\n    send('case', [], [], [])\n    return x\n",
    "places-once-more": "def f(x):\n    send('places', [[], []])\n    return x\n",
    "a-broken-driver": "def f(x):\n    send('broken', 'line 1: the author was here')\n    return x\n",
    "a-broken-driver-before-the-run": "send('broken', 'line 1: the author was here')\ndef f(x): return x\n",
    "asks-for-what-is-nobodys": "def f(x):\n    send('ask', 'truth')\n    return x\n",
    "asks-for-another-questions": "def f(x):\n    return ask('y')\n",
    "asks-for-what-comes-later-to-another": "def f(x):\n    return ask('late')\n",
    "asks-with-an-array": "def f(x):\n    send('ask', np.ones(2))\n    return x\n",
    "a-flood": "def f(x):\n    while True: os.write(3, bytes(65536))\n",
    "a-verdict": "def f(x):\n    send('called', ['correct'], [], [], '')\n    return x\n",
    "a-value-larger-than-the-frame": "def f(x): return np.zeros(50_000)\n",
}


@pytest.mark.parametrize("text", GARBLED.values(), ids=GARBLED)
def test_what_a_function_says_to_the_judge_itself_is_never_an_answer(sandbox: Sandbox, text: str) -> None:
    driver = "def g(student, x, y):\n    return student.g(x, y)\n"
    outcome = run(sandbox, FORGER + text, [F, Call("g", ("x", "y"), ("late",))], held=[{"late": 9.0}] * 3, driver=driver)
    assert outcome.ended is Ended.GARBLED


def test_what_comes_later_is_given_once_and_for_the_case_at_hand(sandbox: Sandbox) -> None:
    """Asked for by the function itself it is the case's own; when the driver asks again, the whole run cannot be read."""
    driver = "def g(student, x, y):\n    first = student.g(x, y)\n    return first + (yield 'late')\n"
    text = FORGER.replace("return 7.0", "return ask('late')") + "def f(x): return 2 * x\n"
    outcome = run(sandbox, text, [F, Call("g", ("x", "y"), ("late",))], held=[{"late": 9.0}] * 3, driver=driver)
    assert (outcome.ended, values(outcome), values(outcome, "g")) == (Ended.GARBLED, DOUBLE, [None] * 3)


def test_forged_calls_are_values_and_nothing_more(sandbox: Sandbox) -> None:
    forged = "    for _ in range(3): send('called', ['value', np.array(7.0)], [], [], '')\n    send('end')\n    os._exit(0)\n"
    outcome = run(sandbox, f"{FORGER}def f(x):\n{forged}", [F])
    assert (outcome.ended, values(outcome)) == (Ended.DONE, [7.0] * 3)


def test_a_job_with_calls_cannot_leave_a_number_for_the_next_either(sandbox: Sandbox) -> None:
    mark = (
        "import os\ndef f(x):\n    for n in range(16):\n        try: os.lseek(n, 4711, 0)\n        except OSError: pass\n    return 0\n"
    )
    look = "import os\ndef f(x):\n    seen = [0]\n    for n in range(16):\n        try: seen.append(os.lseek(n, 0, 1))\n"
    look += "        except OSError: pass\n    return max(seen)\n"
    for call in (F, Call("f", ("x",), ("late",))):
        assert values(run(sandbox, mark, [call], held=[{"late": 1}] * 3)) == [0.0] * 3
        assert values(run(sandbox, look, [call], held=[{"late": 1}] * 3)) == [0.0] * 3


CLOSED, A_PIPE = 9.0, 29.0  # EBADF, ESPIPE
HEARD = {
    "nothing-comes-any-more": ([F], CLOSED),
    "the-next-questions-inputs-come": ([F, G], A_PIPE),
    "the-same-inputs-do-for-both": ([F, Call("g", ("x",))], CLOSED),
    "a-driver-may-ask": ([Call("f", ("x",), ("late",))], A_PIPE),
}


@pytest.mark.parametrize(("calls", "seen"), HEARD.values(), ids=HEARD)
def test_the_judge_is_heard_only_while_it_has_something_to_say(sandbox: Sandbox, calls: list[Call], seen: float) -> None:
    text = "import os\ndef f(*_):\n    try: os.lseek(0, 0, 1)\n    except OSError as error: return error.errno\ng = f\nh = f()\n"
    outcome = run(sandbox, text, calls, held=[{"late": 1}] * 3)
    assert values(outcome) == [seen] * 3
    assert values(outcome, "g") == ([CLOSED] * 3 if len(calls) == 2 else [None] * 3)
    assert values(run(sandbox, text, [], names=["h"], cases=[[]], inputs=[]), "h") == [CLOSED]


HARMLESS = {
    "base-exception": ("class E(BaseException): pass\ndef f(x):\n    raise E\n", "BaseException"),
    "system-exit": ("def f(x):\n    raise SystemExit\n", "SystemExit"),
    "keyboard-interrupt": ("def f(x):\n    raise KeyboardInterrupt\n", "KeyboardInterrupt"),
    "generator-exit": ("def f(x):\n    raise GeneratorExit\n", "GeneratorExit"),
    "recursion": ("def f(x):\n    return f(x)\n", "RecursionError"),
    "memory": ("import numpy as np\ndef f(x):\n    return np.ones(10**10)\n", "MemoryError"),
    "flood-of-text": ("def f(x):\n    while True: print('x' * 1000)\n", "OutputFlood"),
    "no-end": ("def f(x):\n    while True: pass\n", "StatementTimeout"),
    "no-end-and-one-exception-swallowed": (
        "def f(x):\n    try:\n        while True: pass\n    except BaseException: pass\n    while True: pass\n",
        "StatementTimeout",
    ),
    "hostile-class": (
        "class E(Exception):\n    @property\n    def __class__(self): raise SystemExit\n"
        "    @property\n    def __traceback__(self): raise SystemExit\ndef f(x):\n    raise E\n",
        "Exception",
    ),
    "stubborn-text": ("class E(Exception):\n    def __str__(self):\n        while True: pass\ndef f(x):\n    raise E\n", "Exception"),
    "hostile-metaclass": (
        "class M(type):\n    def __getattribute__(cls, name): raise SystemExit\n"
        "class E(Exception, metaclass=M): pass\ndef f(x):\n    raise E\n",
        "Exception",
    ),
    "hostile-array": ("class A:\n    def __array__(self, *_, **__): raise SystemExit\ndef f(x):\n    return [A()]\n", "SystemExit"),
    "stubborn-array": (
        "class A:\n    def __array__(self, *_, **__):\n        while True: pass\ndef f(x):\n    return [A()]\n",
        "StatementTimeout",
    ),
    "not-the-right-parameters": ("def f(): pass\n", "TypeError"),
}


@pytest.mark.parametrize(("text", "error"), HARMLESS.values(), ids=HARMLESS)
def test_a_function_that_comes_to_no_good_end_harms_its_own_question_only(sandbox: Sandbox, text: str, error: str) -> None:
    outcome = run(sandbox, text + "def g(x, y):\n    return x.sum() * y\n", limits=replace(PATIENT, call_seconds=0.3))
    assert (outcome.ended, values(outcome), values(outcome, "g")) == (Ended.DONE, [None] * 3, [1.5, 3.0, 4.5])
    assert [[(told.error, told.binds) for told in case.raised] for case in outcome.cases] == [[(error, {"f"})]] * 3


RETURNED = {
    "equal-to-everything": "class A:\n    def __eq__(self, other): return True\n    __hash__ = None\n",
    "a-float-by-its-own-account": "class A:\n    __class__ = float\n    def __float__(self): raise ValueError\n",
    "an-array-by-its-own-account": "import numpy as np\nclass A:\n    __class__ = np.ndarray\n    size = 1\n",
    "a-text-by-its-own-account": "class A:\n    __class__ = str\n",
    "a-tuple-by-its-own-account": "class A:\n    __class__ = tuple\n",
    "hostile-class": "class A:\n    @property\n    def __class__(self): raise ValueError\n",
    "hostile-everything": "class A:\n    def __getattribute__(self, name): raise ValueError\n",
}


@pytest.mark.parametrize("text", RETURNED.values(), ids=RETURNED)
def test_a_hostile_object_is_an_odd_thing(sandbox: Sandbox, text: str) -> None:
    outcome = run(sandbox, text + "def f(x):\n    return A()\ndef g(x, y):\n    return A(), 1.0\n")
    assert (outcome.ended, values(outcome), values(outcome, "g")) == (Ended.DONE, [None] * 3, [None] * 3)
    assert {case.odd["f"] for case in outcome.cases} < {"an object", "a list of things that are not numbers"}
    assert {case.odd["g"] for case in outcome.cases} < {"an object", "several values, one of which is no number"}


def test_a_giant_tuple_is_an_odd_thing(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "def f(x):\n    return (1.0,) * 10**6\ndef g(x, y):\n    return tuple([0.0] * 10**5 for _ in range(9))\n")
    assert [case.odd for case in outcome.cases] == [dict.fromkeys("fg", "a list of too many elements")] * 3


ENDS = {
    "exit-behind-pythons-back": ("os._exit(0)", (Ended.EARLY,)),
    "segmentation-fault": ("ctypes.string_at(0)", (Ended.EARLY,)),
    "closes-the-judges-pipe": ("os.close(0)", (Ended.EARLY,)),
    "closes-its-own-pipe": ("os.close(3)", (Ended.EARLY,)),
    "loops-in-c": ("sum(range(10**12))", (Ended.TIME,)),
    "breaks-the-caller": ("for m in list(sys.modules):\n        if 'inside' in m: vars(sys.modules[m]).clear()", (Ended.EARLY,)),
}


@pytest.mark.parametrize(("line", "ended"), ENDS.values(), ids=ENDS)
def test_what_was_answered_before_the_end_is_kept_and_the_rest_was_not_asked(
    sandbox: Sandbox, line: str, ended: tuple[Ended, ...]
) -> None:
    text = f"import ctypes, os, sys\ndef f(x):\n    return 2 * x\ndef g(x, y):\n    {line}\ndef h(z):\n    return 1.0\n"
    inputs = [{**case, "z": 1.0} for case in CASES]
    outcome = run(sandbox, text, [F, G, Call("h", ("z",))], inputs=inputs)
    assert outcome.ended in ended
    assert (values(outcome), values(outcome, "h")) == (DOUBLE, [None] * 3)
    assert [case.unasked - {"g"} for case in outcome.cases] == [{"h"}] * 3


def test_answers_are_out_before_the_next_function_is_called_even_if_it_is_given_nothing_new(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "import os\ndef f(x):\n    return 2 * x\ndef g(x):\n    os._exit(0)\n", [F, Call("g", ("x",))])
    assert (outcome.ended, values(outcome)) == (Ended.EARLY, DOUBLE)


def test_a_stubborn_function_ends_one_way_or_the_other(sandbox: Sandbox) -> None:
    text = "def f(x):\n    return 2 * x\ndef g(x, y):\n    while True:\n        try:\n            while True: pass\n"
    outcome = run(sandbox, text + "        except BaseException: pass\n")
    assert values(outcome) == DOUBLE
    if outcome.ended is Ended.DONE:
        assert {told.error for case in outcome.cases for told in case.raised} == {"StatementTimeout"}
    else:
        assert (outcome.ended, [case.unasked for case in outcome.cases]) == (Ended.TIME, [{"g"}] * 3)


# --- what comes back -----------------------------------------------------------------------------------------------------


def test_values_come_back_for_each_question_and_case(sandbox: Sandbox) -> None:
    outcome = run(sandbox, RIGHT)
    assert (outcome.ended, values(outcome), values(outcome, "g")) == (Ended.DONE, DOUBLE, [1.5, 3.0, 4.5])
    assert outcome.places == {"f": (0, 1), "g": (0, 3)}
    assert all(not case.unasked for case in outcome.cases)


def test_all_that_is_told_of_a_call_comes_back(sandbox: Sandbox) -> None:
    text = (
        "def several(x): return 'agrees', [1, 2], x\ndef nothing(x): pass\ndef todo(x):\n    raise NotImplementedError\n"
        "def waits(x):\n    return todo(x)\ndef changes(x):\n    x += 1\n    return x\ndef some(x): return 1.0, None\n"
        "def stops(x):\n    return x.nonesuch\n"
    )
    names = ["several", "nothing", "todo", "waits", "changes", "some", "stops", "absent"]
    case = run(sandbox, text, [Call(name, ("x",)) for name in names]).cases[1]
    said, pair, array = case.values["several"]
    assert (said, np.asarray(pair).tolist(), np.asarray(array).tolist()) == ("agrees", [1.0, 2.0], [2.0, 4.0])
    assert set(case.values) == {"several", "changes"}
    assert case.odd == {"nothing": "nothing", "some": "several values, one of which is no number"}
    assert (case.blank, case.waits, case.changed) == ({"todo"}, {"waits": "todo"}, {"changes": ("x",)})
    assert [(told.line, told.error, set(told.binds)) for told in case.raised] == [
        (4, "NotImplementedError", {"waits"}),
        (12, "AttributeError", {"stops"}),
    ]


def test_arguments_go_there_with_their_dtype(sandbox: Sandbox) -> None:
    inputs = [{"x": np.array([1, 2]), "y": np.array([0.5], np.float32)}, {"x": "text", "y": 3}]
    text = "def f(x):\n    return str(getattr(x, 'dtype', type(x)))\ndef g(x, y):\n    return f(y)\n"
    outcome = run(sandbox, text, inputs=inputs)
    assert values(outcome) == ["int64", "<class 'str'>"]
    assert values(outcome, "g") == ["float32", "<class 'int'>"]


def test_values_and_calls_go_together(sandbox: Sandbox) -> None:
    """With givens the program is run for each case, and its functions are called then; constants are asked once."""
    text = "z = 7\nh = z\ndef f(x):\n    return x * h\n"
    outcome = run(sandbox, text, [F], names=["h"], givens=["z"], cases=[[1.0], [2.0], [3.0]])
    assert (values(outcome, "h"), values(outcome)) == ([1.0, 2.0, 3.0], [[1.0, 2.0], [4.0, 8.0], [9.0, 18.0]])
    outcome = run(sandbox, text, [F], names=["h"])
    assert (values(outcome, "h"), values(outcome)) == ([7.0] * 3, [[7.0, 14.0], [14.0, 28.0], [21.0, 42.0]])
    assert outcome.places == {"h": (0, 2), "f": (0, 3)}


def test_mended_answers_are_there_for_the_calls(sandbox: Sandbox) -> None:
    text = "h = 7\ndef f(x):\n    return x * h\n"
    outcome = run(sandbox, text, [F], names=["h"], mended=["h"], cases=[[1.0], [2.0], [3.0]])
    assert values(outcome) == [[1.0, 2.0], [4.0, 8.0], [9.0, 18.0]]


def test_a_call_that_was_stopped_is_not_made_again(sandbox: Sandbox) -> None:
    text = "made = []\ndef f(x):\n    made.append(1)\n    while True: pass\ndef g(x, y): return len(made)\n"
    outcome = run(sandbox, text, limits=replace(PATIENT, call_seconds=0.05))
    assert (outcome.ended, values(outcome, "g")) == (Ended.DONE, [1.0] * 3)
    assert [(case.raised[0].error, case.raised[0].line) for case in outcome.cases] == [("StatementTimeout", 2)] * 3


def test_limits_of_a_job_hold_for_its_calls(sandbox: Sandbox) -> None:
    text = "def f(x):\n    n = 0\n    while n < 10**9: n += 1\n"
    outcome = run(sandbox, text, [F], replace(PATIENT, call_seconds=0.05))
    assert (outcome.cases[0].raised[0].error, outcome.cpu_seconds < 1.0) == ("StatementTimeout", True)


def test_a_driver_is_run_beside_the_students_code(sandbox: Sandbox) -> None:
    driver = "import numpy as np\ndef total(student, x, y):\n    return student.Sum(y).of(np.sort(x)[::-1])\n"
    text = "class Sum:\n    def __init__(self, y): self.y = y\n    def of(self, x): return x[0] + self.y\n"
    outcome = run(sandbox, text, [Call("total", ("x", "y"), at="Sum.of")], driver=driver)
    assert (values(outcome, "total"), outcome.places) == ([2.5, 4.5, 6.5], {"total": (0, 3)})


def test_what_comes_later_comes_when_the_driver_asks(sandbox: Sandbox) -> None:
    """As many inputs as are asked for, each its case's own."""
    driver = "def fit(student, x):\n    a = yield 'a'\n    b = yield 'b'\n    again = yield 'a'\n    return student.fit(x)(again) + b\n"
    text = "def fit(x):\n    return lambda rows: rows * x.sum()\n"
    held = [{"a": np.array([1.0, number]), "b": number} for number in (1.0, 2.0, 3.0)]
    outcome = run(sandbox, text, [Call("fit", ("x",), ("a", "b"))], held=held, driver=driver)
    assert (outcome.ended, values(outcome, "fit")) == (Ended.DONE, [[4.0, 4.0], [8.0, 14.0], [12.0, 30.0]])


TRIPLE = "def f(x):\n    return 3 * x\n"
CALLING = "def f(x):\n    return 2 * x\nh = f\ndef g(x, y):\n    return f(x).sum() + h(x).sum()\n"


def test_another_function_stands_in_for_the_students_under_all_its_names(sandbox: Sandbox) -> None:
    assert values(run(sandbox, CALLING, [G]), "g") == [12, 24, 36]
    assert values(run(sandbox, CALLING, [G], put_right=(["f"], TRIPLE)), "g") == [18, 36, 54]


WALKING = "class W(metaclass=M):\n    def f(self, x):\n        return 2 * x\n    def g(self, x):\n        return self.f(x)\n"
STUBBORN = "class M(type):\n    def __setattr__(cls, name, value):\n        raise TypeError\n" + WALKING
USED = "def g(student, x, y):\n    return student.W().g(x).sum()\n"


@pytest.mark.parametrize("text", [WALKING.replace("metaclass=M", ""), STUBBORN], ids=["plain", "that-refuses"])
def test_another_method_stands_in_for_the_students(sandbox: Sandbox, text: str) -> None:
    right = (["W.f"], "class W:\n    def f(self, x):\n        return 3 * x\n")
    assert values(run(sandbox, text, [G], driver=USED), "g") == [6, 12, 18]
    assert values(run(sandbox, text, [G], driver=USED, put_right=right), "g") == [9, 18, 27]


NAMED = {
    "their-own-names": "def f(rows):\n    return 2 * rows\ndef g(x, y):\n    return f(rows=x).sum()\n",
    "more-arguments": "def f(x, times=2, *, plus=0):\n    return times * x + plus\ndef g(x, y):\n    return f(x, 2, plus=1).sum()\n",
    "in-another-order": "def f(rows, times=2):\n    return times * rows\ndef g(x, y):\n    return f(times=5, rows=x).sum()\n",
    "any-arguments": "def f(*x, **y):\n    return 2 * x[0]\ndef g(x, y):\n    return f(x).sum()\n",
    "no-function": "f = np.square\ndef g(x, y):\n    return f(x).sum()\n",
    "a-signature-that-is-none": "def f(x):\n    return x\nf.__signature__ = 3\ndef g(x, y):\n    return f(x).sum()\n",
}


@pytest.mark.parametrize("text", NAMED.values(), ids=NAMED)
def test_what_stands_in_is_called_as_the_students_own_is(sandbox: Sandbox, text: str) -> None:
    outcome = run(sandbox, "import numpy as np\n" + text, [G], put_right=(["f"], TRIPLE))
    assert values(outcome, "g") == [9, 18, 27]


def test_a_method_that_stands_in_is_called_as_the_students_own_is(sandbox: Sandbox) -> None:
    text = "class W:\n    def f(self, rows):\n        return 2 * rows\n    def g(self, x):\n        return self.f(rows=x)\n"
    right = (["W.f"], "class W:\n    def f(self, x):\n        return 3 * x\n")
    assert values(run(sandbox, text, [G], driver=USED, put_right=right), "g") == [9, 18, 27]


@pytest.mark.parametrize("text", ["f = 3\n", "", "nonesuch\n"], ids=["no-function", "nothing", "raising"])
def test_where_nothing_can_stand_in_it_is_the_authors_mistake(sandbox: Sandbox, text: str) -> None:
    with pytest.raises(CourseError, match=r"nothing stands in for f|NameError"):
        run(sandbox, CALLING, [G], put_right=(["f"], text))


def test_a_broken_driver_is_its_authors_mistake_and_no_answer(sandbox: Sandbox) -> None:
    with pytest.raises(CourseError, match=r"driver\.py, line 2: NameError"):
        run(sandbox, RIGHT, driver="import numpy as np\nnonesuch\n")


def test_memory_that_the_students_text_takes_from_the_driver_is_no_mistake_of_its_author(sandbox: Sandbox) -> None:
    assert run(sandbox, RIGHT, driver="raise MemoryError\n").ended is Ended.EARLY


def test_inputs_may_be_larger_than_what_a_child_may_send(sandbox: Sandbox) -> None:
    inputs = [{"x": np.ones((500, 60))}] * 10
    assert values(run(sandbox, "def f(x):\n    return x.sum()\n", [F], inputs=inputs)) == [30_000.0] * 10


def test_answers_larger_than_a_pipe_come_back(sandbox: Sandbox) -> None:
    inputs = [{"x": np.ones(7000), "y": 0.0}] * 10
    outcome = run(sandbox, "def f(x):\n    return x\ndef g(x, y):\n    return x\n", inputs=inputs)
    assert outcome.ended is Ended.DONE
    assert all(len(value) == 7000 for value in values(outcome) + values(outcome, "g"))


def test_jobs_with_calls_leave_no_descriptor(sandbox: Sandbox) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(50):
        run(sandbox, RIGHT)
    assert len(os.listdir("/proc/self/fd")) == before
