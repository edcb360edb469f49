# tries: to have constants multiplied into gigabytes when the file is compiled
# from: E8, DOMjudge compile-memory
# earns: everything
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

got = 1
try:
    spare = ("a" * 1_000_000_000, (1,) * 100_000_000)
except (MemoryError, ValueError, OSError):
    got = 0

h = np.dot(x, w) + got
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
