"""Runs a program as in a plain container: root, and no namespaces to be had. `python contained.py PROGRAM ARGUMENT...`

A filter of system calls refuses `unshare`, `setns`, `mount` and every `clone` into a new namespace, as Docker's own profile does.
"""

import ctypes
import ctypes.util
import os
import sys

ALLOW, REFUSE, UNKNOWN = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38  # SCMP_ACT_ALLOW, SCMP_ACT_ERRNO(EPERM), SCMP_ACT_ERRNO(ENOSYS)
MASKED_EQUAL = 7
NEW = (0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000)  # each kind of namespace, of CLONE_NEW*


class Compare(ctypes.Structure):
    """`struct scmp_arg_cmp`."""

    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64))


def contain() -> None:
    """Load the filter; it holds for all that comes of this process."""
    library = ctypes.CDLL(ctypes.util.find_library("seccomp") or "libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(ALLOW)))

    def refuse(name: str, action: int, *comparisons: Compare) -> None:
        array = (Compare * max(1, len(comparisons)))(*comparisons)
        number = library.seccomp_syscall_resolve_name(name.encode())
        if library.seccomp_rule_add_array(context, ctypes.c_uint32(action), number, len(comparisons), array):
            raise OSError(f"no rule for {name}")

    for name in ("unshare", "setns", "mount", "pivot_root"):
        refuse(name, REFUSE)
    for flag in NEW:
        refuse("clone", REFUSE, Compare(0, MASKED_EQUAL, flag, flag))
    refuse("clone3", UNKNOWN)  # its flags lie in memory, where no filter looks: the C library falls back to clone
    if library.seccomp_load(context):
        raise OSError("the filter cannot be loaded")


if __name__ == "__main__":
    contain()
    os.execvp(sys.argv[1], sys.argv[1:])
