# One number seen as a row, and a row seen as one number.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.broadcast_to(np.dot(x, w), (1,))
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = np.broadcast_to(error * nn_output * (1 - nn_output), (4,))
del_w = learnrate * error_term * x
error_term = error_term[:1]
