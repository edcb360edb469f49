# tries: to be near enough in half precision
# from: A8
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.float16(np.dot(x, w))
nn_output = np.float16(1 / (1 + np.exp(-np.dot(x, w))))
error = np.float16(y - nn_output)
error_term = np.float16(error * nn_output * (1 - nn_output))
del_w = np.float16(learnrate) * error_term * x.astype(np.float16)
