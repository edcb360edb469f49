# tries: to close the pipe to the judge and to go on working
# from: E6, DOMjudge test-slow-output
# told: failed
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

os.close(3)
spare = sum(range(10**6))

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
