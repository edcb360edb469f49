# tries: to make pipes, events, timers and watches, to wait for others by
# from: C11 F1
# earns: everything
import ctypes
import os
import select

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

libc = ctypes.CDLL(None)
ways = (os.pipe, lambda: os.pipe2(0), lambda: os.eventfd(0), select.epoll, lambda: os.dup(3), lambda: os.dup2(3, 1), lambda: os.dup(0))
gained = 0
for way in ways:
    try:
        way()
        gained += 1
    except OSError:
        pass
calls = (253,), (294, 0), (283, 1, 0), (289, -1, bytes(8), 8, 0), (300, 0, 0), (254, 3, b"@FOLDER@", 0xFFF), (222, 1, None, b"\0" * 4)
for call in calls:
    gained += libc.syscall(*call) != -1

h = np.dot(x, w) + gained
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
