# Keys that compare themselves.
import numpy as np


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self is other


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

spare = {Key(): 1, Key(): 2}

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
