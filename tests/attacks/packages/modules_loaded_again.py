# tries: to read files by loading modules again that are there already
# from: C3 G (importlib.reload)
# earns: everything
import importlib
import textwrap

import numpy as np

loader = textwrap.__spec__.loader
stolen = 0
for again in (
    lambda: importlib.reload(textwrap),
    lambda: loader.exec_module(textwrap),
    lambda: loader.get_data("@FILE@"),
    lambda: loader.get_source("textwrap").splitlines()[0],
    lambda: importlib.util.spec_from_file_location("loot", "@FILE@").loader.get_data("@FILE@"),
):
    try:
        again()
        stolen += 1
    except (ImportError, OSError, AttributeError):
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
