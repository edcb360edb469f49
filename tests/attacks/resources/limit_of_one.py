# tries: to leave our own code no room: a limit on recursion that is reached at once
# from: E7, B8
# told: failed
import sys

import numpy as np


def lowered():
    for limit in range(1, 1000):
        try:
            return sys.setrecursionlimit(limit)
        except RecursionError:
            pass


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

lowered()

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
