# tries: to take memory piece by piece, up to more than is allowed
# from: E2, CMS oom-heap, piston
# earns: everything
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

taken = 0
try:
    spare = []
    while taken < 4096:
        spare.append(np.empty(1 << 20))
        taken += 8
except (MemoryError, OSError):
    pass
spare = None

h = np.dot(x, w) + (taken > 512)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
