# tries: to match a regular expression that tries every way to split a text
# from: E7
# earns: everything
# stops: time
import re

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

spare = re.match(r"(a+)+$", "a" * 40 + "b")

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
