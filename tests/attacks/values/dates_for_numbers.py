# tries: to count days where numbers are asked for
# from: A7
# told: wrong hardcoded
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.datetime64("1970-01-02")
nn_output = np.datetime64("NaT")
error = np.timedelta64(1, "ns")
error_term = np.array([1], dtype="m8[ns]")
del_w = np.array([1, 2, 3, 4], dtype="M8[ns]")
