# Looks at a frame of its own.
import sys

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


def where():
    return sys._getframe().f_back.f_lineno


line = where()
h = np.dot(x, w) + (line < 1)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
