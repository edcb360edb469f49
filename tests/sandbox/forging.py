"""How does somebody lie who knows the wire format? Payloads and values that are nearly right, for Hypothesis."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from autograder.sandbox.inside import wire

ARRAYS = st.sampled_from(list(wire.DTYPES.values())).flatmap(
    lambda dtype: arrays(dtype, array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3))
)
LEAVES = st.one_of(st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(), st.text(st.characters(codec=None)), ARRAYS)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4), max_leaves=20)
"""What can be sent."""

LIED = st.one_of(
    st.integers(0, 6),
    st.sampled_from([63, 64, wire.MAX_ELEMENTS - 1, wire.MAX_ELEMENTS, wire.MAX_ELEMENTS + 1, 2**16, 2**31 - 1, 2**31, 2**32 - 1]),
)
"""A length that somebody may state."""


def long(number: int) -> bytes:
    """A length, as it stands in a payload."""
    return wire.LENGTH.pack(number)


def array_head(code: bytes, *shape: int) -> bytes:
    """The head of an array, before its bytes."""
    return b"a" + code + bytes([len(shape) & 255]) + b"".join(map(long, shape))


def _listed(items: list[bytes], times: int, lie: int | None) -> bytes:
    return b"l" + long(len(items) * times if lie is None else lie) + b"".join(items) * times


def _text(data: bytes, lie: int | None) -> bytes:
    return b"s" + long(len(data) if lie is None else lie) + data


MAYBE = st.one_of(st.none(), st.none(), LIED)
TEXTS = st.one_of(
    st.binary(max_size=8), st.text(max_size=4).map(lambda text: text.encode("utf-8", "surrogatepass")), st.just(b"\xed\xa0\x80")
)
EMPTY = st.builds(
    lambda code, before, after: array_head(code, *before, 0, *after),
    st.sampled_from([*wire.DTYPES]),
    st.lists(LIED, max_size=4),
    st.lists(LIED, max_size=3),
)
PIECES = st.one_of(
    EMPTY,
    LEAVES.map(wire.encode),
    st.sampled_from([b"T", b"F", b"N", b"", b"i", b"l", b"a"]),
    st.builds(_text, TEXTS, MAYBE),
    st.builds(
        lambda code, shape, data: array_head(code, *shape) + data,
        st.sampled_from([*wire.DTYPES, b"O", b"\0"]),
        st.lists(LIED, max_size=9),
        st.binary(max_size=24),
    ),
)


def _longer(inner: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    return st.builds(_listed, st.lists(inner, max_size=4), st.sampled_from([1, 1, 1, 2, 300]), MAYBE)


PAYLOADS = st.one_of(
    st.recursive(PIECES, _longer, max_leaves=12),
    st.builds(lambda inner, depth: (b"l" + long(1)) * depth + inner, PIECES, st.integers(wire.MAX_DEPTH - 1, wire.MAX_DEPTH + 1)),
    st.binary(max_size=60),
).filter(lambda payload: len(payload) < 1 << 18)
"""Bytes that are made like payloads: every length in them may be a lie."""


@st.composite
def damaged(draw: Callable[..., Any], content: st.SearchStrategy[bytes]) -> bytes:
    """Such bytes with some of them changed, cut or doubled."""
    data = bytearray(draw(content))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        to = draw(st.integers(at, min(len(data), at + 8)))
        data[at:to] = draw(st.one_of(st.binary(max_size=4), st.just(bytes(data[at:to]) * 2), st.just(b"")))
    return bytes(data)


@st.composite
def altered(draw: Callable[..., Any], values: st.SearchStrategy[Any]) -> Any:
    """Such a value in which one thing is another, is missing, or is there twice."""
    value = deepcopy(draw(values))  # what is drawn may be drawn again
    todo = [value] if isinstance(value, list) else []
    lists = []
    while todo:
        lists.append(one := todo.pop())
        todo += [inner for inner in one if isinstance(inner, list)]
    if not (filled := [one for one in lists if one]):
        return draw(OTHERS)
    where = draw(st.sampled_from(range(len(filled))))
    at = draw(st.integers(0, len(filled[where]) - 1))
    one = filled[where][at]
    filled[where][at : at + 1] = deepcopy(draw(st.one_of(OTHERS.map(lambda other: [other]), st.just([]), st.just([one, one]))))
    return value


OTHERS = st.one_of(
    st.booleans(),
    st.sampled_from([0, 1, -1, 2**62, 10**7]),
    st.sampled_from(["", "h", "error", "step", "train", "x", "rows", "ValueError", "print", "\ud800", "\x1b[2J", "a" * 65, "a dict"]),
    st.sampled_from(
        [["none"], ["absent"], ["odd", "text"], ["text", "a"], ["value", np.array([1.0])], ["parts", [["none"]]], [], ["end"]]
    ),
    st.sampled_from([np.array(1.0), np.array([]), np.array([True]), np.array([1]), np.array([1], np.uint8), np.zeros((2, 0))]),
    VALUES,
)
