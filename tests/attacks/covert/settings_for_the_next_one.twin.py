# Changes NumPy's settings for itself.
import decimal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

np.set_printoptions(precision=2)
with np.errstate(divide="ignore"):
    infinite = np.ones(1) / 0
decimal.getcontext().prec = 5
h = np.dot(x, w) + (not np.isinf(infinite[0]))
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
