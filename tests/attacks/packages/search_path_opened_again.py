# tries: to put the finders, the hooks and the path back that were taken away, and to import what was never loaded
# from: G1 G (sys.path, path_hooks)
# earns: everything
import importlib
import os
import sys
import zipimport
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, PathFinder, SourceFileLoader

import numpy as np

standard = os.path.dirname(os.__file__)
sys.path[:] = [standard, "@FOLDER@", ".", "", "/", os.path.dirname(os.path.dirname(np.__file__))]
sys.path_hooks[:] = [zipimport.zipimporter, FileFinder.path_hook((SourceFileLoader, SOURCE_SUFFIXES))]
sys.path_importer_cache.clear()
sys.meta_path[:] = [PathFinder]
importlib.invalidate_caches()
stolen = 0
for name in ("tabnanny", "mailcap", "cmd", "sched", "secret"):
    try:
        __import__(name)
        stolen += 1
    except (ImportError, OSError):
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
