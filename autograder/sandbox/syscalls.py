"""Which system calls may student code make? A default-deny list, compiled once by libseccomp.

The list is what a NumPy program needs that opens nothing: memory, time, signals to itself, and the pipe to the judge. The judge
compiles it (libseccomp knows each architecture's numbers) and hands the bytes to the zygote, so that nothing of libseccomp has to be
inside the sandbox. See seccomp_rule_add_array(3) and seccomp_export_bpf(3).
"""

import ctypes
import os
from functools import cache

from autograder.errors import IsolationError

ALLOWED = """read close lseek munmap mremap brk rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack getrandom nanosleep
gettimeofday time getpid gettid sched_yield restart_syscall
setitimer getitimer getrusage times exit exit_group""".split()  # noqa: SIM905  # read as a list of calls

ALLOW, DENY = 0x7FFF0000, 0x00050000 | 1  # SCMP_ACT_ALLOW, SCMP_ACT_ERRNO(EPERM)
LESS_OR_EQUAL, EQUAL, MASKED_EQUAL = 3, 4, 7
PROT_EXEC = 4
TCGETS = 0x5401
LAST_DESCRIPTOR = 3
LAST_CLOCK = 11  # CLOCK_TAI; beyond are clocks of other processes
PRIVATE = 128  # FUTEX_PRIVATE_FLAG; without it a page of a library is a bell that other jobs hear
FUTEXES = ((0xFE, PRIVATE), (0xFF, PRIVATE | 9), (0xFF, PRIVATE | 10))  # to wait and to wake; those that lock tell who else is there
ADVICE = (4, 8, 14)  # MADV_DONTNEED and MADV_FREE, by which memory is given back, and MADV_HUGEPAGE


class _Compare(ctypes.Structure):
    """`struct scmp_arg_cmp`."""

    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64))


CONDITIONS = {  # calls that are allowed for some arguments only: (call, argument, comparison, values), one rule for each alternative
    "write": [(_Compare(0, LESS_OR_EQUAL, LAST_DESCRIPTOR, 0),)],
    "writev": [(_Compare(0, LESS_OR_EQUAL, LAST_DESCRIPTOR, 0),)],
    "fstat": [(_Compare(0, LESS_OR_EQUAL, LAST_DESCRIPTOR, 0),)],
    "ioctl": [(_Compare(1, EQUAL, TCGETS, 0),)],
    "mmap": [(_Compare(2, MASKED_EQUAL, PROT_EXEC, 0),)],
    "mprotect": [(_Compare(2, MASKED_EQUAL, PROT_EXEC, 0),)],
    "clock_gettime": [(_Compare(0, LESS_OR_EQUAL, LAST_CLOCK, 0),)],
    "clock_getres": [(_Compare(0, LESS_OR_EQUAL, LAST_CLOCK, 0),)],
    "clock_nanosleep": [(_Compare(0, LESS_OR_EQUAL, LAST_CLOCK, 0),)],
    "futex": [(_Compare(1, MASKED_EQUAL, mask, value),) for mask, value in FUTEXES],
    "madvise": [(_Compare(2, EQUAL, advice, 0),) for advice in ADVICE],
}


@cache
def compiled() -> bytes:
    """The filter as an array of `struct sock_filter`.

    Raises:
        IsolationError: libseccomp is not there or refused.
    """
    library = _library()
    context = library.seccomp_init(DENY)
    if not context:
        raise IsolationError("libseccomp could not start a filter. Update libseccomp to 2.5 or newer.")
    try:
        for name in sorted({*ALLOWED, *CONDITIONS}):
            _allow(library, context, name)
        return _exported(library, context)
    finally:
        library.seccomp_release(context)


def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libseccomp.so.2", use_errno=True)  # by its name: to search for it is to run ldconfig, gcc and ld
    except OSError:
        raise IsolationError(
            "libseccomp was not found. Install it: apt install libseccomp2 (Fedora: dnf install libseccomp)."
        ) from None
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_init.argtypes = [ctypes.c_uint32]
    library.seccomp_release.argtypes = [ctypes.c_void_p]
    library.seccomp_release.restype = None
    library.seccomp_export_bpf.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.seccomp_rule_add_array.argtypes = [
        ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint, ctypes.POINTER(_Compare)
    ]  # fmt: skip
    return library


def _allow(library: ctypes.CDLL, context: int, name: str) -> None:
    number = library.seccomp_syscall_resolve_name(name.encode())
    if number < 0:
        return  # a call that this architecture does not have (`time` on aarch64)
    for conditions in CONDITIONS.get(name, [()]):
        array = (_Compare * max(1, len(conditions)))(*conditions)
        if result := library.seccomp_rule_add_array(context, ALLOW, number, len(conditions), array):
            raise IsolationError(f"libseccomp refused the rule for {name}: {os.strerror(-result)}.")


def _exported(library: ctypes.CDLL, context: int) -> bytes:
    descriptor = os.memfd_create("filter")
    try:
        if result := library.seccomp_export_bpf(context, descriptor):
            raise IsolationError(f"libseccomp could not compile the filter: {os.strerror(-result)}.")
        return os.pread(descriptor, 1 << 16, 0)
    finally:
        os.close(descriptor)
