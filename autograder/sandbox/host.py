"""How does the judge have untrusted code run, and what comes back?

    with Sandbox(Level.A, limits) as sandbox:
        with sandbox.job(content, "py") as job:
            job.text                       # what Python the file holds, or job.refused: why none
            outcome = job.run(names=["h"], givens=["x"], mended=[], cases=[[array], ...])

Where functions are asked for, `calls` says which, on which `inputs`:

            outcome = job.run(names=[], givens=[], mended=[], calls=[Call("step", ("w", "rate"))], inputs=[{"w": array, "rate": 1.0}])

A `Sandbox` owns one zygote and serves one job at a time. What the child says is checked here for form only: values, never verdicts.
Anything that goes wrong on our side of the line is a `SandboxFault`.
"""

import contextlib
import json
import os
import secrets
import socket
import subprocess
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import TracebackType
from typing import IO, Any, Self, TypeVar

import numpy as np

from autograder.errors import IsolationError, SandboxFault
from autograder.sandbox import answers, syscalls
from autograder.sandbox.answers import NOTHING_READ, CaseValues, Extract
from autograder.sandbox.channel import Channel, Garbled, Stopped, pipes
from autograder.sandbox.child import MESSAGE, Child, Ended
from autograder.sandbox.conversation import Asked, Conversation
from autograder.sandbox.inside.calls import Call
from autograder.sandbox.isolation import LAYERS, NAMESPACES, Launch, Layer, Level, launch
from autograder.sandbox.limits import Limits
from autograder.sandbox.writings import Written, most_bytes, writings

T = TypeVar("T")

__all__ = ["Call", "CaseValues", "Ended", "Job", "Outcome", "Sandbox"]

START_SECONDS = 30.0
ANSWER_SECONDS = 10.0
LAST_WORDS_SECONDS = 1.0
MOST_BYTES_FOR_ONE = 3  # a file's text as UTF-8 is at most so many times the file, in a coding of one byte a character
USERS = range(0x70000000, 0x70100000)  # one is drawn for each job: no two at a time are the same


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of a run: the values of as many cases as came back, and how it ended.

    Attributes:
        cases: where it ended early, calls that were not come to are `unasked`; what was answered before them is there.
        places: (cell, line) of the last statement that assigns each question, or of the last definition of its function.
        cpu_seconds, rss_kb: what the child used, by the kernel's count.
    """

    cases: tuple[CaseValues, ...]
    ended: Ended
    places: dict[str, tuple[int, int]]
    cpu_seconds: float = 0.0
    rss_kb: int = 0


class Sandbox:
    """One zygote and the way to it.

    Args:
        layers: what is in force, to test each by itself; by default all that the level means.
        users: whom level B's jobs may be.

    Raises:
        IsolationError: on entering, if the zygote cannot be started at this level.
    """

    def __init__(self, level: Level, limits: Limits, *, layers: Collection[Layer] | None = None, users: range = USERS) -> None:
        self.level = level
        self.limits = limits
        self._users = users
        self._layers = LAYERS[level] if layers is None else frozenset(layers)
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._complaints: IO[bytes] | None = None
        self.about: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Start the zygote and hear that it is ready.

        Raises:
            IsolationError: it cannot be started at this level.
            SandboxFault: this machine has no descriptor, process or room on its disk left.
        """
        try:
            how = launch(self._layers)
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self._control = ours
            ours.settimeout(START_SECONDS)
            with theirs:
                self._complaints = os.fdopen(os.memfd_create("complaints"), "w+b")  # no file that a judge who is killed would leave
                self._process = _spawn(how, theirs.fileno(), self._complaints)
        except OSError as error:
            self.stop()
            raise SandboxFault(f"The sandbox cannot be started: {error.strerror}.") from error
        try:
            ours.send(json.dumps(self._settings()).encode())
            self.about = json.loads(ours.recv(MESSAGE) or b"{}")
        except OSError as error:
            self.about = {"error": str(error)}
        except IsolationError:  # libseccomp, while the zygote was starting already
            self.stop()
            raise
        if not self.about.get("ready"):
            raise IsolationError(f"The sandbox cannot start: {self._why()}. See `descent doctor`.")
        if Layer.LANDLOCK in self._layers and not self.about.get("landlock"):
            self.stop()
            raise IsolationError(f"Level {self.level} needs Landlock, which this kernel does not have (Linux 5.13 or newer does).")
        ours.settimeout(ANSWER_SECONDS)

    def _settings(self) -> dict[str, Any]:
        return {
            "seccomp": syscalls.compiled().hex() if Layer.SECCOMP in self._layers else "",
            "layers": sorted(self._layers),
            "namespaces": list(NAMESPACES) if Layer.NAMESPACES in self._layers else [],
            "limits": asdict(self.limits),
        }

    def _why(self) -> str:
        """What the zygote said on its way out, and what is known to help."""
        said = str(self.about.get("error", ""))
        if self._complaints is not None:
            if self._process is not None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(LAST_WORDS_SECONDS)
            self._complaints.seek(0)
            said = self._complaints.read(4000).decode("utf-8", "replace").strip().rpartition("\n")[2] or said
        self.stop()
        return said.rstrip(".") or "it ended without a word"

    def stop(self) -> None:
        """End the zygote and whatever runs in it. May be called twice."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            try:
                self._process.wait(LAST_WORDS_SECONDS)  # it ends with its socket, unless something in it is stuck
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._complaints is not None:
            self._complaints.close()
            self._complaints = None

    @property
    def pid(self) -> int:
        """The process that was started: the zygote, or bubblewrap around it; 0 if there is none."""
        return self._process.pid if self._process is not None else 0

    def restart(self) -> None:
        """A new zygote in the place of one that failed."""
        self.stop()
        self.start()

    def job(self, content: bytes, kind: str, limits: Limits | None = None) -> "Job":
        """Hand a submission to a new child, which reads it.

        Args:
            limits: for its children alone, instead of the sandbox's.

        Raises:
            SandboxFault: the zygote is not there, or could not start a child.
        """
        job = Job(self._start, limits or self.limits)
        job.read(content, kind)
        return job

    def again(self, source: Extract, limits: Limits | None = None) -> "Job":
        """As `job`, of a submission that has been read.

        Raises:
            SandboxFault: the zygote is not there.
        """
        job = Job(self._start, limits or self.limits)
        job.source = source
        return job

    def fingerprints(self, content: bytes, kind: str) -> frozenset[int]:
        """The numbers that a file's code is taken down as, without its names; none where it cannot be read."""
        with Job(self._start, self.limits) as job:
            return job.look(["prints", kind, _bytes(content)], answers.fingerprints) or frozenset()

    def written(self, content: bytes, kind: str, names: Sequence[str]) -> Mapping[str, Written] | None:
        """What a file holds for the questions of these names that a person marks; None where it cannot be read."""
        with Job(self._start, self.limits) as job:
            order = ["written", kind, _bytes(content), list(names)]
            return job.look(order, lambda said: writings(said, names), most_bytes(names))

    def _start(self, limits: Limits) -> Child:
        """A new child, which waits for what it is told."""
        if self._control is None:
            raise SandboxFault("The sandbox is not running.")
        own: dict[str, Any] = {"uid": secrets.choice(self._users)} if Layer.USER in self._layers else {}
        if limits is not self.limits:
            own["limits"] = asdict(limits)
        deadline = time.monotonic() + limits.wall_seconds
        to_child, from_judge, to_judge, from_child = pipes()
        channel = Channel(to_judge, from_judge, deadline, limits.frame_kb << 10)
        try:
            socket.send_fds(self._control, [json.dumps(own).encode()], [to_child, from_child])
            said, descriptors, _, _ = socket.recv_fds(self._control, MESSAGE, 1)
        except OSError as error:
            channel.close()
            raise SandboxFault(f"The sandbox does not answer: {error}.") from error
        finally:
            os.close(to_child)
            os.close(from_child)
        if not descriptors:
            channel.close()
            why = str(json.loads(said or b'{"refused": "it has ended"}').get("refused"))
            raise SandboxFault(f"The sandbox could not start a job: {why[:200]}.")
        return Child(channel, descriptors[0], self._control, limits.cpu_seconds)


def _bytes(content: bytes) -> Any:
    return np.frombuffer(content, dtype=np.uint8)


def _spawn(how: Launch, control: int, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the zygote with the control socket and nothing else inherited."""
    return subprocess.Popen(
        [*how.command, str(control)],
        env=how.environment,
        pass_fds=(control,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        cwd="/",
        start_new_session=True,
    )


class Job:
    """One submission in the sandbox: what is read of it, and one run. Use as a context manager: leaving it, its children are dead.

    It is read by one child, and run by another that is sent nothing but what counts of it; by the same one, where that is all there is.

    Attributes:
        source: what counts of the file; `text`: all of that.
        refused: why it cannot be run, or nothing.
    """

    def __init__(self, start: Callable[[Limits], Child], limits: Limits) -> None:
        self._start = start
        self._limits = limits
        self._child: Child | None = None
        self.source = NOTHING_READ
        self.notes: tuple[str, ...] = ()
        self.refused = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def text(self) -> str:
        """All of the code that counts."""
        return self.source.text

    def read(self, content: bytes, kind: str) -> None:
        """Hear what Python is in a file. Nothing of it runs.

        Raises:
            SandboxFault: no child could be started or locked down.
        """
        most = (self._limits.source_kb << 10) * MOST_BYTES_FOR_ONE + answers.MAX_NOTES * answers.MAX_SENTENCE
        try:
            child = self._ready()
            try:
                child.channel.send(["source", kind, _bytes(content)])
                self.source, self.notes, self.refused = answers.extraction(child.channel.receive(most), kind)
            except (Stopped, Garbled, answers.Malformed):
                self.close()
                child.why_early()  # killed from outside, it is a fault
                self.refused = "The file could not be read: reading it took more time or memory than allowed."
            if self._child is not None and not self.source.whole(content):
                self.close()
        except BaseException:
            self.close()
            raise

    def look(self, order: list[Any], hear: Callable[[Any], T], most: int | None = None) -> T | None:
        """What a child says of a file; None where it cannot be read. Nothing of it runs. Ends the child.

        Args:
            order: what it is told to do.
            hear: checks the form of what it says.
            most: bytes of that.

        Raises:
            SandboxFault: no child could be started or locked down, or it was killed from outside.
        """
        child = self._ready()
        try:
            child.channel.send(order)
            found = hear(child.channel.receive(most))
        except (Stopped, Garbled, answers.Malformed):
            self.close()
            child.why_early()  # killed from outside, it is a fault
            return None
        self.close()
        return found

    def _ready(self) -> Child:
        """A child that is locked down."""
        if self._child is not None:
            return self._child
        child = self._child = self._start(self._limits)
        try:
            ready = child.channel.receive()
        except (Stopped, Garbled) as error:
            raise SandboxFault(f"A job could not be locked down ({type(error).__name__}).") from error
        if not isinstance(ready, list) or ready[:1] != ["ready"]:
            raise SandboxFault("A job did not say that it is locked down.")
        return child

    def run(
        self,
        *,
        names: Sequence[str],
        givens: Sequence[str],
        mended: Sequence[str],
        cases: Sequence[Sequence[Any]] = (),
        published: Sequence[Any] = (),
        calls: Sequence[Call] = (),
        inputs: Sequence[Mapping[str, Any]] = (),
        held: Sequence[Mapping[str, Any]] = (),
        driver: str = "",
        put_right: tuple[Sequence[str], str] = ((), ""),
        shown: int = 0,
    ) -> Outcome:
        """Run the submission on each case; ends the child. A program without givens and mended answers is run once for all cases.

        Args:
            names: the questions whose values are wanted.
            givens: the names of the inputs, and mended: of the answers that are put right.
            cases: for each case the values of all givens, then of all mended names.
            published: what the handed-out file assigns to the givens, in their order, or nothing.
            calls: the questions whose functions are called, in the order in which they are asked.
            inputs: for each case the calls' arguments by name, and held: what drivers ask for later.
            driver: the text of the author's driver.
            put_right: functions of the submission's in whose place others are called, and the text that defines these.
            shown: of how many cases, the first ones, students see their own values: all answers to these are heard before another
                case is sent.

        Raises:
            CourseError: the driver cannot be run.
            SandboxFault: no child could be started, or it was killed from outside.
        """
        asked = Asked(self.source, names, givens, mended, cases, published, calls, inputs, held, driver, put_right, shown)
        try:
            child = self._ready()
            talk = Conversation(child.channel, asked)
            ended = Ended.DONE
            try:
                talk.hold()
            except Stopped as stopped:
                ended = Ended.TIME if stopped.by_time else Ended.EARLY
            except (Garbled, answers.Malformed):
                ended = Ended.GARBLED
        finally:
            self.close()
        if ended is Ended.EARLY:
            ended = child.why_early()
        return Outcome(talk.cases, ended, talk.places, child.usage["cpu"], child.usage["rss_kb"])

    def close(self) -> None:
        """Kill the child if there is one that still lives.

        Raises:
            SandboxFault: the zygote does not say how it ended.
        """
        child, self._child = self._child, None
        if child is not None:
            child.close()
