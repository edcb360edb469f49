"""Whatever a child says, judging it raises nothing, earns nothing, and gives a report that can be sent and shown."""

import contextlib
import io
import os
import time
import warnings
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.course import graph, manifest
from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course
from autograder.feedback import html, markdown, text
from autograder.grading.judge import grade
from autograder.grading.report import Report
from autograder.grading.submission import Submission
from autograder.marking import protocol
from autograder.marking.protocol import Marked
from autograder.sandbox.answers import MAX_NOTES, Extract, Malformed, extraction
from autograder.sandbox.channel import Channel, Garbled, Stopped
from autograder.sandbox.conversation import Asked, Conversation
from autograder.sandbox.host import Ended, Outcome
from autograder.sandbox.inside import wire
from autograder.sandbox.isolation import Level
from tests.grading.calling import course_in
from tests.grading.conftest import SECRET
from tests.sandbox.forging import altered

CAP = 1 << 16
PATIENCE = 60.0
LARGEST_REPORT = 1 << 16  # bytes as JSON: what a class's reports may hold of one submission

HANDED_IN = Extract("py", ("h = 1",), ((0, 0),))
Frames = Callable[[Asked], list[Any]]


@dataclass
class Child:
    """Stands in for a sandbox and all of its jobs. What `frames` says goes through a real pipe and a real conversation."""

    frames: Frames
    notes: tuple[str, ...] = ()
    level: Level = Level.A
    source: Extract = HANDED_IN
    refused: str = ""

    def job(self, *_: object) -> Self:
        """A job is nothing of its own here."""
        return self

    again = job

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""

    def run(self, **asked: Any) -> Outcome:
        """What the conversation makes of the frames."""
        order = Asked(
            **{
                "published": (),
                "calls": (),
                "inputs": (),
                "held": (),
                "driver": "",
                "put_right": ((), ""),
                "shown": 0,
                "source": self.source,
                **asked,
            }
        )
        source, writing = os.pipe()
        channel = Channel(source, os.open(os.devnull, os.O_WRONLY), time.monotonic() + PATIENCE, CAP)
        talk, ended = Conversation(channel, order), Ended.DONE
        try:
            _write(writing, b"".join(map(_frame, self.frames(order))))
            talk.hold()
        except Stopped:
            ended = Ended.EARLY
        except (Garbled, Malformed):
            ended = Ended.GARBLED
        finally:
            channel.close()
        return Outcome(talk.cases, ended, talk.places)


def _frame(said: Any) -> bytes:
    with contextlib.suppress(wire.WireError, RecursionError):
        return wire.frame(said)
    return b""


def _write(descriptor: int, data: bytes) -> None:
    """As much as the pipe takes: whoever says more is not heard to the end."""
    os.set_blocking(descriptor, False)
    with contextlib.suppress(BlockingIOError), os.fdopen(descriptor, "wb", buffering=0) as pipe:
        pipe.write(data)


ANSWERS = st.one_of(
    st.sampled_from([["absent"], ["none"], ["odd", "a dict"], ["odd", "nothing"], ["text", "agrees"], ["value", np.array(0.8)]]),
    st.sampled_from([np.nan, np.inf, 1e308, -1e308, 5e-324, 0.0, 1.0]).map(lambda number: ["value", np.array(number)]),
    st.sampled_from([(0,), (1,), (4,), (2, 2), (4, 1), (0, 4), (4, 0), (3, 0, 9), (1, 1, 1), (65,), (50_000, 0), (0, 50_000)]).map(
        lambda shape: ["value", np.full(shape, 1e200)]
    ),
    st.sampled_from([["value", np.array([True, False])], ["value", np.array(True)]]),
)
PARTS = st.lists(ANSWERS.filter(lambda answer: answer[0] in ("value", "text", "none")), min_size=1, max_size=4).map(
    lambda parts: ["parts", parts]
)
PLACES = st.sampled_from([[], [0, 1], [3, 2]])
RAISED = st.tuples(st.sampled_from([0, 3]), st.integers(0, 3), st.sampled_from(["ValueError", "SyntaxError", "StatementTimeout", "x"]))


@st.composite
def forged(draw: Callable[..., Any]) -> Frames:
    """What a child says, in the form that is expected, but for a thing or two. It says the same in every run."""
    # Each of these is drawn once, and used again and again: a child says whatever it says many times.
    found = draw(st.lists(ANSWERS, min_size=3, max_size=3))
    called = draw(st.lists(st.one_of(ANSWERS, PARTS), min_size=3, max_size=3))
    place, raised, lines = draw(PLACES), draw(st.booleans()), draw(st.lists(RAISED, min_size=1, max_size=2))
    changed, waits = draw(st.booleans()), draw(st.booleans())
    end, wrong, instead = draw(st.booleans()), draw(st.one_of(st.none(), st.integers(0, 30))), draw(st.integers(0, 2**16))

    def frames(asked: Asked) -> list[Any]:
        names, calls = list(asked.names), list(asked.calls)
        bound = [*names, *(call.question for call in calls)]
        told = [[*line, bound[index:]] for index, line in enumerate(lines)] if raised else []
        said: list[Any] = [["places", [place for _ in bound]]]
        for group in [group for batch in asked.batches for group in asked.groups(batch)]:
            said.append(["case", [found[index % 3] for index, _ in enumerate(names)], told, list(asked.givens)])
            for number, call in enumerate(calls):
                others = [other.question for other in calls if other is not call]
                stopped = [[0, 1, "ValueError", [call.question]]] if raised else []
                waiting = others[0] if waits and others else ""
                one = ["called", called[number % 3], list(call.arguments) if changed else [], stopped, waiting]
                said += [one] * len(group)
        said += [["end"]] if end else []
        if wrong is not None and wrong < len(said):
            said[wrong] = changed_by(instead, said[wrong])
        return said

    return frames


def changed_by(number: int, said: Any) -> Any:
    """A frame with one thing changed, always the same: some runs are compared with each other."""
    lists, todo = [], [said := deepcopy(said)]
    while todo:
        lists.append(one := todo.pop())
        todo += [inner for inner in one if isinstance(inner, list)]
    if chosen := lists[number % len(lists)]:
        chosen[number // len(lists) % len(chosen)] = INSTEAD[number % len(INSTEAD)]
    return said


INSTEAD: tuple[Any, ...] = (
    True,
    0,
    -1,
    7,
    "h",
    "",
    "\ud800",
    [],
    np.array([]),
    np.zeros((7, 0)),
    np.array([1], np.uint8),
    0.5,
    ["value", np.array(2.0)],
)


class Judge:
    """One assignment, and its course."""

    def __init__(self, course: Course, slug: str) -> None:
        self._course = course
        self.loaded = load_assignment(course, slug)

    def __repr__(self) -> str:
        return f"Judge({self.loaded.slug})"

    def __call__(self, child: Child) -> Report:
        """Its report on what a child says."""
        submission = Submission("mallory", self.loaded.slug, self.loaded.entry.file, b"h = 1\n")
        with warnings.catch_warnings(action="ignore"):  # of an overflow in what a child has sent
            return grade(self.loaded, submission, course=self._course, secret=SECRET, sandbox=child)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def judges(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Judge]:
    """One assignment of values, one of functions, one of both."""
    course, small = manifest.load(root), manifest.load(course_in(tmp_path_factory.mktemp("functions")))
    return [Judge(course, "01-gradient-step"), Judge(small, "01-neuron"), Judge(small, "02-mixed")]


@given(forged(), st.integers(0, 2))
@settings(max_examples=150, deadline=None)
def test_whatever_is_said_becomes_a_report(judges: list[Judge], frames: Frames, number: int) -> None:
    report = judges[number](Child(frames))
    assert report.score is not None
    assert report.score < report.max_score or not report.max_score
    assert sendable(report) == report
    assert len(msgspec.json.encode(report)) < LARGEST_REPORT


NOTES = altered(
    st.lists(st.text(st.characters(codec=None), max_size=300), max_size=MAX_NOTES + 2).map(
        lambda notes: ["text", [[0, 0, "h = 1"]], notes]
    )
)


@given(NOTES)
@settings(max_examples=50, deadline=None)
def test_whatever_notes_are_sent_become_a_report(judges: list[Judge], said: Any) -> None:
    try:
        _, notes, _ = extraction(said, "py")
    except Malformed:
        return
    report = judges[0](Child(lambda asked: [], notes=notes))
    assert sendable(report) == report


def sendable(report: Report) -> Any:
    """The report as it comes out of a worker, stored and shown on the way."""
    stream = io.BytesIO()
    protocol.write(stream, Marked(report))
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) is not None
    for page in (text.render(report), html.render(report), markdown.render(report)):
        page.encode()
    stream.seek(0)
    found = protocol.read(stream)
    assert isinstance(found, Marked)
    return found.report


def test_the_stand_in_says_what_a_child_would(judges: list[Judge]) -> None:
    """So it is judging that is tried: right answers through the same pipe get all the marks."""
    report = judges[0](Child(knowing(judges[0].loaded)))
    assert (report.score, report.max_score) == (10.0, 10.0)


def knowing(loaded: Loaded) -> Frames:
    """A child that says what is true."""

    def frames(asked: Asked) -> list[Any]:
        truths = [graph.answers(loaded.assignment, dict(zip(asked.givens, case, strict=True))) for case in asked.cases]
        cases = [["case", [["value", np.asarray(truth[name], np.float64)] for name in asked.names], [], []] for truth in truths]
        return [["places", [[0, 1] for _ in asked.names]], *cases, ["end"]]

    return frames
