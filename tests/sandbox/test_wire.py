"""What crosses is plain data and comes back as it was; whatever else is sent raises `WireError` and costs no memory."""

import struct
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox.inside import wire
from autograder.sandbox.inside.wire import WireError
from tests.fuzz.promises import BESIDE, DEAREST, payload, size
from tests.sandbox.forging import PAYLOADS, VALUES, array_head
from tests.sandbox.forging import damaged as harmed
from tests.sandbox.forging import long as length


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


FORGED = st.one_of(PAYLOADS, harmed(PAYLOADS), harmed(VALUES.map(wire.encode)))


@given(FORGED)
@settings(max_examples=400, deadline=None)
def test_a_forged_payload_is_refused_or_is_what_encode_would_have_written(forged: bytes) -> None:
    """And whatever reads what was decoded makes a value of it, or `Malformed`: see `promises.payload`."""
    assert payload(forged) in ("refused", "malformed", "taken")


@given(FORGED)
@settings(max_examples=200, deadline=None)
def test_no_payload_costs_more_memory_than_is_promised(forged: bytes) -> None:
    with cheap(forged):
        _decoded(forged)


@contextmanager
def cheap(sent: bytes) -> Iterator[None]:
    """Decoding takes no more memory than in proportion to what was sent."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak <= DEAREST * len(sent) + BESIDE


def _decoded(forged: bytes) -> Any:
    try:
        return wire.decode(forged)
    except WireError:
        return None


@given(VALUES)
def test_nothing_is_a_value_but_the_whole_payload(value: Any) -> None:
    whole = wire.encode(value)
    for wrong in (*(whole[:cut] for cut in range(len(whole))), whole + b"T", whole + whole):
        with pytest.raises(WireError):
            wire.decode(wrong)


@given(VALUES)
def test_elements_are_counted_one_by_one(value: Any) -> None:
    """As many as allowed are taken, one fewer is too many; an array is one more than what is in it, bytes are one more than one."""
    count = elements(value)
    assert alike(wire.decode(wire.encode(value), count), value)
    with pytest.raises(WireError, match="too many elements"):
        wire.decode(wire.encode(value), count - 1)


def elements(value: Any) -> int:
    if isinstance(value, list):
        return 1 + sum(map(elements, value))
    return 1 + size(value) if isinstance(value, np.ndarray) else 1


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
    "array-of-an-unknown-dtype": array_head(b"O", 1) + bytes(8),
    "array-of-no-dtype": b"a",
    "array-without-axes-count": b"af",
    "array-of-too-many-axes": array_head(b"f", *[1] * 9) + bytes(8),
    "array-shorter-than-it-says": array_head(b"f", 2) + bytes(8),
    "array-longer-than-it-says": array_head(b"f", 1) + bytes(16),
    "array-of-petabytes": array_head(b"f", 2**31, 2**31) + bytes(8),
    "array-of-all-bytes-there-are": array_head(b"u", *[2**32 - 1] * 8),
    "empty-array-that-would-be-lists-without-end": array_head(b"f", 2**32 - 1, 0),
    "empty-array-that-would-be-a-few-lists-too-many": array_head(b"b", wire.MAX_ELEMENTS + 1, 0),
    "empty-array-of-empty-arrays": array_head(b"f", 2**16, 2**16, 0, 2**16),
    "empty-array-of-a-vast-shape": array_head(b"f", 0, *[2**32 - 1] * 7),
    "too-many-elements": array_head(b"f", wire.MAX_ELEMENTS + 1) + bytes(8 * (wire.MAX_ELEMENTS + 1)),
    "too-many-elements-in-all": b"l" + length(2) + (array_head(b"b", 150_000) + bytes(150_000)) * 2,
    "too-many-items": b"l" + length(wire.MAX_ELEMENTS + 1) + b"T" * (wire.MAX_ELEMENTS + 1),
    "flag-that-is-neither": array_head(b"b", 1) + b"\2",
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


DEAR = {
    "flags": b"T",
    "whole-numbers": b"i" + bytes(8),
    "numbers": b"f" + bytes(8),
    "empty-texts": b"s" + length(0),
    "texts": b"s" + length(3) + "€".encode(),
    "halves-of-pairs": b"s" + length(3) + b"\xed\xa0\x80",
    "empty-lists": b"l" + length(0),
    "lists-of-one": b"l" + length(1) + b"T",
    "lists-in-lists": nested(5),
    "arrays-of-no-axis": array_head(b"b") + b"\1",
    "arrays-of-bytes": array_head(b"u"),
    "empty-arrays": array_head(b"f", 0),
    "empty-arrays-of-many-axes": array_head(b"u", *[0] * wire.MAX_NDIM),
}
SENT = 1 << 16


@pytest.mark.parametrize("unit", DEAR.values(), ids=DEAR)
def test_small_things_in_great_number_cost_no_more_than_is_promised(unit: bytes) -> None:
    """Of whatever has the most memory for the fewest bytes, as many as there is room for: taken or not."""
    count = SENT // len(unit)
    with cheap(forged := b"l" + length(count) + unit * count):
        _decoded(forged)


def test_lists_in_lists_that_all_say_they_are_long_cost_no_more_than_is_promised() -> None:
    """Each length is in the bounds of the payload, and each is a lie."""
    with cheap(forged := (b"l" + length(SENT)) * wire.MAX_DEPTH + b"T" * SENT), pytest.raises(WireError):
        wire.decode(forged)


def test_a_text_of_wide_characters_costs_no_more_than_is_promised() -> None:
    """One character beyond 16 bits widens all of them."""
    with cheap(forged := wire.encode("a" * SENT + "\U0001f600")):
        wire.decode(forged)


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
