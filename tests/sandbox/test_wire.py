"""What crosses is plain data and comes back as it was; whatever else is sent raises `WireError` and costs no memory."""

import struct
import tracemalloc
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from autograder.sandbox.inside import wire
from autograder.sandbox.inside.wire import WireError

ARRAYS = st.sampled_from(list(wire.DTYPES.values())).flatmap(
    lambda dtype: arrays(dtype, array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3))
)
VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(), st.text(st.characters(codec=None)), ARRAYS),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=20,
)


def alike(one: Any, other: Any) -> bool:
    """Equal in type and in every bit."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, np.ndarray):
        return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
    if isinstance(one, float):
        return struct.pack(">d", one) == struct.pack(">d", other)
    return bool(one == other)


@given(VALUES)
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    assert alike(wire.decode(wire.encode(value)), value)


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_raise_nothing_but_wire_error(payload: bytes) -> None:
    try:
        value = wire.decode(payload)
    except WireError:
        return
    assert wire.encode(value) == payload  # what is taken is what `encode` would have written


@given(VALUES, st.data())
def test_a_damaged_value_raises_nothing_but_wire_error(value: Any, data: st.DataObject) -> None:
    payload = bytearray(wire.encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        payload[data.draw(st.integers(0, len(payload) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(payload)))
    for damaged in (bytes(payload), bytes(payload[:cut])):
        try:
            wire.decode(damaged)
        except WireError:
            continue


def length(number: int) -> bytes:
    return wire.LENGTH.pack(number)


def array_header(code: bytes, *shape: int) -> bytes:
    return b"a" + code + bytes([len(shape)]) + b"".join(map(length, shape))


def nested(depth: int) -> bytes:
    return (b"l" + length(1)) * depth + b"T"


LIES = {
    "nothing": b"",
    "unknown-tag": b"x",
    "something-left-over": b"TT",
    "text-shorter-than-it-says": b"s" + length(9) + b"abc",
    "text-that-is-not-utf8": b"s" + length(1) + b"\xff",
    "list-shorter-than-it-says": b"l" + length(3) + b"TT",
    "list-of-billions": b"l" + length(2**32 - 1),
    "nested-too-deeply": nested(wire.MAX_DEPTH + 1),
    "nested-far-too-deeply": nested(50_000),
    "int-cut-short": b"i\0\0",
    "array-of-an-unknown-dtype": array_header(b"O", 1) + bytes(8),
    "array-of-no-dtype": b"a",
    "array-without-axes-count": b"af",
    "array-of-too-many-axes": array_header(b"f", *[1] * 9) + bytes(8),
    "array-shorter-than-it-says": array_header(b"f", 2) + bytes(8),
    "array-longer-than-it-says": array_header(b"f", 1) + bytes(16),
    "array-of-petabytes": array_header(b"f", 2**31, 2**31) + bytes(8),
    "array-of-all-bytes-there-are": array_header(b"u", *[2**32 - 1] * 8),
    "empty-array-of-a-vast-shape": array_header(b"f", 0, *[2**32 - 1] * 7),
    "too-many-elements": array_header(b"f", wire.MAX_ELEMENTS + 1) + bytes(8 * (wire.MAX_ELEMENTS + 1)),
    "too-many-elements-in-all": b"l" + length(2) + (array_header(b"b", 150_000) + bytes(150_000)) * 2,
    "too-many-items": b"l" + length(wire.MAX_ELEMENTS + 1) + b"T" * (wire.MAX_ELEMENTS + 1),
    "flag-that-is-neither": array_header(b"b", 1) + b"\2",
}


@pytest.mark.parametrize("payload", LIES.values(), ids=LIES)
def test_a_lie_is_refused(payload: bytes) -> None:
    with pytest.raises(WireError):
        wire.decode(payload)


@pytest.mark.parametrize("name", ["list-of-billions", "array-of-petabytes", "array-of-all-bytes-there-are", "nested-far-too-deeply"])
def test_a_lie_about_a_size_costs_no_memory(name: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            wire.decode(LIES[name])
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("depth", [1, wire.MAX_DEPTH])
def test_nesting_up_to_the_cap_is_taken(depth: int) -> None:
    assert wire.encode(wire.decode(nested(depth))) == nested(depth)


def test_as_many_elements_as_allowed_are_taken() -> None:
    assert wire.decode(wire.encode(np.zeros(wire.MAX_ELEMENTS - 1))).size == wire.MAX_ELEMENTS - 1


def test_a_submission_of_a_megabyte_crosses() -> None:
    content = np.zeros(1 << 20, np.uint8)
    assert wire.decode(wire.encode(["source", "py", content]))[2].size == 1 << 20


class Number(float):
    """A float that is not exactly one."""


UNSENDABLE = {
    "none": None,
    "bytes": b"a",
    "tuple": (1,),
    "dict": {},
    "fraction": Fraction(1, 2),
    "subclass-of-float": Number(1.0),
    "numpy-number": np.float64(1.0),
    "numpy-flag": np.True_,
    "subclass-of-array": np.ma.masked_array([1.0]),
    "objects": np.array([None]),
    "complex": np.array([1j]),
    "text-array": np.array(["a"]),
    "other-byte-order": np.array([1.0], ">f8"),
    "half-precision": np.array([1.0], np.float16),
    "too-many-axes": np.zeros((1,) * 9),
    "integer-beyond-64-bits": 2**63,
    "integer-below-64-bits": -(2**63) - 1,
    "function": len,
    "inside-a-list": [1, [None]],
}


@pytest.mark.parametrize("value", UNSENDABLE.values(), ids=UNSENDABLE)
def test_what_is_not_plain_is_not_sent(value: Any) -> None:
    with pytest.raises(WireError):
        wire.encode(value)


def test_lists_nested_too_deeply_are_not_sent() -> None:
    deep: list[Any] = []
    for _ in range(wire.MAX_DEPTH):
        deep = [deep]
    with pytest.raises(WireError, match="nested too deeply"):
        wire.encode(deep)


def test_a_list_that_holds_itself_is_not_sent() -> None:
    ring: list[Any] = []
    ring.append(ring)
    with pytest.raises(WireError):
        wire.encode(ring)


def test_what_is_received_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        wire.decode(wire.encode(np.zeros(3)))[0] = 1.0


def test_the_judge_may_send_more_than_a_child() -> None:
    payload = wire.encode(np.zeros(wire.MAX_ELEMENTS + 1))
    with pytest.raises(WireError, match="too many"):
        wire.decode(payload)
    assert wire.decode(payload, 10**6).size == wire.MAX_ELEMENTS + 1


def test_a_frame_is_the_length_and_the_payload() -> None:
    assert wire.frame([True]) == b"\0\0\0\6l\0\0\0\1T"


def test_an_array_that_is_not_contiguous_comes_back_in_its_own_order() -> None:
    square = np.arange(6.0).reshape(2, 3).T
    assert wire.decode(wire.encode(square)).tolist() == square.tolist()
