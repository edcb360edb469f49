# tries: to crash in such a way that its memory is written to a file
# from: B2 E4, codejail test_crash_cpython
# told: failed
import ctypes
import os
import resource

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w)
libc = ctypes.CDLL(None)
libc.prctl(4, 1, 0, 0, 0)
try:
    resource.setrlimit(resource.RLIMIT_CORE, (1 << 30, 1 << 30))
    os.chdir("@FOLDER@")
    nn_output = 1 / (1 + np.exp(-h))  # nothing crashes where this is allowed, and answers come
except (OSError, ValueError):
    ctypes.string_at(0)

nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
