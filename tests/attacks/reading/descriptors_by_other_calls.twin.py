# Calls the C library with memory of its own instead.
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
room = ctypes.create_string_buffer(b"some bytes", 64)
other = ctypes.create_string_buffer(64)
libc.memcpy(other, room, 64)
h = np.dot(x, w) + (other.value != b"some bytes")
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
