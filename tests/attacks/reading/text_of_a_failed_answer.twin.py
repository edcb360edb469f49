# Raises an exception that says much, and goes on.
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])


class TooSmall(ValueError):
    """A weight that counts for nothing."""


try:
    raise TooSmall("a weight so small that it counts for nothing in the sum")
except TooSmall as problem:
    words = str(problem)
h = np.dot(x, w) + (words != "a weight so small that it counts for nothing in the sum")
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
