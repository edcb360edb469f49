"""What lies in the corpus becomes what its name says, and a promise that is broken is seen.

`python -m tests.fuzz.record` writes the corpus, `python -m tests.fuzz.wire` adds what it finds.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from autograder.sandbox import answers, channel
from autograder.sandbox.inside import sources, wire
from tests.fuzz import promises, record
from tests.fuzz.promises import KINDS
from tests.fuzz.wire import CORPUS

FILES = sorted(path for path in CORPUS.iterdir() if path.is_file())
MOST_FILES, MOST_BYTES = 60, 1 << 15


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_the_corpus_becomes_what_its_name_says(path: Any) -> None:
    expected = path.name.partition("-")[0]
    said = KINDS[path.suffix[1:]](path.read_bytes())
    assert expected in (said, "found")


def test_the_corpus_is_small_and_there_is_something_of_each_kind() -> None:
    assert len(FILES) < MOST_FILES
    assert sum(path.stat().st_size for path in FILES) < MOST_BYTES
    assert {path.suffix[1:] for path in FILES} == {*KINDS}


def test_the_corpus_holds_what_is_said_today() -> None:
    """After a change of what is sent: `python -m tests.fuzz.record`."""
    kept = {path.name: path.read_bytes() for path in FILES if not path.name.startswith("found-")}
    assert kept == record.files()


def _raising(error: Exception) -> Callable[..., Any]:
    def instead(*_: object, **__: object) -> Any:
        raise error

    return instead


def _then(function: Callable[..., Any], change: Callable[[Any], Any]) -> Callable[..., Any]:
    return lambda *args, **more: change(function(*args, **more))


CASE = (record.PAYLOADS["taken-error-named-after-a-secret"], answers)
HEARD = wire.frame("a") * 2
BROKEN: dict[str, tuple[str, bytes, Any, str, Callable[..., Any]]] = {
    "decode-raises-something-else": ("payload", b"N", wire, "decode", _raising(KeyError())),
    "decode-takes-too-much": ("payload", b"TT", wire, "decode", lambda _: True),
    "decode-gives-another-value": ("payload", b"T", wire, "decode", lambda _: False),
    "decode-gives-what-becomes-huge": ("payload", record.array(b"f", 2**31, 0), wire, "decode", lambda _: np.zeros((2**31, 0))),
    "a-reading-raises-something-else": ("payload", b"T", answers, "case_values", _raising(TypeError())),
    "another-reading-raises-something-else": ("payload", b"T", answers, "called", _raising(IndexError())),
    "the-end-is-no-truth-value": ("payload", b"T", answers, "is_end", _raising(ValueError())),
    "an-error-goes-through-as-it-is": ("payload", *CASE, "_known", lambda error: error),
    "any-line-goes-through": (
        "payload", *CASE, "_told", lambda *_: answers.Told(0, True, "ValueError", frozenset()),
    ),
    "a-name-goes-through-that-was-not-asked-for": (
        "payload", *CASE, "_told", lambda *_: answers.Told(0, 1, "ValueError", frozenset({"secret"})),
    ),
    "an-odd-thing-goes-through-by-its-name": ("payload", *CASE, "_answer", lambda *_, **__: answers.NoValue("x_3_2_1_4")),
    "a-text-goes-through-that-steers": ("payload", *CASE, "_answer", lambda *_, **__: "\x1b[2J"),
    "an-answer-is-of-another-dtype": ("payload", *CASE, "_answer", lambda *_, **__: np.array([1])),
    "notes-go-through-that-are-no-text": (
        "notebook", record.notebook("h"), answers, "extraction", lambda *_: (answers.NOTHING_READ, ("\ud800",), ""),
    ),
    "receiving-raises-something-else": ("stream", b"\0", channel.Channel, "receive", _raising(EOFError())),
    "receiving-gives-another-frame": ("stream", HEARD, wire, "decode", lambda _: "b"),
    "receiving-waits-for-ever": ("stream", HEARD, channel.Channel, "receive", _raising(channel.Stopped(by_time=True))),
    "receiving-ends-too-soon": ("stream", HEARD * 1000, channel.Channel, "receive", _raising(channel.Stopped(by_time=False))),
    "reading-raises-something-else": ("source", b"h = 1", promises, "extract", _raising(AttributeError())),
    "reading-refuses-in-the-students-words": ("source", b"h = 1", promises, "extract", _raising(sources.Refused("é"))),
    "compiling-raises-something-else": ("notebook", record.notebook("h"), promises, "compile_source", _raising(OverflowError())),
    "the-judge-does-not-understand": ("notebook", record.notebook("h"), answers, "extraction", _raising(answers.Malformed())),
}  # fmt: skip


SEEN = (AssertionError, LookupError, TypeError, ValueError, EOFError, AttributeError, OverflowError)


@pytest.mark.parametrize(("kind", "data", "where", "name", "instead"), BROKEN.values(), ids=BROKEN)
def test_a_broken_promise_is_seen(kind: str, data: bytes, where: Any, name: str, instead: Callable[..., Any]) -> None:
    with replaced(where, name, instead), pytest.raises(SEEN):
        KINDS[kind](data)


@contextmanager
def replaced(where: Any, name: str, instead: Callable[..., Any]) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(where, name, instead)
        yield


def test_without_a_change_none_of_these_breaks_a_promise() -> None:
    """So it was the change that was seen."""
    for kind, data, *_ in BROKEN.values():
        if data != record.array(b"f", 2**31, 0):
            assert KINDS[kind](data) in ("refused", "malformed", "taken", "stopped", "garbled")
