# Days are counted on the way, and the answers are numbers.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
days = np.array(["1970-01-02", "1970-01-03"], dtype="M8[D]").astype(int)
h = h + days[0] - days[1] + 1
