# Takes an axis away and puts another in its place.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

fine = float(np.ones((1, 4)).squeeze(0)[:, np.newaxis].shape == (4, 1))

h = np.dot(x, w) * fine
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
