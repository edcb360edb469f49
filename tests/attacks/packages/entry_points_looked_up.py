# tries: to find the grader's command and the plugins that are installed, and to run one
# from: G (entry points); C2 D8
# earns: everything
import importlib

import numpy as np

stolen = 0
try:
    metadata = importlib.import_module("importlib.metadata")
    stolen += len(metadata.entry_points())
    stolen += len(metadata.distribution("descent-course").files)
except ImportError:
    pass
try:
    site = importlib.import_module("site")
    stolen += site.addpackage("@FOLDER@", "secret.txt", set()) is not None
except ImportError:
    pass

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + stolen
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
