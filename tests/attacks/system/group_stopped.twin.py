# Blocks a signal for a while and lets it through again.
import signal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
after = signal.pthread_sigmask(signal.SIG_SETMASK, before)
fine = float(signal.SIGUSR1 in after)

h = np.dot(x, w) * fine
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
