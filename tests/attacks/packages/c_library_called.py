# tries: to go past Python to the C library for files, programs and the environment
# from: C3 C7 E1 G (ctypes); DMOJ sandbox_*
# earns: everything
import ctypes

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)
libc.getenv.restype = libc.fopen.restype = libc.popen.restype = ctypes.c_void_p
stolen = 0
stolen += libc.open(b"@FILE@", 0) >= 0
stolen += libc.open(b"@FOLDER@/descent-loot-libc", 0o101, 0o644) >= 0
stolen += bool(libc.fopen(b"@FILE@", b"r"))
stolen += libc.system(b"touch @FOLDER@/descent-loot-libc") == 0
stolen += bool(libc.getenv(b"@VARIABLE@"))
stolen += libc.fork() > 0
stolen += libc.memfd_create(b"loot", 0) >= 0
stolen += libc.dup(3) >= 0

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + stolen
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
