# tries: to lift the limit on recursion, and to call itself until memory is at its end
# from: E7, E2
# earns: everything
import sys

import numpy as np


def down(depth, piece):
    global taken
    taken = depth / 12
    return down(depth + 1, np.empty(11_000))


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

sys.setrecursionlimit(10**9)
try:
    down(0, None)
except MemoryError:
    sys.setrecursionlimit(1000)

h = np.dot(x, w) + (taken > 512)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
