# Finds a variable of its caller's.
import sys

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


def inner():
    return sys._getframe(1).f_locals["control"]


def outer():
    control = 1
    return inner() * control


h = np.dot(x, w) + outer() - 1
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
