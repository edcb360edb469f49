"""One zygote for each worker of pytest-xdist, with limits so small that what runs into them does so soon."""

from collections.abc import Iterator

import pytest

from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits

SMALL = Limits(
    wall_seconds=4.0, cpu_seconds=1.0, statement_seconds=0.3, call_seconds=0.3, memory_mb=512, output_kb=64, source_kb=256, frame_kb=64
)


@pytest.fixture(scope="session")
def shared() -> Iterator[Sandbox]:
    """A running sandbox of level A that many tests use one after the other, as graders do."""
    with Sandbox(Level.A, SMALL) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(shared: Sandbox) -> Iterator[Sandbox]:
    """The shared sandbox; whatever the test did to it, its zygote is alive afterwards and the next job comes back right."""
    yield shared
    with shared.job(b"h = x + 1\n", "py") as job:
        outcome = job.run(names=["h"], givens=["x"], mended=[], cases=[[1.0]])
    assert (outcome.ended, outcome.cases[0].values["h"]) == ("done", 2.0)
