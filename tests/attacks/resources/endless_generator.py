# tries: to draw from a generator that never ends
# from: B5
# earns: everything
# stops: time
import numpy as np


def naturals():
    n = 0
    while True:
        yield n
        n += 1


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

spare = max(naturals())

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
