# tries: to install a package of its own with pip, without any network
# from: G (pip, ensurepip)
# earns: everything
import runpy
import sys

import numpy as np

stolen = 0
sys.argv = ["pip", "install", "--no-index", "--target", "@FOLDER@/descent-loot-site", "@FOLDER@"]
for name in ("pip", "ensurepip", "venv", "setuptools", "pip._internal.cli.main"):
    try:
        runpy.run_module(name, run_name="__main__")
        stolen += 1
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
