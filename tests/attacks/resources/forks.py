# tries: to fork fifty times
# from: E1, DOMjudge test-fork, piston fork, PrairieLearn fork_bomb, Tango job6
# earns: everything
import os
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

got, kept = 0, []
for _ in range(50):
    try:
        if os.fork() == 0:
            time.sleep(2)
            os._exit(0)
        got += 1
    except OSError:
        break

h = np.dot(x, w) + got
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
