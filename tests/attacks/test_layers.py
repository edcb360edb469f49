"""Each layer all by itself stops what `layers.STOPS` says. With none in force everything goes through, at A and B nothing does."""

import contextlib
import ctypes
import os
import platform
import resource
import select
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pytest

from autograder.sandbox.host import Ended, Outcome, Sandbox
from autograder.sandbox.isolation import ENVIRONMENT, LAYERS, Layer, Level
from autograder.sandbox.limits import Limits
from tests.attacks.layers import AMOUNTS, LANDLOCK_SINCE, ONCE, PRELUDE, PROBES, STOPS, Probe, stopped_by, table

LITTLE = Limits(wall_seconds=60.0, cpu_seconds=1.0, statement_seconds=50.0, memory_mb=512, frame_kb=256)
CONTENT = "the judge's own"
MEMORY = b"descent!"
NUMBERS = {
    "x86_64": {"ADD_KEY": 248, "KEYCTL": 250, "REBOOT": 169},
    "aarch64": {"ADD_KEY": 217, "KEYCTL": 219, "REBOOT": 142},
}[platform.machine()]
SEARCH, UNLINK, USERS_KEYRING = 10, 9, -4
SOON_SECONDS = 0.05
CLAIMS = [(layer, name) for layer, names in STOPS.items() for name in names]
LEVELS = [(level, name) for level in (Level.A, Level.B) for name in PROBES]
Sandboxes = Callable[[Set[Layer]], Sandbox]


class Scene:
    """What a probe may come upon: files, sockets, a process, memory and an open descriptor of the judge's."""

    def __init__(self) -> None:
        self._mark = f"probe-{os.getpid()}"
        self._folder = Path(f"/tmp/descent-layers-{os.getpid()}")  # where anybody may look
        self._memory = ctypes.create_string_buffer(MEMORY)
        self._streams = [socket.socket(), socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)]
        self._datagrams = socket.socket(type=socket.SOCK_DGRAM)
        self._port = 0
        self._descriptor = -1
        self._victim: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._folder.mkdir()
        self._folder.chmod(0o777)
        addresses: list[tuple[str, int] | str] = [("127.0.0.1", 0), f"\0{self._mark}", str(self._folder / "socket")]
        for stream, address in zip(self._streams, addresses, strict=True):
            stream.bind(address)
            stream.listen()
        (self._folder / "socket").chmod(0o777)
        self._port = self._streams[0].getsockname()[1]
        self._datagrams.bind(("127.0.0.1", self._port))
        self.set()
        self._descriptor = os.open(self._folder / "own", os.O_RDONLY)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._clear()
        for one in (*self._streams, self._datagrams):
            one.close()
        os.close(self._descriptor)
        if self._victim:
            self._victim.kill()
            self._victim.wait()
        shutil.rmtree(self._folder)

    def set(self) -> None:
        """Everything in its place, as it was before any probe."""
        self._clear()
        while self._visited(0):
            pass
        for name, mode in {"own": 0o600, "common": 0o666, "going": 0o666}.items():
            path = self._folder / name
            path.write_text(CONTENT)
            path.chmod(mode)
        self._memory.value = MEMORY
        if self._victim is None or self._victim.poll() is not None:
            self._victim = subprocess.Popen(["/bin/sleep", "600"], env={"SECRET": CONTENT})

    def filled(self, code: str) -> str:
        """A probe's code with the words between @ filled in."""
        assert self._victim
        words = {
            "OWN": self._folder / "own", "COMMON": self._folder / "common", "GOING": self._folder / "going", "FOLDER": self._folder,
            "JUDGE": os.getpid(), "ADDRESS": ctypes.addressof(self._memory), "DIGITS": self._descriptor, "VICTIM": self._victim.pid,
            "PORT": self._port, "NAME": self._mark, "MARK": self._mark, "KEY": os.getpid(), **NUMBERS,
        }  # fmt: skip
        for word, value in words.items():
            code = code.replace(f"@{word}@", str(value))
        return code

    def shows(self, trace: str) -> bool:
        """Whether the judge sees that something was done."""
        match trace:
            case "judge's file":
                return (self._folder / "own").read_text() != CONTENT
            case "common file":
                return (self._folder / "common").read_text() != CONTENT
            case "removed":
                return not (self._folder / "going").exists()
            case "loot":
                return os.path.lexists(self._folder / "descent-loot")
            case "memory":
                return self._memory.value != MEMORY
            case "process":
                return bool(self._survivors())
            case "visitor":
                return self._visited(SOON_SECONDS)
            case "ended":
                assert self._victim
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._victim.wait(SOON_SECONDS)
                return self._victim.returncode is not None
        raise AssertionError(f"nobody looks for {trace!r}")

    def _visited(self, seconds: float) -> bool:
        came = select.select([*self._streams, self._datagrams], [], [], seconds)[0]
        for one in came:
            if one is self._datagrams:
                one.recv(1)
            else:
                one.accept()[0].close()
        return bool(came)

    def _clear(self) -> None:
        for path in self._folder.glob("descent-*"):
            path.unlink()
        for pid in self._survivors():
            os.kill(pid, signal.SIGKILL)
        libc = ctypes.CDLL(None)
        if (key := libc.syscall(NUMBERS["KEYCTL"], SEARCH, USERS_KEYRING, b"user", self._mark.encode(), 0)) > 0:
            libc.syscall(NUMBERS["KEYCTL"], UNLINK, key, USERS_KEYRING)
        if (segment := libc.shmget(os.getpid(), 4096, 0)) >= 0:
            libc.shmctl(segment, 0, None)

    def _survivors(self) -> list[int]:
        found = []
        for comm in Path("/proc").glob("[0-9]*/comm"):
            with contextlib.suppress(OSError):
                if comm.read_text().strip() == self._mark:
                    found.append(int(comm.parent.name))
        return found


@pytest.fixture(scope="module")
def scene() -> Iterator[Scene]:
    """One scene for all probes, set anew for each."""
    with Scene() as one:
        yield one


@pytest.fixture(scope="module")
def sandboxes() -> Iterator[Sandboxes]:
    """A sandbox for each set of layers that is asked for. What needs root is skipped without."""
    with contextlib.ExitStack() as stack:
        started: dict[frozenset[Layer], Sandbox] = {}

        def of(layers: Set[Layer]) -> Sandbox:
            if Layer.USER in layers and os.geteuid() != 0:
                pytest.skip("only root can give each job a user of its own")
            if (key := frozenset(layers)) not in started:
                started[key] = stack.enter_context(Sandbox(Level.NONE, LITTLE, layers=layers))
            return started[key]

        yield of


def goes_through(sandbox: Sandbox, probe: Probe, scene: Scene) -> bool:
    """Whether a job in this sandbox can do it."""
    scene.set()
    said = told(sandbox, scene.filled(probe.attempt))
    if probe.then:
        said = told(sandbox, scene.filled(probe.then))
    return scene.shows(probe.trace) if probe.trace else said


def told(sandbox: Sandbox, code: str) -> bool:
    """Whether a job says that it came to the end of the code."""
    with sandbox.job(program(code).encode(), "py") as job:
        outcome = job.run(names=["through"], givens=[], mended=[], cases=[[]])
    return outcome.ended is Ended.DONE and outcome.cases[0].values["through"] == 1.0


def program(code: str) -> str:
    body = textwrap.indent(code.strip(), "    ")
    return f"{PRELUDE}\nthrough = 0.0\ntry:\n{body}\n    through = 1.0\nexcept OSError:\n    pass\n"


def possible(probe: Probe, scene: Scene) -> bool:
    """Whether whoever runs the tests can do it on this machine, without any sandbox."""
    codes = [program(scene.filled(code)) + "sys.exit(through != 1.0)\n" for code in (probe.attempt, probe.then) if code]
    scene.set()
    return all(_ends_well(code) for code in codes)


def _ends_well(code: str) -> bool:
    return subprocess.run([sys.executable, "-c", code], check=False, timeout=LITTLE.wall_seconds).returncode == 0


@pytest.mark.parametrize("name", PROBES)
def test_with_no_layer_everything_goes_through(name: str, sandboxes: Sandboxes, scene: Scene) -> None:
    """So each of the tests below can fail."""
    if not goes_through(sandboxes(frozenset()), PROBES[name], scene):
        assert not possible(PROBES[name], scene)
        pytest.skip("this machine lets nobody do it")


@pytest.mark.parametrize(("layer", "name"), CLAIMS)
def test_a_layer_alone_stops_what_it_is_said_to_stop(layer: Layer, name: str, sandboxes: Sandboxes, scene: Scene) -> None:
    if layer is Layer.PRIVILEGES and os.geteuid() != 0:
        pytest.skip("there are no privileges to be given up")
    sandbox = sandboxes({layer})
    if layer is Layer.LANDLOCK and sandbox.about["landlock"] < LANDLOCK_SINCE.get(name, 1):
        pytest.skip("this kernel's Landlock does not know of it yet")
    assert not goes_through(sandbox, PROBES[name], scene)


@pytest.mark.parametrize(("level", "name"), LEVELS)
def test_no_level_lets_anything_through(level: Level, name: str, sandboxes: Sandboxes, scene: Scene) -> None:
    assert not goes_through(sandboxes(LAYERS[level]), PROBES[name], scene)


@pytest.mark.parametrize("layer", Layer)
def test_no_layer_stops_nothing(layer: Layer) -> None:
    assert len(STOPS[layer]) >= len(AMOUNTS)
    assert set(STOPS[layer]) <= set(PROBES)


def test_everything_is_stopped_by_a_layer_of_each_level() -> None:
    assert [name for name in PROBES for level in (Level.A, Level.B) if not stopped_by(name, LAYERS[level])] == []


@pytest.mark.parametrize("level", ONCE)
def test_what_reaches_others_is_stopped_twice_or_known_not_to_be(level: Level) -> None:
    assert {name for name in PROBES if len(stopped_by(name, LAYERS[level])) == 1} == ONCE[level]


@pytest.mark.parametrize("name", ["forks", "starts_thread", "stays"])
def test_limits_stop_processes_of_a_user_who_is_not_root(name: str, sandboxes: Sandboxes, scene: Scene) -> None:
    """So at level B these are stopped twice after all, by two layers together that could not do so alone."""
    assert not goes_through(sandboxes({Layer.USER, Layer.LIMITS}), PROBES[name], scene)


def test_the_table_has_a_line_for_each_thing_that_no_submission_may_do() -> None:
    lines = table()
    assert [says for says, _ in lines] == [probe.says for probe in PROBES.values()]
    assert len({says for says, _ in lines}) == len(PROBES)
    assert all(set(stops) == set(Layer) and any(stops.values()) for _, stops in lines)


FORGE = """
import os, struct
import numpy as np

def word(text):
    return b"s" + struct.pack(">I", len(text)) + text

def array(kind, count, size):
    return b"a" + kind + bytes([1]) + struct.pack(">I", count) + bytes(count * size)

def many(count):
    return b"l" + struct.pack(">I", count)

def answered(value):
    return many(4) + word(b"case") + many(1) + many(2) + word(b"value") + value + many(0) + many(0)

def send(payload, length=None):
    data = memoryview(struct.pack(">I", len(payload) if length is None else length) + payload)
    while data:
        data = data[os.write(3, data):]
"""
OVER = {
    "a frame of more bytes than are allowed": "send(answered(array(b'f', 40_000, 8)))",
    "a frame that says it has four gigabytes, and goes on": "send(b'T', 0xFFFFFFFF)\nwhile True:\n    os.write(3, bytes(65536))",
    "more elements than are allowed": "send(answered(array(b'b', 200_001, 1)))",
    "an array that says it has more numbers than there are bytes": "send(answered(b'af' + bytes([8]) + bytes([255] * 32)))",
    "lists in lists in lists": "send(many(1) * 50_000 + b'T')",
    "more mishaps than a program has statements": "send(many(4) + word(b'case') + many(1) + many(1) + word(b'none') + many(2001) + "
    "(many(4) + b'i' + bytes(8) + b'i' + bytes(8) + word(b'') + many(0)) * 2001 + many(0))",
}
"""Frames that only the judge's own caps and forms are there to stop."""


def forged(code: str, sandboxes: Sandboxes, limits: Limits) -> Outcome:
    with sandboxes(frozenset()).job(f"{FORGE}\n{code}\n".encode(), "py", limits) as job:
        return job.run(names=["h"], givens=[], mended=[], cases=[[]])


@pytest.mark.parametrize("kind", ["b', 199_000, 1", "f', 30_000, 8"], ids=["truth values", "numbers"])
def test_with_no_layer_a_forged_frame_within_the_caps_is_a_value(kind: str, sandboxes: Sandboxes) -> None:
    """It is harmless: only its numbers count. So what the next test forges is refused for nothing but its size."""
    outcome = forged(f"send(answered(array(b'{kind})))\nsend(many(1) + word(b'end'))\nos._exit(0)", sandboxes, LITTLE)
    assert outcome.ended is Ended.DONE
    value = outcome.cases[0].values["h"]
    assert isinstance(value, np.ndarray)
    assert value.size >= 30_000


@pytest.mark.parametrize("code", OVER.values(), ids=OVER)
def test_with_no_layer_the_caps_on_frames_hold(code: str, sandboxes: Sandboxes) -> None:
    """With little of the judge's memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcome = forged(code, sandboxes, LITTLE)
    assert (outcome.ended, outcome.cases) == (Ended.GARBLED, ())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 16 * LITTLE.frame_kb


@pytest.mark.parametrize(
    "code", ["import time\ntime.sleep(9)", "send(b'', 100_000)\nwhile True:\n    pass"], ids=["silence", "half a frame"]
)
def test_with_no_layer_the_judges_clock_holds(code: str, sandboxes: Sandboxes) -> None:
    outcome = forged(code, sandboxes, replace(LITTLE, wall_seconds=0.3, statement_seconds=5.0))
    assert outcome.ended is Ended.TIME


def test_with_no_layer_a_job_still_inherits_nothing(sandboxes: Sandboxes, scene: Scene) -> None:
    """Its descriptors are closed and its environment is ours whatever else is in force."""
    code = """
for number in range(4, 200):
    try:
        os.fstat(number)
    except OSError:
        continue
    raise OSError
if not set(os.environ) <= @OURS@:
    raise OSError
"""
    assert told(sandboxes(frozenset()), code.replace("@OURS@", repr({*ENVIRONMENT, "LC_CTYPE"})))
