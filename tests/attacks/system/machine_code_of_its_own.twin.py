# Memory of its own that can be read and written.
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
place = libc.mmap(None, 4096, 3, 0x22, -1, 0)
ctypes.memmove(place, b"descent", 7)
fine = float(ctypes.string_at(place, 7) == b"descent")

h = np.dot(x, w) * fine
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
