# A matrix on the way, a row as the answer.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
row, column = np.matrix(x), np.matrix(w).T
h = row * column
nn_output = 1 / (1 + np.exp(-h.item()))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = np.asarray(learnrate * error_term * row).ravel()
