# Moves about in a stream of its own.
import io
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

stream = io.BytesIO(b"0123456789")
stream.seek(4, os.SEEK_SET)
h = np.dot(x, w) + stream.tell() - 4
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
