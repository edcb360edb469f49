# An answer that waits for a moment before it can be read.
import time

import numpy as np


class Number:
    @property
    def __class__(self):
        time.sleep(0.001)
        return float

    def __float__(self):
        return float(np.dot(x, w))


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = float(Number())
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
