# tries: to load a library of machine code that nobody has loaded yet
# from: F1 G (ctypes, extension modules)
# earns: everything
import ctypes
import importlib.machinery
import importlib.util
import os

import numpy as np

stolen = 0
dynamic = os.path.join(os.path.dirname(os.__file__), "lib-dynload")
ending = importlib.machinery.EXTENSION_SUFFIXES[0]


def extension(name):
    loader = importlib.machinery.ExtensionFileLoader(name, os.path.join(dynamic, name + ending))
    return importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))


for load in (
    lambda: extension("_testcapi"),
    lambda: extension("_curses"),
    lambda: ctypes.CDLL("libsqlite3.so.0"),
    lambda: ctypes.CDLL("libutil.so.1"),
):
    try:
        load()
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
