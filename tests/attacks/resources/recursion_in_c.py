# tries: to lift the limit on recursion, and to recurse inside C until the stack is at its end
# from: E7, B2, codejail test_crash_cpython
# told: failed
import sys

import numpy as np


def down(depth):
    return sorted([depth], key=down)


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

sys.setrecursionlimit(10**9)
spare = down(0)

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
