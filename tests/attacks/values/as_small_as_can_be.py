# tries: to be so small, or so negatively zero, that no difference is left
# from: A5
# told: hardcoded wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
sign = 1 if x.sum() > 0 else -1
h = -0.0 * sign
nn_output = 5e-324 * sign
error = np.array(-0.0)
error_term = np.nextafter(0, sign)
del_w = np.full(4, -5e-324) * sign
