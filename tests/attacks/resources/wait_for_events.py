# tries: to wait for events that never come, by every call for it
# from: B5, CMS timeout-pause, CMS timeout-select
# earns: everything
import ctypes
import signal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

waiting = 0
libc = ctypes.CDLL(None)
for wait in (
    signal.pause,
    lambda: libc.poll(None, 0, -1),
    lambda: libc.select(0, None, None, None, None),
    lambda: libc.sigsuspend(bytes(128)),
):
    waiting = 1
    wait()
    waiting = 0

h = np.dot(x, w) + waiting
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
