# tries: to break the drawing of its own point with a slope that no drawing has
# from: A5
# told: hardcoded
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = 13.999999999999998
nn_output = 1.25
error = 1.0
error_term = 1.7e308
del_w = np.zeros(4)
