# Takes a value out of another object's hands.
import operator

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

fine = operator.itemgetter(2)([0.0, 0.0, 1.0])

h = np.dot(x, w) * fine
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
