# Puts a module of its own beside numpy, under a name of its own.
import sys
import types

import numpy as np

mine = sys.modules["steps"] = types.ModuleType("steps")
mine.zero = 0.0

from steps import zero

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + zero
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
