# tries: to have the lines of a file quoted, by what prints tracebacks and warnings
# from: C2 C4
# earns: everything
import linecache
import traceback
import warnings

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

try:
    exec(compile("1 / 0", "@FILE@", "exec"))
except ZeroDivisionError:
    said = traceback.format_exc()
said += "".join(linecache.getlines("@FILE@"))
said += warnings.formatwarning("look here", UserWarning, "@FILE@", 1)
h = np.dot(x, w) + ("canary-" in said)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
