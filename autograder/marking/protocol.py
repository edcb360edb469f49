"""What do the judge's processes say to each other? Typed messages in MessagePack, each with its length before it.

Both ends are ours: the pool and its workers. Student code is on neither.
"""

import struct
from typing import BinaryIO

import msgspec

from autograder.grading.report import Report
from autograder.grading.submission import Submission

LENGTH = struct.Struct(">I")


class Begin(msgspec.Struct, frozen=True, tag=True):
    """To a new worker: the course, its secret, how strongly to isolate, and whether reports hold what feedback pages draw.

    Attributes:
        level: of isolation; empty: the strongest that works here, which the worker finds by trying; `unsafe`: be it too little.
    """

    root: str
    secret: bytes
    level: str = ""
    drawing: bool = False
    unsafe: bool = False


class Ready(msgspec.Struct, frozen=True, tag=True):
    """From a worker: its sandbox runs, at this level."""

    level: str


class Unable(msgspec.Struct, frozen=True, tag=True):
    """From a worker: it cannot work, and why, for the instructor; `course`: because the course is wrong."""

    problems: tuple[str, ...]
    course: bool = False


class Mark(msgspec.Struct, frozen=True, tag=True):
    """To a worker: a submission, and how many times as long as others' its runs may take."""

    submission: Submission
    time_factor: float = 1.0


class Marked(msgspec.Struct, frozen=True, tag=True):
    """From a worker: the report on it."""

    report: Report


Message = Begin | Ready | Unable | Mark | Marked

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Message)


def write(stream: BinaryIO, message: Message) -> None:
    """Send a message."""
    data = _encoder.encode(message)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def read(stream: BinaryIO) -> Message | None:
    """The next message; None at the end of the stream, also in the middle of a message."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    return _decoder.decode(data) if len(data) == length else None
