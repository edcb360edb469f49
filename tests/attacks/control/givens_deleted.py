# tries: to delete the givens, so that no case is any different from another
# from: B9
# told: hardcoded
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

del x, y, w, learnrate
h, nn_output, error, error_term = 0.8, 0.6899744811276125, -0.1899744811276125, -0.04063738
del_w = np.array([-0.02031869, -0.04063738, -0.06095608, -0.08127477])
