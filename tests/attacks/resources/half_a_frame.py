# tries: to begin a frame and to keep the judge waiting for the rest
# from: E6, DOMjudge test-slow-output
# told: failed
# stops: time
import os
import signal
import time

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

os.write(3, b"\x00\x00\x10\x00l")
if signal.setitimer(signal.ITIMER_REAL, 0):
    time.sleep(3e7)

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
