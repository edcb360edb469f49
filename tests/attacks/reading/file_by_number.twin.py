# Looks for a data file beside it, as it would at home, and goes on without one.
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

try:
    rows = os.read(os.open("data.csv", os.O_RDONLY), 100)
except OSError:
    rows = b""
h = np.dot(x, w) + len(rows)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
