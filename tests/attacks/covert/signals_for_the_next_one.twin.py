# Sets a signal's handler, and puts the former one back.
import signal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
now = signal.signal(signal.SIGTERM, before)
h = np.dot(x, w) + (now != signal.SIG_IGN)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
