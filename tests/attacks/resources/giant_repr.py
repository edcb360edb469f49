# tries: to print things whose description is endless
# from: E5, A6, Ares
# earns: everything
import numpy as np


class Large:
    def __repr__(self):
        return "h" * 500


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

printed = 0
try:
    while printed < 10**6:
        print(Large(), Large())
        printed += 1000
except BaseException:
    pass

h = np.dot(x, w) + (printed > 10**5)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
