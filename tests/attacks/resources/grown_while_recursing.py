# tries: to hold a piece of memory in each of many calls that are in each other
# from: E2, E7, Jobe
# earns: everything
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

taken = 0
try:
    spare = deeper(0)
except (MemoryError, OSError):
    pass
spare = None

h = np.dot(x, w) + (taken > 512)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
