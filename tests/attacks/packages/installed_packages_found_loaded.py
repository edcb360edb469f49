# tries: to find packages loaded that the course does not provide, because they happen to be installed beside NumPy
# from: C2 I2 G (what is there at level B and not at level A)
# earns: everything
import sys

import numpy as np

own = set(sys.stdlib_module_names) | {"numpy", "matplotlib", "pylab", "otter", "autograder", "inside", "__main__"}
found = {name.partition(".")[0] for name in sys.modules} - own
stolen = sum(not name.startswith("_") and hasattr(sys.modules[name], "__path__") for name in found)

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + stolen
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
