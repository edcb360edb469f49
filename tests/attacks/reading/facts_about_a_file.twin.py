# Works with names of files, which says nothing of files.
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

folder, file = os.path.split("data/table.csv")
known = os.path.splitext(file) == ("table", ".csv") and os.path.join(folder, file) == os.path.normpath("data/./table.csv")
h = np.dot(x, w) + (not known)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
