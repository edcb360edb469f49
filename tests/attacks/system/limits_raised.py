# tries: to raise its limits, and to look at the judge's
# from: E2 E7, setrlimit(2), prlimit(2)
# earns: everything
import ctypes
import resource

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
gained = 0
for which in range(16):
    for most in ((resource.RLIM_INFINITY, resource.RLIM_INFINITY), (100, 100)):
        try:
            resource.setrlimit(which, most)
            gained += 1
        except (OSError, ValueError):
            pass
    for process in (int("@JUDGE@"), int("@ZYGOTE@"), 0):
        gained += libc.syscall(302, process, which, None, (ctypes.c_ulong * 2)()) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
