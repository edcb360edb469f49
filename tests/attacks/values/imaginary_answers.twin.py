# A slope by a step into the imaginary, real again as an answer.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.dot(x, w)
far = 1 / (1 + np.exp(-(h + 1e-30j)))
nn_output = far.real
error = y - nn_output
error_term = error * far.imag / 1e-30
del_w = learnrate * error_term * x
