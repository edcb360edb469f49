"""Whatever a child writes, and however it is cut: frames are received, or the end is `Stopped` or `Garbled`, one frame at a time."""

import contextlib
import itertools
import os
import socket
import threading
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox.channel import Channel, Garbled, Stopped
from autograder.sandbox.inside import wire
from tests.fuzz.promises import CAP, PATIENCE, stream
from tests.sandbox.forging import PAYLOADS, VALUES, damaged
from tests.sandbox.forging import long as length

FRAMES = st.lists(VALUES.map(wire.frame).filter(lambda frame: len(frame) <= CAP), max_size=4)
PIECES = 4 << 16  # what may be read beyond a frame, and what Python needs to put it together
CUTS = st.lists(st.integers(1, 40), min_size=1, max_size=60)


@contextlib.contextmanager
def hearing(pieces: Sequence[bytes] = (), *, seconds: float = PATIENCE, cap: int = CAP, over: bool = True) -> Iterator[Channel]:
    """A channel whose child writes these pieces, each of which is read by itself, and then ends (`over`) or says no more."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    sink = os.open(os.devnull, os.O_WRONLY)

    def say() -> None:
        with contextlib.suppress(ConnectionError):  # the judge may have heard enough
            for piece in pieces:
                theirs.send(piece)
        if over:
            theirs.close()

    child = threading.Thread(target=say)
    with theirs:
        made = Channel(ours.detach(), sink, time.monotonic() + seconds, cap)
        child.start()
        try:
            yield made
        finally:
            made.close()
            child.join()


def cut(data: bytes, lengths: Sequence[int]) -> list[bytes]:
    """In pieces of these lengths, over and over; as long as it is small."""
    pieces: list[bytes] = []
    while data:
        count = lengths[len(pieces) % len(lengths)] + len(data) // 100
        pieces.append(data[:count])
        data = data[count:]
    return pieces


def received(channel: Channel) -> tuple[list[Any], str]:
    """All that is received, as frames again, and how it ended."""
    frames: list[bytes] = []
    try:
        while True:
            frames.append(wire.frame(channel.receive()))
    except Stopped as stopped:
        return frames, "time" if stopped.by_time else "over"
    except Garbled:
        return frames, "garbled"


@given(FRAMES, CUTS, st.integers(0, 3))
@settings(deadline=None)
def test_frames_come_as_they_were_sent_however_they_are_cut(frames: list[bytes], lengths: list[int], missing: int) -> None:
    sent = b"".join(frames)
    with hearing(cut(sent[: len(sent) - missing], lengths)) as channel:
        found, end = received(channel)
    assert (found, end) == (frames if not missing or not frames else frames[:-1], "over")


STREAMS = st.one_of(
    st.binary(max_size=200),
    damaged(FRAMES.map(b"".join)),
    st.lists(PAYLOADS.map(lambda payload: length(len(payload)) + payload), max_size=3).map(b"".join),
)


@given(STREAMS, CUTS)
@settings(deadline=None)
def test_bytes_of_any_kind_are_frames_up_to_a_certain_one_however_they_are_cut(sent: bytes, lengths: list[int]) -> None:
    said = stream(sent := sent[: 1 << 16])
    with hearing(cut(sent, lengths)) as channel:
        found, end = received(channel)
    assert end == {"stopped": "over", "garbled": "garbled"}[said]
    assert sent.startswith(b"".join(found))


BEYOND = {"by-one": CAP + 1, "by-gigabytes": 2**32 - 1}


@pytest.mark.parametrize("announced", BEYOND.values(), ids=BEYOND)
def test_a_frame_beyond_the_cap_is_refused_before_any_of_it_has_come(announced: int) -> None:
    with hearing([length(announced)], over=False) as channel, pytest.raises(Garbled, match=f"a frame of {announced} bytes"):
        channel.receive()


def test_a_cap_for_one_frame_alone_holds_for_that_frame_alone() -> None:
    large, small = wire.frame("a" * 2 * CAP), wire.frame("a")
    with hearing([large, small, large]) as channel:
        assert channel.receive(3 * CAP) == "a" * 2 * CAP
        assert channel.receive(CAP // 2) == "a"
        with pytest.raises(Garbled):
            channel.receive()


@pytest.mark.parametrize("cap", [CAP, 1 << 18])
@pytest.mark.parametrize("size", [64, 1 << 12, 1 << 18], ids=["small-frames", "frames-of-some-size", "large-frames"])
def test_a_flood_of_frames_holds_no_more_than_one_of_them(cap: int, size: int) -> None:
    """Eight megabytes are on their way; of them no more is in memory than a frame, in the three forms that it takes, and a piece."""
    frame = wire.frame(np.zeros(min(size, cap) - 32, np.uint8))
    flood = frame * ((8 << 20) // len(frame) // (1 if size > CAP else 8))
    source, writing = os.pipe()
    channel = Channel(source, os.open(os.devnull, os.O_WRONLY), time.monotonic() + PATIENCE, cap)
    writer = threading.Thread(target=_write, args=(writing, flood))
    writer.start()
    tracemalloc.start()
    count = 0
    try:
        with contextlib.suppress(Stopped):
            while channel.receive() is not None:
                count += 1
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        channel.close()
        writer.join()
    assert count == len(flood) // len(frame)
    assert peak < 4 * cap + PIECES


def _write(descriptor: int, data: bytes) -> None:
    with contextlib.suppress(BrokenPipeError), os.fdopen(descriptor, "wb", buffering=0) as pipe:
        left = memoryview(data)
        while left:
            left = left[pipe.write(left) :]


def test_who_says_nothing_is_stopped_when_the_time_is_over() -> None:
    with hearing(over=False, seconds=0.01) as channel, pytest.raises(Stopped) as stopped:
        channel.receive()
    assert stopped.value.by_time


def test_who_says_one_byte_at_a_time_gets_no_more_time_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count()
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))
    sent = [bytes([byte]) for byte in wire.frame("a" * 40)]
    with hearing(sent, seconds=20, over=False) as channel, pytest.raises(Stopped) as stopped:
        channel.receive()
    assert stopped.value.by_time
    assert next(seconds) < len(sent)


def test_who_does_not_listen_stops_the_one_who_speaks() -> None:
    source, never = os.pipe()
    deaf, sink = os.pipe()
    channel = Channel(source, sink, time.monotonic() + 0.05, CAP)
    try:
        with pytest.raises(Stopped) as stopped:
            channel.send(["source", "py", np.zeros(1 << 20, np.uint8)])
        assert stopped.value.by_time
        os.close(deaf)
        channel._deadline = time.monotonic() + PATIENCE
        with pytest.raises(Stopped) as stopped:
            channel.send(["end"])
        assert not stopped.value.by_time
    finally:
        channel.close()
        os.close(never)


def test_closing_twice_closes_nothing_of_anybody_elses() -> None:
    with hearing() as channel:
        channel.close()
        another = os.open(os.devnull, os.O_RDONLY)
        channel.close()
        os.close(another)
