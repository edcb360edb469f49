"""Who starts the student's processes? One process with NumPy imported, which forks a locked-down child for each job.

It talks with the judge over one socket of message boundaries: a job comes with the two ends of the child's own
pipes; the zygote answers with the child's pidfd, and when the child is dead with how it ended. It never reads what the child says.
"""

import ctypes
import gc
import json
import os
import platform
import signal
import socket
import sys
import threading
from typing import Any

from . import job, lockdown, provided

MESSAGE = 1 << 16
CLONE_PIDFD = 0x1000
NAMESPACES = {"mnt": 0x00020000, "ipc": 0x08000000, "user": 0x10000000, "pid": 0x20000000}
SYS_CLONE = {"x86_64": 56, "aarch64": 220}
SETUP_FAILED = 70


def main(descriptor: int) -> None:
    """Serve jobs until the judge closes the socket, which is that descriptor."""
    control = socket.socket(fileno=descriptor)
    lockdown.bind_life_to_parent()
    _signals_as_usual()
    settings = json.loads(control.recv(MESSAGE))
    calls = lockdown.SystemCallFilter(bytes.fromhex(settings.pop("seccomp")))
    os.register_at_fork = _never_at_fork
    provided.load()
    provided.close()
    job.rehearse()
    _settle()
    control.send(json.dumps({"ready": True, "python": sys.version.split()[0], "landlock": lockdown.landlock_abi()}).encode())
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, MESSAGE, 2)
        if not message:
            return
        _serve(control, {**settings, **json.loads(message)}, calls, descriptors)


def _signals_as_usual() -> None:
    """As in a Python that nobody has prepared. What the judge's own shell ignores or blocks (nohup, a job in the background) is
    inherited otherwise, and the same work would not run alike wherever it is graded.
    """
    for number in signal.valid_signals() - {signal.SIGPIPE, signal.SIGXFSZ}:  # which Python itself ignores
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


def _never_at_fork(**_: object) -> None:
    """Stands in for `os.register_at_fork`: what modules would do in each child (seed anew, make locks) costs more than a job's own
    work, and there is one thread, and each case is seeded anyway.
    """


def _settle() -> None:
    """One thread, and nothing that is ever collected: what is forked is small and never stuck on another thread's lock."""
    if threading.active_count() != 1:
        raise RuntimeError("the zygote has more than one thread")
    gc.collect()
    gc.freeze()
    gc.disable()


def _serve(control: socket.socket, settings: dict[str, Any], calls: lockdown.SystemCallFilter, descriptors: list[int]) -> None:
    try:
        pid, pidfd = clone(sum(NAMESPACES[name] for name in settings["namespaces"]))
    except OSError as error:
        for descriptor in descriptors:
            os.close(descriptor)
        control.send(json.dumps({"refused": str(error)}).encode())
        return
    if pid == 0:
        _child(settings, calls, descriptors)
    for descriptor in descriptors:
        os.close(descriptor)
    socket.send_fds(control, [b'{"started": true}'], [pidfd])
    os.close(pidfd)
    _, status, usage = os.wait4(pid, 0)
    ended = {"status": status, "cpu": usage.ru_utime + usage.ru_stime, "rss_kb": usage.ru_maxrss}
    control.send(json.dumps(ended).encode())


def _child(settings: dict[str, Any], calls: lockdown.SystemCallFilter, descriptors: list[int]) -> None:
    """The student's process: the job's pipes become descriptors 0 and 3, all others are closed. Never returns.

    Descriptor 2 becomes the null device: the zygote's own is a file, whose offset all jobs would share.
    """
    code = SETUP_FAILED
    try:
        os.dup2(descriptors[0], job.FROM_JUDGE)
        os.dup2(descriptors[1], job.TO_JUDGE)
        os.dup2(1, 2)
        job.run(settings, calls)
        code = 0
    finally:
        os._exit(code)


def clone(flags: int) -> tuple[int, int]:
    """Fork into new namespaces at once: (pid, pidfd) in the parent, (0, -1) in the child.

    `os.fork` and then `unshare` would need a second process for the PID namespace, and twice the time.

    Raises:
        OSError: the kernel refused.
    """
    pidfd = ctypes.c_int(-1)
    python = ctypes.pythonapi
    python.PyOS_BeforeFork()
    number = SYS_CLONE[platform.machine()]
    pid = _syscall(number, ctypes.c_ulong(flags | CLONE_PIDFD | signal.SIGCHLD), None, ctypes.byref(pidfd), None, None)
    if pid == 0:
        python.PyOS_AfterFork_Child()
        return 0, -1
    python.PyOS_AfterFork_Parent()
    lockdown.check(pid, "clone")
    return pid, pidfd.value


_syscall = ctypes.PyDLL(None, use_errno=True).syscall  # with the GIL held, as PyOS_BeforeFork wants it
