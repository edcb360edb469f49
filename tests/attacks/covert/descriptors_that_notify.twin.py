# Has itself told by a timer and a signal of its own.
import signal

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

told = []
signal.signal(signal.SIGVTALRM, lambda *_: told.append(1))
signal.setitimer(signal.ITIMER_VIRTUAL, 0.005)
while not told:
    pass
h = np.dot(x, w) + len(told) - 1
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
