# tries: to open the import system again and to load from the disk what is not provided
# from: C3 G1, RELATE
# earns: everything
import importlib.machinery
import os
import sys

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

sys.path[:] = [os.path.dirname(os.__file__), "@FOLDER@"]
sys.path_importer_cache.clear()
sys.path_hooks[:] = [importlib.machinery.FileFinder.path_hook((importlib.machinery.SourceFileLoader, [".py"]))]
sys.meta_path[:] = [importlib.machinery.PathFinder]
stolen = []
for name in ("wave", "sqlite3", "smtplib"):
    try:
        stolen.append(__import__(name))
    except ImportError:
        pass
h = np.dot(x, w) + len(stolen)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
