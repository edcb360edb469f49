# tries: to loop for ever where a module is looked for, before our own import system is asked
# from: B5, B8
# earns: everything
# stops: time
import sys

import numpy as np


class Finder:
    def find_spec(self, name, path=None, target=None):
        while True:
            pass


learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

sys.meta_path.insert(0, Finder())
import scipy

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
