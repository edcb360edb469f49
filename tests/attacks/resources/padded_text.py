# tries: to have a text padded to a gigabyte by a short format
# from: E2, A6
# earns: everything
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

got = 1
try:
    spare = f"{1:1073741824}"
except (MemoryError, ValueError, OSError):
    got = 0

h = np.dot(x, w) + got
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
