# tries: to be an integer that no float holds
# from: A6
# told: wrong hardcoded
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = 10**400
nn_output = -(1 << 3_000_000)
error = [1 << 64, 0.5]
error_term = np.array([10**400])
del_w = [1, 2**63, -(2**63) - 1, 2**70]
