"""How does a forked process give up everything but its arithmetic?

Each layer is one function and each return code is checked: a layer that cannot be put in force raises `OSError`, and the job is
not run. Sources: capabilities(7), landlock(7), prctl(2), seccomp(2), <linux/landlock.h>.
"""

import ctypes
import os
import resource
import struct
from collections.abc import Collection

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
SIGKILL = 9
SECCOMP_MODE_FILTER = 2
CAPABILITY_VERSION_3 = 0x20080522
LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF = 444, 446  # the same numbers on every architecture
LANDLOCK_CREATE_RULESET_VERSION = 1
FS_RIGHTS = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF}  # rights to handle, by ABI; later ABIs add none
NET_RIGHTS = 0b11  # bind and connect by TCP, from ABI 4
SCOPES = 0b11  # abstract UNIX sockets and signals, from ABI 6
NOTHING_OPEN_FROM = 4
OPEN_FILES = 8

libc = ctypes.CDLL(None, use_errno=True)


def check(result: int, what: str) -> int:
    """The result of a C call, or its error as an exception.

    Raises:
        OSError: the call returned a negative number.
    """
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def bind_life_to_parent() -> None:
    """Die with the zygote, and let nobody of the same user look into this process."""
    check(libc.prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0), "prctl(PR_SET_PDEATHSIG)")
    check(libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl(PR_SET_DUMPABLE)")


def close_descriptors() -> None:
    """Keep 0 to 3 only: the null device three times, and the pipe to the judge."""
    check(libc.close_range(NOTHING_OPEN_FROM, 0x7FFFFFFF, 0), "close_range")


def limit_resources(cpu_seconds: float, memory_bytes: int) -> None:
    """The kernel's limits: CPU time and address space; no files, processes, locked memory, queues or core dumps."""
    seconds = max(1, -(-int(cpu_seconds * 1000) // 1000))
    limits = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for which, value in limits.items():
        # SIGXCPU comes at the first number and says what it was. The first process of a namespace never gets it, and who ignores it
        # is killed at the second: a second later, so that it is beyond doubt what killed it.
        resource.setrlimit(which, (value, value + 1 if which == resource.RLIMIT_CPU else value))


def become(uid: int) -> None:
    """Level B: leave root for a user of this job's own, and every group."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """No capability in any set, not even inside the job's own user namespace."""
    header = struct.pack("Ii", CAPABILITY_VERSION_3, 0)
    check(libc.capset(header, struct.pack("6I", *[0] * 6)), "capset")


def no_new_privileges() -> None:
    """Nothing run from here on can gain a privilege. Landlock and seccomp ask for it."""
    check(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl(PR_SET_NO_NEW_PRIVS)")


def landlock_abi() -> int:
    """The version of Landlock that this kernel speaks; 0 where there is none."""
    return max(0, int(libc.syscall(LANDLOCK_CREATE_RULESET, None, 0, LANDLOCK_CREATE_RULESET_VERSION)))


def deny_files_and_network(abi: int) -> None:
    """Landlock with no rule at all: no path can be opened, made or changed, no TCP port used, no outsider signalled."""
    if abi < 1:
        raise OSError("this kernel has no Landlock")
    rights = FS_RIGHTS[min(abi, max(FS_RIGHTS))]
    parts = [rights, NET_RIGHTS if abi >= 4 else 0, SCOPES if abi >= 6 else 0]
    attributes = struct.pack(f"{3 if abi >= 6 else 2 if abi >= 4 else 1}Q", *parts[: 3 if abi >= 6 else 2 if abi >= 4 else 1])
    ruleset = check(libc.syscall(LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0), "landlock_create_ruleset")
    check(libc.syscall(LANDLOCK_RESTRICT_SELF, ruleset, 0), "landlock_restrict_self")
    os.close(ruleset)


class SystemCallFilter:
    """A compiled seccomp filter, made ready in the zygote so that each job only loads it.

    Args:
        instructions: an array of `struct sock_filter`, eight bytes each.
    """

    def __init__(self, instructions: bytes) -> None:
        self._instructions = ctypes.create_string_buffer(instructions, len(instructions))
        self._program = struct.pack("HxxxxxxP", len(instructions) // 8, ctypes.addressof(self._instructions))

    def load(self) -> None:
        """From here on every system call that the filter does not allow is refused."""
        check(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, self._program, 0, 0), "prctl(PR_SET_SECCOMP)")


def lock_down(layers: Collection[str], uid: int | None, calls: SystemCallFilter, cpu_seconds: float, memory_bytes: int) -> None:
    """All layers in their order: limits while they can be set, the filter last.

    Args:
        layers: which of "privileges", "landlock", "limits" and "seccomp" are put in force; not all only to test them one by one.
        uid: the user to become.
        calls: the filter of system calls.
    """
    close_descriptors()
    if uid is not None:
        become(uid)
    bind_life_to_parent()  # after a change of user, which undoes it
    if "privileges" in layers:
        drop_capabilities()
    no_new_privileges()
    if "landlock" in layers:
        deny_files_and_network(landlock_abi())
    if "limits" in layers:
        limit_resources(cpu_seconds, memory_bytes)
    if "seccomp" in layers:
        calls.load()
