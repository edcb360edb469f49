# Writes to its own memory by address.
import ctypes

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

own = ctypes.create_string_buffer(8)
ctypes.memmove(ctypes.addressof(own), b"correct", 7)
fine = float(own.value == b"correct")

h = np.dot(x, w) * fine
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
