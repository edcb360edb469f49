# Looks at its own functions with the same module.
import inspect

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


def sigmoid(z, slope=1.0):
    return 1 / (1 + np.exp(-slope * z))


names = list(inspect.signature(sigmoid).parameters)
h = np.dot(x, w) + (names != ["z", "slope"])
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
