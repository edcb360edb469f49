"""Where is an attack let loose? On a stage full of secrets, none of which may come out by any way.

A judge has much that students must not see. The stage plants something of each kind: a file, a variable of the environment, an open
descriptor, a text in its memory, a socket that somebody listens at, and a neighbour's submission that is being graded at the same
time. Every attack runs on two stages that differ in nothing but the secrets, the course's own among them, from which hidden cases are
drawn: its reports must be the same, byte for byte.

An attack finds what it looks for by these words in its text, which the stage fills in:

    @FILE@      the path of a file that anybody may read       @PORT@   of a TCP socket and a UDP socket on 127.0.0.1
    @FOLDER@    a folder that anybody may write to              @NAME@   of an abstract UNIX socket
    @JUDGE@     the judge's process                             @ZYGOTE@ the zygote's process, as the judge sees it
    @VARIABLE@  the variable of the environment                 @DIGITS@ the number of the open descriptor
"""

import base64
import contextlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from autograder.course.load import Loaded, load_assignment
from autograder.course.manifest import Course, OwnLimits
from autograder.course.secret import Secret
from autograder.errors import SandboxFault
from autograder.feedback import html, markdown, text
from autograder.grading.judge import faulty, grade
from autograder.grading.limits import limits_of
from autograder.grading.report import Place, Report
from autograder.grading.submission import Submission
from autograder.sandbox.host import Job, Sandbox
from autograder.sandbox.isolation import Level
from autograder.sandbox.limits import Limits
from tests.sandbox.processes import descendants

QUICK = {
    "wall_seconds": 5.0,
    "cpu_seconds": 2.0,
    "statement_seconds": 0.7,
    "call_seconds": 0.7,
    "output_kb": 64,
    "frame_kb": 256,
}
PATIENT_SECONDS = 120.0  # the neighbour waits until the attack is over
VARIABLE = "DESCENT_CANARY"
LOOT = "descent-loot"
"""Attacks that write a file name it so; whatever is found under this name got out. The stage adds a number of its own to the word."""
WRITABLE = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/var/lock", "/")
NEIGHBOUR = "# {secret}\nh = x + 1\n"
HOW_MANY = 0x10000
USERS = range(0x50000000 + os.getpid() % 0x1000 * HOW_MANY, 0x50000000 + (os.getpid() % 0x1000 + 1) * HOW_MANY)
"""Whom level B's jobs are on the stages of this process: nobody is who is tested elsewhere at the same time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one attack on one stage.

    Attributes:
        content: what was handed in, with the stage's words filled in.
        pages: everything that a person would be shown of it.
    """

    report: Report
    content: bytes
    pages: str
    seconds: float
    left: tuple[int, ...]


@dataclass(slots=True)
class Listener:
    """Somebody who listens at sockets, and counts who comes."""

    port: int = 0
    name: str = ""
    visitors: list[str] = field(default_factory=list)
    _sockets: list[socket.socket] = field(default_factory=list)

    def __enter__(self) -> Self:
        stream, datagram, local = socket.socket(), socket.socket(type=socket.SOCK_DGRAM), socket.socket(socket.AF_UNIX)
        stream.bind(("127.0.0.1", 0))
        self.port = stream.getsockname()[1]
        datagram.bind(("127.0.0.1", self.port))
        self.name = f"descent-canary-{os.getpid()}-{self.port}"
        local.bind(f"\0{self.name}")
        self._sockets = [stream, datagram, local]
        for listening in (stream, local):
            listening.listen()
            threading.Thread(target=self._accept, args=(listening,), daemon=True).start()
        threading.Thread(target=self._receive, args=(datagram,), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self, listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = listening.accept()
                self.visitors.append("a connection")
                visitor.close()

    def _receive(self, listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                if listening.recvfrom(1024)[0]:
                    self.visitors.append("a datagram")


class Stage:
    """One judge with its secrets and its sandbox.

    Args:
        secret: what must not come out; `key`: what hidden cases are drawn from.
        folder: the same for all stages of a process: a stage fills it when it is entered.
    """

    def __init__(self, course: Course, level: Level, secret: str, key: Secret, folder: Path, listener: Listener) -> None:
        self.level = level
        self.secret = secret
        self._key = key
        self._course = quick(course)
        self._folder = folder
        self._listener = listener
        self._sandbox: Sandbox | None = None
        self._usual: dict[int, set[int]] = {}
        self._loaded: dict[str, Loaded] = {}
        self._memory = [secret.encode() * 50, f"the hidden answer is {secret}"]
        self._descriptor = -1
        self._neighbourhood: Sandbox | None = None

    @contextlib.contextmanager
    def set(self) -> Iterator[Self]:
        """Everything in its place, and taken away again."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._folder.chmod(0o777)
        path = self._folder / "secret.txt"
        path.write_text(self.secret, encoding="utf-8")
        path.chmod(0o666)
        os.environ[VARIABLE] = self.secret
        self._descriptor = os.open(path, os.O_RDONLY)
        os.set_inheritable(self._descriptor, True)
        try:
            yield self
        finally:
            os.close(self._descriptor)
            os.environ.pop(VARIABLE, None)

    def attacked(self, content: bytes, name: str, slug: str) -> Seen:
        """Grade a hostile file with everything in its place, and see what came out.

        The stage is `set`.
        """
        sandbox = self._running(slug)
        handed_in = Submission("mallory", slug, name, self._filled(content, sandbox))
        before = time.monotonic()
        with self._neighbour() as neighbour:
            report = self._graded(handed_in, sandbox)
            seconds = time.monotonic() - before
            left = tuple(self._left(sandbox))
            _unharmed(neighbour)
        return Seen(report, handed_in.content, _pages(report), seconds, left)

    def graded(self, content: bytes, name: str, slug: str) -> Report:
        """Grade a harmless file in the sandbox that was attacked."""
        sandbox = self._running(slug)
        return self._graded(Submission("trent", slug, name, self._filled(content, sandbox)), sandbox)

    def questions(self, slug: str) -> dict[str, float]:
        """The questions of an assignment and what they are worth."""
        loaded = self._assignment(slug)
        return {name: loaded.points(name) for name in loaded.assignment.questions}

    def allowed_seconds(self, slug: str) -> float:
        """How long grading one submission may take at the very most."""
        runs = 2 * len(self._assignment(slug).assignment.questions) + 3
        return self._course.limits.wall_seconds * runs

    def findings(self, seen: Seen) -> Iterator[str]:
        """Which secrets came out, and by which way."""
        for place in (one.place for one in seen.report.questions if one.place is not None):
            if not self._is_a_place(place, seen.content):
                yield f"{place} is none of the file's: a number of the student's own choice"
        for way, said in (("report", msgspec.json.encode(seen.report).decode()), ("feedback", seen.pages)):
            for form in _forms(self.secret):
                if form in said:
                    yield f"the secret stands in the {way}"
        for visitor in self._listener.visitors:
            yield f"somebody came by {visitor}"
        self._listener.visitors.clear()
        for path in loot(self._folder):
            yield f"there is a file {path}"
        path = self._folder / "secret.txt"
        if not path.is_file() or path.read_text(encoding="utf-8") != self.secret:
            yield "the secret was changed, or taken away"
        if seen.left:
            yield f"processes are left: {seen.left}"

    @staticmethod
    def _is_a_place(place: Place, content: bytes) -> bool:
        if not place.cell:
            return place.line <= content.count(b"\n") + content.count(b"\r") + content.count(b"\f") + 1
        text = content.decode("utf-8", "replace")
        return place.cell <= text.count("{") and place.line <= text.count("\\n") + text.count("\\r") + text.count(",") + 1

    def stop(self) -> None:
        """End the sandboxes."""
        for sandbox in filter(None, [self._sandbox, self._neighbourhood]):
            sandbox.stop()
        self._sandbox = self._neighbourhood = None

    def _left(self, sandbox: Sandbox) -> list[int]:
        """What is alive around the zygote that was not before anything was graded, and what no zygote stands above any more."""
        own = descendants(sandbox.pid)
        usual = self._usual.setdefault(sandbox.pid, set(own))
        neighbours = descendants(self._neighbourhood.pid) if self._neighbourhood else []
        return [pid for pid in {*own, *alive(USERS)} if pid not in usual and pid not in neighbours]

    def _graded(self, submission: Submission, sandbox: Sandbox) -> Report:
        """As a worker does it: a fault is met with a new sandbox and a second try."""
        loaded = self._assignment(submission.slug)
        for _ in range(2):
            try:
                return grade(loaded, submission, course=self._course, secret=self._key, sandbox=sandbox)
            except SandboxFault:
                sandbox.restart()
        return faulty(loaded, submission, isolation=str(self.level), secret_id=self._key.id)

    def _assignment(self, slug: str) -> Loaded:
        if slug not in self._loaded:
            self._loaded[slug] = load_assignment(self._course, slug)
        return self._loaded[slug]

    def _running(self, slug: str) -> Sandbox:
        """Started with the stage set, so that the zygote could inherit what it must not."""
        if self._sandbox is None:
            self._sandbox = Sandbox(self.level, limits_of(self._course, self._assignment(slug).entry), users=USERS)
            self._sandbox.start()
            self._left(self._sandbox)
        return self._sandbox

    def _filled(self, content: bytes, sandbox: Sandbox) -> bytes:
        words = {
            "FILE": self._folder / "secret.txt", "FOLDER": self._folder, "PORT": self._listener.port, "NAME": self._listener.name,
            "JUDGE": os.getpid(), "ZYGOTE": sandbox.pid, "VARIABLE": VARIABLE, "DIGITS": self._descriptor,
        }  # fmt: skip
        for word, value in words.items():
            content = content.replace(f"@{word}@".encode(), str(value).encode())
        return content.replace(LOOT.encode(), f"{LOOT}-{os.getpid()}".encode())

    @contextlib.contextmanager
    def _neighbour(self) -> Iterator[Job]:
        """Another student's submission, in the middle of being graded while the attack runs."""
        if self._neighbourhood is None:
            self._neighbourhood = Sandbox(self.level, Limits(wall_seconds=PATIENT_SECONDS), users=USERS)
            self._neighbourhood.start()
        with self._neighbourhood.job(NEIGHBOUR.format(secret=self.secret).encode(), "py") as job:
            yield job


def quick(course: Course) -> Course:
    """The course with limits that are met soon, for all its assignments."""
    limits = msgspec.structs.replace(course.limits, **QUICK)
    entries = tuple(msgspec.structs.replace(entry, limits=OwnLimits()) for entry in course.assignments)
    return msgspec.structs.replace(course, limits=limits, assignments=entries)


def loot(folder: Path) -> list[str]:
    """Files that an attack has written somewhere."""
    places = [folder, *(Path(place) for place in WRITABLE), Path.cwd(), Path.home()]
    return [str(path) for place in places if place.is_dir() for path in place.glob(f"*{LOOT}-{os.getpid()}*")]


def alive(users: range) -> list[int]:
    """The processes of these users."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):
            said = dict(line.split(":\t", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":\t" in line)
            if int(said["Uid"].split()[0]) in users:
                found.append(int(said["Pid"]))
    return found


def _forms(secret: str) -> list[str]:
    data = secret.encode()
    return [secret, secret[::-1], data.hex(), base64.b64encode(data).decode()[:-4], str(int.from_bytes(data, "big"))]


def _pages(report: Report) -> str:
    return "\n".join([text.render(report), text.render(report, colour=True), html.render(report), markdown.render(report)])


def _unharmed(neighbour: Job) -> None:
    outcome = neighbour.run(names=["h"], givens=["x"], mended=[], cases=[[1.0]])
    assert [dict(case.values) for case in outcome.cases] == [{"h": 2.0}], "another student's submission was harmed"
