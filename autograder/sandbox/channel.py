"""How does the judge talk with one child, under one deadline and one cap?

Frames over two pipes of the job's own. The child may write anything at any time, or nothing: reading never blocks past the deadline
and never holds more than one frame.
"""

import contextlib
import os
import select
import time
from typing import Any

from autograder.errors import SandboxFault
from autograder.sandbox.inside import wire

PIECE = 1 << 16


class Stopped(Exception):
    """The child ended, or its time did (`by_time`)."""

    def __init__(self, by_time: bool) -> None:
        self.by_time = by_time
        super().__init__("time is up" if by_time else "the child ended")


class Garbled(Exception):
    """The child sent something that is not a frame, or too large a one."""


def pipes() -> tuple[int, int, int, int]:
    """Two pipes, both ends of each.

    Raises:
        SandboxFault: there is no descriptor left.
    """
    try:
        one = os.pipe2(os.O_CLOEXEC)
        try:
            return *one, *os.pipe2(os.O_CLOEXEC)
        except OSError:
            for end in one:
                os.close(end)
            raise
    except OSError as error:
        raise SandboxFault(f"The sandbox could not start a job: {error.strerror}.") from error


class Channel:
    """The two ends of a job's pipes.

    Args:
        source, sink: descriptors to read from and write to; closed by `close`.
        deadline: on the monotonic clock.
        cap: bytes of the largest frame that is accepted.
    """

    def __init__(self, source: int, sink: int, deadline: float, cap: int) -> None:
        self._source = source
        self._sink = sink
        self._deadline = deadline
        self._cap = cap
        self._held = bytearray()
        self.ended = False  # whether the child has let go of its end: as a rule it is dying
        os.set_blocking(source, False)
        os.set_blocking(sink, False)

    def send(self, value: list[Any]) -> None:
        """Write a frame.

        Raises:
            Stopped: the child ended or the deadline passed before all of it was taken.
        """
        data = memoryview(wire.frame(value))
        while data:
            self._wait(self._sink, select.POLLOUT)
            try:
                data = data[os.write(self._sink, data) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                self.ended = True
                raise Stopped(by_time=False) from None

    def receive(self, cap: int | None = None) -> Any:
        """The next frame's value.

        Args:
            cap: for this frame alone, instead of the channel's.

        Raises:
            Stopped: the child ended or the deadline passed.
            Garbled: what it sent is no frame.
        """
        (length,) = wire.LENGTH.unpack(self._take(wire.LENGTH.size))
        if length > (self._cap if cap is None else cap):
            raise Garbled(f"a frame of {length} bytes")
        try:
            return wire.decode(self._take(length))
        except wire.WireError as error:
            raise Garbled(str(error)) from None

    def close(self) -> None:
        """Close both ends. May be called twice."""
        for descriptor in (self._source, self._sink):
            if descriptor >= 0:
                with contextlib.suppress(OSError):
                    os.close(descriptor)
        self._source = self._sink = -1

    def _take(self, count: int) -> bytes:
        while len(self._held) < count:
            self._wait(self._source, select.POLLIN)
            try:
                piece = os.read(self._source, PIECE)
            except BlockingIOError:
                continue
            if not piece:
                self.ended = True
                raise Stopped(by_time=False)
            self._held += piece
        taken = bytes(self._held[:count])
        del self._held[:count]
        return taken

    def _wait(self, descriptor: int, event: int) -> None:
        left = self._deadline - time.monotonic()
        poll = select.poll()
        poll.register(descriptor, event)
        if left <= 0 or not poll.poll(left * 1000):
            raise Stopped(by_time=True)
