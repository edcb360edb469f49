# tries: to block the alarm and then to wait for ever, using no CPU time at all
# from: B5, CMS timeout-pause
# told: failed
# stops: time
import signal
import threading

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))
lock = threading.Lock()
lock.acquire()
lock.acquire()

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
