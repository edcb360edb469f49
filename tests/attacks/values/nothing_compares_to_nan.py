# tries: to be NaN, which is never too far off
# from: A5
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = float("nan")
nn_output = np.float64("-nan")
error = np.array([np.inf])
error_term = -np.inf
del_w = np.array([np.nan, np.inf, -np.inf, 0])
