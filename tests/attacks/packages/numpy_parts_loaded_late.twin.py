# Uses parts of NumPy that are seldom loaded.
import numpy as np
import numpy.polynomial

assert np.polynomial.Polynomial([1, 2])(3) == 7
assert np.fft.fft([1, 0]).real.tolist() == [1, 1]

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
