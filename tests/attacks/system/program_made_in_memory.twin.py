# Keeps a program's bytes in memory and reads their head.
import io
import struct

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

program = io.BytesIO(b"\x7fELF\2\1\1" + bytes(9))
fine = float(struct.unpack("<4s", program.read(4))[0] == b"\x7fELF")

h = np.dot(x, w) * fine
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
