# tries: to double itself five times
# from: E1, codejail test_fork
# earns: everything
import os
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

alone = os.getpid()
for _ in range(5):
    try:
        os.fork()
    except OSError:
        break
if os.getpid() != alone:
    time.sleep(2)
    os._exit(0)

h = np.dot(x, w) + (_ > 0)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
