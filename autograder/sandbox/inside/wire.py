"""How do values cross between the judge and the student's process?

A frame is four bytes of length, most significant first, and a payload of plain data: exact bool, int, float, str, list, and
arrays as (dtype from a short list, shape, raw bytes). Nothing in it can run. The decoder trusts nothing: bytes, depth, elements
and every length are capped before anything is allocated, and the only exception it raises on any input is `WireError`.
"""

import struct
from typing import Any

import numpy as np

LENGTH = struct.Struct(">I")
INT = struct.Struct(">q")
FLOAT = struct.Struct(">d")
DTYPES: dict[bytes, np.dtype[Any]] = {
    b"f": np.dtype("<f8"),
    b"s": np.dtype("<f4"),
    b"i": np.dtype("<i8"),
    b"b": np.dtype("?"),
    b"u": np.dtype("u1"),
}
CODES = {dtype: code for code, dtype in DTYPES.items()}
MAX_DEPTH = 12
MAX_NDIM = 8
MAX_ELEMENTS = 200_000


class WireError(Exception):
    """The bytes are not a value of this format, or are larger than allowed; or a value cannot be sent."""


def encode(value: Any) -> bytes:
    """The payload for a value made of exact bool, int (64 bits), float, str, list and arrays of the known dtypes."""
    parts: list[bytes] = []
    _put(value, parts, 0)
    return b"".join(parts)


def frame(value: Any) -> bytes:
    """A whole frame: length and payload."""
    payload = encode(value)
    return LENGTH.pack(len(payload)) + payload


def decode(payload: bytes, most: int = MAX_ELEMENTS) -> Any:
    """The value of a payload, arrays read-only.

    Args:
        most: how many elements it may have; the judge's own frames may have more than a child's.

    Raises:
        WireError: on anything that `encode` would not have written.
    """
    reader = _Reader(payload, most)
    value = reader.take(0)
    if reader.at != len(payload):
        raise WireError("bytes left over")
    return value


def _put(value: Any, parts: list[bytes], depth: int) -> None:
    kind = type(value)
    if kind is bool:
        parts.append(b"T" if value else b"F")
    elif kind is int:
        if not -(2**63) <= value < 2**63:
            raise WireError("an integer beyond 64 bits")
        parts.append(b"i" + INT.pack(value))
    elif kind is float:
        parts.append(b"f" + FLOAT.pack(value))
    elif kind is str:
        data = value.encode("utf-8", "surrogatepass")
        parts.append(b"s" + LENGTH.pack(len(data)) + data)
    elif kind is list:
        if depth >= MAX_DEPTH:
            raise WireError("lists nested too deeply")
        parts.append(b"l" + LENGTH.pack(len(value)))
        for item in value:
            _put(item, parts, depth + 1)
    elif kind is np.ndarray:
        _put_array(value, parts)
    else:
        raise WireError(f"{kind.__name__} cannot be sent")


def _put_array(array: np.ndarray[Any, Any], parts: list[bytes]) -> None:
    code = CODES.get(array.dtype)
    if code is None or array.ndim > MAX_NDIM:
        raise WireError(f"an array of {array.dtype} with {array.ndim} axes cannot be sent")
    shape = b"".join(LENGTH.pack(n) for n in array.shape)
    parts.append(b"a" + code + bytes([array.ndim]) + shape + array.tobytes())


class _Reader:
    """A cursor over a payload that counts what it has built."""

    def __init__(self, payload: bytes, most: int) -> None:
        self.payload = payload
        self.most = most
        self.at = 0
        self.elements = 0

    def take(self, depth: int) -> Any:
        tag = self.bytes(1)
        self.count(1)
        if tag == b"T":
            return True
        if tag == b"F":
            return False
        if tag == b"i":
            return INT.unpack(self.bytes(8))[0]
        if tag == b"f":
            return FLOAT.unpack(self.bytes(8))[0]
        if tag == b"s":
            return self.text()
        if tag == b"l":
            return self.list(depth)
        if tag == b"a":
            return self.array()
        raise WireError("an unknown tag")

    def bytes(self, count: int) -> bytes:
        if count > len(self.payload) - self.at:
            raise WireError("cut short")
        self.at += count
        return self.payload[self.at - count : self.at]

    def count(self, more: int) -> None:
        self.elements += more
        if self.elements > self.most:
            raise WireError("too many elements")

    def length(self) -> int:
        return int(LENGTH.unpack(self.bytes(4))[0])

    def text(self) -> str:
        try:
            return self.bytes(self.length()).decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise WireError("text that is not UTF-8") from None

    def list(self, depth: int) -> "list[Any]":
        if depth >= MAX_DEPTH:
            raise WireError("lists nested too deeply")
        length = self.length()
        self.count(0 if length <= len(self.payload) else self.most + 1)
        return [self.take(depth + 1) for _ in range(length)]

    def array(self) -> Any:
        dtype = DTYPES.get(self.bytes(1))
        ndim = self.bytes(1)[0]
        if dtype is None or ndim > MAX_NDIM:
            raise WireError("an array of an unknown kind")
        shape = tuple(self.length() for _ in range(ndim))
        size, room = 1, 1
        for n in shape:
            size *= n
            room *= max(1, n)
        data = self.bytes(size * dtype.itemsize)
        self.count(1 if dtype.kind == "u" else room)  # without entries there may still be any number of rows
        if dtype.kind == "b" and data.strip(b"\0\1"):
            raise WireError("a truth value that is neither 0 nor 1")
        try:
            return np.frombuffer(data, dtype).reshape(shape)
        except ValueError:
            raise WireError("an array of an impossible shape") from None
