# Measures the time that it has computed itself.
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

start = time.process_time()
np.ones((50, 50)) @ np.ones((50, 50))
spent = time.process_time() - start
h = np.dot(x, w) + (spent < 0)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
