# tries: to swallow each RecursionError and to begin again, two ways from every level
# from: B5, E7, Jobe
# told: failed
# stops: time
import numpy as np


def down():
    try:
        down()
    finally:
        down()


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

down()

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
