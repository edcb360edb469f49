# tries: to be right with an imaginary part that compares as nothing
# from: A8
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = complex(np.dot(x, w), np.nan)
nn_output = np.complex128(1 / (1 + np.exp(-np.dot(x, w))))
error = np.array(y - nn_output + 0j)
error_term = [complex(y, 1e-300)]
del_w = np.array(learnrate * x, dtype=complex)
