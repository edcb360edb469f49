"""Which isolation does this machine give, shown by trying?

At each level a sandbox is started and a canary submission run in it, which tries what no submission may do. A level counts only if
the sandbox starts, the honest part of the canary comes back right, and nothing that it tried went through.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from autograder.errors import DescentError, IsolationError
from autograder.sandbox.host import Ended, Sandbox
from autograder.sandbox.isolation import Layer, Level
from autograder.sandbox.layered import REPORT, cause, remedy
from autograder.sandbox.limits import Limits

HONEST = "arithmetic"
TRIED = {
    "read_a_file": "read a file",
    "list_a_folder": "list a folder",
    "write_a_file": "write a file",
    "open_a_socket": "open a socket",
    "start_a_process": "start a process",
    "start_a_thread": "start a thread",
    "run_a_program": "run another program",
    "signal_others": "signal another process",
    "trace_others": "look into another process",
    "see_the_environment": "see the environment",
    "inherit_descriptors": "use an inherited descriptor",
    "make_a_namespace": "make a namespace of its own",
    "use_the_keyring": "use the kernel's keyring",
}
CANARY = b"""
import ctypes, os, socket, sys, threading
import numpy as np
libc = ctypes.CDLL(None, use_errno=True)
def works(action):
    try:
        action()
    except BaseException:
        return 0.0
    return 1.0
def call(result):
    if result < 0:
        raise OSError
def descriptors():
    for number in range(4, 64):
        try:
            os.lseek(number, 0, 1)
        except OSError as error:
            if error.errno == 9:  # not open; any other error is that of an open one
                continue
        return
    raise OSError
arithmetic = float(np.dot(x, x))
read_a_file = works(lambda: open(os.__file__).read())
list_a_folder = works(lambda: os.listdir("/"))
write_a_file = works(lambda: open(os.path.join("/tmp", "descent-canary"), "w").write("x"))
open_a_socket = works(lambda: socket.socket())
start_a_process = works(lambda: os._exit(0) if os.fork() == 0 else None)
start_a_thread = works(lambda: threading.Thread(target=int).start())
run_a_program = works(lambda: os.posix_spawn(sys.executable, [sys.executable, "-V"], {}))
signal_others = works(lambda: os.kill(os.getppid() or 2, 0))
trace_others = works(lambda: call(libc.ptrace(16, os.getppid() or 2, 0, 0)))
see_the_environment = float(any(name not in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONHASHSEED",
    "LC_ALL", "PWD") for name in os.environ))
inherit_descriptors = works(descriptors)
make_a_namespace = works(lambda: call(libc.unshare(0x10000000)))
use_the_keyring = works(lambda: call(libc.syscall(250, 0, -3, 1)))
"""


@dataclass(frozen=True, slots=True)
class Tried:
    """What one level came to.

    Attributes:
        works: whether submissions may be graded at it.
        said: in a sentence why not, or what was tried.
        remedy: what to do, or nothing.
    """

    level: Level
    works: bool
    said: str
    remedy: str = ""


def try_level(level: Level) -> Tried:
    """Start a sandbox at a level and let the canary loose in it."""
    sandbox, found = _started(level, Limits())
    sandbox.stop()
    return found


def strongest(minimum: str, *, unsafe: bool = False) -> Level:
    """The level of the sandbox that would be `proven`.

    Raises:
        IsolationError: none works that reaches `minimum`; with the cause and the remedy.
    """
    with shut_in(minimum, Limits(), unsafe=unsafe) as sandbox:
        return sandbox.level


def proven(minimum: str, limits: Limits, *, unsafe: bool = False) -> Sandbox:
    """A sandbox of the strongest level that works here, started, in which the canary has tried all that it must not do.

    Level none is never taken by itself, whatever the minimum is. Whoever asks for the sandbox stops it.

    Args:
        unsafe: somebody has said that less than `minimum` will do, none at all if need be.

    Raises:
        IsolationError: none does that reaches `minimum`; with the cause and the remedy.
    """
    tried = []
    for level in (Level.A, Level.B):
        if unsafe or level.reaches(minimum):
            sandbox, found = _started(level, limits)
            if found.works:
                return sandbox
            sandbox.stop()
            tried.append(found)
    if unsafe:
        sandbox = Sandbox(Level.NONE, limits)
        sandbox.start()
        return sandbox
    raise _too_little(minimum, tried)


@contextmanager
def shut_in(minimum: str, limits: Limits, *, unsafe: bool = False) -> Iterator[Sandbox]:
    """As `proven`, until the block ends."""
    sandbox = proven(minimum, limits, unsafe=unsafe)
    try:
        yield sandbox
    finally:
        sandbox.stop()


def _started(level: Level, limits: Limits) -> tuple[Sandbox, Tried]:
    """A sandbox, and what the canary made of it."""
    sandbox = Sandbox(level, limits)
    try:
        sandbox.start()
        return sandbox, _found(level, _loose(sandbox))
    except DescentError as error:
        return sandbox, _not_started(level, error)


def _too_little(minimum: str, tried: Sequence[Tried]) -> IsolationError:
    causes = [f"Level {one.level}: {one.said}" + (f"\n{one.remedy}" if one.remedy else "") for one in tried]
    return IsolationError(
        f"This machine does not give the isolation that course.toml asks for (min_isolation = {minimum!r}).\n"
        + "\n".join(causes)
        + "\nSee `descent doctor`. With --unsafe it is graded all the same, and each report says so."
    )


def _not_started(level: Level, error: DescentError) -> Tried:
    return Tried(level, False, cause(error), remedy=remedy(Layer.BUBBLEWRAP) if level is Level.A else "")


def _found(level: Level, escapes: Sequence[str]) -> Tried:
    if escapes:
        return Tried(level, False, f"A submission could {', '.join(escapes)}.", remedy=REPORT)
    return Tried(level, True, f"Nothing of {len(TRIED)} forbidden things could be done.")


def _loose(sandbox: Sandbox) -> list[str]:
    """What the canary could do that it must not, whatever limits a course sets its submissions.

    Raises:
        IsolationError: not even its arithmetic came back.
    """
    with sandbox.job(CANARY, "py", Limits()) as job:
        outcome = job.run(names=[HONEST, *TRIED], givens=["x"], mended=[], cases=[[np.array([3, 4])]])
    if outcome.ended is not Ended.DONE or outcome.cases[0].values.get(HONEST) != 25.0:
        raise IsolationError("The sandbox started, but a harmless submission did not come back from it.")
    values = outcome.cases[0].values
    return [what for name, what in TRIED.items() if values.get(name, 1.0) != 0.0]
