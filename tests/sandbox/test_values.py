"""An honest value arrives in any usual wrapping; anything else arrives as the name of what it is."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.sandbox.inside import values, wire
from autograder.sandbox.inside.values import answer, like, returned, unchanged

HONEST = {
    "float": (0.8, 0.8, ()),
    "int": (3, 3.0, ()),
    "numpy-float": (np.float64(0.8), 0.8, ()),
    "single-precision": (np.float32(0.5), 0.5, ()),
    "long-double": (np.longdouble(0.5), 0.5, ()),
    "numpy-int": (np.int16(3), 3.0, ()),
    "nought-d-array": (np.array(0.8), 0.8, ()),
    "one-element": (np.array([0.8]), [0.8], (1,)),
    "list": ([1, 2.5], [1.0, 2.5], (2,)),
    "tuple": ((1, 2), [1.0, 2.0], (2,)),
    "list-of-numpy": ([np.float64(1.0), np.array(2.0)], [1.0, 2.0], (2,)),
    "list-of-arrays": ([np.array([1.0]), np.array([2.0])], [[1.0], [2.0]], (2, 1)),
    "matrix": (np.array([[1.0, 2.0]]).view(np.matrix), [[1.0, 2.0]], (1, 2)),
    "masked": (np.ma.masked_array([1.0, 2.0], [0, 1]), [1.0, 2.0], (2,)),
    "other-byte-order": (np.array([1.0, 2.0], ">f8"), [1.0, 2.0], (2,)),
    "reversed-view": (np.array([1.0, 2.0, 3.0])[::-1], [3.0, 2.0, 1.0], (3,)),
    "transposed": (np.array([[1.0, 2.0], [3.0, 4.0]]).T, [[1.0, 3.0], [2.0, 4.0]], (2, 2)),
    "objects-that-are-numbers": (np.array([1, 2.5, 3], dtype=object), [1.0, 2.5, 3.0], (3,)),
    "nan": ([1.0, float("inf")], [1.0, float("inf")], (2,)),
    "unsigned": (np.array([255], np.uint8), [255.0], (1,)),
    "empty": ([], [], (0,)),
}


@pytest.mark.parametrize(("value", "numbers", "shape"), HONEST.values(), ids=HONEST)
def test_an_honest_value_arrives_as_float64(value: object, numbers: object, shape: tuple[int, ...]) -> None:
    word, array = answer(value)
    assert (word, array.dtype, array.shape, array.tolist()) == ("value", np.dtype(np.float64), shape, numbers)
    assert wire.decode(wire.encode(["value", array]))[1].tolist() == numbers


@pytest.mark.parametrize("value", [True, np.True_, [True, False], np.array([True])], ids=repr)
def test_a_truth_value_stays_one(value: object) -> None:
    assert answer(value)[1].dtype == np.dtype(np.bool_)


class Hidden:
    """Named after an input, as it were."""


ODD = {
    "long-text": ("agrees " * 10, "text"),
    "text-that-is-no-line": ("agrees\n", "text"),
    "text-that-steers-a-terminal": ("\x1b[2J", "text"),
    "half-a-character": ("\ud800", "text"),
    "text-array": (np.array(["0.8"]), "text"),
    "list-of-text": (["0.8"], "text"),
    "mixed-with-text": ([1.0, "a"], "text"),
    "complex": (1j, "a complex number"),
    "complex-array": (np.array([1j]), "a complex number"),
    "list-with-complex": ([1.0, 1j], "a complex number"),
    "none-in-a-list": ([0.1, None], "a list with a None in it"),
    "none-in-an-array": (np.array([None, None]), "a list with a None in it"),
    "ragged": ([[1.0], [2.0, 3.0]], "a list of unequal parts"),
    "things": ([object()], "a list of things that are not numbers"),
    "function": (len, "a function"),
    "uncalled-method": (np.array([1.0]).sum, "a function"),
    "class": (Hidden, "a function"),
    "dict": ({"h": 1}, "a dict"),
    "set": ({1.0}, "a set"),
    "generator": ((x for x in [1]), "a generator"),
    "fraction": (Fraction(4, 5), "a Fraction"),
    "decimal": (Decimal("0.8"), "a Decimal"),
    "module": (np, "a module"),
    "object": (Hidden(), "an object"),
    "huge-integer": (10**400, "an integer beyond all bounds"),
    "huge-integer-in-a-list": ([10**400], "an integer beyond all bounds"),
    "long-list": ([0.0] * (values.MAX_SIZE + 1), "a list of too many elements"),
    "list-of-long-lists": ([[0.0] * 1000] * 1000, "a list of too many elements"),
    "large-array": (np.zeros(values.MAX_SIZE + 1), "an array of too many elements"),
    "dates": (np.array(["2026-01-01"], "datetime64[D]"), "a list of things that are not numbers"),
    "records": (np.zeros(1, [("a", float)]), "a list of things that are not numbers"),
    "bytes": (b"0.8", "a bytes"),
}


@pytest.mark.parametrize(("value", "what"), ODD.values(), ids=ODD)
def test_anything_else_arrives_as_what_it_is(value: object, what: str) -> None:
    assert answer(value) == ["odd", what]


@pytest.mark.parametrize("what", sorted({what for _, what in ODD.values()} | {"nothing", "no function"}))
def test_all_that_is_said_stands_in_our_list(what: str) -> None:
    assert what in values.ODD


def test_the_placeholder_is_the_placeholder() -> None:
    assert answer(None) is values.NONE


def test_what_was_taken_down_does_not_change_with_the_students_array() -> None:
    own = np.array([1.0, 2.0])
    taken = answer(own)[1]
    own *= 0
    assert taken.tolist() == [1.0, 2.0]


def test_a_list_that_holds_itself_ends() -> None:
    ring: list[Any] = []
    ring.append(ring)
    assert answer(ring)[0] == "odd"


LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3), st.complex_numbers())
ANYTHING = st.recursive(LEAVES, lambda inner: st.one_of(st.lists(inner, max_size=3), st.tuples(inner, inner)), max_leaves=10)


@given(ANYTHING)
def test_every_answer_can_be_sent(value: object) -> None:
    sent = wire.decode(wire.encode(answer(value)))
    assert sent[0] in ("value", "text", "none", "odd")
    assert sent[0] != "odd" or sent[1] in values.ODD


class Text(str):
    """Says otherwise when asked."""

    def __str__(self) -> str:
        return "wrong"

    def __len__(self) -> int:
        return 10**9


@pytest.mark.parametrize("value", ["agrees", np.str_("agrees"), Text("agrees")], ids=["text", "numpy", "of-ones-own"])
def test_a_short_text_arrives_as_text(value: object) -> None:
    word, text = answer(value)
    assert (word, text, type(text)) == ("text", "agrees", str)


SEVERAL = {
    "pair": ((1.0, 2), [1.0, 2.0]),
    "arrays-of-unequal-shapes": ((np.ones((2, 1)), 0.5, [1.0, 2.0]), [[[1.0], [1.0]], 0.5, [1.0, 2.0]]),
    "arrays-of-equal-shapes": ((np.ones(2), np.zeros(2)), [[1.0, 1.0], [0.0, 0.0]]),
    "list-of-unequal-shapes": ([np.ones((2, 1)), 0.5, [1.0]], [[[1.0], [1.0]], 0.5, [1.0]]),
    "verdict-and-numbers": (("agrees", 1.0, 0.5), ["agrees", 1.0, 0.5]),
    "list-of-a-verdict-and-numbers": (["agrees", 1.0], ["agrees", 1.0]),
    "list-of-verdicts": (["agrees", "wrong"], ["agrees", "wrong"]),
}


@pytest.mark.parametrize(("value", "parts"), SEVERAL.values(), ids=SEVERAL)
def test_several_things_returned_arrive_as_parts(value: object, parts: list[Any]) -> None:
    word, found = returned(value)
    assert word == "parts"
    assert [part[1].tolist() if part[0] == "value" else part[1] for part in found] == parts
    assert wire.decode(wire.encode([word, found]))[0] == "parts"


ONE = {
    "number": (0.5, 0.5),
    "list": ([1, 2], [1.0, 2.0]),
    "list-of-arrays-alike": ([np.ones(2), np.zeros(2)], [[1.0, 1.0], [0.0, 0.0]]),
    "stray-comma": ((0.5,), [0.5]),
    "tuple-of-many": (tuple(range(17)), list(map(float, range(17)))),
}


@pytest.mark.parametrize(("value", "numbers"), ONE.values(), ids=ONE)
def test_one_thing_returned_arrives_as_one(value: object, numbers: object) -> None:
    word, array = returned(value)
    assert (word, array.tolist()) == ("value", numbers)


NONE_OF_IT = {
    "nothing": (None, ["odd", "nothing"]),
    "function": (len, ["odd", "a function"]),
    "list-with-a-none": ([np.ones(2), None], ["odd", "a list with a None in it"]),
    "list-with-a-function": ([np.ones(2), len], ["odd", "a list of unequal parts"]),
    "many-parts-of-unequal-shapes": ([[1.0], [1.0, 2.0]] * 9, ["odd", "a list of unequal parts"]),
    "large-parts": ((np.ones(60_000), np.ones(60_000)), ["odd", "a list of too many elements"]),
    "giant": ((1.0,) * 10**6, ["odd", "a list of too many elements"]),
    "tuple-with-a-none": ((0.5, None), ["parts", [["value", 0.5], ["none"]]]),
    "tuple-in-a-tuple": ((0.5, (np.ones(1), np.ones(2))), ["parts", [["value", 0.5], ["odd", "a list of unequal parts"]]]),
}


@pytest.mark.parametrize(("value", "said"), NONE_OF_IT.values(), ids=NONE_OF_IT)
def test_what_else_is_returned_is_told_by_what_it_is(value: object, said: list[Any]) -> None:
    assert returned(value) == said


@given(ANYTHING)
def test_everything_returned_can_be_sent(value: object) -> None:
    assert wire.decode(wire.encode(returned(value)))[0] in ("value", "text", "parts", "odd")


KINDS: dict[str, tuple[Any, object, Callable[[Any], bool]]] = {
    "list-for-a-list": (np.array([1.0, 2.0]), [0], lambda made: made == [1.0, 2.0]),
    "tuple-for-a-tuple": (np.array([1.0, 2.0]), (0,), lambda made: made == (1.0, 2.0)),
    "array-for-an-array": (np.array([1.0]), np.array([0.0]), lambda made: isinstance(made, np.ndarray)),
    "array-for-nothing": (np.array([1.0]), None, lambda made: isinstance(made, np.ndarray)),
    "whole-numbers-as-whole-numbers": (np.array([1, 2]), np.array([1, 2]), lambda made: made.dtype.kind == "i"),
    "whole-numbers-for-floats": (np.array([1, 2]), np.array([1.0, 2.0]), lambda made: made.dtype == np.dtype(np.float64)),
    "whole-numbers-in-a-list": (np.array([1, 2]), [1, 2], lambda made: made == [1, 2] and type(made[0]) is int),
    "float-for-a-float": (0.3, 0.5, lambda made: type(made) is float and made == 0.3),
    "float-for-an-int": (0.3, 1, lambda made: type(made) is float and made == 0.3),
    "numpy-float-for-a-numpy-float": (0.3, np.float64(0.5), lambda made: type(made) is np.float64),
    "nought-d-for-nought-d": (0.3, np.array(0.5), lambda made: made.shape == () and made == 0.3),
    "one-element-for-one-element": (0.3, np.array([0.5]), lambda made: made.tolist() == [0.3]),
}


@pytest.mark.parametrize(("wanted", "student", "right"), KINDS.values(), ids=KINDS)
def test_a_cases_value_takes_the_kind_of_the_students(wanted: Any, student: object, right: Callable[[Any], bool]) -> None:
    assert right(like(wanted, student))


@pytest.mark.parametrize("student", [None, [0], np.array([0.0, 0.0])], ids=["none", "list", "array"])
def test_a_student_who_changes_a_given_changes_a_copy(student: object) -> None:
    wanted = np.array([1.0, 2.0])
    made = like(wanted, student)
    made[0] = 99.0
    assert wanted.tolist() == [1.0, 2.0]


HOLDS = {
    "itself": (0.5, 0.5, True),
    "int-for-a-float": (1, 1.0, True),
    "other": (0.4, 0.5, False),
    "list": ([1, 2], np.array([1.0, 2.0]), True),
    "changed-list": ([1, 3], np.array([1.0, 2.0]), False),
    "shorter": ([1], np.array([1.0, 2.0]), False),
    "number-for-an-array": (1.0, np.array([1.0, 1.0]), False),
    "ragged": ([[1], [1, 2]], np.array([1.0, 2.0]), False),
    "text": ("0.5", 0.5, False),
    "none": (None, 0.5, False),
    "function": (len, 0.5, False),
    "huge": (10**400, 0.5, False),
    "huge-in-a-list": ([10**400, 1], np.array([1.0, 2.0]), False),
}


@pytest.mark.parametrize(("value", "wanted", "holds"), HOLDS.values(), ids=HOLDS)
def test_a_given_is_unchanged_in_any_wrapping(value: object, wanted: Any, holds: bool) -> None:
    assert unchanged(value, wanted) is holds
