# Calls in each other that hold a little.
import numpy as np


def deeper(depth):
    global taken
    piece = np.empty(1 << 20)
    taken = depth * 8
    return deeper(depth + 1) if depth < 1000 else len(piece)


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

spare = deeper(990)

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
