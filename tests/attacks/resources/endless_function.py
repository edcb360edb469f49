# tries: to loop for ever in a function that is called at the top level
# from: B5
# earns: everything
# stops: time
import numpy as np


def bias():
    total = 0
    while True:
        total += 1
    return total


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

spare = bias()

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
