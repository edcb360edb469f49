"""Which layers does this machine give, each by itself, and what is to be done about one that it does not give?

Each is put in force alone, and a submission tries the one thing that it must not be able to do then.
"""

from dataclasses import dataclass
from pathlib import Path

from autograder.errors import DescentError, IsolationError
from autograder.sandbox.host import Ended, Sandbox
from autograder.sandbox.isolation import Layer, Level
from autograder.sandbox.limits import Limits

APPARMOR = """Ubuntu 23.10 and newer let only programs with an AppArmor profile make user namespaces. As root, write
/etc/apparmor.d/bwrap:
    abi <abi/4.0>,
    include <tunables/global>
    profile bwrap /usr/bin/bwrap flags=(unconfined) { userns, }
then: apparmor_parser -r /etc/apparmor.d/bwrap"""
SYSTEM = Path("/proc/sys")
SWITCHES = (  # (switch, its value where it is shut, what to do)
    ("kernel/apparmor_restrict_unprivileged_userns", "1", APPARMOR),
    (
        "kernel/unprivileged_userns_clone",
        "0",
        "User namespaces are switched off. As root: sysctl -w kernel.unprivileged_userns_clone=1",
    ),
    ("user/max_user_namespaces", "0", "User namespaces are switched off. As root: sysctl -w user.max_user_namespaces=15000"),
)
CONTAINERS = (Path("/.dockerenv"), Path("/run/.containerenv"))
IN_CONTAINER = (
    "In a container namespaces are for the host to give: docker run --security-opt seccomp=unconfined --security-opt "
    "apparmor=unconfined. Without them work is graded at level B, as root."
)
MODULES = Path("/sys/kernel/security/lsm")
NO_LANDLOCK = (
    "Landlock needs Linux 5.13 or newer. Where the kernel has it and it is not in force, add landlock to the list lsm= of the kernel's "
    "command line; in a container, update Docker to 20.10.18 or newer."
)
SEE = " See `descent doctor`."
REPORT = "Please report this as a security problem: docs/security.md says how."
SAYS = {
    Layer.BUBBLEWRAP: "no file but Python's, no environment, no network around the worker (bubblewrap)",
    Layer.NAMESPACES: "users, processes, mounts and queues of each job's own",
    Layer.USER: "a user of each job's own",
    Layer.PRIVILEGES: "no capabilities",
    Layer.LANDLOCK: "no path, no TCP port (Landlock)",
    Layer.LIMITS: "CPU time, memory and open files are limited",
    Layer.SECCOMP: "some thirty system calls and no others (seccomp)",
}
TRIED = {
    Layer.BUBBLEWRAP: ("write a file", "write(os.path.join('/tmp', 'descent-canary'))"),
    Layer.NAMESPACES: ("see another process", "os.kill(os.getppid() or os.getpid() + 10**7, 0)"),
    Layer.USER: ("be root", "is_true(os.getuid() == 0)"),
    Layer.PRIVILEGES: ("change the root folder", "is_true(libc.chroot(b'/') == 0)"),
    Layer.LANDLOCK: ("read a file", "open(os.__file__).close()"),
    Layer.LIMITS: ("take all the memory it likes", "np.empty(MEMORY, dtype='u1')"),
    Layer.SECCOMP: ("open a socket", "socket.socket().close()"),
}
CANARY = """
import ctypes, os, socket
import numpy as np
libc = ctypes.CDLL(None, use_errno=True)
MEMORY = {memory}
def is_true(what):
    if not what:
        raise OSError
def write(path):
    open(path, "w").close()
    os.unlink(path)
def works(action):
    try:
        action()
    except BaseException:
        return 0.0
    return 1.0
honest = x + 1.0
through = works(lambda: {tried})
"""


@dataclass(frozen=True, slots=True)
class Found:
    """One layer on this machine.

    Attributes:
        says: what it means, for people.
        in_force: whether it stopped what it must stop.
        cause, remedy: why it did not, and what to do; else nothing.
    """

    layer: Layer
    says: str
    in_force: bool
    cause: str = ""
    remedy: str = ""


def try_layer(layer: Layer) -> Found:
    """Put one layer in force, alone, and have a submission try what it stops."""
    what, tried = TRIED[layer]
    limits = Limits()
    text = CANARY.format(memory=4 * limits.memory_mb << 20, tried=tried)
    try:
        with Sandbox(Level.NONE, limits, layers=[layer]) as sandbox, sandbox.job(text.encode(), "py") as job:
            outcome = job.run(names=["honest", "through"], givens=["x"], mended=[], cases=[[2.0]])
    except IsolationError as error:
        return Found(layer, SAYS[layer], False, cause(error), remedy(layer))
    except DescentError as error:  # the layer is refused, or what it allows has harmed the worker that it is tried in
        return Found(layer, SAYS[layer], False, cause(error), remedy(layer) or REPORT)
    values = outcome.cases[0].values if outcome.cases else {}
    if outcome.ended is not Ended.DONE or values.get("honest") != 3.0:
        return Found(layer, SAYS[layer], False, "A harmless submission did not come back.", REPORT)
    if values.get("through") != 0.0:
        return Found(layer, SAYS[layer], False, f"With it alone, a submission could {what}.", REPORT)
    return Found(layer, SAYS[layer], True)


def cause(error: DescentError) -> str:
    """Why something does not work, for a page that says itself what to do."""
    return str(error).removesuffix(SEE)


def remedy(layer: Layer) -> str:
    """What is known to help where a layer cannot be put in force, or nothing."""
    if layer in (Layer.BUBBLEWRAP, Layer.NAMESPACES):
        shut = (what for switch, value, what in SWITCHES if _read(SYSTEM / switch) == value)
        return next(shut, IN_CONTAINER if any(path.exists() for path in CONTAINERS) else "")
    return NO_LANDLOCK if layer is Layer.LANDLOCK else ""


def _read(path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError:
        return ""
