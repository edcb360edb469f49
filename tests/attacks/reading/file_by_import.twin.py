# Asks what is there with the same machinery, and makes a module out of text.
import importlib.util
import types

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

module = types.ModuleType("mine")
exec("def product(a, b):\n    return a @ b\n", module.__dict__)
there = importlib.util.find_spec("math") is not None
h = module.product(x, w) + there - 1
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
