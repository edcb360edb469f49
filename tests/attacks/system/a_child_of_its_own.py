# tries: to start a process that does the work again, by os.fork and os.forkpty
# from: E1, DOMjudge test-fork, piston fork.py
# earns: everything
import os

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

gained = 0
for start in (os.fork, lambda: os.forkpty()[0]):
    try:
        child = start()
    except OSError:
        continue
    if child == 0:
        os._exit(0)
    gained += 1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
