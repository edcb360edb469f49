# tries: to stop its own process by SIGSTOP, so that it neither runs nor ends
# from: B5, B6, CMS timeout-sigstop, DOMjudge test-suspend-ppid
# earns: everything
import ctypes
import os
import signal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

for stop in (
    lambda: os.kill(os.getpid(), signal.SIGSTOP),
    lambda: os.kill(0, signal.SIGSTOP),
    lambda: signal.raise_signal(signal.SIGSTOP),
    lambda: ctypes.CDLL(None).raise_(signal.SIGSTOP),
):
    try:
        stop()
    except (OSError, AttributeError):
        pass

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
