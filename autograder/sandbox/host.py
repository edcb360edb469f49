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
import select
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from types import TracebackType
from typing import IO, Any, Self

import numpy as np

from autograder.errors import IsolationError, SandboxFault
from autograder.sandbox import answers, syscalls
from autograder.sandbox.answers import CaseValues
from autograder.sandbox.channel import Channel, Garbled, Stopped
from autograder.sandbox.conversation import Asked, Conversation
from autograder.sandbox.inside.calls import Call
from autograder.sandbox.isolation import Launch, Level, launch
from autograder.sandbox.limits import Limits

__all__ = ["Call", "CaseValues", "Ended", "Job", "Outcome", "Sandbox"]

START_SECONDS = 30.0
ANSWER_SECONDS = 10.0
LAST_WORDS_SECONDS = 1.0
MOST_BYTES_FOR_ONE = 3  # a file's text as UTF-8 is at most so many times the file, in a coding of one byte a character
ENDING_MILLISECONDS = 20
MESSAGE = 1 << 16
FIRST_UID = 0x70000000
UIDS = 0x00100000  # one is drawn for each job: no two at a time have the same


class Ended(StrEnum):
    """How a child's run came to its end."""

    DONE = "done"
    TIME = "time"
    EARLY = "early"
    GARBLED = "garbled"


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
        layers: which of the layers inside a job are in force, to test each by itself; all, when grading.

    Raises:
        IsolationError: on entering, if the zygote cannot be started at this level.
    """

    def __init__(self, level: Level, limits: Limits, *, layers: Sequence[str] = ("namespaces", "landlock", "seccomp")) -> None:
        self.level = level
        self.limits = limits
        self._layers = frozenset(layers)
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
        """Start the zygote and hear that it is ready."""
        how = launch(self.level)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  # closed in stop()
        self._control = ours
        ours.settimeout(START_SECONDS)
        with theirs:
            self._process = _spawn(how, theirs.fileno(), self._complaints)
        try:
            ours.send(json.dumps(self._settings(how)).encode())
            self.about = json.loads(ours.recv(MESSAGE) or b"{}")
        except OSError as error:
            self.about = {"error": str(error)}
        except IsolationError:  # libseccomp, while the zygote was starting already
            self.stop()
            raise
        if not self.about.get("ready"):
            raise IsolationError(f"The sandbox cannot start at level {self.level}: {self._why()}")
        if "landlock" in self._layers and not self.about.get("landlock"):
            self.stop()
            raise IsolationError(f"Level {self.level} needs Landlock, which this kernel does not have (Linux 5.13 or newer does).")
        ours.settimeout(ANSWER_SECONDS)

    def _settings(self, how: Launch) -> dict[str, Any]:
        return {
            "seccomp": syscalls.compiled().hex() if "seccomp" in self._layers else "",
            "layers": {"landlock": "landlock" in self._layers, "seccomp": "seccomp" in self._layers},
            "namespaces": list(how.namespaces) if "namespaces" in self._layers else [],
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
        return f"{said or 'it ended without a word'}. `descent doctor` says what to do."

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

    def restart(self) -> None:
        """A new zygote in the place of one that failed."""
        self.stop()
        self.start()

    def job(self, content: bytes, kind: str, limits: Limits | None = None) -> "Job":
        """Hand a submission to a new child.

        Args:
            limits: for this child alone, instead of the sandbox's.

        Raises:
            SandboxFault: the zygote is not there, or could not start a child.
        """
        if self._control is None:
            raise SandboxFault("The sandbox is not running.")
        own: dict[str, Any] = {"uid": FIRST_UID + secrets.randbelow(UIDS)} if self.level is Level.B else {}
        if limits is not None:
            own["limits"] = asdict(limits)
        limits = limits or self.limits
        deadline = time.monotonic() + limits.wall_seconds
        to_child, from_judge = os.pipe2(os.O_CLOEXEC)
        to_judge, from_child = os.pipe2(os.O_CLOEXEC)
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
            raise SandboxFault(f"The sandbox could not start a job: {said.decode('utf-8', 'replace')[:200] or 'it has ended'}.")
        return Job(channel, descriptors[0], self._control, limits, content, kind)


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
    """One child process: what it says, and its end. Use as a context manager: leaving it, the child is dead."""

    def __init__(self, channel: Channel, pidfd: int, control: socket.socket, limits: Limits, content: bytes, kind: str) -> None:
        self._channel = channel
        self._pidfd = pidfd
        self._control = control
        self._cpu_seconds = limits.cpu_seconds
        self._text_bytes = (limits.source_kb << 10) * MOST_BYTES_FOR_ONE + answers.MAX_NOTES * answers.MAX_SENTENCE
        self._usage: dict[str, Any] | None = None
        self._killed = False
        self.text = ""
        self.notes: tuple[str, ...] = ()
        self.refused = ""
        try:
            self._begin(content, kind)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _begin(self, content: bytes, kind: str) -> None:
        """Send the submission, hear that the child is locked down, and then what Python is in it. No student code runs yet."""
        ready = None
        try:
            self._channel.send(["source", kind, np.frombuffer(content, dtype=np.uint8)])
            ready = self._channel.receive()
            self.text, self.notes, self.refused = answers.extraction(self._channel.receive(self._text_bytes))
        except (Stopped, Garbled, answers.Malformed) as error:
            if ready is None:
                raise SandboxFault(f"A job could not be locked down ({type(error).__name__}).") from error
            self.close()
            self._why_early()  # killed from outside, it is a fault
            self.refused = "The file could not be read: reading it took more time or memory than allowed."
        if not isinstance(ready, list) or ready[:1] != ["ready"]:
            raise SandboxFault("A job did not say that it is locked down.")

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

        Raises:
            CourseError: the driver cannot be run.
            SandboxFault: the job was killed from outside.
        """
        talk = Conversation(self._channel, Asked(names, givens, mended, cases, published, calls, inputs, held, driver, put_right))
        ended = Ended.DONE
        try:
            talk.hold()
        except Stopped as stopped:
            ended = Ended.TIME if stopped.by_time else Ended.EARLY
        except (Garbled, answers.Malformed):
            ended = Ended.GARBLED
        self.close()
        assert self._usage is not None
        if ended is Ended.EARLY:
            ended = self._why_early()
        return Outcome(talk.cases, ended, talk.places, self._usage["cpu"], self._usage["rss_kb"])

    def _why_early(self) -> Ended:
        """A child that ended by itself, by the kernel's limit on CPU time, or by a hand that was neither its own nor ours."""
        assert self._usage is not None
        status, killed = self._usage["status"], self._killed
        if killed or not os.WIFSIGNALED(status) or os.WTERMSIG(status) not in (signal.SIGXCPU, signal.SIGKILL):
            return Ended.EARLY
        if os.WTERMSIG(status) == signal.SIGXCPU or self._usage["cpu"] >= self._cpu_seconds:
            return Ended.TIME
        raise SandboxFault("A job was killed from outside, most likely because the machine ran out of memory.")

    def close(self) -> None:
        """Kill the child if it still lives, and hear from the zygote how it ended.

        Raises:
            SandboxFault: the zygote does not say so.
        """
        self._channel.close()
        if self._pidfd < 0:
            return
        try:
            self._killed = _kill(self._pidfd)
        finally:
            os.close(self._pidfd)
            self._pidfd = -1
        try:
            self._usage = json.loads(self._control.recv(MESSAGE) or b"{}")
        except OSError as error:
            raise SandboxFault(f"The sandbox does not say how a job ended: {error}.") from error
        if not self._usage or "status" not in self._usage:
            raise SandboxFault("The sandbox ended while a job was running.")


def _kill(pidfd: int) -> bool:
    """Kill a process that has not ended by itself within a moment. Whether that was needed."""
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    if poll.poll(ENDING_MILLISECONDS):
        return False
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    return True
