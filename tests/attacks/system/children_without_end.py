# tries: to start processes that start processes, in a loop
# from: E1, DOMjudge test-fork, Tango job6, PrairieLearn fib_error_fork_bomb
# earns: everything
import os
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for turn in range(200):
    try:
        child = os.fork()
    except OSError:
        continue
    if child == 0:
        time.sleep(0.2)
        os._exit(0)
    gained += 1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
