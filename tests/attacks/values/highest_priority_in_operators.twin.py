# An object that takes part in operators, and hands numbers on.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class Scaled:
    __array_priority__ = 1000.0

    def __init__(self, value):
        self.value = value

    def __rmul__(self, other):
        return np.multiply(other, self.value)


h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
del_w = x * Scaled(learnrate * error_term)
