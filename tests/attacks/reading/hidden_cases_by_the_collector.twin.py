# Finds an array of its own among those that it keeps.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

kept = [np.zeros(4), np.ones(4), np.arange(4)]
found = [array for array in kept if type(array) is np.ndarray and array.shape == (4,) and array.any()]

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
del_w = del_w * len(found) / 2
