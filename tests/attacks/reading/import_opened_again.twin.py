# Imports what is provided in several ways, and does without what is not.
import importlib

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

numbers = importlib.import_module("numpy")
try:
    import pandas
except ImportError:
    pandas = None
h = numbers.dot(x, w) if pandas is None else 0
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
