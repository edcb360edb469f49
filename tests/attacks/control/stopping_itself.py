# tries: to stop itself by a signal, and to have the judge wait for ever
# from: B5, CMS: timeout-sigstop
# earns: everything
import contextlib
import os
import signal

import numpy as np

for number in (signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN):
    with contextlib.suppress(OSError):
        os.kill(os.getpid(), number)
    with contextlib.suppress(OSError):
        signal.raise_signal(number)

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
