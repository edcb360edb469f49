"""Which layer stops what, when it is the only one?

A *probe* is one thing that no submission may do, as a few lines of Python that do it or raise. `STOPS` says which probes each layer
stops all by itself, with all others off. It was found by trying, as root on Linux 6.18, and `test_layers.py` tries it again: with no
layer in force every probe goes through, with one layer its own do not, at levels A and B none does.

What stands here is what is relied on. A layer may stop more elsewhere: a newer Landlock does.

Words in capitals between @ are filled in by whoever tries: paths, processes, ports, and the numbers of system calls.
"""

from collections.abc import Set
from dataclasses import dataclass

from autograder.sandbox.isolation import Layer, Level


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing that no submission may do.

    Attributes:
        says: what it does, in words that follow "a submission may not".
        attempt: does it, or raises.
        then: the next job looks for what this one has left, or raises.
        trace: what the judge sees of it, if it goes through and if anything can be seen: that decides, whatever the job says.
    """

    says: str
    attempt: str
    then: str = ""
    trace: str = ""


PRELUDE = """
import ctypes, errno, os, resource, signal, socket, sys, threading, time
import numpy as np

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = libc.shmat.restype = ctypes.c_void_p
FAILED = ctypes.c_void_p(-1).value


def done(result):
    if result in (-1, FAILED):
        raise OSError(ctypes.get_errno(), "refused")
    return result


def call(number, *arguments):
    return done(libc.syscall(ctypes.c_long(number), *arguments))


def asked(result):  # of a call that is wrong on purpose: whoever may do it is told so, and whoever may not is told that
    if result == -1 and ctypes.get_errno() in (errno.EPERM, errno.EACCES, errno.ENOSYS):
        raise OSError(ctypes.get_errno(), "refused")


def pieces(local, address, size):
    ours = (ctypes.c_void_p * 2)(ctypes.addressof(local), size)
    theirs = (ctypes.c_void_p * 2)(address, size)
    return ours, 1, theirs, 1, 0
"""

FILES = {
    "reads_file_of_judge": Probe("read a file of the judge's", "open('@OWN@').read()"),
    "reads_file_of_all": Probe("read a file that anybody may read", "open('@COMMON@').read()"),
    "writes_file_of_judge": Probe(
        "write to a file of the judge's", "os.write(os.open('@OWN@', os.O_WRONLY), b'x')", trace="judge's file"
    ),
    "writes_file_of_all": Probe(
        "write to a file that anybody may write to", "os.write(os.open('@COMMON@', os.O_WRONLY), b'x')", trace="common file"
    ),
    "makes_file": Probe("make a file", "os.close(os.open('@FOLDER@/descent-loot', os.O_CREAT | os.O_WRONLY))", trace="loot"),
    "leaves_file": Probe(
        "leave a file for the next submission",
        """
try:
    os.close(os.open('@FOLDER@/descent-note', os.O_CREAT | os.O_WRONLY))
except FileNotFoundError:
    os.close(os.open('/descent-note', os.O_CREAT | os.O_WRONLY))
""",
        then="""
if not os.path.exists('@FOLDER@/descent-note') and not os.path.exists('/descent-note'):
    raise OSError
""",
    ),
    "removes_file": Probe("remove a file", "os.unlink('@GOING@')", trace="removed"),
    "makes_device": Probe("make a device", "os.mknod('@FOLDER@/descent-loot', 0o20666, os.makedev(1, 3))", trace="loot"),
    "makes_named_pipe": Probe("make a named pipe", "os.mkfifo('@FOLDER@/descent-loot')", trace="loot"),
    "makes_link": Probe("make a link to a file of the judge's", "os.symlink('@OWN@', '@FOLDER@/descent-loot')", trace="loot"),
    "lists_folder": Probe("list a folder", "os.listdir('@FOLDER@')"),
    "asks_for_file": Probe("ask whether a file is there", "os.stat('@COMMON@')"),
    "changes_folder": Probe("go to another folder", "os.chdir('@FOLDER@')"),
    "opens_by_handle": Probe(
        "open a file by its number, past all folders",
        """
handle, mount = (ctypes.c_uint * 40)(128), ctypes.c_int()
done(libc.name_to_handle_at(-100, b'@OWN@', handle, ctypes.byref(mount), 0))
folder = os.open('@FOLDER@', os.O_RDONLY)
os.read(done(libc.open_by_handle_at(folder, handle, os.O_RDONLY)), 10)
""",
    ),
    "makes_file_in_memory": Probe("make a file in memory", "os.memfd_create('x')"),
}
PROCESSES = {
    "forks": Probe(
        "start a process",
        """
if (child := os.fork()) == 0:
    os._exit(0)
os.waitpid(child, 0)
""",
    ),
    "starts_thread": Probe("start a thread", "threading.Thread(target=int).start()"),
    "runs_shell": Probe("run a shell", "os.waitpid(os.posix_spawn('/bin/sh', ['sh', '-c', ':'], {}), 0)"),
    "stays": Probe(
        "leave a process behind",
        """
if os.fork() == 0:
    os.setsid()
    libc.prctl(15, b'@MARK@', 0, 0, 0)
    time.sleep(20)
    os._exit(0)
time.sleep(0.05)
""",
        trace="process",
    ),
    "ends_process": Probe("end a process of the judge's", "os.kill(@VICTIM@, signal.SIGTERM)", trace="ended"),
    "sees_process": Probe("learn of the judge's processes", "os.getpgid(@VICTIM@)"),
    "reads_environment": Probe("read another process's environment", "open('/proc/@VICTIM@/environ').read()"),
    "traces_process": Probe("trace another process", "done(libc.ptrace(0x4206, @VICTIM@, None, None))"),
    "reads_memory": Probe(
        "read the judge's memory",
        """
found = ctypes.create_string_buffer(8)
done(libc.process_vm_readv(@JUDGE@, *pieces(found, @ADDRESS@, 8)))
if found.raw != b'descent!':
    raise OSError
""",
    ),
    "writes_memory": Probe(
        "write to the judge's memory",
        "done(libc.process_vm_writev(@JUDGE@, *pieces(ctypes.create_string_buffer(b'descent-'), @ADDRESS@, 8)))",
        trace="memory",
    ),
    "takes_descriptor": Probe(
        "take an open file out of the judge's hands",
        "os.pread(call(438, call(434, @JUDGE@, 0), @DIGITS@, 0), 10, 0)",
    ),
}
NETWORK = {
    "opens_socket": Probe("open a socket", "socket.socket()"),
    "connects_by_tcp": Probe("connect by TCP", "socket.create_connection(('127.0.0.1', @PORT@), 1)", trace="visitor"),
    "sends_datagram": Probe(
        "send a datagram", "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', @PORT@))", trace="visitor"
    ),
    "connects_by_name": Probe(
        "connect to an abstract UNIX socket", "socket.socket(socket.AF_UNIX).connect('\\0@NAME@')", trace="visitor"
    ),
    "connects_by_path": Probe(
        "connect to a UNIX socket in a folder", "socket.socket(socket.AF_UNIX).connect('@FOLDER@/socket')", trace="visitor"
    ),
    "listens": Probe("listen for TCP connections", "socket.create_server(('127.0.0.1', 0))"),
    "opens_raw_socket": Probe("see raw packets", "socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)"),
}
PRIVILEGES = {
    "changes_user": Probe("become another user", "os.setresuid(12345, 12345, 12345)"),
    "changes_root": Probe("change its root folder", "os.chroot('/')"),
    "mounts": Probe("mount a file system", "asked(libc.mount(b'x', b'/', b'descent-none', 0, None))"),
    "makes_namespace": Probe("make namespaces of its own", "done(libc.unshare(0x10000000))"),
    "names_machine": Probe(
        "name the machine",
        """
name = ctypes.create_string_buffer(65)
done(libc.gethostname(name, 65))
done(libc.sethostname(name, len(name.value)))
""",
    ),
    "sets_clock": Probe("set the clock", "asked(libc.adjtimex((ctypes.c_uint * 64)(0x4000)))"),
    "takes_precedence": Probe("take precedence over others", "os.setpriority(os.PRIO_PROCESS, 0, -1)"),
    "restarts_machine": Probe("restart the machine", "asked(libc.syscall(ctypes.c_long(@REBOOT@), 0, 0, 0, None))"),
}
KERNEL = {
    "leaves_key": Probe(
        "leave a note for the next submission in the kernel's keyring",
        "call(@ADD_KEY@, b'user', b'@MARK@', b'note', 4, -4)",
        then="call(@KEYCTL@, 10, -4, b'user', b'@MARK@', 0)",
    ),
    "leaves_memory": Probe(
        "leave a note for the next submission in shared memory",
        "done(libc.shmget(@KEY@, 4096, 0o1666))",
        then="done(libc.shmget(@KEY@, 4096, 0o666))",
    ),
    "makes_code": Probe("map memory for machine code of its own", "done(libc.mmap(None, 4096, 7, 0x22, -1, 0))"),
    "uses_io_uring": Probe("hand its calls to io_uring", "call(425, 8, ctypes.create_string_buffer(200))"),
}
AMOUNTS = {
    "takes_memory": Probe("take more memory than it may", "np.zeros(1 << 27)"),
    "takes_time": Probe(
        "take more CPU time than it may",
        """
while time.process_time() < 2.2:
    pass
""",
    ),
    "opens_many": Probe("hold more than a few open files", "[os.dup(3) for _ in range(64)]"),
}
PROBES: dict[str, Probe] = {**FILES, **PROCESSES, **NETWORK, **PRIVILEGES, **KERNEL, **AMOUNTS}

STOPS: dict[Layer, tuple[str, ...]] = {
    Layer.BUBBLEWRAP: (
        "reads_file_of_judge", "reads_file_of_all", "writes_file_of_judge", "writes_file_of_all", "makes_file", "leaves_file",
        "removes_file",
        "makes_device", "makes_named_pipe", "makes_link", "lists_folder", "asks_for_file", "changes_folder", "opens_by_handle",
        "runs_shell", "ends_process", "sees_process", "reads_environment", "traces_process", "reads_memory", "writes_memory",
        "takes_descriptor", "connects_by_tcp", "sends_datagram", "connects_by_name", "connects_by_path", "opens_raw_socket",
        "changes_user", "changes_root", "mounts", "names_machine", "sets_clock", "takes_precedence", "restarts_machine",
    ),
    Layer.NAMESPACES: (
        "makes_device", "opens_by_handle", "stays", "ends_process", "sees_process", "reads_environment", "traces_process",
        "reads_memory", "writes_memory", "takes_descriptor", "opens_raw_socket", "changes_user", "makes_namespace", "names_machine",
        "sets_clock", "takes_precedence", "leaves_key", "leaves_memory",
    ),
    Layer.USER: (
        "reads_file_of_judge", "writes_file_of_judge", "makes_device", "opens_by_handle", "ends_process", "reads_environment",
        "traces_process", "reads_memory", "writes_memory", "takes_descriptor", "opens_raw_socket", "changes_user", "changes_root",
        "mounts", "names_machine", "sets_clock", "takes_precedence", "restarts_machine", "leaves_key",
    ),
    Layer.PRIVILEGES: (
        "makes_device", "opens_by_handle", "reads_environment", "traces_process", "reads_memory", "writes_memory",
        "takes_descriptor", "opens_raw_socket", "changes_user", "changes_root", "mounts", "names_machine", "sets_clock",
        "takes_precedence", "restarts_machine",
    ),
    Layer.LANDLOCK: (
        "reads_file_of_judge", "reads_file_of_all", "writes_file_of_judge", "writes_file_of_all", "makes_file", "leaves_file",
        "removes_file", "makes_device", "makes_named_pipe", "makes_link", "lists_folder", "opens_by_handle", "runs_shell",
        "ends_process", "reads_environment", "traces_process", "reads_memory", "writes_memory", "takes_descriptor",
        "connects_by_tcp", "connects_by_name", "listens", "mounts",
    ),
    Layer.LIMITS: ("writes_file_of_judge", "writes_file_of_all", *AMOUNTS),
    Layer.SECCOMP: (*FILES, *PROCESSES, *NETWORK, *PRIVILEGES, *KERNEL, "opens_many"),
}  # fmt: skip
LANDLOCK_SINCE = {"connects_by_tcp": 4, "listens": 4, "ends_process": 6, "connects_by_name": 6}
"""The version of Landlock that stops it first; for the others any will do."""

STEPS = frozenset({"makes_file_in_memory", "forks", "starts_thread", "opens_socket", "makes_code", "uses_io_uring"})
"""What harms nobody by itself, and is a step to what does."""
USES = frozenset({"takes_memory", "takes_time"})
"""What a submission uses; the judge's own clock is the second layer."""
ONCE = {
    Level.A: STEPS | USES,
    Level.B: STEPS | USES | {
        "asks_for_file", "changes_folder", "stays", "sees_process", "sends_datagram", "connects_by_path", "makes_namespace",
        "leaves_memory",
    },
}  # fmt: skip
"""What a single layer stops at each level; all else is stopped by two at least that know nothing of each other."""


def table() -> list[tuple[str, dict[Layer, bool]]]:
    """What no submission may do, in words, and which layers stop it all by themselves."""
    return [(probe.says, {layer: name in STOPS[layer] for layer in Layer}) for name, probe in PROBES.items()]


def stopped_by(name: str, layers: Set[Layer]) -> frozenset[Layer]:
    """Which of the layers stop a probe."""
    return frozenset(layer for layer in layers if name in STOPS[layer])
