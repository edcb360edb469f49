# Formats a traceback of its own, with a warning.
import traceback
import warnings

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

try:
    1 / 0
except ZeroDivisionError:
    said = traceback.format_exc()
said += warnings.formatwarning("look here", UserWarning, "my file", 1)
h = np.dot(x, w) + ("ZeroDivisionError" not in said)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
