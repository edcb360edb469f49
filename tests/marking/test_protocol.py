"""What the pool and its workers say to each other."""

import io

import pytest

from autograder.grading.submission import Submission
from autograder.marking.protocol import Begin, Mark, Message, Ready, Unable, read, write

MESSAGES: list[Message] = [
    Begin("/course", b"k" * 32, "A"),
    Ready("A"),
    Unable(("one", "two")),
    Mark(Submission("zoë", "01-gradient-step", "gradient.py", b"\xff\x00")),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_comes_out_as_it_went_in(message: Message) -> None:
    """Every kind of message survives the way, one after another."""
    stream = io.BytesIO()
    write(stream, message)
    write(stream, Ready("A"))
    stream.seek(0)
    assert read(stream) == message
    assert read(stream) == Ready("A")
    assert read(stream) is None


@pytest.mark.parametrize("cut", [1, 3, 4, 7])
def test_a_message_that_is_cut_short_is_the_end(cut: int) -> None:
    """A worker that dies in the middle of a sentence has said nothing."""
    stream = io.BytesIO()
    write(stream, Unable(("a reason",)))
    assert read(io.BytesIO(stream.getvalue()[:cut])) is None
