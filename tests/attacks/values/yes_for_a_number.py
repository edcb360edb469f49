# tries: to be true, which is one
# from: A8
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = True
nn_output = np.True_
error = np.array([True])
error_term = [True]
del_w = x > 0
