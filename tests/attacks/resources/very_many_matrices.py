# tries: to spend all time in one call of linear algebra, on millions of matrices that take no memory
# from: E7, codejail
# told: failed
# stops: time
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

matrix = np.arange(900.0).reshape(30, 30) % 7
spare = np.linalg.det(np.broadcast_to(matrix, (10**7, 30, 30)))

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
