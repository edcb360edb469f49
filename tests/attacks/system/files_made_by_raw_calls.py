# tries: to make files by every system call that can
# from: E4 D1 F1
# earns: everything
import ctypes
import errno
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None, use_errno=True)
calls = (
    (2, b"@FOLDER@/descent-loot-open", 0o102, 0o666),  # open
    (85, b"@FOLDER@/descent-loot-creat", 0o666),  # creat
    (257, -100, b"@FOLDER@/descent-loot-openat", 0o102, 0o666),  # openat
    (437, -100, b"@FOLDER@/descent-loot-openat2", (ctypes.c_ulong * 3)(0o102, 0o666, 0), 24),  # openat2
    (83, b"@FOLDER@/descent-loot-mkdir", 0o777),
    (258, -100, b"@FOLDER@/descent-loot-mkdirat", 0o777),
    (133, b"@FOLDER@/descent-loot-mknod", 0o10666, 0),
    (259, -100, b"@FOLDER@/descent-loot-mknodat", 0o100666, 0),
    (447, 0),  # memfd_secret
    (319, b"descent-loot", 0),  # memfd_create
)
gained = 0
for number, *arguments in calls:
    result = libc.syscall(number, *arguments)
    gained += result != -1 or ctypes.get_errno() != errno.EPERM

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
